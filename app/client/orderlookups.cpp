// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Orders that only asks: for tasks, batches, links and by searches, and for nothing while paused.
#include "app/client/orders_p.h"

#include "app/client/answererror.h"

#include <algorithm>
#include <utility>

namespace taskglass {

std::optional<Error> Orders::noLookups() const
{
    if (m_paused)
        return errorOf(Error::Kind::Local, tr("Updates are paused: nothing is asked."));
    if (!m_protocol)
        return errorOf(Error::Kind::Network, tr("There is no connection to the server at the moment."));
    return std::nullopt;
}

void Orders::fetchTask(const TaskId &id)
{
    if (const auto no = noLookups())
        tellEnd(LookUp::Task, id, no);
    else
        lookUp(LookUp::Task, id, m_protocol->fetchTask(id));
}

void Orders::fetchBatch(const QString &id)
{
    if (!noLookups())
        lookUp(LookUp::Batch, id, m_protocol->fetchBatch(id));
}

void Orders::search(const TaskFilter &filter)
{
    if (const auto no = noLookups()) {
        tellEnd(LookUp::Search, {}, no);
        return;
    }
    const Ability able = m_protocol->canAsk(filter);
    if (able)
        lookUp(LookUp::Search, {}, m_protocol->search(filter, m_clock.now(), kMostFound));
    else
        tellEnd(LookUp::Search, {}, errorOf(Error::Kind::Unsupported, able.reason));
}

void Orders::fetchLink(const TaskLink &link)
{
    auto no = noLookups();
    auto fetch = no ? nullptr : m_protocol->fetchLink(link, m_profile.url);
    if (!no && !fetch)
        no = errorOf(Error::Kind::Redirected, tr("This link leads away from the server, so it is not asked with its keys."));
    if (no) {
        emit linkFetched(link, {}, no);
        return;
    }
    auto job = std::make_unique<Job>();
    job->linkFetch = std::move(fetch);
    job->link = link;
    progress(begin(std::move(job)));
}

void Orders::lookUp(LookUp what, const QString &id, std::unique_ptr<Lookup> lookup)
{
    const auto isSame = [&](const auto &job) { return job->lookup && job->what == what && job->id == id; };
    // A new search makes the old one pointless; a task that is being asked for already will be told once.
    if (what == LookUp::Search) {
        std::erase_if(m_jobs, isSame);
        std::erase_if(m_waiting, isSame);
    } else if (std::any_of(m_waiting.begin(), m_waiting.end(), isSame)) {
        return;
    }
    auto job = std::make_unique<Job>();
    job->what = what;
    job->id = id;
    job->protocol = m_protocol;
    job->lookup = std::move(lookup);
    m_waiting.push_back(std::move(job));
    startWaiting();
}

void Orders::startWaiting()
{
    constexpr int kAtATime = 3; // Qt opens six connections a host; the poll and commands must find one free
    const auto running = [this] { return std::count_if(m_jobs.begin(), m_jobs.end(), [](const auto &job) { return job->lookup != nullptr; }); };
    while (!m_paused && !m_waiting.empty() && running() < kAtATime) {
        std::unique_ptr<Job> job = std::move(m_waiting.front());
        m_waiting.pop_front();
        progress(begin(std::move(job)));
    }
}

void Orders::tellEnd(LookUp what, const QString &id, const std::optional<Error> &error)
{
    switch (what) {
    case LookUp::Task:
        emit taskFetched(id, error);
        return;
    case LookUp::Search:
        emit searchEnded(error);
        return;
    case LookUp::Batch:
        return;
    }
}

} // namespace taskglass

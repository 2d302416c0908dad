// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/decodeworker.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace taskglass {

namespace {

struct Job
{
    DecodeWorker::Ticket ticket = 0;
    std::shared_ptr<const Decoder> decoder;
    HttpAnswer answer;
};

struct Finished
{
    DecodeWorker::Ticket ticket = 0;
    Result<DecodedPtr> result;
};

} // namespace

/// What both threads touch, under one lock that is held for moves only.
struct DecodeWorker::Shared
{
    std::mutex lock;
    std::condition_variable wake;
    std::deque<Job> jobs;
    std::vector<Finished> finished;
    bool stopping = false;
    std::thread thread;

    void run(Doorbell &bell);
    [[nodiscard]] std::optional<Job> take();
};

std::optional<Job> DecodeWorker::Shared::take()
{
    std::unique_lock hold(lock);
    wake.wait(hold, [this] { return stopping || !jobs.empty(); });
    if (stopping)
        return std::nullopt;
    Job job = std::move(jobs.front());
    jobs.pop_front();
    return job;
}

void DecodeWorker::Shared::run(Doorbell &bell)
{
    while (std::optional<Job> job = take()) {
        Result<DecodedPtr> result = job->decoder->decode(job->answer);
        const std::lock_guard hold(lock);
        if (stopping)
            return;
        finished.push_back({job->ticket, std::move(result)});
        bell.ring();
    }
}

DecodeWorker::DecodeWorker(QObject *parent) : QObject(parent), m_shared(std::make_unique<Shared>())
{
    connect(&m_bell, &Doorbell::rung, this, &DecodeWorker::deliver);
}

DecodeWorker::~DecodeWorker()
{
    {
        const std::lock_guard hold(m_shared->lock);
        m_shared->stopping = true;
    }
    m_shared->wake.notify_all();
    if (m_shared->thread.joinable())
        m_shared->thread.join();
}

DecodeWorker::Ticket DecodeWorker::decode(std::shared_ptr<const Decoder> decoder, HttpAnswer answer, Done done)
{
    const Ticket ticket = ++m_last;
    m_waiting.insert(ticket, std::move(done));
    if (answer.body.size() < kWorthAThread) {
        Result<DecodedPtr> result = decoder->decode(answer);
        const std::lock_guard hold(m_shared->lock);
        m_shared->finished.push_back({ticket, std::move(result)});
        m_bell.ring();
        return ticket;
    }
    {
        const std::lock_guard hold(m_shared->lock);
        if (!m_shared->thread.joinable())
            m_shared->thread = std::thread([this] { m_shared->run(m_bell); });
        // Within a lane in order, lanes in theirs.
        const auto behind = [&](const Job &job) { return job.answer.request.lane <= answer.request.lane; };
        const auto place = std::find_if_not(m_shared->jobs.begin(), m_shared->jobs.end(), behind);
        m_shared->jobs.insert(place, Job {ticket, std::move(decoder), std::move(answer)});
    }
    m_shared->wake.notify_one();
    return ticket;
}

void DecodeWorker::drop(Ticket ticket)
{
    m_waiting.remove(ticket);
    const std::lock_guard hold(m_shared->lock);
    std::erase_if(m_shared->jobs, [&](const Job &job) { return job.ticket == ticket; });
}

void DecodeWorker::deliver()
{
    std::vector<Finished> finished;
    {
        const std::lock_guard hold(m_shared->lock);
        finished.swap(m_shared->finished);
    }
    for (const Finished &one : finished) {
        if (const Done done = m_waiting.take(one.ticket))
            done(one.result);
    }
}

} // namespace taskglass

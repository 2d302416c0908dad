// SPDX-License-Identifier: GPL-3.0-or-later
// The half of Orders that takes previews and commands, and carries every order from its beginning to its end.
#include "app/client/orders_p.h"

#include "app/client/answererror.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace taskglass {

namespace {

bool tellsTheSame(const CommandReport &a, const CommandReport &b)
{
    return a.phase == b.phase && a.matched == b.matched && a.affected == b.affected && a.serverTasks == b.serverTasks
            && a.outcomes == b.outcomes && a.difference == b.difference && a.error == b.error && a.doneAt == b.doneAt;
}

} // namespace

Orders::Orders(DriverFactory makeDriver, const Clock &clock, QObject *parent)
    : QObject(parent), m_makeDriver(std::move(makeDriver)), m_clock(clock)
{
}

Orders::~Orders() = default;

void Orders::setConnection(std::shared_ptr<Protocol> protocol, const ServerProfile &profile)
{
    m_protocol = std::move(protocol);
    m_profile = profile;
}

void Orders::setPaused(bool paused)
{
    m_paused = paused;
    for (const auto &job : m_jobs) {
        if (job->lookup)
            job->driver->hold(paused);
    }
    startWaiting();
}

std::optional<Error> Orders::refusal(CommandKind kind, bool byFilter) const
{
    if (m_profile.readOnly)
        return errorOf(Error::Kind::ReadOnly, tr("This connection is read-only: nothing is canceled or deleted through it."));
    if (!m_protocol)
        return errorOf(Error::Kind::Network, tr("There is no connection to the server at the moment."));
    const Capabilities can = m_protocol->capabilities();
    const Ability ability = abilityFor(can, kind, byFilter);
    if (!ability)
        return errorOf(Error::Kind::Unsupported, ability.reason);
    return std::nullopt;
}

void Orders::preview(int token, const CommandDraft &draft)
{
    auto no = refusal(draft.kind, draft.ids.isEmpty());
    if (!no && draft.isEmpty())
        no = errorOf(Error::Kind::ReadOnly, tr("Nothing was chosen: a command needs tasks or a filter."));
    if (no) {
        emit previewFailed(token, *no);
        return;
    }
    auto job = std::make_unique<Job>();
    job->token = token;
    job->preview = m_protocol->preview(draft, m_profile.url, m_clock.now());
    progress(begin(std::move(job)));
}

void Orders::send(const Command &command)
{
    CommandReport report;
    report.command = command;
    auto no = refusal(command.kind, command.ids.isEmpty());
    if (!no && !command.isPinned()) // whatever a protocol would make of it
        no = errorOf(Error::Kind::ReadOnly, tr("The command names neither tasks nor the moment of its preview, so it is not sent."));
    if (no) {
        report.phase = CommandReport::Phase::Failed;
        report.error = std::move(no);
        report.doneAt = m_clock.now();
        emit reportChanged(report);
        return;
    }
    auto job = std::make_unique<Job>();
    job->run = m_protocol->send(command, m_clock.now());
    job->told = job->run->report();
    const QPointer<Orders> alive(this);
    emit reportChanged(job->told);
    if (alive)
        progress(begin(std::move(job)));
}

Orders::Job &Orders::begin(std::unique_ptr<Job> made)
{
    Job &job = *made;
    if (!job.protocol)
        job.protocol = m_protocol;
    job.driver = m_makeDriver(job.conversation());
    connect(job.driver.get(), &ConversationDriver::absorbed, this, [this, &job] { progress(job); });
    m_jobs.push_back(std::move(made));
    job.driver->pump();
    return job;
}

void Orders::progress(Job &job)
{
    const QPointer<ConversationDriver> alive(job.driver.get());
    if (const auto update = job.conversation().takeUpdate())
        emit updated(*update);
    if (alive && job.run)
        followRun(job);
    if (alive && job.conversation().isOver())
        finish(job);
}

void Orders::followRun(Job &job)
{
    const QPointer<ConversationDriver> alive(job.driver.get());
    const QList<TaskId> accepted = job.run->takeAccepted();
    const QList<TaskId> notTaken = job.run->takeNotTaken();
    const CommandReport report = job.run->report();
    const bool news = !tellsTheSame(report, job.told);
    job.told = report;
    if (!accepted.isEmpty())
        emit cancelAccepted(accepted, m_clock.now());
    if (alive && !notTaken.isEmpty())
        emit cancelEnded(notTaken);
    if (alive && news)
        emit reportChanged(report);
    if (alive && news && report.phase != CommandReport::Phase::Sending)
        emit changedSomething();
}

void Orders::finish(Job &job)
{
    const auto place = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &one) { return one.get() == &job; });
    if (place == m_jobs.end())
        return;
    const std::unique_ptr<Job> ended = std::move(*place); // emitting may begin others
    m_jobs.erase(place);
    if (ended->preview) {
        const Result<CommandPreview> result = ended->preview->result();
        if (result)
            emit previewReady(ended->token, result.value());
        else
            emit previewFailed(ended->token, result.error());
    } else if (ended->linkFetch) {
        const Result<QByteArray> result = ended->linkFetch->result();
        emit linkFetched(ended->link, result ? result.value() : QByteArray(), result ? std::nullopt : std::optional(result.error()));
    } else if (ended->lookup) {
        tellEnd(ended->what, ended->id, ended->lookup->error());
        startWaiting();
    }
}

void Orders::abandon()
{
    std::vector<std::unique_ptr<Job>> jobs;
    jobs.swap(m_jobs);
    std::move(m_waiting.begin(), m_waiting.end(), std::back_inserter(jobs));
    m_waiting.clear();
    m_protocol.reset();
    for (const auto &job : jobs) {
        job->driver.reset();
        const Error error = errorOf(Error::Kind::Network, tr("The connection was closed before the server answered."));
        if (job->preview) {
            emit previewFailed(job->token, error);
        } else if (job->run) {
            CommandReport report = job->run->report();
            report.phase = CommandReport::Phase::Failed;
            report.error = errorOf(Error::Kind::Network, tr("The connection was closed before the command's end was known: it may or may not have been carried out."));
            report.doneAt = m_clock.now();
            emit reportChanged(report);
        } else if (job->linkFetch) {
            emit linkFetched(job->link, {}, error);
        } else {
            tellEnd(job->what, job->id, error);
        }
    }
}

} // namespace taskglass

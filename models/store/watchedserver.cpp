// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/watchedserver.h"

#include "models/store/taskcolumns.h"

namespace taskglass {

WatchedServer::WatchedServer(ServerProfile profile, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_clock(clock)
    , m_store(clock)
    , m_failuresSeenAt(clock.now())
{
    connect(&m_store, &TaskStore::diffApplied, this, &WatchedServer::countNewFailures);
}

void WatchedServer::setProfile(const ServerProfile &profile)
{
    if (m_profile == profile)
        return;
    m_profile = profile;
    emit profileChanged();
}

EpochNs WatchedServer::serverNow() const
{
    return m_clock.now() + m_status.clockSkew.value_or(0);
}

void WatchedServer::markFailuresSeen()
{
    m_failuresSeenAt = m_clock.now();
    m_countedFailures.clear();
    setNewFailures(0);
}

void WatchedServer::setNewFailures(int count)
{
    if (m_newFailures == count)
        return;
    m_newFailures = count;
    emit newFailuresChanged(count);
}

void WatchedServer::countNewFailures(const StoreDiff &diff)
{
    const TaskColumns &columns = m_store.columns();
    if (diff.reset)
        m_countedFailures.clear();
    for (const Slot slot : diff.removed)
        m_countedFailures.remove(slot);
    const EpochNs seenAt = m_failuresSeenAt + m_status.clockSkew.value_or(0);
    const auto count = [&](Slot slot, bool wasKnown) {
        if (columns.shownState(slot) != TaskState::Failed)
            return;
        // A first load brings failures of last week, which are no news. Without a time, only a task that we saw alive is.
        const EpochNs finishedAt = columns.finishedAt[slot];
        if (finishedAt == kNoTime ? wasKnown : finishedAt > seenAt)
            m_countedFailures.insert(slot);
    };
    for (const Slot slot : diff.added)
        count(slot, false);
    for (const Slot slot : diff.changed)
        count(slot, true);
    setNewFailures(int(m_countedFailures.size()));
}

void WatchedServer::setStatus(const ConnectionStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    emit statusChanged(m_status);
}

void WatchedServer::applyUpdate(const TaskUpdate &update)
{
    m_store.apply(update);
}

void WatchedServer::setReport(const CommandReport &report)
{
    const auto same = std::find_if(m_reports.begin(), m_reports.end(),
                                   [&report](const CommandReport &other) { return other.command.id == report.command.id; });
    if (same == m_reports.end())
        m_reports.append(report);
    else
        *same = report;
    emit reportChanged(report);
}

} // namespace taskglass

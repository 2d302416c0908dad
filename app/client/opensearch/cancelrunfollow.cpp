// SPDX-License-Identifier: GPL-3.0-or-later
// The half of CancelRun that follows what was asked to stop: until it is gone, and what became of it.
#include "app/client/opensearch/cancelrun.h"

#include "app/client/pagetask.h"

#include <algorithm>
#include <utility>

namespace taskglass::opensearch {

namespace {

constexpr DurationNs kFirstPause = 300 * kNsPerMs;
constexpr DurationNs kLongestPause = 5 * kNsPerSecond;
/// Node ids in one list request: the request line may have 4096 bytes.
constexpr qsizetype kMostNodesNamed = 50;

} // namespace

/// \a id is not listed any more: it ended by itself, or as it was asked to.
void CancelRun::ended(const TaskId &id)
{
    m_following.remove(id);
    const bool wasTaken = m_taken.contains(id);
    const bool mayHave = m_mayHaveResult.value(id, !wasTaken); // of a task that was never listed nothing is known
    if (mayHave && m_knowledge->canAskForResults())
        m_asks.add({Topic::Result, id});
    else
        m_lines.set(id, wasTaken ? CommandOutcome::Kind::Canceled : CommandOutcome::Kind::AlreadyFinished);
}

void CancelRun::absorbResult(const Ask &ask, const Result<DecodedPtr> &outcome)
{
    using Kind = CommandOutcome::Kind;
    const TaskId &id = ask.id;
    const bool wasTaken = m_taken.contains(id);
    if (!outcome) {
        if (isLost(outcome.error()) && ask.tries + 1 < kMostTries) {
            m_asks.add({Topic::Result, id, ask.tries + 1});
            m_asks.waitUntil(m_now + kNsPerSecond);
            return;
        }
        // Gone without a word. Some versions lose the results of what was cancelled.
        m_lines.set(id, wasTaken ? Kind::Canceled : outcome.error().kind == Error::Kind::NotFound ? Kind::AlreadyFinished : Kind::NotConfirmed);
        return;
    }
    const auto *result = dynamic_cast<const TaskResult *>(outcome.value().get());
    if (!result)
        return;
    if (!result->completed) {
        m_following.insert(id); // it had only been left out of the list
        return;
    }
    const TaskState state = result->page->rows.front().state;
    if (result->hasOutcome) {
        m_update = TaskUpdate {};
        m_update->receivedAt = m_now;
        m_update->page = withNode(*result->page, *m_knowledge);
    }
    m_lines.set(id, state == TaskState::Canceled || (wasTaken && !isFinal(state)) ? Kind::Canceled : Kind::AlreadyFinished);
}

/// The nodes whose tasks are followed; everything when there are many.
ListScope CancelRun::followScope() const
{
    ListScope scope;
    for (const TaskId &id : m_following) {
        const QByteArray node = id.section(u':', 0, 0).toUtf8();
        if (!scope.nodes.contains(node))
            scope.nodes << node;
    }
    if (scope.nodes.size() > kMostNodesNamed)
        scope.nodes.clear();
    return scope;
}

void CancelRun::absorbFollow(const Result<DecodedPtr> &outcome)
{
    const auto *listing = outcome ? dynamic_cast<const Listing *>(outcome.value().get()) : nullptr;
    if (!listing)
        return; // asked again after a pause
    QSet<TaskId> listed;
    for (std::size_t i = 0; i < listing->page->rows.size(); ++i) {
        const TaskId id = idOf(*listing->page, listing->page->rows[i]);
        listed.insert(id);
        if (m_following.contains(id))
            m_mayHaveResult.insert(id, listing->facts[i].mayHaveResult);
    }
    QSet<QString> silent;
    for (const ServerFailure &failure : listing->nodeFailures)
        silent.insert(failure.node);
    const QSet<TaskId> following = m_following;
    for (const TaskId &id : following) {
        if (!listed.contains(id) && !silent.contains(id.section(u':', 0, 0)))
            ended(id);
    }
}

/// Everything was asked and answered: look again later at what has not stopped, or come to the end.
void CancelRun::plan()
{
    if (m_followSince == kNoTime)
        m_followSince = m_now;
    if (!m_following.isEmpty() && m_now - m_followSince < kLongestFollow) {
        m_pause = std::clamp(m_pause * 3 / 2, kFirstPause, kLongestPause);
        m_asks.waitUntil(m_now + m_pause);
        m_asks.add({Topic::Follow});
        return;
    }
    for (const TaskId &id : std::as_const(m_following))
        m_lines.set(id, CommandOutcome::Kind::NotConfirmed);
    m_lines.finish(m_now);
}

} // namespace taskglass::opensearch

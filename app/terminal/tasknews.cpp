// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/tasknews.h"

#include "models/domain/filtermatch.h"

#include <algorithm>
#include <utility>

namespace taskglass {

namespace {

bool namesIds(const TaskFilter &filter)
{
    const auto clauses = filter.conjunction();
    return clauses && std::any_of(clauses->begin(), clauses->end(), [](const FilterClause &clause) { return clause.field == FilterField::Id; });
}

} // namespace

bool TaskNews::isOpen(TaskState state)
{
    return state == TaskState::Queued || state == TaskState::Running || state == TaskState::CancelRequested;
}

TaskNews::TaskNews(TaskFilter filter, bool everyDifference)
    : m_filter(std::move(filter))
    , m_everyDifference(everyDifference)
    , m_meant(namesIds(m_filter))
{
}

void TaskNews::show(Slot slot, const Task &task)
{
    keep(slot, {toldOf(task), m_meant || isOpen(task.state)});
}

std::optional<TaskEvent> TaskNews::take(Slot slot, const Task &task, bool arrived, EpochNs now)
{
    Shown shown {toldOf(task)};
    const auto known = m_shown.find(slot);
    if (known != m_shown.end()) {
        if (known->second.told == shown.told || (known->second.told.gone && task.gone))
            return {};
        shown.counts = known->second.counts;
        keep(slot, std::move(shown));
        return task.gone ? TaskEvent::Gone : TaskEvent::Changed;
    }
    const bool older = arrived && task.enqueuedAt && *task.enqueuedAt <= m_newest;
    if (!matches(m_filter, task, now) || (older && !isOpen(task.state)))
        return {};
    // A task that begins to match, or arrives already ended (it was quick), counts; one from an older page does not.
    shown.counts = arrived || isOpen(task.state);
    keep(slot, std::move(shown));
    return task.gone ? TaskEvent::Gone : TaskEvent::Added;
}

TaskNews::Told TaskNews::toldOf(const Task &task) const
{
    Told told;
    told.state = task.state;
    told.gone = task.gone;
    if (task.progress) {
        told.phase = task.progress->phase;
        told.tenth = task.progress->percent ? int(*task.progress->percent / 10) : -1;
    }
    told.fingerprint = m_everyDifference ? qHash(taskToJson(task, {})) : 0;
    return told;
}

void TaskNews::keep(Slot slot, Shown shown)
{
    m_failure |= shown.counts && shown.told.state == TaskState::Failed;
    m_shown.insert_or_assign(slot, std::move(shown));
}

void TaskNews::forget(const std::vector<Slot> &removed)
{
    for (const Slot slot : removed)
        m_shown.erase(slot);
}

void TaskNews::reset()
{
    m_shown.clear();
    m_newest = kNoTime;
}

int TaskNews::openCount() const
{
    return int(std::count_if(m_shown.begin(), m_shown.end(), [](const auto &shown) { return isOpen(shown.second.told.state); }));
}

} // namespace taskglass

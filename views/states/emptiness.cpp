// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/states/emptiness.h"

#include "models/table/format.h"
#include "views/chips/statusclause.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace taskglass {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Emptiness)
};

bool onlyOpenStates(const TaskFilter &filter)
{
    const QList<TaskState> states = statesIn(filter);
    return !states.isEmpty() && std::ranges::none_of(states, isFinal)
        && filter.root().kind == FilterNode::Kind::Clause;
}

} // namespace

Emptiness emptinessOf(const ConnectionStatus &status, const ServerProfile &profile, const TaskFilter &filter,
                      qint64 loaded, EpochNs lastFinishedAt, EpochNs now)
{
    const bool answered = status.lastAnswerAt != kNoTime;
    if (!answered && loaded == 0)
        return {Emptiness::Kind::FirstAnswer, Words::tr("No tasks to show until %1 answers.").arg(profile.name), {}, {}};
    if (filter.isEmpty())
        return {Emptiness::Kind::NoTasks, Words::tr("There are no tasks on %1.").arg(profile.name), {}, {}};
    const bool olderUnknown = !status.complete && (status.counts.total < 0 || status.counts.total > loaded);
    const QString search = olderUnknown ? Words::tr("Search the Server's Older Tasks") : QString();
    if (onlyOpenStates(filter)) {
        QString text = Words::tr("No tasks are running or waiting on %1.").arg(profile.name);
        if (statesIn(filter) == QList<TaskState> {TaskState::Running})
            text = Words::tr("No tasks are running on %1.").arg(profile.name);
        if (lastFinishedAt != kNoTime)
            text = Words::tr("%1 Last one finished %2.").arg(text, formatTimestamp(lastFinishedAt, now));
        return {Emptiness::Kind::NothingOpen, text, Words::tr("Show Finished"), {}};
    }
    const qint64 hidden = qMax(status.counts.total, loaded);
    return {Emptiness::Kind::NoMatch,
            hidden == 1 ? Words::tr("No task matches %1. One task is hidden.").arg(filter.text())
                        : Words::tr("No task matches %1. %2 tasks are hidden.").arg(filter.text(), QLocale().toString(hidden)),
            Words::tr("Clear Filter"), search};
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/timelineparts.h"

#include "models/table/format.h"
#include "views/style/statuswords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace taskglass {

namespace {

using Kind = TimelinePart::Kind;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

} // namespace

QList<TimelinePart> timelineParts(const Task &task, EpochNs now, DurationNs skew)
{
    const std::optional<EpochNs> started = task.seenStartedAt ? task.seenStartedAt : task.startedAt;
    const std::optional<EpochNs> first = task.enqueuedAt ? task.enqueuedAt : started;
    if (!first)
        return {};
    const bool open = !isFinal(task.state) && !task.finishedAt;
    if (open && task.gone)
        now = std::max(started.value_or(*first), *first); // nobody knows how long it went on
    const EpochNs end = std::max(*first, task.finishedAt.value_or(open ? now : started.value_or(*first)));
    QList<TimelinePart> parts;
    EpochNs at = *first;
    if (task.enqueuedAt) {
        const EpochNs until = std::clamp(started.value_or(end), at, end);
        parts.append({Kind::Waited, at, until, open && !started});
        at = until;
    }
    if (started)
        parts.append({Kind::Ran, at, end, open});
    if (task.cancelRequestedAt && !parts.isEmpty()) {
        // The last part ends where the cancel was asked for; what follows is the server's answer to it.
        const EpochNs asked = std::clamp(*task.cancelRequestedAt + skew, parts.last().begin, end);
        parts.last().end = asked;
        parts.last().open = false;
        parts.append({Kind::CancelRequested, asked, end, open});
    }
    return parts;
}

QList<double> timelineWidths(const QList<DurationNs> &lengths, double total, double least)
{
    QList<double> widths(lengths.size(), 0);
    if (lengths.isEmpty() || total <= 0)
        return widths;
    least = std::min(least, total / static_cast<double>(lengths.size()));
    // Those below the least width get it; the others share what is left, which may push more of them below it.
    QList<bool> fixed(lengths.size(), false);
    for (;;) {
        double room = total;
        double sum = 0;
        for (qsizetype i = 0; i < lengths.size(); ++i) {
            if (fixed[i])
                room -= least;
            else
                sum += static_cast<double>(std::max<DurationNs>(lengths[i], 0));
        }
        const auto free = std::count(fixed.cbegin(), fixed.cend(), false);
        bool changed = false;
        for (qsizetype i = 0; i < lengths.size(); ++i) {
            if (fixed[i])
                continue;
            widths[i] = sum > 0 ? room * static_cast<double>(std::max<DurationNs>(lengths[i], 0)) / sum : room / static_cast<double>(free);
            if (widths[i] < least) {
                widths[i] = least;
                fixed[i] = true;
                changed = true;
            }
        }
        if (!changed)
            return widths;
    }
}

QString timelineLabel(const TimelinePart &part)
{
    const QString length = part.open ? formatClock(part.length()) : formatDuration(part.length());
    switch (part.kind) {
    case Kind::Waited:
        return (part.open ? Words::tr("Waiting for %1") : Words::tr("Waited %1")).arg(length);
    case Kind::Ran:
        return (part.open ? Words::tr("Running for %1") : Words::tr("Ran %1")).arg(length);
    case Kind::CancelRequested:
        break;
    }
    return (part.open ? Words::tr("Cancel requested %1 ago") : Words::tr("Ended %1 after the cancel")).arg(length);
}

QString timelineSentence(const Task &task, const QList<TimelinePart> &parts)
{
    if (parts.isEmpty())
        return Words::tr("The server tells no times for this task.");
    QStringList words;
    for (const TimelinePart &part : parts) {
        const QString length = formatDurationWords(part.length());
        switch (part.kind) {
        case Kind::Waited:
            words.append((part.open ? Words::tr("has been waiting for %1") : Words::tr("waited %1")).arg(length));
            break;
        case Kind::Ran:
            words.append((part.open ? Words::tr("has been running for %1") : Words::tr("ran %1")).arg(length));
            break;
        case Kind::CancelRequested:
            words.append((part.open ? Words::tr("its cancel was requested %1 ago") : Words::tr("ended %1 after its cancel was requested")).arg(length));
            break;
        }
    }
    //: %1 id, %2 state, %3 time, %4 list such as "waited 12 seconds, ran 3 minutes"
    return Words::tr("Task %1, %2, since %3: %4.")
        .arg(task.id, stateText(task.state, task.serverState), formatTimestamp(parts.first().begin, parts.last().end), words.join(Words::tr(", ")));
}

} // namespace taskglass

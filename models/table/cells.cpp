// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/cells.h"

#include "models/store/taskcolumns.h"
#include "models/table/cellvalues.h"
#include "models/table/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct CellText
{
    Q_DECLARE_TR_FUNCTIONS(CellText)
};

} // namespace

QString Cells::string(quint32 ref) const
{
    const std::string_view utf8 = m_columns.text(ref);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString Cells::stateText(Slot slot) const
{
    const TaskState state = m_columns.shownState(slot);
    if (state != TaskState::Unknown)
        return stateTitle(state);
    if (m_columns.flags[slot] & TaskColumns::Gone)
        return CellText::tr("Outcome unknown");
    const QString word = string(m_columns.serverState[slot]);
    return word.isEmpty() ? stateTitle(state) : oneLine(word);
}

EpochNs Cells::elapsedFrom(Slot slot, Column column) const
{
    if (column == Column::Waited)
        return waitingSince(m_columns, slot);
    return column == Column::Ran ? runningSince(m_columns, slot) : kNoTime;
}

DurationNs Cells::duration(Slot slot, Column column) const
{
    if (const EpochNs from = elapsedFrom(slot, column); from != kNoTime)
        return std::max<qint64>(m_now - from, 0);
    return column == Column::Waited ? endedWait(m_columns, slot) : endedRun(m_columns, slot);
}

QString Cells::durationText(Slot slot, Column column) const
{
    const DurationNs length = duration(slot, column);
    if (elapsedFrom(slot, column) != kNoTime)
        return formatClock(length); // the server said when it began, and that it still runs
    const bool atLeast = column == Column::Ran && length != kNoTime && (m_columns.flags[slot] & TaskColumns::RanAtLeast);
    return atLeast ? QString(u"≥ "_s + formatDuration(length)) : formatDuration(length);
}

EpochNs Cells::stamp(Slot slot, Column column) const
{
    if (column == Column::Enqueued)
        return m_columns.enqueuedAt[slot];
    return column == Column::Started ? m_columns.startedAt[slot] : m_columns.finishedAt[slot];
}

QString Cells::progressText(Slot slot) const
{
    const std::optional<Progress> progress = m_columns.progress(slot);
    if (!progress)
        return {};
    if (progress->percent)
        return formatPercent(*progress->percent);
    if (progress->done && progress->total)
        return CellText::tr("%1 / %2").arg(formatNumber(*progress->done), formatNumber(*progress->total));
    return oneLine(progress->phase);
}

QString Cells::text(Slot slot, Column column) const
{
    const TaskColumns &c = m_columns;
    switch (column) {
    case Column::State: return stateText(slot);
    case Column::Id: return c.idText(slot);
    case Column::Type: return oneLine(string(c.title[slot] != 0 ? c.title[slot] : c.type[slot]));
    case Column::Index:
    case Column::Batch:
    case Column::CanceledBy:
    case Column::Label:
    case Column::Node:
    case Column::Parent:
    case Column::Description:
    case Column::Subscription:
    case Column::Database: return oneLine(string(textRef(c, slot, column)));
    case Column::Cpu: return c.cpu[slot] < 0 ? QString() : formatDuration(c.cpu[slot]);
    case Column::Memory: return c.memory[slot] < 0 ? QString() : formatBytes(c.memory[slot]);
    case Column::Waited:
    case Column::Ran: return durationText(slot, column);
    case Column::Progress: return progressText(slot);
    case Column::Enqueued:
    case Column::Started:
    case Column::Finished: return formatWhen(stamp(slot, column), m_now);
    case Column::Error: {
        const auto &error = c.errorOf(slot);
        return oneLine(string(error.message != 0 ? error.message : error.code));
    }
    }
    Q_UNREACHABLE();
}

QString Cells::toolTip(Slot slot, Column column) const
{
    const TaskColumns &c = m_columns;
    switch (column) {
    case Column::State: {
        QStringList lines {stateText(slot)};
        if (const DurationNs since = unnoticedFor(slot); since > 0)
            lines.append(CellText::tr("Has not noticed the cancel for %1.").arg(formatDurationWords(since)));
        if (c.flags[slot] & TaskColumns::Gone)
            lines.append(goneSentence(slot));
        else if (c.isOnSilentNode(slot))
            lines.append(CellText::tr("Its node did not answer last time; this is what was known before."));
        if (c.serverState[slot] != 0)
            lines.append(CellText::tr("The server says: %1").arg(string(c.serverState[slot])));
        return plainToolTip(lines.join(u'\n'));
    }
    case Column::Type:
        if (c.title[slot] != 0)
            return plainToolTip(string(c.title[slot]) + u'\n' + string(c.type[slot]));
        return plainToolTip(text(slot, column));
    case Column::Id:
    case Column::Cpu:
    case Column::Memory: return plainToolTip(text(slot, column));
    case Column::Index:
    case Column::Batch:
    case Column::CanceledBy:
    case Column::Node:
    case Column::Parent:
    case Column::Description:
    case Column::Subscription:
    case Column::Database: return plainToolTip(string(textRef(c, slot, column)));
    case Column::Waited:
    case Column::Ran: {
        const EpochNs from = elapsedFrom(slot, column);
        if (column == Column::Ran && from == kNoTime && (c.flags[slot] & TaskColumns::RanAtLeast) && duration(slot, column) != kNoTime)
            return plainToolTip(CellText::tr("At least %1: the server does not tell, this is how long it was seen running.")
                                    .arg(formatDurationWords(duration(slot, column))));
        return plainToolTip(from == kNoTime ? formatDurationWords(duration(slot, column))
                                            : CellText::tr("Since %1").arg(formatTimestampFull(from)));
    }
    case Column::Progress: {
        QStringList lines;
        if (const auto progress = c.progress(slot)) {
            if (progress->done && progress->total)
                lines.append(CellText::tr("%1 / %2").arg(formatNumber(*progress->done), formatNumber(*progress->total)));
            for (const ProgressStep &step : progress->steps)
                lines.append(CellText::tr("%1: %2 / %3").arg(step.name, formatNumber(step.finished), formatNumber(step.total)));
        }
        return plainToolTip(lines.join(u'\n'));
    }
    case Column::Enqueued:
    case Column::Started:
    case Column::Finished: {
        const EpochNs time = stamp(slot, column);
        if (time == kNoTime)
            return {};
        return plainToolTip(QString(formatTimestampFull(time) + u'\n' + formatAge(m_now - time)));
    }
    case Column::Error: {
        const auto &error = c.errorOf(slot);
        QStringList lines;
        for (const auto ref : {error.message, error.code, error.type}) {
            if (ref != 0)
                lines.append(string(ref));
        }
        return plainToolTip(lines.join(u'\n'));
    }
    case Column::Label: {
        if (c.labelText[slot] == 0)
            return {};
        return plainToolTip(CellText::tr("%1: %2").arg(string(c.labelName[slot]), string(c.labelText[slot])));
    }
    }
    Q_UNREACHABLE();
}

QString Cells::sentence(Slot slot) const
{
    const TaskColumns &c = m_columns;
    QStringList parts {stateText(slot), CellText::tr("task %1").arg(c.idText(slot))};
    if (c.target[slot] != 0)
        parts.append(CellText::tr("index %1").arg(oneLine(string(c.target[slot]))));
    if (const DurationNs ran = duration(slot, Column::Ran); ran != kNoTime)
        parts.append((runningSince(c, slot) != kNoTime ? CellText::tr("running for %1") : CellText::tr("ran %1")).arg(formatDurationWords(ran)));
    else if (const EpochNs since = waitingSince(c, slot); since != kNoTime)
        parts.append(CellText::tr("waiting for %1").arg(formatDurationWords(m_now - since)));
    if (const double percent = c.percent(slot); percent >= 0)
        parts.append(formatPercent(percent));
    if (c.flags[slot] & TaskColumns::Gone)
        parts.append(CellText::tr("no longer listed"));
    //: Between the parts of a sentence that describes a task to a screen reader
    return parts.join(CellText::tr(", "));
}

QString Cells::spoken(Slot slot, Column column) const
{
    if (column == Column::State)
        return sentence(slot);
    const bool isDuration = column == Column::Waited || column == Column::Ran;
    const QString value = isDuration ? formatDurationWords(duration(slot, column)) : text(slot, column);
    //: A column's name and the cell's value, for screen readers
    return value.isEmpty() ? CellText::tr("%1: none").arg(columnTitle(column)) : CellText::tr("%1: %2").arg(columnTitle(column), value);
}

QString Cells::goneSentence(Slot slot) const
{
    const auto seen = m_columns.lastSeenAt.find(slot);
    if (seen == m_columns.lastSeenAt.end())
        return CellText::tr("The server no longer lists this task.");
    return CellText::tr("The server no longer lists this task. It was last seen at %1.").arg(formatTimestampFull(seen->second));
}

DurationNs Cells::unnoticedFor(Slot slot) const
{
    if (m_columns.shownState(slot) != TaskState::CancelRequested)
        return 0;
    const auto requested = m_columns.cancelRequestedAt.find(slot);
    if (requested == m_columns.cancelRequestedAt.end() || m_now - requested->second < kCancelUnnoticedAfter)
        return 0;
    return m_now - requested->second;
}

QVariant Cells::sortValue(Slot slot, Column column) const
{
    const TaskColumns &c = m_columns;
    const auto number = [](qint64 value) { return value == kNoTime ? QVariant() : QVariant::fromValue(value); };
    const auto words = [this](quint32 ref) { return ref == 0 ? QVariant() : QVariant(string(ref)); };
    switch (column) {
    case Column::State: return qint64(c.state[slot]);
    case Column::Id: return c.id[slot] >= 0 ? QVariant::fromValue(c.id[slot]) : QVariant(c.idText(slot));
    case Column::Cpu: return number(c.cpu[slot] < 0 ? kNoTime : c.cpu[slot]);
    case Column::Memory: return number(c.memory[slot] < 0 ? kNoTime : c.memory[slot]);
    case Column::Waited:
    case Column::Ran: return number(duration(slot, column));
    case Column::Progress: {
        const double percent = c.percent(slot);
        return percent < 0 ? QVariant() : QVariant(percent);
    }
    case Column::Enqueued:
    case Column::Started:
    case Column::Finished: return number(stamp(slot, column));
    case Column::Error: return words(c.errorOf(slot).message);
    case Column::Index:
    case Column::Type:
    case Column::Batch:
    case Column::CanceledBy:
    case Column::Label:
    case Column::Node:
    case Column::Parent:
    case Column::Description:
    case Column::Subscription:
    case Column::Database: return words(textRef(c, slot, column));
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

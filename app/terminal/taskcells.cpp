// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/taskcells.h"

#include "models/table/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QChar glyphOf(TaskState state)
{
    switch (state) {
    case TaskState::Queued: return u'○';
    case TaskState::Running: return u'▶';
    case TaskState::CancelRequested: return u'◌';
    case TaskState::Succeeded: return u'✔';
    case TaskState::Failed: return u'✘';
    case TaskState::Canceled: return u'▬';
    case TaskState::Unknown: return u'?';
    }
    Q_UNREACHABLE();
}

/// How long an open task has been at it; the server's own figure for others.
std::optional<DurationNs> ranSoFar(const Task &task, EpochNs now)
{
    if (task.ran || task.finishedAt || !task.startedAt || isFinal(task.state) || now == kNoTime || now < *task.startedAt)
        return task.ran;
    return now - *task.startedAt;
}

std::optional<DurationNs> waitedSoFar(const Task &task, EpochNs now)
{
    if (task.startedAt || !task.enqueuedAt || isFinal(task.state) || now == kNoTime || now < *task.enqueuedAt)
        return waited(task);
    return now - *task.enqueuedAt;
}

QString progressText(const std::optional<Progress> &progress, CellStyle style)
{
    if (!progress)
        return {};
    if (style == CellStyle::Programs)
        return progress->percent ? QString::number(*progress->percent, 'g', QLocale::FloatingPointShortest) : QString();
    QString text;
    if (progress->percent)
        text = formatPercent(*progress->percent);
    else if (progress->done && progress->total)
        text = QCoreApplication::translate("Terminal", "%1 of %2").arg(formatNumber(*progress->done), formatNumber(*progress->total));
    if (progress->phase.isEmpty())
        return text;
    return text.isEmpty() ? progress->phase : QString(text + u' ' + progress->phase);
}

QString errorText(const std::optional<TaskError> &error)
{
    if (!error)
        return {};
    return error->message.isEmpty() ? error->code : error->message;
}

QString labelText(const QList<std::pair<QString, QString>> &labels)
{
    QStringList texts;
    for (const auto &[name, text] : labels)
        texts.append(text);
    return texts.join("; "_L1);
}

QString timeCell(const std::optional<EpochNs> &time, CellStyle style)
{
    return style == CellStyle::People ? localTimeText(time) : QString::fromLatin1(formatRfc3339(time.value_or(kNoTime)));
}

QString durationCell(const std::optional<DurationNs> &duration, CellStyle style)
{
    if (!duration)
        return {};
    return style == CellStyle::People ? formatDuration(*duration) : secondsText(*duration);
}

} // namespace

QString glyphAndWord(TaskState state, const QString &serverState)
{
    const bool ownWord = state == TaskState::Unknown && !serverState.isEmpty();
    return glyphOf(state) + u' ' + (ownWord ? serverState : stateTitle(state));
}

QByteArray colorOf(TaskState state)
{
    switch (state) {
    case TaskState::Queued: return {};
    case TaskState::Running: return "\033[34m"_ba;
    case TaskState::CancelRequested: return "\033[33m"_ba;
    case TaskState::Succeeded: return "\033[36m"_ba;
    case TaskState::Failed: return "\033[31m"_ba;
    case TaskState::Canceled: return "\033[35m"_ba;
    case TaskState::Unknown: return {};
    }
    Q_UNREACHABLE();
}

QString localTimeText(const std::optional<EpochNs> &time)
{
    if (!time)
        return {};
    const qint64 ms = *time >= 0 ? *time / kNsPerMs : (*time - kNsPerMs + 1) / kNsPerMs;
    return QDateTime::fromMSecsSinceEpoch(ms).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString secondsText(DurationNs duration)
{
    const quint64 size = duration < 0 ? quint64(0) - quint64(duration) : quint64(duration);
    QString text = QString::number(size / quint64(kNsPerSecond));
    QString fraction = QString::number(size % quint64(kNsPerSecond)).rightJustified(9, u'0');
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if (!fraction.isEmpty())
        text += u'.' + fraction;
    return duration < 0 ? QString(u'-' + text) : text;
}

QString cellText(const Task &task, Column column, CellStyle style, EpochNs now)
{
    const EpochNs clock = style == CellStyle::People ? now : kNoTime;
    switch (column) {
    case Column::State: return style == CellStyle::People ? glyphAndWord(task.state, task.serverState) : wordFor(task.state);
    case Column::Id: return task.id;
    case Column::Index: return task.target;
    case Column::Type: return style == CellStyle::People && !task.title.isEmpty() ? task.title : task.type;
    case Column::Waited: return durationCell(waitedSoFar(task, clock), style);
    case Column::Ran:
        if (!task.ranAtLeast)
            return durationCell(ranSoFar(task, clock), style);
        // What we saw is not what the server said.
        return style == CellStyle::People && task.ran ? QString(u"≥ "_s + durationCell(task.ran, style)) : QString();
    case Column::Progress: return progressText(task.progress, style);
    case Column::Enqueued: return timeCell(task.enqueuedAt, style);
    case Column::Started: return timeCell(task.startedAt, style);
    case Column::Finished: return timeCell(task.finishedAt, style);
    case Column::Error: return errorText(task.error);
    case Column::Batch: return task.batch;
    case Column::CanceledBy: return task.canceledBy.value_or(QString());
    case Column::Label: return labelText(task.labels);
    case Column::Node: return task.node;
    case Column::Parent: return task.parent.value_or(QString());
    case Column::Description: return task.description;
    case Column::Cpu: return durationCell(task.cpu, style);
    case Column::Memory:
        if (!task.memory)
            return {};
        return style == CellStyle::People ? formatBytes(*task.memory) : QString::number(*task.memory);
    case Column::Subscription: return task.subscription;
    case Column::Database: return task.database;
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

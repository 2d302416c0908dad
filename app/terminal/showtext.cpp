// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/showtext.h"

#include "app/terminal/safetext.h"
#include "app/terminal/taskcells.h"
#include "models/table/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// "  name      value" with the names of one block under each other; nothing for an empty value.
QString field(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : QString(u"  "_s + padded(oneSafeLine(name), 11, false) + u' ' + oneSafeLine(value) + u'\n');
}

QString headline(const Task &task, const QString &server, EpochNs now)
{
    const QString id = oneSafeLine(task.id);
    const QString on = oneSafeLine(server);
    switch (task.state) {
    case TaskState::Queued: return QCoreApplication::translate("Terminal", "Task %1 on %2 is waiting to start.").arg(id, on);
    case TaskState::Running:
        return task.startedAt && now > *task.startedAt
            ? QCoreApplication::translate("Terminal", "Task %1 on %2 has been running for %3.").arg(id, on, formatDuration(now - *task.startedAt))
            : QCoreApplication::translate("Terminal", "Task %1 on %2 is running.").arg(id, on);
    case TaskState::CancelRequested:
        return QCoreApplication::translate("Terminal", "Task %1 on %2 was asked to stop and has not ended yet.").arg(id, on);
    case TaskState::Succeeded: return QCoreApplication::translate("Terminal", "Task %1 on %2 succeeded.").arg(id, on);
    case TaskState::Failed: return QCoreApplication::translate("Terminal", "Task %1 on %2 failed.").arg(id, on);
    case TaskState::Canceled:
        return task.canceledBy
            ? QCoreApplication::translate("Terminal", "Task %1 on %2 was canceled by task %3.").arg(id, on, oneSafeLine(*task.canceledBy))
            : QCoreApplication::translate("Terminal", "Task %1 on %2 was canceled.").arg(id, on);
    case TaskState::Unknown:
        return QCoreApplication::translate("Terminal", "Task %1 on %2 is in a state that this program does not know: “%3”.")
            .arg(id, on, oneSafeLine(task.serverState));
    }
    Q_UNREACHABLE();
}

QString errorBlock(const std::optional<TaskError> &error)
{
    if (!error)
        return {};
    QString text = u"\n"_s;
    if (!error->message.isEmpty())
        text += safeLines(error->message) + u"\n\n"_s;
    text += field(QCoreApplication::translate("Terminal", "code"), error->code);
    text += field(QCoreApplication::translate("Terminal", "type"), error->type);
    text += field(QCoreApplication::translate("Terminal", "see"), error->link);
    return text;
}

QString progressLine(const std::optional<Progress> &progress)
{
    if (!progress)
        return {};
    QStringList parts;
    if (progress->percent)
        parts.append(formatPercent(*progress->percent));
    if (progress->done && progress->total)
        parts.append(QCoreApplication::translate("Terminal", "%1 of %2").arg(formatNumber(*progress->done), formatNumber(*progress->total)));
    for (const ProgressStep &step : progress->steps)
        parts.append(QCoreApplication::translate("Terminal", "%1 (%2 of %3)").arg(step.name, formatNumber(step.finished), formatNumber(step.total)));
    if (progress->steps.isEmpty() && !progress->phase.isEmpty())
        parts.append(progress->phase);
    return parts.join(", "_L1);
}

QString factsBlock(const Task &task)
{
    QString text = u"\n"_s;
    text += field(QCoreApplication::translate("Terminal", "state"), task.serverState);
    text += field(QCoreApplication::translate("Terminal", "type"), task.type);
    text += field(QCoreApplication::translate("Terminal", "title"), task.title);
    text += field(QCoreApplication::translate("Terminal", "target"), task.target);
    text += field(QCoreApplication::translate("Terminal", "subscription"), task.subscription);
    text += field(QCoreApplication::translate("Terminal", "database"), task.database);
    text += field(QCoreApplication::translate("Terminal", "description"), task.description);
    text += field(QCoreApplication::translate("Terminal", "progress"), progressLine(task.progress));
    text += field(QCoreApplication::translate("Terminal", "batch"), task.batch);
    text += field(QCoreApplication::translate("Terminal", "parent"), task.parent.value_or(QString()));
    text += field(QCoreApplication::translate("Terminal", "node"), task.node);
    text += field(QCoreApplication::translate("Terminal", "canceled by"), task.canceledBy.value_or(QString()));
    text += field(QCoreApplication::translate("Terminal", "CPU time"), task.cpu ? formatDuration(*task.cpu) : QString());
    text += field(QCoreApplication::translate("Terminal", "memory"), task.memory ? formatBytes(*task.memory) : QString());
    for (const auto &[name, value] : task.labels)
        text += field(name, value);
    for (const TaskLink &link : task.links)
        text += field(link.relation, link.address);
    if (task.gone)
        text += u"  "_s + QCoreApplication::translate("Terminal", "The server no longer lists this task; this is what it last said.") + u'\n';
    return text;
}

/// "  2026-11-22 12:30:28  enqueued", with the exact stamp behind it where the server sent finer than a second.
QString moment(EpochNs at, const QString &what)
{
    return u"  %1  %2  (%3)\n"_s.arg(localTimeText(at), padded(what, 12, false), QString::fromLatin1(formatRfc3339(at)));
}

QString gap(const QString &sentence)
{
    return u"      │ %1\n"_s.arg(sentence);
}

QString runGap(const Task &task, EpochNs now)
{
    if (task.ran)
        return gap(QCoreApplication::translate("Terminal", "ran %1").arg(formatDuration(*task.ran)));
    if (task.startedAt && task.finishedAt && *task.finishedAt >= *task.startedAt)
        return gap(QCoreApplication::translate("Terminal", "ran %1").arg(formatDuration(*task.finishedAt - *task.startedAt)));
    if (task.startedAt && !isFinal(task.state) && now > *task.startedAt)
        return gap(QCoreApplication::translate("Terminal", "has been running for %1").arg(formatDuration(now - *task.startedAt)));
    return {};
}

QString waitGap(const Task &task, EpochNs now)
{
    if (const auto wait = waited(task))
        return gap(QCoreApplication::translate("Terminal", "waited %1").arg(formatDuration(*wait)));
    if (task.enqueuedAt && task.startedAt)
        return gap(QCoreApplication::translate("Terminal", "the server's clock stepped back here; the wait is not known"));
    if (task.enqueuedAt && task.finishedAt && *task.finishedAt >= *task.enqueuedAt)
        return gap(QCoreApplication::translate("Terminal", "waited %1 and never started").arg(formatDuration(*task.finishedAt - *task.enqueuedAt)));
    if (task.enqueuedAt && !isFinal(task.state) && now > *task.enqueuedAt)
        return gap(QCoreApplication::translate("Terminal", "has been waiting for %1").arg(formatDuration(now - *task.enqueuedAt)));
    return {};
}

} // namespace

QString timelineText(const Task &task, EpochNs now)
{
    QString text;
    if (task.enqueuedAt)
        text += moment(*task.enqueuedAt, QCoreApplication::translate("Terminal", "enqueued"));
    text += waitGap(task, now);
    if (task.startedAt)
        text += moment(*task.startedAt, QCoreApplication::translate("Terminal", "started"));
    if (task.seenStartedAt) {
        text += gap(QCoreApplication::translate("Terminal", "while it ran, the server said that it started at %1")
                        .arg(QString::fromLatin1(formatRfc3339(*task.seenStartedAt))));
    }
    if (task.cancelRequestedAt)
        text += moment(*task.cancelRequestedAt, QCoreApplication::translate("Terminal", "cancel sent"));
    text += runGap(task, now);
    if (task.finishedAt)
        text += moment(*task.finishedAt, isFinal(task.state) ? oneSafeLine(task.serverState) : QCoreApplication::translate("Terminal", "finished"));
    return text;
}

QString showText(const Task &task, const QString &server, EpochNs now, bool safe)
{
    QString text = headline(task, server, now) + u'\n';
    text += errorBlock(task.error);
    text += factsBlock(task);
    if (const QString times = timelineText(task, now); !times.isEmpty())
        text += u"\n"_s + QCoreApplication::translate("Terminal", "Timeline") + u'\n' + times;
    if (!task.details.isEmpty()) {
        const QByteArray details = safe ? safeJson(task.details) : task.details;
        text += u"\n"_s + QCoreApplication::translate("Terminal", "Details, as the server sent them") + u'\n'
            + QString::fromUtf8(details) + u'\n';
    }
    return text;
}

} // namespace taskglass

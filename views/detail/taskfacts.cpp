// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/taskfacts.h"

#include "models/table/format.h"
#include "views/detail/jsonscanner.h"
#include "views/style/statuswords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TaskFacts)
};

class Facts
{
public:
    void add(const QString &id, const QString &label, const QString &value, const QString &toolTip = {}, const TaskId &link = {})
    {
        if (!value.isEmpty())
            m_list.append({id, label, value, toolTip, link});
    }
    void addTime(const QString &id, const QString &label, const std::optional<EpochNs> &time, EpochNs now)
    {
        if (time)
            add(id, label, formatTimestamp(*time, now), Words::tr("%1, %2", "time, age").arg(formatTimestampFull(*time), formatAge(now - *time)));
    }
    [[nodiscard]] QList<TaskFact> take() { return std::move(m_list); }

private:
    QList<TaskFact> m_list;
};

QString waitText(const Task &task, EpochNs now)
{
    if (const auto length = waited(task))
        return formatDuration(*length);
    const bool waiting = task.state == TaskState::Queued || task.state == TaskState::CancelRequested;
    if (waiting && task.enqueuedAt && !task.startedAt && !task.gone)
        return Words::tr("%1 so far").arg(formatClock(now - *task.enqueuedAt));
    return {};
}

QString runText(const Task &task, EpochNs now)
{
    if (task.ran)
        return formatDuration(*task.ran);
    if (task.startedAt && !isFinal(task.state) && !task.gone)
        return Words::tr("%1 so far").arg(formatClock(now - *task.startedAt));
    return {};
}

QString progressText(const std::optional<Progress> &progress)
{
    if (!progress)
        return {};
    const QLocale locale;
    QStringList parts;
    if (progress->percent)
        parts.append(Words::tr("%1 %", "percent").arg(locale.toString(*progress->percent, 'f', 1)));
    if (progress->done && progress->total)
        parts.append(Words::tr("%1 of %2").arg(locale.toString(*progress->done), locale.toString(*progress->total)));
    if (!progress->phase.isEmpty())
        parts.append(progress->phase);
    return parts.join(Words::tr(", "));
}

} // namespace

EpochNs serverNow(EpochNs now, const ConnectionStatus &status)
{
    return now + status.clockSkew.value_or(0);
}

QString startEvidence(const Task &task, EpochNs now)
{
    if (!task.seenStartedAt || task.seenStartedAt == task.startedAt)
        return {};
    const QString seen = formatTimestamp(*task.seenStartedAt, now);
    if (!task.startedAt)
        return Words::tr("Seen running since %1; the server now says that it never started.").arg(seen);
    return Words::tr("Seen running since %1; the server now says %2.").arg(seen, formatTimestamp(*task.startedAt, now));
}

QList<TaskFact> taskFacts(const Task &task, const ConnectionStatus &status, EpochNs ourNow)
{
    const EpochNs now = serverNow(ourNow, status);
    Facts facts;
    QString state = stateText(task.state, task.serverState);
    if (task.state == TaskState::CancelRequested && task.cancelRequestedAt)
        state = Words::tr("Cancel requested %1 ago; the server has not confirmed it yet").arg(formatClock(ourNow - *task.cancelRequestedAt));
    facts.add(u"state"_s, Words::tr("State"), state, Words::tr("In the server's word: %1").arg(task.serverState));
    facts.add(u"type"_s, Words::tr("Type"), task.type);
    facts.add(u"index"_s, Words::tr("Index"), task.target);
    if (task.error)
        facts.add(u"error"_s, Words::tr("Error"), task.error->message);
    facts.add(u"progress"_s, Words::tr("Progress"), progressText(task.progress));
    facts.addTime(u"enqueued"_s, Words::tr("Enqueued"), task.enqueuedAt, now);
    facts.addTime(u"started"_s, Words::tr("Started"), task.startedAt, now);
    facts.addTime(u"finished"_s, Words::tr("Finished"), task.finishedAt, now);
    facts.add(u"waited"_s, Words::tr("Waited"), waitText(task, now), Words::tr("From enqueued to started"));
    facts.add(u"ran"_s, Words::tr("Ran"), runText(task, now), Words::tr("From started to finished, as the server reports it"));
    facts.add(u"evidence"_s, Words::tr("Seen"), startEvidence(task, now), Words::tr("Some servers rewrite the start of a task that is canceled while it runs."));
    if (task.canceledBy)
        facts.add(u"canceledBy"_s, Words::tr("Canceled by"), Words::tr("Task %1").arg(*task.canceledBy), {}, *task.canceledBy);
    if (task.parent)
        facts.add(u"parent"_s, Words::tr("Part of"), Words::tr("Task %1").arg(*task.parent), {}, *task.parent);
    facts.add(u"batch"_s, Words::tr("Batch"), task.batch);
    facts.add(u"node"_s, Words::tr("Node"), task.node);
    for (qsizetype i = 0; i < task.labels.size(); ++i) {
        const auto &[name, text] = task.labels.at(i);
        facts.add(u"label%1"_s.arg(i), name, text, Words::tr("Text that came with the task"));
    }
    if (const auto network = jsonMember(task.raw, u"network"_s); network && *network != "null")
        facts.add(u"network"_s, Words::tr("Network"), QString::fromUtf8(*network), Words::tr("Where else this task runs, in the server's own JSON"));
    return facts.take();
}

} // namespace taskglass

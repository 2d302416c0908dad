// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/taskfacts.h"

#include "models/domain/filtermatch.h"
#include "models/domain/taskfilter.h"
#include "models/table/cells.h"
#include "models/table/format.h"
#include "views/detail/description.h"
#include "views/detail/jsonscanner.h"
#include "views/detail/speedfacts.h"
#include "views/dialogs/speed.h"
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

constexpr int kDescriptionLines = 10;

/// The column's title on this server, where it has one of its own.
QString titleFor(const ConnectionStatus &status, QLatin1StringView column, const QString &usual)
{
    for (const auto &[id, title] : status.capabilities.columnTitles) {
        if (id == column)
            return title;
    }
    return usual;
}

QString filterFor(FilterField field, const QString &value)
{
    if (value.isEmpty())
        return {};
    FilterClause clause;
    clause.field = field;
    clause.values = {wholly(field, value)};
    return TaskFilter::fromClauses({clause}).text();
}

class Facts
{
public:
    /// A value that other tasks have too.
    void addShared(const QString &id, const QString &label, const QString &value, FilterField field, const QString &toolTip = {})
    {
        if (!value.isEmpty())
            m_list.append({id, label, value, toolTip.isEmpty() ? Words::tr("Show the tasks with this value") : toolTip, {}, filterFor(field, value), {}});
    }
    void addLong(const QString &id, const QString &label, const QString &value)
    {
        if (value.isEmpty())
            return;
        const QString beginning = beginningOf(value, kDescriptionLines);
        m_list.append({id, label, beginning, {}, {}, {}, {}});
        if (beginning != value)
            m_list.append({QString(id + u"Whole"), {}, Words::tr("Show the whole text"), {}, {}, {}, value});
    }
    void add(const QString &id, const QString &label, const QString &value, const QString &toolTip = {}, const TaskId &link = {})
    {
        if (!value.isEmpty())
            m_list.append({id, label, value, toolTip, link, {}, {}});
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
    if (task.startedAt && task.ranAtLeast && !isFinal(task.state) && !task.gone)
        return Words::tr("%1 so far").arg(formatClock(now - *task.startedAt));
    if (task.ran && task.ranAtLeast)
        return Words::tr("at least %1", "duration").arg(formatDuration(*task.ran));
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

QString stateSentence(const Task &task)
{
    if (task.gone && task.state == TaskState::Unknown)
        return Words::tr("Finished, outcome not reported");
    return stateText(task.state, task.serverState);
}

QString goneSentence(const Task &task, const Capabilities &can, EpochNs now)
{
    if (!task.gone)
        return {};
    const QString means = can.goneMeans.isEmpty() ? Words::tr("The server no longer lists this task. This is what was last seen of it.") : can.goneMeans;
    if (!task.lastSeenAt)
        return means;
    return Words::tr("%1 Last seen at %2.").arg(means, formatTimestamp(*task.lastSeenAt, now));
}

namespace {

QString stateFact(const Task &task, EpochNs ourNow)
{
    if (task.state != TaskState::CancelRequested || !task.cancelRequestedAt)
        return stateSentence(task);
    const DurationNs since = ourNow - *task.cancelRequestedAt;
    if (since >= kCancelUnnoticedAfter)
        return Words::tr("Has not noticed the cancel for %1").arg(formatDurationWords(since));
    return Words::tr("Cancel requested %1 ago; the server has not confirmed it yet").arg(formatClock(since));
}

/// How a task that works through documents gets on.
void addSpeed(Facts &facts, const Task &task, const ConnectionStatus &status, EpochNs now)
{
    const SpeedFacts speed = speedFacts(task);
    if (const auto pace = paceOf(task, now)) {
        facts.add(u"pace"_s, Words::tr("Pace"), Words::tr("%1 documents a second").arg(QLocale().toString(pace->perSecond, 'f', pace->perSecond < 10 ? 1 : 0)),
                  Words::tr("On average since it started"));
        facts.add(u"left"_s, Words::tr("Time left"), Words::tr("about %1").arg(formatDurationWords(pace->left)), Words::tr("At the pace so far"));
    }
    if (speed.requestsPerSecond)
        facts.add(u"speed"_s, Words::tr("Speed limit"), speedText(*speed.requestsPerSecond));
    if (speed.throttled)
        facts.add(u"throttled"_s, Words::tr("Throttled"), formatDurationWords(*speed.throttled), Words::tr("Time that it has slept to keep to its speed limit, of all slices together"));
    if (speed.pause && status.lastAnswerAt != kNoTime)
        facts.add(u"pause"_s, Words::tr("Waits until"), formatTimestamp(serverNow(status.lastAnswerAt, status) + *speed.pause, now),
                  Words::tr("It sleeps until then to keep to its speed limit"));
}

void addPlace(Facts &facts, const Task &task, const QList<NodeInfo> &nodes)
{
    facts.addShared(u"node"_s, Words::tr("Node"), task.node, FilterField::Node);
    for (const NodeInfo &node : nodes) {
        if (node.label != task.node || task.node.isEmpty())
            continue;
        facts.add(u"nodeHost"_s, Words::tr("Host"), node.host);
        facts.add(u"nodeRoles"_s, Words::tr("Roles"), node.roles.join(Words::tr(", ")));
        if (!node.failure.isEmpty())
            facts.add(u"nodeFailure"_s, Words::tr("Node failed"), Words::tr("It did not answer last time; this is what was known before. %1").arg(node.failure));
    }
}

} // namespace

QList<TaskFact> taskFacts(const Task &task, const ConnectionStatus &status, EpochNs ourNow, const QList<NodeInfo> &nodes)
{
    const EpochNs now = serverNow(ourNow, status);
    Facts facts;
    facts.add(u"state"_s, Words::tr("State"), stateFact(task, ourNow), Words::tr("In the server's word: %1").arg(task.serverState));
    facts.add(u"title"_s, Words::tr("What"), task.title);
    facts.add(u"type"_s, titleFor(status, "type"_L1, Words::tr("Type")), task.type);
    facts.add(u"index"_s, titleFor(status, "index"_L1, Words::tr("Index")), task.target);
    facts.addShared(u"subscription"_s, Words::tr("Subscription"), task.subscription, FilterField::Subscription);
    facts.addShared(u"database"_s, Words::tr("Database"), task.database, FilterField::Database);
    if (task.error)
        facts.add(u"error"_s, Words::tr("Error"), task.error->message);
    facts.addLong(u"description"_s, Words::tr("Description"), readableDescription(task.description));
    facts.add(u"progress"_s, Words::tr("Progress"), progressText(task.progress));
    addSpeed(facts, task, status, now);
    facts.addTime(u"enqueued"_s, Words::tr("Enqueued"), task.enqueuedAt, now);
    facts.addTime(u"started"_s, Words::tr("Started"), task.startedAt, now);
    facts.addTime(u"finished"_s, Words::tr("Finished"), task.finishedAt, now);
    facts.addTime(u"lastSeen"_s, Words::tr("Last seen"), task.lastSeenAt, ourNow);
    facts.add(u"waited"_s, Words::tr("Waited"), waitText(task, now), Words::tr("From enqueued to started"));
    facts.add(u"ran"_s, Words::tr("Ran"), runText(task, now),
              task.ranAtLeast ? Words::tr("The server does not tell; this is how long it was seen") : Words::tr("From started to finished, as the server reports it"));
    facts.add(u"evidence"_s, Words::tr("Seen"), startEvidence(task, now), Words::tr("Some servers rewrite the start of a task that is canceled while it runs."));
    if (task.cpu)
        facts.add(u"cpu"_s, Words::tr("CPU time"), formatDuration(*task.cpu));
    if (task.memory)
        facts.add(u"memory"_s, Words::tr("Memory"), formatBytes(*task.memory));
    if (task.canceledBy)
        facts.add(u"canceledBy"_s, Words::tr("Canceled by"), Words::tr("Task %1").arg(*task.canceledBy), {}, *task.canceledBy);
    if (task.parent)
        facts.add(u"parent"_s, Words::tr("Part of"), Words::tr("Task %1").arg(*task.parent), {}, *task.parent);
    facts.add(u"batch"_s, Words::tr("Batch"), task.batch);
    addPlace(facts, task, nodes);
    if (task.cancellable == false && !isFinal(task.state))
        facts.add(u"cancellable"_s, Words::tr("Cancel"), Words::tr("The server says that this task cannot be canceled."));
    for (qsizetype i = 0; i < task.labels.size(); ++i) {
        const auto &[name, text] = task.labels.at(i);
        facts.addShared(u"label%1"_s.arg(i), name, text, FilterField::Label, Words::tr("Text that came with the task. Press to show the tasks with it."));
    }
    if (const auto network = jsonMember(task.raw, u"network"_s); network && *network != "null")
        facts.add(u"network"_s, Words::tr("Network"), QString::fromUtf8(*network), Words::tr("Where else this task runs, in the server's own JSON"));
    return facts.take();
}

} // namespace taskglass

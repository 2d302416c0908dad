// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/commandwords.h"

#include "models/table/format.h"
#include "views/dialogs/speed.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr qint64 kTypedAbove = 100;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandWords)
};

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString questionText(CommandKind kind, qint64 count, const QString &server)
{
    switch (kind) {
    case CommandKind::Cancel: return Words::tr("Cancel %Ln task(s) on %1?", nullptr, plural(count)).arg(server);
    case CommandKind::Delete: return Words::tr("Delete the records of %Ln task(s) on %1?", nullptr, plural(count)).arg(server);
    case CommandKind::Rethrottle: return Words::tr("Change the speed of %Ln task(s) on %1?", nullptr, plural(count)).arg(server);
    }
    Q_UNREACHABLE();
}

QString titleText(CommandKind kind)
{
    switch (kind) {
    case CommandKind::Cancel: return Words::tr("Cancel Tasks");
    case CommandKind::Delete: return Words::tr("Delete Records");
    case CommandKind::Rethrottle: return Words::tr("Change Speed");
    }
    Q_UNREACHABLE();
}

QString openingText(CommandKind kind, const QString &server)
{
    switch (kind) {
    case CommandKind::Cancel: return Words::tr("Cancel on %1?").arg(server);
    case CommandKind::Delete: return Words::tr("Delete on %1?").arg(server);
    case CommandKind::Rethrottle: return Words::tr("Change the speed on %1?").arg(server);
    }
    Q_UNREACHABLE();
}

QString meansText(const CommandPreview &preview, const Capabilities &can)
{
    if (!preview.means.isEmpty())
        return preview.means;
    switch (preview.command.kind) {
    case CommandKind::Cancel: return can.cancelMeans;
    case CommandKind::Delete: return can.deleteMeans;
    case CommandKind::Rethrottle: return Words::tr("From now on the work goes %1.").arg(speedText(preview.command.requestsPerSecond));
    }
    Q_UNREACHABLE();
}

QString doItText(CommandKind kind, qint64 count)
{
    switch (kind) {
    case CommandKind::Cancel: return Words::tr("Cancel %Ln Task(s)", "button", plural(count));
    case CommandKind::Delete: return Words::tr("Delete %Ln Record(s)", "button", plural(count));
    case CommandKind::Rethrottle: return Words::tr("Change Speed of %Ln Task(s)", "button", plural(count));
    }
    Q_UNREACHABLE();
}

QString keepText(CommandKind kind)
{
    switch (kind) {
    case CommandKind::Cancel: return Words::tr("Keep Running");
    case CommandKind::Delete: return Words::tr("Keep Records");
    case CommandKind::Rethrottle: return Words::tr("Keep Speed");
    }
    Q_UNREACHABLE();
}

QString statesText(const CommandPreview &preview)
{
    QStringList parts;
    for (const auto &[state, count] : preview.byState) {
        if (count > 0)
            parts.append(Words::tr("%1 %2", "state, count").arg(stateTitle(state), formatNumber(count)));
    }
    return parts.join(Words::tr(", "));
}

QString countsText(const QList<std::pair<QString, qint64>> &counts, int most)
{
    QStringList parts;
    for (const auto &[name, count] : counts.first(std::min<qsizetype>(most, counts.size())))
        parts.append(Words::tr("%1 %2", "name, count").arg(name.isEmpty() ? Words::tr("(none)") : oneLine(name, 60), formatNumber(count)));
    const QString text = parts.join(Words::tr(", "));
    const qsizetype left = counts.size() - parts.size();
    return left > 0 ? Words::tr("%1 and %Ln more", "list", plural(left)).arg(text) : text;
}

QString rangeText(const CommandPreview &preview, EpochNs now)
{
    QStringList parts;
    if (!preview.oldest.isEmpty())
        parts.append(preview.oldest == preview.newest ? Words::tr("Id %1").arg(oneLine(preview.oldest, 40))
                                                      : Words::tr("Ids %1 … %2").arg(oneLine(preview.oldest, 40), oneLine(preview.newest, 40)));
    if (preview.oldestEnqueuedAt && preview.newestEnqueuedAt && *preview.oldestEnqueuedAt != *preview.newestEnqueuedAt) {
        parts.append(Words::tr("enqueued %1 … %2").arg(formatTimestamp(*preview.oldestEnqueuedAt, now), formatTimestamp(*preview.newestEnqueuedAt, now)));
    } else if (preview.oldestEnqueuedAt) {
        parts.append(Words::tr("enqueued %1").arg(formatTimestamp(*preview.oldestEnqueuedAt, now)));
    }
    return parts.join(Words::tr(", "));
}

QString pinText(const Command &command, EpochNs now)
{
    if (!command.ids.isEmpty())
        return Words::tr("Exactly these tasks; no others are touched.");
    if (!command.enqueuedBefore)
        return {};
    return Words::tr("Tasks enqueued after %1 are not touched.").arg(formatTimestamp(*command.enqueuedBefore, now));
}

bool mustTypeNumber(const CommandPreview &preview, Environment environment)
{
    return preview.count > kTypedAbove || (preview.command.ids.isEmpty() && environment == Environment::Production);
}

bool isTypedNumber(const QString &typed, qint64 number)
{
    QString digits;
    const QString group = QLocale().groupSeparator();
    for (const QChar c : typed.trimmed()) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
        else if (!c.isSpace() && c != u',' && c != u'.' && QString(c) != group)
            return false;
    }
    return !digits.isEmpty() && digits == QString::number(number);
}

QString outcomeText(const CommandOutcome &outcome)
{
    switch (outcome.kind) {
    case CommandOutcome::Kind::Pending:
        return Words::tr("Requested, not confirmed yet");
    case CommandOutcome::Kind::Canceled:
        return Words::tr("Canceled");
    case CommandOutcome::Kind::Deleted:
        return Words::tr("Record deleted");
    case CommandOutcome::Kind::Rethrottled:
        return Words::tr("Speed changed");
    case CommandOutcome::Kind::AlreadyFinished:
        return Words::tr("Had already finished");
    case CommandOutcome::Kind::Refused:
        return outcome.reason.isEmpty() ? Words::tr("Refused") : Words::tr("Refused: %1").arg(oneLine(outcome.reason));
    case CommandOutcome::Kind::NotConfirmed:
        break;
    }
    return Words::tr("Not confirmed by the server");
}

QString reportText(const CommandReport &report, const QString &server)
{
    std::array<qint64, 7> counts {};
    for (const CommandOutcome &outcome : report.outcomes)
        ++counts.at(static_cast<std::size_t>(outcome.kind));
    const auto at = [&counts](CommandOutcome::Kind kind) { return counts.at(static_cast<std::size_t>(kind)); };
    // The list is cut at a thousand; what the server counted is not.
    qint64 done = at(CommandOutcome::Kind::Canceled) + at(CommandOutcome::Kind::Deleted) + at(CommandOutcome::Kind::Rethrottled);
    if (report.affected)
        done = *report.affected;
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &text) {
        if (count > 0)
            parts.append(text);
    };
    using Kind = CommandOutcome::Kind;
    switch (report.command.kind) {
    case CommandKind::Cancel: add(done, Words::tr("%Ln canceled", nullptr, plural(done))); break;
    case CommandKind::Delete: add(done, Words::tr("%Ln record(s) deleted", nullptr, plural(done))); break;
    case CommandKind::Rethrottle:
        add(done, Words::tr("%Ln changed, now %1", nullptr, plural(done)).arg(speedText(report.command.requestsPerSecond)));
        break;
    }
    add(at(Kind::AlreadyFinished), Words::tr("%Ln already finished", nullptr, plural(at(Kind::AlreadyFinished))));
    add(at(Kind::Refused), Words::tr("%Ln refused", nullptr, plural(at(Kind::Refused))));
    add(at(Kind::NotConfirmed), Words::tr("%Ln not confirmed", nullptr, plural(at(Kind::NotConfirmed))));
    add(at(Kind::Pending), Words::tr("%Ln not confirmed yet", nullptr, plural(at(Kind::Pending))));
    QString text = parts.join(Words::tr(", "));
    if (report.phase == CommandReport::Phase::Sending)
        text = Words::tr("sending…");
    else if (report.phase == CommandReport::Phase::Failed)
        text = parts.isEmpty() ? Words::tr("the request failed") : Words::tr("the request failed; %1").arg(text);
    else if (text.isEmpty())
        text = report.phase == CommandReport::Phase::Accepted ? Words::tr("accepted, waiting for the server") : Words::tr("nothing was left to do");
    //: %1 server, %2 what happened
    return Words::tr("%1: %2").arg(server, text);
}

QList<TaskId> retryableIds(const CommandReport &report)
{
    QList<TaskId> ids;
    if (report.phase != CommandReport::Phase::Done && report.phase != CommandReport::Phase::Failed)
        return ids;
    for (const CommandOutcome &outcome : report.outcomes) {
        const bool pendingOfFailed = outcome.kind == CommandOutcome::Kind::Pending && report.phase == CommandReport::Phase::Failed;
        if (outcome.kind == CommandOutcome::Kind::Refused || outcome.kind == CommandOutcome::Kind::NotConfirmed || pendingOfFailed)
            ids.append(outcome.id);
    }
    return ids;
}

} // namespace taskglass

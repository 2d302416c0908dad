// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/commandwords.h"

#include "models/table/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr qint64 kTypedAbove = 100;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("CommandWords", text, comment, n);
}

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString questionText(CommandKind kind, qint64 count, const QString &server)
{
    return (kind == CommandKind::Cancel ? tr("Cancel %n task(s) on %1?", nullptr, plural(count))
                                        : tr("Delete the records of %n task(s) on %1?", nullptr, plural(count)))
        .arg(server);
}

QString doItText(CommandKind kind, qint64 count)
{
    return kind == CommandKind::Cancel ? tr("Cancel %n Task(s)", "button", plural(count)) : tr("Delete %n Record(s)", "button", plural(count));
}

QString keepText(CommandKind kind)
{
    return kind == CommandKind::Cancel ? tr("Keep Running") : tr("Keep Records");
}

QString statesText(const CommandPreview &preview)
{
    QStringList parts;
    for (const auto &[state, count] : preview.byState) {
        if (count > 0)
            parts.append(tr("%1 %2", "state, count").arg(stateTitle(state), formatNumber(count)));
    }
    return parts.join(tr(", "));
}

QString countsText(const QList<std::pair<QString, qint64>> &counts, int most)
{
    QStringList parts;
    for (const auto &[name, count] : counts.first(std::min<qsizetype>(most, counts.size())))
        parts.append(tr("%1 %2", "name, count").arg(name.isEmpty() ? tr("(none)") : oneLine(name, 60), formatNumber(count)));
    const QString text = parts.join(tr(", "));
    const qsizetype left = counts.size() - parts.size();
    return left > 0 ? tr("%1 and %n more", "list", plural(left)).arg(text) : text;
}

QString rangeText(const CommandPreview &preview, EpochNs now)
{
    QStringList parts;
    if (!preview.oldest.isEmpty())
        parts.append(preview.oldest == preview.newest ? tr("Id %1").arg(oneLine(preview.oldest, 40))
                                                      : tr("Ids %1 … %2").arg(oneLine(preview.oldest, 40), oneLine(preview.newest, 40)));
    if (preview.oldestEnqueuedAt && preview.newestEnqueuedAt && *preview.oldestEnqueuedAt != *preview.newestEnqueuedAt) {
        parts.append(tr("enqueued %1 … %2").arg(formatTimestamp(*preview.oldestEnqueuedAt, now), formatTimestamp(*preview.newestEnqueuedAt, now)));
    } else if (preview.oldestEnqueuedAt) {
        parts.append(tr("enqueued %1").arg(formatTimestamp(*preview.oldestEnqueuedAt, now)));
    }
    return parts.join(tr(", "));
}

QString pinText(const Command &command, EpochNs now)
{
    if (!command.ids.isEmpty())
        return tr("Exactly these tasks; no others are touched.");
    if (!command.enqueuedBefore)
        return {};
    return tr("Tasks enqueued after %1 are not touched.").arg(formatTimestamp(*command.enqueuedBefore, now));
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
        return tr("Requested, not confirmed yet");
    case CommandOutcome::Kind::Canceled:
        return tr("Canceled");
    case CommandOutcome::Kind::Deleted:
        return tr("Record deleted");
    case CommandOutcome::Kind::AlreadyFinished:
        return tr("Had already finished");
    case CommandOutcome::Kind::Refused:
        return outcome.reason.isEmpty() ? tr("Refused") : tr("Refused: %1").arg(oneLine(outcome.reason));
    case CommandOutcome::Kind::NotConfirmed:
        break;
    }
    return tr("Not confirmed by the server");
}

QString reportText(const CommandReport &report, const QString &server)
{
    std::array<qint64, 6> counts {};
    for (const CommandOutcome &outcome : report.outcomes)
        ++counts.at(static_cast<std::size_t>(outcome.kind));
    const auto at = [&counts](CommandOutcome::Kind kind) { return counts.at(static_cast<std::size_t>(kind)); };
    // The list is cut at a thousand; what the server counted is not.
    qint64 done = at(CommandOutcome::Kind::Canceled) + at(CommandOutcome::Kind::Deleted);
    if (report.affected)
        done = *report.affected;
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &text) {
        if (count > 0)
            parts.append(text);
    };
    using Kind = CommandOutcome::Kind;
    if (report.command.kind == CommandKind::Cancel)
        add(done, tr("%n canceled", nullptr, plural(done)));
    else
        add(done, tr("%n record(s) deleted", nullptr, plural(done)));
    add(at(Kind::AlreadyFinished), tr("%n already finished", nullptr, plural(at(Kind::AlreadyFinished))));
    add(at(Kind::Refused), tr("%n refused", nullptr, plural(at(Kind::Refused))));
    add(at(Kind::NotConfirmed), tr("%n not confirmed", nullptr, plural(at(Kind::NotConfirmed))));
    add(at(Kind::Pending), tr("%n not confirmed yet", nullptr, plural(at(Kind::Pending))));
    QString text = parts.join(tr(", "));
    if (report.phase == CommandReport::Phase::Sending)
        text = tr("sending…");
    else if (report.phase == CommandReport::Phase::Failed)
        text = parts.isEmpty() ? tr("the request failed") : tr("the request failed; %1").arg(text);
    else if (text.isEmpty())
        text = report.phase == CommandReport::Phase::Accepted ? tr("accepted, waiting for the server") : tr("nothing was left to do");
    //: %1 server, %2 what happened
    return tr("%1: %2").arg(server, text);
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

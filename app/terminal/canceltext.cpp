// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/canceltext.h"

#include "app/terminal/safetext.h"
#include "app/terminal/taskcells.h"
#include "models/table/format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr qsizetype kKindsListed = 6;

QString breakdown(const QList<std::pair<QString, qint64>> &counts)
{
    QStringList parts;
    for (const auto &[name, count] : counts.first(std::min(counts.size(), kKindsListed)))
        parts.append(u"%1 %2"_s.arg(oneSafeLine(name.isEmpty() ? u"–"_s : name), formatNumber(count)));
    if (counts.size() > kKindsListed)
        parts.append(QCoreApplication::translate("Terminal", "and %n more", nullptr, int(counts.size() - kKindsListed)));
    return parts.join(", "_L1);
}

QString field(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : QString(u"  "_s + padded(name, 10, false) + value + u'\n');
}

QString idWithTime(const TaskId &id, const std::optional<EpochNs> &enqueuedAt)
{
    if (id.isEmpty())
        return {};
    return enqueuedAt ? QCoreApplication::translate("Terminal", "%1, enqueued %2").arg(oneSafeLine(id), localTimeText(*enqueuedAt)) : oneSafeLine(id);
}

QString tasksListed(const CommandPreview &preview, int listed)
{
    QString text;
    const qsizetype shown = std::min<qsizetype>(listed, preview.tasks.size());
    for (const Task &task : preview.tasks.first(shown)) {
        text += u"  %1  %2  %3  %4\n"_s.arg(oneSafeLine(task.id), padded(glyphAndWord(task.state, task.serverState), 12, false),
                                            oneSafeLine(task.target.isEmpty() ? u"–"_s : task.target), oneSafeLine(task.type));
    }
    if (preview.count > shown && shown > 0)
        text += u"  … "_s + QCoreApplication::translate("Terminal", "and %n more", nullptr, int(preview.count - shown)) + u'\n';
    return text;
}

} // namespace

QString previewText(const CommandPreview &preview, const ServerProfile &server, int listed)
{
    const bool deletes = preview.command.kind == CommandKind::Delete;
    const QString where = u"%1 (%2)"_s.arg(oneSafeLine(server.name), wordFor(server.environment));
    const int count = int(preview.count);
    QString text = deletes ? QCoreApplication::translate("Terminal", "%n task record(s) would be deleted on %1.", nullptr, count).arg(where)
                           : QCoreApplication::translate("Terminal", "%n task(s) would be canceled on %1.", nullptr, count).arg(where);
    text += u"\n"_s;
    if (!preview.command.filter.isEmpty())
        text += field(QCoreApplication::translate("Terminal", "filter"), oneSafeLine(preview.command.filter.text()));
    QStringList states;
    for (const auto &[state, tasks] : preview.byState)
        states.append(u"%1 %2"_s.arg(stateTitle(state), formatNumber(tasks)));
    text += field(QCoreApplication::translate("Terminal", "states"), states.join(", "_L1));
    text += field(QCoreApplication::translate("Terminal", "types"), breakdown(preview.byType));
    text += field(QCoreApplication::translate("Terminal", "targets"), breakdown(preview.byTarget));
    text += field(QCoreApplication::translate("Terminal", "oldest"), idWithTime(preview.oldest, preview.oldestEnqueuedAt));
    text += field(QCoreApplication::translate("Terminal", "newest"), idWithTime(preview.newest, preview.newestEnqueuedAt));
    text += tasksListed(preview, listed);
    if (!preview.means.isEmpty())
        text += preview.means + u'\n';
    if (preview.command.enqueuedBefore)
        text += QCoreApplication::translate("Terminal", "Tasks that arrive after this look are not touched.") + u'\n';
    if (!preview.note.isEmpty())
        text += oneSafeLine(preview.note) + u'\n';
    return text;
}

QString outcomeInWords(const CommandOutcome &outcome)
{
    switch (outcome.kind) {
    case CommandOutcome::Kind::Pending: return QCoreApplication::translate("Terminal", "cancel requested");
    case CommandOutcome::Kind::Canceled: return QCoreApplication::translate("Terminal", "canceled");
    case CommandOutcome::Kind::Deleted: return QCoreApplication::translate("Terminal", "deleted");
    case CommandOutcome::Kind::Rethrottled: return QCoreApplication::translate("Terminal", "rethrottled");
    case CommandOutcome::Kind::AlreadyFinished: return QCoreApplication::translate("Terminal", "already finished");
    case CommandOutcome::Kind::Refused: return QCoreApplication::translate("Terminal", "refused: %1").arg(oneSafeLine(outcome.reason));
    case CommandOutcome::Kind::NotConfirmed: return QCoreApplication::translate("Terminal", "not confirmed");
    }
    Q_UNREACHABLE();
}

QString reportText(const CommandReport &report)
{
    QString text;
    int idWidth = 0;
    for (const CommandOutcome &outcome : report.outcomes)
        idWidth = std::max(idWidth, displayWidth(oneSafeLine(outcome.id)));
    for (const CommandOutcome &outcome : report.outcomes)
        text += padded(oneSafeLine(outcome.id), idWidth, false) + u"  "_s + outcomeInWords(outcome) + u'\n';
    return text;
}

bool tookForEveryTask(const CommandReport &report)
{
    if (report.phase != CommandReport::Phase::Done || report.error)
        return false;
    const bool each = std::all_of(report.outcomes.begin(), report.outcomes.end(), [](const CommandOutcome &outcome) {
        return outcome.kind == CommandOutcome::Kind::Canceled || outcome.kind == CommandOutcome::Kind::Deleted
            || outcome.kind == CommandOutcome::Kind::Rethrottled;
    });
    // Beyond the first thousand there is no line a task: the server's own count must tell.
    return each && (!report.affected || *report.affected >= report.command.previewed);
}

} // namespace taskglass

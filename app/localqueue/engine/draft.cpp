// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/draft.h"

#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/engine/filterparser.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/payload.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settings.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

using Type = StoredWork::Type;

/// Fills the draft for one type of work; answers why it cannot.
class Checker
{
public:
    Checker(const NewTask &task, CheckedTask &checked) : m_task(task), m_checked(checked) { }

    Failure operator()(const DocumentImport &import)
    {
        Result<DocumentStream> stream = readDocuments(import.format, import.body, import.csvDelimiter);
        if (!stream)
            return stream.error();
        m_checked.work.type = Type::Import;
        m_checked.work.method = import.method;
        m_checked.work.primaryKey = import.primaryKey;
        m_checked.work.count = stream.value().count;
        m_checked.body = stream.value().bytes;
        m_checked.draft.method = import.method;
        return details(importDetails(stream.value().count, {}));
    }

    Failure operator()(const DocumentDeletionByIds &deletion)
    {
        m_checked.work.type = Type::DeleteByIds;
        m_checked.work.ids = deletion.ids;
        return details(deletionByIdsDetails(deletion.ids.size(), {}));
    }

    Failure operator()(const DocumentDeletionByFilter &deletion)
    {
        const Result<DocumentFilter::Node> filter = parseFilterValue(deletion.filter);
        if (!filter)
            return filter.error();
        m_checked.work.type = Type::DeleteByFilter;
        m_checked.work.json = compact(deletion.filter);
        return details(deletionByFilterDetails(m_checked.work.json, {}));
    }

    Failure operator()(const DocumentClear &)
    {
        m_checked.work.type = Type::Clear;
        m_checked.draft.clearsAll = true;
        return details(clearDetails({}));
    }

    Failure operator()(const SettingsUpdate &update)
    {
        m_checked.work.type = Type::Settings;
        m_checked.work.resetAll = update.resetAll;
        m_checked.work.isDeletion = update.isDeletion || update.resetAll;
        if (update.resetAll)
            return details(resetAllDetails());
        const Result<QByteArray> settings = validateSettings(update.settings);
        if (!settings)
            return settings.error();
        m_checked.work.json = settings.value();
        return details(settings.value());
    }

    Failure operator()(const IndexCreation &creation)
    {
        m_checked.work.type = Type::CreateIndex;
        m_checked.work.primaryKey = creation.primaryKey;
        return details(indexCreationDetails(creation.primaryKey));
    }

    Failure operator()(const IndexUpdate &update)
    {
        if (update.newUid && !isValidIndexUid(*update.newUid))
            return invalidUid(*update.newUid);
        m_checked.work.type = Type::UpdateIndex;
        m_checked.work.primaryKey = update.primaryKey;
        m_checked.work.newUid = update.newUid;
        m_checked.draft.otherIndexUid = update.newUid.value_or(QString());
        return details(indexUpdateDetails(update, m_task.indexUid));
    }

    Failure operator()(const IndexDeletion &)
    {
        m_checked.work.type = Type::DeleteIndex;
        return details(clearDetails({}));
    }

    Failure operator()(const IndexCompaction &)
    {
        m_checked.work.type = Type::Compact;
        return details("{}");
    }

    Failure operator()(const DumpCreation &)
    {
        m_checked.work.type = Type::Dump;
        return details(dumpDetails({}));
    }

    Failure operator()(const SnapshotCreation &)
    {
        m_checked.work.type = Type::Snapshot;
        return {};
    }

    Failure operator()(const IndexSwap &swap)
    {
        QSet<QString> seen;
        QStringList twice;
        for (const IndexPair &pair : swap.swaps) {
            for (const QString &uid : {pair.lhs, pair.rhs}) {
                if (!isValidIndexUid(uid))
                    return invalidUid(uid);
                if (seen.contains(uid) && !twice.contains(uid))
                    twice.append(u'`' + uid + u'`');
                seen.insert(uid);
            }
        }
        if (!twice.isEmpty()) {
            return refusal(400, u"invalid_swap_duplicate_index_found"_s,
                           u"Indexes must be declared only once during a swap. %1 %2 specified several times."_s.arg(
                               twice.join(u", "_s), twice.size() == 1 ? u"was"_s : u"were"_s));
        }
        m_checked.work.type = Type::Swap;
        return details(swapDetails(swap.swaps));
    }

    Failure operator()(const TaskCancelation &cancelation)
    {
        m_checked.work.type = Type::Cancel;
        m_checked.query = &cancelation.query;
        return {};
    }

    Failure operator()(const TaskDeletion &deletion)
    {
        m_checked.work.type = Type::DeleteTasks;
        m_checked.query = &deletion.query;
        return {};
    }

    static Error invalidUid(const QString &uid)
    {
        return refusal(400, u"invalid_index_uid"_s,
                       u"`%1` is not a valid index uid. Index uid can be an integer or a string containing only alphanumeric "
                       "characters, hyphens (-) and underscores (_), and can not be more than 512 bytes."_s.arg(uid));
    }

private:
    Failure details(const QByteArray &json)
    {
        m_checked.draft.details = json;
        return {};
    }

    const NewTask &m_task;
    CheckedTask &m_checked;
};

} // namespace

Result<CheckedTask> checkTask(const NewTask &task)
{
    CheckedTask checked;
    checked.draft.kind = kindOf(task.work);
    checked.draft.indexUid = task.indexUid;
    checked.draft.customMetadata = task.customMetadata;
    if (hasIndex(checked.draft.kind) && !isValidIndexUid(task.indexUid))
        return Checker::invalidUid(task.indexUid);
    Checker checker(task, checked);
    if (const Failure failure = std::visit(checker, task.work))
        return *failure;
    return checked;
}

bool isValidIndexUid(QStringView uid)
{
    constexpr qsizetype kMaxBytes = 400;
    if (uid.isEmpty() || uid.size() > kMaxBytes)
        return false;
    for (const QChar c : uid) {
        const char16_t u = c.unicode();
        if (!((u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_'))
            return false;
    }
    return true;
}

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/documentchanges.h"

#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/payload.h"
#include "app/localqueue/engine/primarykey.h"
#include "app/localqueue/engine/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Result<QString> primaryKeyFor(const QueuedTask &task, const std::vector<QByteArrayView> &documents,
                              const std::optional<QString> &known)
{
    if (known && task.work.primaryKey && *known != *task.work.primaryKey) {
        return refusal(400, u"index_primary_key_already_exists"_s,
                       u"Index already has a primary key: `%1`."_s.arg(*known));
    }
    if (known)
        return *known;
    if (task.work.primaryKey)
        return *task.work.primaryKey;
    return inferPrimaryKey(documents.front());
}

/// Appends the changes of one import; on an error none of them stay.
std::optional<Error> addImport(DocumentChanges &all, std::size_t member, const QueuedTask &task, QByteArrayView payload)
{
    const std::vector<QByteArrayView> documents = documentsOf(payload);
    if (documents.empty())
        return {};
    const Result<QString> key = primaryKeyFor(task, documents, all.primaryKey);
    if (!key)
        return key.error();
    const std::size_t before = all.changes.size();
    const auto type = task.work.method == ImportMethod::Replace ? DocumentChange::Type::Replace
                                                                 : DocumentChange::Type::Update;
    for (const QByteArrayView document : documents) {
        const Result<QString> id = documentId(document, key.value());
        if (!id) {
            all.changes.resize(before);
            return id.error();
        }
        all.changes.push_back({type, member, id.value(), document});
    }
    all.primaryKey = key.value();
    return {};
}

} // namespace

DocumentChanges computeChanges(JobContext &context, const Batch &batch, const IndexRow &index, std::size_t first)
{
    DocumentChanges all;
    all.primaryKey = index.primaryKey;
    all.errors.resize(batch.tasks.size());
    all.payloads.reserve(batch.tasks.size());
    context.processing.enter(1, u"computing document changes"_s, 1, 4);
    context.processing.enter(2, u"preparing payloads"_s, 0, 3);
    const auto total = static_cast<qint64>(batch.tasks.size());
    context.processing.enter(3, u"payload"_s, 0, total);
    for (std::size_t member = first; member < batch.tasks.size(); ++member) {
        if (context.throttle.stop() != Throttle::Stop::No) {
            all.stopped = true;
            return all;
        }
        Result<QByteArray> payload = taskstore::payloadOf(context.tasks, batch.tasks[member].uid);
        if (!payload) {
            all.failure = payload.error();
            return all;
        }
        all.payloads.push_back(payload.take());
        context.processing.advance(static_cast<qint64>(member) + 1);
    }
    context.processing.enter(2, u"assigning documents ids"_s, 1, 3);
    for (std::size_t member = first; member < batch.tasks.size(); ++member) {
        const QueuedTask &task = batch.tasks[member];
        if (task.work.type == StoredWork::Type::Import) {
            all.errors[member] = addImport(all, member, task, all.payloads[member - first]);
        } else {
            for (const QString &id : task.work.ids)
                all.changes.push_back({DocumentChange::Type::Remove, member, id, {}});
        }
    }
    return all;
}

QByteArray mergedDocument(QByteArrayView stored, QByteArrayView update)
{
    const std::vector<JsonMember> fresh = membersOf(update);
    const std::vector<JsonMember> old = membersOf(stored);
    const auto withKey = [](const std::vector<JsonMember> &members, const QString &key) {
        return std::find_if(members.rbegin(), members.rend(), [&key](const JsonMember &m) { return m.key == key; });
    };
    QByteArray merged("{");
    const auto append = [&merged](const JsonMember &member) {
        if (merged.size() > 1)
            merged += ',';
        merged += quoted(member.key) + ':' + compact(member.value);
    };
    for (const JsonMember &member : old) {
        const auto replacement = withKey(fresh, member.key);
        append(replacement == fresh.rend() ? member : *replacement);
    }
    for (const JsonMember &member : fresh) {
        if (withKey(old, member.key) == old.rend())
            append(member);
    }
    return merged + '}';
}

} // namespace taskglass::localqueue

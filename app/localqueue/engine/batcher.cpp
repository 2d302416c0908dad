// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/batcher.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

using Type = StoredWork::Type;

bool makesIndex(const QueuedTask &task)
{
    return task.work.type == Type::Import || (task.work.type == Type::Settings && !task.work.isDeletion);
}

} // namespace

QString aloneStrategy(const QueuedTask &task)
{
    return u"created batch containing only task with id %1 of type `%2` that cannot be batched with any other task."_s.arg(
        QString::number(task.uid), wordFor(task.kind));
}

Batcher::Batcher(QString indexUid, bool indexExists, std::optional<QString> primaryKey)
    : m_indexExists(indexExists), m_indexKey(std::move(primaryKey))
{
    m_batch.indexUid = std::move(indexUid);
}

bool Batcher::refuse(const QString &reason)
{
    m_reason = reason;
    return false;
}

bool Batcher::offer(const QueuedTask &task)
{
    if (isComplete())
        return false;
    if (m_batch.tasks.empty()) {
        start(task);
        return true;
    }
    if (m_batch.tasks.size() >= kMaxTasks)
        return refuse(u"batched up to configured batch limit of %1 tasks"_s.arg(kMaxTasks));
    bool taken = false;
    switch (task.work.type) {
    case Type::CreateIndex:
    case Type::UpdateIndex:
    case Type::Compact:
    case Type::Swap:
    case Type::Cancel:
    case Type::DeleteTasks:
    case Type::Dump:
    case Type::Snapshot:
        return refuse(u"stopped before task with id %1 of type `%2` because it cannot be batched with any other task."_s.arg(
            QString::number(task.uid), wordFor(task.kind)));
    case Type::DeleteIndex:
        m_batch.kind = BatchKind::DeleteIndex;
        m_reason = u"stopped after task with id %1 because it deletes the index"_s.arg(task.uid);
        taken = true;
        break;
    case Type::Import:
    case Type::DeleteByIds:
    case Type::DeleteByFilter:
    case Type::Clear:
    case Type::Settings:
        taken = m_batch.kind == BatchKind::Settings || m_batch.kind == BatchKind::ClearAndSettings
            ? continuesSettings(task)
            : continuesDocuments(task);
        break;
    }
    if (taken)
        m_batch.tasks.push_back(task);
    return taken;
}

void Batcher::start(const QueuedTask &task)
{
    m_batch.createsIndex = !m_indexExists && makesIndex(task);
    switch (task.work.type) {
    case Type::Import:
        m_batch.kind = BatchKind::Documents;
        m_hasImport = true;
        m_batchKey = task.work.primaryKey;
        if (m_indexKey && m_batchKey && *m_indexKey != *m_batchKey) {
            // It will fail; others must not fail with it.
            m_reason = u"stopped batching before task with id %1 because its primary key `%2` is different from the "
                       "primary key of the index `%3`"_s.arg(QString::number(task.uid), *m_batchKey, *m_indexKey);
        }
        break;
    case Type::DeleteByIds:
    case Type::DeleteByFilter: m_batch.kind = BatchKind::Documents; break;
    case Type::Clear: m_batch.kind = BatchKind::Clear; break;
    case Type::Settings: m_batch.kind = BatchKind::Settings; break;
    case Type::DeleteIndex:
        m_batch.kind = BatchKind::DeleteIndex;
        m_reason = u"stopped after task with id %1 because it deletes the index"_s.arg(task.uid);
        break;
    case Type::CreateIndex: m_batch.kind = BatchKind::CreateIndex; m_reason = aloneStrategy(task); break;
    case Type::UpdateIndex: m_batch.kind = BatchKind::UpdateIndex; m_reason = aloneStrategy(task); break;
    case Type::Compact: m_batch.kind = BatchKind::Compact; m_reason = aloneStrategy(task); break;
    case Type::Swap: m_batch.kind = BatchKind::Swap; m_reason = aloneStrategy(task); break;
    case Type::Cancel: m_batch.kind = BatchKind::Cancel; m_reason = aloneStrategy(task); break;
    case Type::DeleteTasks: m_batch.kind = BatchKind::DeleteTasks; m_reason = aloneStrategy(task); break;
    case Type::Dump: m_batch.kind = BatchKind::Dump; m_reason = aloneStrategy(task); break;
    case Type::Snapshot: m_batch.kind = BatchKind::Snapshot; m_reason = aloneStrategy(task); break;
    }
    m_batch.tasks.push_back(task);
}

bool Batcher::primaryKeyFits(const QueuedTask &task)
{
    const std::optional<QString> &key = task.work.primaryKey;
    if (!key)
        return true;
    const QString stopped = u"stopped batching before task with id %1 because "_s.arg(task.uid);
    if (m_indexKey) {
        return *key == *m_indexKey
            || refuse(stopped + u"its primary key `%1` is different from the primary key of the index `%2`"_s.arg(
                                    *key, *m_indexKey));
    }
    if (m_hasImport && !m_batchKey) {
        return refuse(stopped + u"it is setting the `%1` primary key and it would interfere with primary key guessing of "
                                "the batch"_s.arg(*key));
    }
    if (m_batchKey && *m_batchKey != *key) {
        return refuse(stopped + u"its primary key `%1` is different from the primary key of the batch `%2`"_s.arg(
                                    *key, *m_batchKey));
    }
    m_batchKey = key;
    return true;
}

bool Batcher::continuesDocuments(const QueuedTask &task)
{
    const QString stopped = u"stopped before task with id %1 because it is "_s.arg(task.uid);
    switch (task.work.type) {
    case Type::Settings:
        return refuse(stopped + u"a settings change which cannot be batched with document operations"_s);
    case Type::Clear:
        m_batch.kind = BatchKind::Clear;
        return true;
    case Type::DeleteByIds:
        return true;
    case Type::DeleteByFilter:
        // Its documents would depend on what the import before it brings.
        return !m_hasImport || m_batch.kind == BatchKind::Clear
            || refuse(stopped + u"a deletion by filter which cannot be batched with document operations"_s);
    case Type::Import:
        if (m_batch.kind == BatchKind::Clear) {
            return refuse(stopped + u"a document operation which cannot be batched with deletions of all documents"_s);
        }
        if (!primaryKeyFits(task))
            return false;
        if (!m_hasImport && !m_indexExists) {
            return refuse(u"stopped batching before task with id %1 because its index creation rules differ from the ones "
                          "from the batch"_s.arg(task.uid));
        }
        m_hasImport = true;
        return true;
    case Type::CreateIndex:
    case Type::UpdateIndex:
    case Type::DeleteIndex:
    case Type::Compact:
    case Type::Dump:
    case Type::Snapshot:
    case Type::Swap:
    case Type::Cancel:
    case Type::DeleteTasks:
        break;
    }
    return false;
}

bool Batcher::continuesSettings(const QueuedTask &task)
{
    if (task.work.type == Type::Settings) {
        if (!m_indexExists && !m_batch.createsIndex && makesIndex(task)) {
            return refuse(u"stopped batching before task with id %1 because its index creation rules differ from the ones "
                          "from the batch"_s.arg(task.uid));
        }
        return true;
    }
    const bool deletes = task.work.type == Type::DeleteByIds || task.work.type == Type::DeleteByFilter;
    if (task.work.type == Type::Clear || (deletes && m_batch.kind == BatchKind::ClearAndSettings)) {
        m_batch.kind = BatchKind::ClearAndSettings;
        return true;
    }
    return refuse(u"stopped before task with id %1 because it is a document operation which cannot be batched with "
                  "settings changes"_s.arg(task.uid));
}

Batch Batcher::take()
{
    m_batch.strategy = m_reason.isEmpty() ? u"batched all enqueued tasks"_s : m_reason;
    return std::move(m_batch);
}

} // namespace taskglass::localqueue

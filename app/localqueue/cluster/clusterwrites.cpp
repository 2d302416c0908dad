// SPDX-License-Identifier: GPL-3.0-or-later
// How documents are written: one by one within a transaction, with sequence numbers, versions and mappings.
#include "app/localqueue/cluster/clusterstore.h"

#include "app/localqueue/cluster/randomid.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

/// FNV-1a: the same on every machine, which qHash() does not promise.
int slotOf(const QString &id)
{
    quint32 hash = 2166136261U;
    for (const char byte : id.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return int(hash % kSlots);
}

Fault conflict(const Index &index, const QString &id, int shard, const QString &what)
{
    Fault fault {"version_conflict_engine_exception"_ba, u"[%1]: version conflict, %2"_s.arg(id, what), 409, {}, {}, true};
    fault.members = {{"index"_ba, '"' + index.name.toUtf8() + '"'},
                     {"shard"_ba, '"' + QByteArray::number(shard) + '"'},
                     {"index_uuid"_ba, '"' + index.uuid + '"'}};
    return fault;
}

} // namespace

qint64 ClusterStore::nextSeqNo(const Index &index, int shard)
{
    const std::pair key(index.row, shard);
    const auto used = m_usedSeqNo.find(key);
    const qint64 next = used != m_usedSeqNo.end() ? used->second : m_nextSeqNo[key];
    m_usedSeqNo[key] = next + 1;
    return next;
}

Fallible<Written> ClusterStore::apply(Index &index, const Write &write)
{
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    Written written;
    written.id = write.id.isEmpty() ? QString::fromLatin1(randomId(15)) : write.id;
    const int slot = slotOf(written.id);
    written.shard = slot % index.shards;
    const auto stored = document(index, written.id);
    if (!stored)
        return stored.fault();
    const std::optional<Document> &old = stored.value();
    if (write.ifSeqNo && (!old || old->seqNo != *write.ifSeqNo)) {
        const QString now = old ? u"current document has seqNo [%1] and primary term [1]"_s.arg(old->seqNo) : u"but no document was found"_s;
        return conflict(index, written.id, written.shard,
                        u"required seqNo [%1], primary term [1]. %2"_s.arg(QString::number(*write.ifSeqNo), now));
    }
    if (write.op == Write::Op::Create && old) {
        return conflict(index, written.id, written.shard,
                        u"document already exists (current version [%1])"_s.arg(old->version));
    }
    if (write.op != Write::Op::Delete) {
        if (const auto fault = index.mapping.take(written.id, write.body))
            return *fault;
    }
    written.created = !old;
    written.found = old.has_value();
    written.version = old ? old->version + 1 : 1;
    written.seqNo = nextSeqNo(index, written.shard);
    const Failure failure = write.op == Write::Op::Delete
        ? database.value()->run(u"DELETE FROM docs WHERE idx = ? AND id = ?"_s, {index.row, written.id})
        : database.value()->run(u"INSERT INTO docs(idx, id, slot, seq, version, body) VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(idx, id) "
                                "DO UPDATE SET seq = excluded.seq, version = excluded.version, body = excluded.body"_s,
                                {index.row, written.id, slot, written.seqNo, written.version, write.body});
    if (failure)
        return storeFault(*failure);
    return written;
}

Result<std::unique_ptr<Transaction>> ClusterStore::transaction()
{
    const auto database = m_pool.get();
    if (!database)
        return database.error();
    auto transaction = std::make_unique<Transaction>(*database.value(), Transaction::Mode::Write);
    if (transaction->failure())
        return *transaction->failure();
    return transaction;
}

std::optional<Fault> ClusterStore::commit(Transaction &transaction)
{
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    Failure failure;
    for (const auto &[key, next] : m_usedSeqNo) {
        if (!failure) {
            failure = database.value()->run(u"INSERT OR REPLACE INTO shards(idx, shard, seq) VALUES(?, ?, ?)"_s,
                                            {key.first, key.second, next});
        }
    }
    std::map<qint64, QByteArray> mappings;
    for (const auto &[name, index] : m_indices) {
        const QByteArray json = index->mapping.json();
        if (failure || json == m_savedMappings[index->row])
            continue;
        failure = database.value()->run(u"UPDATE indices SET mapping = ? WHERE id = ?"_s, {QString::fromUtf8(json), index->row});
        mappings[index->row] = json;
    }
    if (!failure)
        failure = transaction.commit();
    if (failure) {
        rolledBack();
        return storeFault(*failure);
    }
    for (const auto &[key, next] : std::exchange(m_usedSeqNo, {}))
        m_nextSeqNo[key] = next;
    for (const auto &[row, json] : mappings)
        m_savedMappings[row] = json;
    return {};
}

void ClusterStore::rolledBack()
{
    m_usedSeqNo.clear();
    for (const auto &[name, index] : m_indices) {
        auto mapping = Mapping::parse(m_savedMappings[index->row]);
        if (mapping)
            index->mapping = mapping.take();
    }
}

} // namespace taskglass::localqueue::cluster

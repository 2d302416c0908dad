// SPDX-License-Identifier: GPL-3.0-or-later
// The file, what is known from its opening on, and the indices. Documents: clusterreads.cpp, clusterwrites.cpp.
#include "app/localqueue/cluster/clusterstore.h"

#include "app/localqueue/cluster/node.h"
#include "app/localqueue/cluster/randomid.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

const QString ClusterStore::kResultsIndex = u".tasks"_s;

namespace {

constexpr int kFormat = 1; // of the file; PRAGMA user_version

std::optional<Fault> refuseName(const QString &name)
{
    static const QRegularExpression forbidden(u"[\\\\/*?\"<>| ,#:]"_s);
    QString why;
    if (name != name.toLower())
        why = u"must be lowercase"_s;
    else if (name.startsWith(u'_') || name.startsWith(u'-') || name.startsWith(u'+'))
        why = u"must not start with '_', '-', or '+'"_s;
    else if (name.contains(forbidden))
        why = u"must not contain the following characters [ , \", *, \\, <, |, ,, >, /, ?]"_s;
    if (why.isEmpty())
        return {};
    const QByteArray quoted = '"' + name.toUtf8().replace('"', "\\\"") + '"';
    return Fault {"invalid_index_name_exception"_ba, u"Invalid index name [%1], %2"_s.arg(name, why), 400,
                  {{"index"_ba, quoted}, {"index_uuid"_ba, "\"_na_\""_ba}}, {}, true};
}

} // namespace

ClusterStore::ClusterStore(const DatabaseOptions &options) : m_pool(options) { }

Result<std::unique_ptr<ClusterStore>> ClusterStore::open(const DatabaseOptions &options, int nodes)
{
    std::unique_ptr<ClusterStore> store(new ClusterStore(options));
    const auto database = store->m_pool.get();
    if (!database)
        return database.error();
    Failure failure = store->prepare(*database.value(), nodes);
    if (!failure)
        failure = store->load(*database.value());
    store->m_pool.release();
    if (failure)
        return *failure;
    return store;
}

Failure ClusterStore::prepare(Database &database, int nodes)
{
    Transaction transaction(database, Transaction::Mode::Write);
    if (transaction.failure())
        return transaction.failure();
    const std::array statements {
        u"CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS indices(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, uuid TEXT NOT "
        "NULL, shards INTEGER NOT NULL, replicas INTEGER NOT NULL, created INTEGER NOT NULL, mapping TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS shards(idx INTEGER NOT NULL, shard INTEGER NOT NULL, seq INTEGER NOT NULL, "
        "PRIMARY KEY(idx, shard)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS docs(pos INTEGER PRIMARY KEY, idx INTEGER NOT NULL, id TEXT NOT NULL, slot INTEGER NOT "
        "NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL)"_s,
        u"CREATE UNIQUE INDEX IF NOT EXISTS docs_id ON docs(idx, id)"_s,
        u"CREATE INDEX IF NOT EXISTS docs_pos ON docs(idx, pos)"_s,
        u"PRAGMA user_version=%1"_s.arg(kFormat),
    };
    for (const QString &sql : statements) {
        if (const Failure failure = database.run(sql))
            return failure;
    }
    // Names that a cluster keeps for life: made once, here.
    for (int i = -1; i < nodes; ++i) {
        const QString name = i < 0 ? u"cluster"_s : u"node%1"_s.arg(i);
        if (const Failure failure = database.run(u"INSERT OR IGNORE INTO meta(name, value) VALUES(?, ?)"_s,
                                                 {name, QString::fromLatin1(randomId(16))}))
            return failure;
        Statement read(database, u"SELECT value FROM meta WHERE name = ?"_s);
        if (const Failure failure = read.run({name}))
            return failure;
        if (!read.next())
            continue;
        if (i < 0)
            m_uuid = read.text(0).toLatin1();
        else
            m_nodeIds.append(read.text(0).toLatin1());
    }
    return transaction.commit();
}

Failure ClusterStore::load(Database &database)
{
    Statement rows(database, u"SELECT id, name, uuid, shards, replicas, created, mapping FROM indices"_s);
    if (const Failure failure = rows.run())
        return failure;
    while (rows.next()) {
        auto index = std::make_unique<Index>();
        index->row = rows.integer(0);
        index->name = rows.text(1);
        index->uuid = rows.text(2).toLatin1();
        index->shards = int(rows.integer(3));
        index->replicas = int(rows.integer(4));
        index->createdMs = rows.integer(5);
        const QByteArray json = rows.text(6).toUtf8();
        auto mapping = Mapping::parse(json);
        if (mapping)
            index->mapping = mapping.take();
        m_savedMappings[index->row] = json;
        m_indices[index->name] = std::move(index);
    }
    Statement shards(database, u"SELECT idx, shard, seq FROM shards"_s);
    if (const Failure failure = shards.run())
        return failure;
    while (shards.next())
        m_nextSeqNo[{shards.integer(0), int(shards.integer(1))}] = shards.integer(2);
    return shards.failure();
}

Index *ClusterStore::find(const QString &name)
{
    const auto found = m_indices.find(name);
    return found == m_indices.end() ? nullptr : found->second.get();
}

Index *ClusterStore::find(qint64 row)
{
    for (const auto &[name, index] : m_indices) {
        if (index->row == row)
            return index.get();
    }
    return nullptr;
}

Fallible<Index *> ClusterStore::get(const QString &name)
{
    Index *index = find(name);
    if (!index)
        return indexNotFound(name);
    return index;
}

Fallible<std::vector<Index *>> ClusterStore::resolve(const QStringList &expressions)
{
    std::vector<Index *> indices;
    for (const QString &expression : expressions) {
        if (Index *index = find(expression)) {
            indices.push_back(index);
            continue;
        }
        if (expression != "_all"_L1 && !expression.contains(u'*'))
            return indexNotFound(expression);
        const QByteArray pattern = expression == "_all"_L1 ? "*"_ba : expression.toUtf8();
        for (const auto &[name, index] : m_indices) {
            if (matchesPattern(pattern, name.toUtf8()) && (!name.startsWith(u'.') || pattern.startsWith('.')))
                indices.push_back(index.get());
        }
    }
    return indices;
}

Fallible<Index *> ClusterStore::create(const QString &name, int shards, int replicas, Mapping mapping)
{
    if (const auto refused = refuseName(name))
        return *refused;
    if (const Index *index = find(name)) {
        const QByteArray quoted = '"' + name.toUtf8() + '"';
        return Fault {"resource_already_exists_exception"_ba,
                      u"index [%1/%2] already exists"_s.arg(name, QString::fromLatin1(index->uuid)), 400,
                      {{"index"_ba, quoted}, {"index_uuid"_ba, '"' + index->uuid + '"'}}, {}, true};
    }
    auto index = std::make_unique<Index>();
    index->name = name;
    index->uuid = randomId(16);
    index->shards = shards;
    index->replicas = replicas;
    index->createdMs = QDateTime::currentMSecsSinceEpoch();
    index->mapping = std::move(mapping);
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    const QByteArray json = index->mapping.json();
    if (const Failure failure = database.value()->run(
            u"INSERT INTO indices(name, uuid, shards, replicas, created, mapping) VALUES(?, ?, ?, ?, ?, ?)"_s,
            {name, QString::fromLatin1(index->uuid), shards, replicas, index->createdMs, QString::fromUtf8(json)}))
        return storeFault(*failure);
    Statement row(*database.value(), u"SELECT id FROM indices WHERE name = ?"_s);
    if (const Failure failure = row.run({name}))
        return storeFault(*failure);
    if (row.next())
        index->row = row.integer(0);
    m_savedMappings[index->row] = json;
    Index *made = index.get();
    m_indices[name] = std::move(index);
    return made;
}

std::optional<Fault> ClusterStore::remove(const QString &name)
{
    const Index *index = find(name);
    if (!index)
        return indexNotFound(name);
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    Transaction transaction(*database.value(), Transaction::Mode::Write);
    for (const QString &sql : {u"DELETE FROM docs WHERE idx = ?"_s, u"DELETE FROM shards WHERE idx = ?"_s,
                               u"DELETE FROM indices WHERE id = ?"_s}) {
        if (const Failure failure = database.value()->run(sql, {index->row}))
            return storeFault(*failure);
    }
    if (const Failure failure = transaction.commit())
        return storeFault(*failure);
    m_savedMappings.erase(index->row);
    m_indices.erase(name);
    return {};
}

} // namespace taskglass::localqueue::cluster

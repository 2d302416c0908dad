// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/indexstore.h"

#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

void IndexTotals::add(QByteArrayView document, int sign)
{
    documents += sign;
    bytes += sign * document.size();
    for (const JsonMember &member : membersOf(document))
        fields[member.key] += sign;
}

namespace indexstore {

namespace {

const QString kColumns = u"id, uid, pk, created, updated, settings, documents, bytes"_s;

IndexRow rowAt(const Statement &statement)
{
    IndexRow row;
    row.id = statement.integer(0);
    row.uid = statement.text(1);
    if (!statement.isNull(2))
        row.primaryKey = statement.text(2);
    row.createdAt = statement.integer(3);
    row.updatedAt = statement.integer(4);
    row.settings = statement.bytes(5);
    row.documents = statement.integer(6);
    row.bytes = statement.integer(7);
    return row;
}

} // namespace

Failure createSchema(Database &database)
{
    for (const QString &sql : {
             u"CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, pk TEXT, "
             "created INTEGER NOT NULL, updated INTEGER NOT NULL, settings BLOB, documents INTEGER NOT NULL DEFAULT 0, "
             "bytes INTEGER NOT NULL DEFAULT 0)"_s,
             u"CREATE TABLE IF NOT EXISTS documents(seq INTEGER PRIMARY KEY, idx INTEGER NOT NULL, id TEXT NOT NULL, "
             "body BLOB NOT NULL)"_s,
             u"CREATE UNIQUE INDEX IF NOT EXISTS documents_id ON documents(idx, id)"_s,
             u"CREATE TABLE IF NOT EXISTS fields(idx INTEGER NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, "
             "PRIMARY KEY(idx, name)) WITHOUT ROWID"_s,
             u"CREATE TABLE IF NOT EXISTS redo(id INTEGER PRIMARY KEY CHECK(id = 1), outcome BLOB NOT NULL)"_s}) {
        if (const Failure failure = database.run(sql))
            return failure;
    }
    return {};
}

Result<std::optional<IndexRow>> find(Database &database, const QString &uid)
{
    Statement statement(database, u"SELECT %1 FROM indexes WHERE uid = ?"_s.arg(kColumns));
    if (const Failure failure = statement.run({uid}))
        return *failure;
    if (!statement.next())
        return std::optional<IndexRow>();
    return std::optional<IndexRow>(rowAt(statement));
}

Result<IndexRow> existing(Database &database, const QString &uid)
{
    const Result<std::optional<IndexRow>> found = find(database, uid);
    if (!found)
        return found.error();
    if (!found.value())
        return indexNotFound(uid);
    return *found.value();
}

Result<QList<IndexRow>> list(Database &database, qint64 offset, qint64 limit)
{
    QList<IndexRow> rows;
    Statement statement(database, u"SELECT %1 FROM indexes ORDER BY uid LIMIT ? OFFSET ?"_s.arg(kColumns));
    if (const Failure failure = statement.run({limit, offset}))
        return *failure;
    while (statement.next())
        rows.append(rowAt(statement));
    return rows;
}

Result<qint64> count(Database &database)
{
    Statement statement(database, u"SELECT count(*) FROM indexes"_s);
    if (const Failure failure = statement.run())
        return *failure;
    return statement.next() ? statement.integer(0) : qint64(0);
}

Failure create(Database &database, const QString &uid, const std::optional<QString> &primaryKey, EpochNs now)
{
    return database.run(u"INSERT INTO indexes(uid, pk, created, updated) VALUES(?, ?, ?, ?)"_s,
                        {uid, nullable(primaryKey), now, now});
}

Failure remove(Database &database, const IndexRow &index)
{
    for (const QString &sql : {u"DELETE FROM documents WHERE idx = ?"_s, u"DELETE FROM fields WHERE idx = ?"_s,
                               u"DELETE FROM indexes WHERE id = ?"_s}) {
        if (const Failure failure = database.run(sql, {index.id}))
            return failure;
    }
    return {};
}

Failure update(Database &database, const IndexRow &index)
{
    return database.run(u"UPDATE indexes SET pk = ?, updated = ?, settings = ? WHERE id = ?"_s,
                        {nullable(index.primaryKey), index.updatedAt, index.settings, index.id});
}

Failure rename(Database &database, const QString &from, const QString &to)
{
    return database.run(u"UPDATE indexes SET uid = ? WHERE uid = ?"_s, {to, from});
}

Failure swap(Database &database, const QString &lhs, const QString &rhs)
{
    // A slash is in no uid, so the uids stay unique between the steps.
    const QString aside = lhs + u'/';
    for (const auto &[from, to] : {std::pair(lhs, aside), std::pair(rhs, lhs), std::pair(aside, rhs)}) {
        if (const Failure failure = rename(database, from, to))
            return failure;
    }
    return {};
}

Failure addTotals(Database &database, qint64 index, const IndexTotals &totals)
{
    if (const Failure failure = database.run(u"UPDATE indexes SET documents = documents + ?, bytes = bytes + ? WHERE id = ?"_s,
                                             {totals.documents, totals.bytes, index}))
        return failure;
    Statement field(database, u"INSERT INTO fields(idx, name, n) VALUES(?, ?, ?) "
                              "ON CONFLICT(idx, name) DO UPDATE SET n = n + excluded.n"_s);
    for (const auto &[name, n] : totals.fields) {
        if (n == 0)
            continue;
        if (const Failure failure = field.run({index, name, n}))
            return failure;
    }
    return database.run(u"DELETE FROM fields WHERE idx = ? AND n <= 0"_s, {index});
}

Result<QList<std::pair<QString, qint64>>> fieldDistribution(Database &database, qint64 index)
{
    QList<std::pair<QString, qint64>> fields;
    Statement statement(database, u"SELECT name, n FROM fields WHERE idx = ? ORDER BY name"_s);
    if (const Failure failure = statement.run({index}))
        return *failure;
    while (statement.next())
        fields.emplaceBack(statement.text(0), statement.integer(1));
    return fields;
}

Result<std::optional<QByteArray>> document(Database &database, qint64 index, const QString &id)
{
    Statement statement(database, u"SELECT body FROM documents WHERE idx = ? AND id = ?"_s);
    if (const Failure failure = statement.run({index, id}))
        return *failure;
    if (!statement.next())
        return std::optional<QByteArray>();
    return std::optional<QByteArray>(statement.bytes(0));
}

Result<QList<QByteArray>> documents(Database &database, qint64 index, qint64 offset, qint64 limit)
{
    QList<QByteArray> bodies;
    Statement statement(database, u"SELECT body FROM documents WHERE idx = ? ORDER BY seq LIMIT ? OFFSET ?"_s);
    if (const Failure failure = statement.run({index, limit, offset}))
        return *failure;
    while (statement.next())
        bodies.append(statement.bytes(0));
    return bodies;
}

Failure forEachDocument(Database &database, qint64 index,
                        const std::function<bool(const QString &, const QByteArray &)> &visit)
{
    Statement statement(database, u"SELECT id, body FROM documents WHERE idx = ? ORDER BY seq"_s);
    if (const Failure failure = statement.run({index}))
        return failure;
    while (statement.next()) {
        if (!visit(statement.text(0), statement.bytes(1)))
            return {};
    }
    return statement.failure();
}

Result<qint64> clear(Database &database, const IndexRow &index)
{
    for (const QString &sql : {u"DELETE FROM documents WHERE idx = ?"_s, u"DELETE FROM fields WHERE idx = ?"_s,
                               u"UPDATE indexes SET documents = 0, bytes = 0 WHERE id = ?"_s}) {
        if (const Failure failure = database.run(sql, {index.id}))
            return *failure;
    }
    return index.documents;
}

Result<QByteArray> redo(Database &database)
{
    Statement statement(database, u"SELECT outcome FROM redo"_s);
    if (const Failure failure = statement.run())
        return *failure;
    return statement.next() ? statement.bytes(0) : QByteArray();
}

Failure setRedo(Database &database, const QByteArray &outcome)
{
    return database.run(u"INSERT OR REPLACE INTO redo(id, outcome) VALUES(1, ?)"_s, {outcome});
}

} // namespace indexstore

} // namespace taskglass::localqueue

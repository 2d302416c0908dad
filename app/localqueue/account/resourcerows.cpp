// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/store.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account::store {

namespace {

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

Subscription subscriptionOf(const Statement &row)
{
    return {row.integer(0), row.text(1), static_cast<Condition>(row.integer(2)), row.timeAt(3), objectOf(row.bytes(4))};
}

CloudDatabase databaseOf(const Statement &row)
{
    CloudDatabase record;
    record.id = row.integer(0);
    record.subscription = row.integer(1);
    record.name = row.text(2);
    record.condition = static_cast<Condition>(row.integer(3));
    record.due = row.timeAt(4);
    record.spec = objectOf(row.bytes(5));
    record.activatedAt = row.timeAt(6);
    record.modifiedAt = row.timeAt(7);
    record.usedBytes = row.integer(8);
    record.import = {static_cast<Import::State>(row.integer(9)), row.timeAt(10), row.timeAt(11), row.text(12),
                     row.integer(13), row.text(14)};
    return record;
}

RedisRule ruleOf(const Statement &row)
{
    return {row.integer(0), row.text(1), row.text(2), row.integer(3) != 0, static_cast<Condition>(row.integer(4)),
            row.timeAt(5)};
}

/// A null text would be a NULL, and the columns of names take none.
QString present(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

template<typename Record>
Result<std::vector<Record>> select(Database &database, const QString &sql, Record (*recordOf)(const Statement &),
                                   const QVariantList &values = {})
{
    Statement read(database, sql);
    if (const Failure failure = read.run(values))
        return *failure;
    std::vector<Record> records;
    while (read.next())
        records.push_back(recordOf(read));
    if (const Failure failure = read.failure())
        return *failure;
    return records;
}

template<typename Record>
Result<std::optional<Record>> selectById(Database &database, const QString &table, Record (*recordOf)(const Statement &),
                                         qint64 id)
{
    auto records = select(database, u"SELECT * FROM %1 WHERE id = ?"_s.arg(table), recordOf, {id});
    if (!records)
        return records.error();
    return records.value().empty() ? std::nullopt : std::optional(std::move(records.value().front()));
}

Failure removeFrom(Database &database, const QString &table, qint64 id)
{
    return database.run(u"DELETE FROM %1 WHERE id = ?"_s.arg(table), {id});
}

} // namespace

Failure save(Database &database, const Subscription &subscription)
{
    return database.run(u"INSERT OR REPLACE INTO subscriptions VALUES(?,?,?,?,?)"_s,
                        {subscription.id, present(subscription.name), static_cast<int>(subscription.condition),
                         nullable(subscription.due), bytesOf(subscription.spec)});
}

Failure save(Database &database, const CloudDatabase &record)
{
    const Import &import = record.import;
    return database.run(u"INSERT OR REPLACE INTO databases VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
                        {record.id, record.subscription, present(record.name), static_cast<int>(record.condition),
                         nullable(record.due), bytesOf(record.spec), nullable(record.activatedAt),
                         nullable(record.modifiedAt), record.usedBytes, static_cast<int>(import.state),
                         nullable(import.due), nullable(import.endedAt), import.source, import.bytes,
                         import.failureReason});
}

Failure save(Database &database, const RedisRule &rule)
{
    return database.run(u"INSERT OR REPLACE INTO rules VALUES(?,?,?,?,?,?)"_s,
                        {rule.id, present(rule.name), present(rule.acl), rule.isDefault, static_cast<int>(rule.condition),
                         nullable(rule.due)});
}

Failure removeSubscription(Database &database, qint64 id)
{
    return removeFrom(database, u"subscriptions"_s, id);
}

Failure removeDatabase(Database &database, qint64 id)
{
    return removeFrom(database, u"databases"_s, id);
}

Failure removeRule(Database &database, qint64 id)
{
    return removeFrom(database, u"rules"_s, id);
}

Result<std::optional<Subscription>> subscription(Database &database, qint64 id)
{
    return selectById(database, u"subscriptions"_s, subscriptionOf, id);
}

Result<std::optional<CloudDatabase>> cloudDatabase(Database &database, qint64 id)
{
    return selectById(database, u"databases"_s, databaseOf, id);
}

Result<std::optional<RedisRule>> rule(Database &database, qint64 id)
{
    return selectById(database, u"rules"_s, ruleOf, id);
}

Result<std::vector<Subscription>> subscriptions(Database &database)
{
    return select(database, u"SELECT * FROM subscriptions ORDER BY id"_s, subscriptionOf);
}

Result<std::vector<CloudDatabase>> databasesOf(Database &database, qint64 subscription)
{
    return select(database, u"SELECT * FROM databases WHERE subscription = ? ORDER BY id"_s, databaseOf, {subscription});
}

Result<std::vector<RedisRule>> rules(Database &database)
{
    return select(database, u"SELECT * FROM rules ORDER BY id"_s, ruleOf);
}

Result<std::optional<Due>> nextDue(Database &database)
{
    Statement read(database,
                   u"SELECT 0, id, due FROM databases WHERE due IS NOT NULL "
                   "UNION ALL SELECT 1, id, import_due FROM databases WHERE import_due IS NOT NULL "
                   "UNION ALL SELECT 2, id, due FROM subscriptions WHERE due IS NOT NULL "
                   "UNION ALL SELECT 3, id, due FROM rules WHERE due IS NOT NULL ORDER BY 3, 1, 2 LIMIT 1"_s);
    if (const Failure failure = read.run())
        return *failure;
    if (!read.next())
        return std::optional<Due>();
    return std::optional(Due {static_cast<Due::What>(read.integer(0)), read.integer(1), read.integer(2)});
}

} // namespace taskglass::localqueue::account::store

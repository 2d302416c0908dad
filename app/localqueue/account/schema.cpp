// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/store.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account::store {

namespace {

/// Where each sequence begins: sizes of ids as the service has them.
constexpr qint64 kFirstTask = 1;
constexpr qint64 kFirstSubscription = 120'041;
constexpr qint64 kFirstDatabase = 51'999'001;
constexpr qint64 kFirstRule = 2'001;

Failure addDefaultRules(Database &database)
{
    constexpr std::pair<QLatin1StringView, QLatin1StringView> kDefaults[] {
        {"Full-Access"_L1, "+@all ~*"_L1},
        {"Read-Write"_L1, "+@all -@dangerous ~*"_L1},
        {"Read-Only"_L1, "+@read ~*"_L1},
    };
    for (const auto &[name, acl] : kDefaults) {
        const Result<qint64> id = nextId(database, Sequence::Rule);
        if (!id)
            return id.error();
        if (const Failure failure = save(database, RedisRule {id.value(), name, acl, true, Condition::Active, kNoTime}))
            return failure;
    }
    return {};
}

} // namespace

Failure createSchema(Database &database)
{
    // Times in ns since the epoch; stage, command, condition and import_state: the numbers of the enums.
    const QStringList statements {
        u"CREATE TABLE IF NOT EXISTS account(id INTEGER PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS sequences(name INTEGER PRIMARY KEY, next INTEGER NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS tasks(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, command INTEGER NOT NULL, "
        "subscription INTEGER NOT NULL, cloud_database INTEGER NOT NULL, rule INTEGER NOT NULL, body BLOB, "
        "stage INTEGER NOT NULL, received INTEGER NOT NULL, changed INTEGER NOT NULL, due INTEGER, ended INTEGER, "
        "resource_id INTEGER, additional_id INTEGER, resource BLOB, path BLOB, "
        "fault_type TEXT, fault_status INTEGER, fault_text TEXT, fault_info TEXT)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_changed ON tasks(changed)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_ended ON tasks(ended)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_open ON tasks(stage, number) WHERE stage < 3"_s,
        u"CREATE TABLE IF NOT EXISTS subscriptions(id INTEGER PRIMARY KEY, name TEXT NOT NULL, condition INTEGER NOT NULL, "
        "due INTEGER, spec BLOB)"_s,
        u"CREATE TABLE IF NOT EXISTS databases(id INTEGER PRIMARY KEY, subscription INTEGER NOT NULL, name TEXT NOT NULL, "
        "condition INTEGER NOT NULL, due INTEGER, spec BLOB, activated INTEGER, modified INTEGER, used INTEGER NOT NULL, "
        "import_state INTEGER NOT NULL, import_due INTEGER, import_ended INTEGER, import_source TEXT, "
        "import_bytes INTEGER NOT NULL, import_reason TEXT)"_s,
        u"CREATE INDEX IF NOT EXISTS databases_subscription ON databases(subscription)"_s,
        u"CREATE TABLE IF NOT EXISTS rules(id INTEGER PRIMARY KEY, name TEXT NOT NULL, acl TEXT NOT NULL, "
        "is_default INTEGER NOT NULL, condition INTEGER NOT NULL, due INTEGER)"_s,
    };
    for (const QString &sql : statements) {
        if (const Failure failure = database.run(sql))
            return failure;
    }
    return {};
}

Result<AccountInfo> accountInfo(Database &database, quint32 seed, EpochNs now)
{
    Statement read(database, u"SELECT id, name, created FROM account"_s);
    if (const Failure failure = read.run())
        return *failure;
    if (read.next())
        return AccountInfo {read.integer(0), read.text(1), read.integer(2)};
    const AccountInfo info {40'000 + qint64(seed % 10'000), u"Local account"_s, now};
    if (const Failure failure =
            database.run(u"INSERT INTO account VALUES(?, ?, ?)"_s, {info.id, info.name, info.createdAt}))
        return *failure;
    if (const Failure failure = addDefaultRules(database))
        return *failure;
    return info;
}

Result<qint64> nextId(Database &database, Sequence sequence)
{
    return nextIds(database, sequence, 1);
}

Result<qint64> nextIds(Database &database, Sequence sequence, qint64 count)
{
    const auto first = [sequence] {
        switch (sequence) {
        case Sequence::Task: return kFirstTask;
        case Sequence::Subscription: return kFirstSubscription;
        case Sequence::Database: return kFirstDatabase;
        case Sequence::Rule: return kFirstRule;
        }
        return kFirstTask;
    };
    const int name = static_cast<int>(sequence);
    if (const Failure failure =
            database.run(u"INSERT INTO sequences VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET next = next + ?"_s,
                         {name, first() + count, count}))
        return *failure;
    Statement read(database, u"SELECT next FROM sequences WHERE name = ?"_s);
    if (const Failure failure = read.run({name}))
        return *failure;
    return read.next() ? read.integer(0) - count : first();
}

} // namespace taskglass::localqueue::account::store

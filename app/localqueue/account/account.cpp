// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/account.h"

#include "app/localqueue/account/accountprivate.h"
#include "app/localqueue/engine/refusal.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

constexpr int kFormat = 1; // of the file; PRAGMA user_version

Result<AccountInfo> prepare(Database &database, quint32 seed, EpochNs now)
{
    Transaction transaction(database, Transaction::Mode::Write);
    if (transaction.failure())
        return *transaction.failure();
    {
        Statement version(database, u"PRAGMA user_version"_s);
        if (const Failure failure = version.run())
            return *failure;
        if (version.next() && version.integer(0) > kFormat)
            return internalError(u"The account's file is of a newer version."_s);
    }
    if (const Failure failure = store::createSchema(database))
        return *failure;
    if (const Failure failure = database.run(u"PRAGMA user_version=%1"_s.arg(kFormat)))
        return *failure;
    const Result<AccountInfo> info = store::accountInfo(database, seed, now);
    if (!info)
        return info;
    if (const Failure failure = transaction.commit())
        return *failure;
    return info;
}

} // namespace

Account::Account(std::unique_ptr<Private> priv) : d(std::move(priv)) { }

Account::~Account()
{
    releaseThread();
}

void Account::releaseThread() const
{
    d->pool->release();
}

Result<std::unique_ptr<Account>> Account::open(const AccountOptions &options)
{
    auto d = std::make_unique<Private>(options);
    Result<std::unique_ptr<DataDir>> dir = DataDir::open(options.dataDir);
    if (!dir)
        return dir.error();
    d->dir = dir.take();
    d->pool = std::make_unique<DatabasePool>(DatabaseOptions {d->dir->file(u"account.db"_s), !d->dir->isTemporary(), 0,
                                                              u"There is no space left on the device."_s});
    const Result<Database *> database = d->pool->get();
    if (!database)
        return database.error();
    const Result<AccountInfo> info = prepare(*database.value(), options.seed, d->now());
    if (!info)
        return info.error();
    d->info = info.value();
    return std::unique_ptr<Account>(new Account(std::move(d)));
}

Result<Task> Account::accept(Order order)
{
    const Result<Database *> opened = d->upToDate();
    if (!opened)
        return opened.error();
    Database &database = *opened.value();
    Transaction transaction(database, Transaction::Mode::Write);
    if (transaction.failure())
        return *transaction.failure();
    const Result<qint64> number = store::nextId(database, store::Sequence::Task);
    if (!number)
        return number.error();
    for (const QLatin1StringView secret : {"password"_L1, "saslPassword"_L1, "clientSslCertificate"_L1})
        order.body.remove(secret);
    const EpochNs now = d->now();
    Task task;
    task.number = number.value();
    task.id = d->timing.taskId(task.number);
    task.order = std::move(order);
    task.receivedAt = now;
    task.due = now + d->timing.dispatch(task.number);
    d->enter(task, Stage::Received, now);
    if (const Failure failure = store::save(database, task))
        return *failure;
    if (const Failure failure = store::forget(database, now - kTaskWindow))
        return *failure;
    if (const Failure failure = transaction.commit())
        return *failure;
    d->nextAt = kNoTime;
    return task;
}

Result<std::vector<Task>> Account::tasks()
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    return store::tasksSince(*database.value(), d->now() - kTaskWindow);
}

Result<std::optional<Task>> Account::task(const QString &id)
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    auto found = store::task(*database.value(), id);
    if (!found)
        return found;
    const bool isOld = found.value() && isFinal(found.value()->stage)
        && found.value()->changedAt < d->now() - kTaskWindow;
    return isOld ? Result<std::optional<Task>>(std::optional<Task>()) : found;
}

Result<qint64> Account::openTasks()
{
    const Result<Database *> database = d->upToDate();
    return database ? store::openTasks(*database.value()) : Result<qint64>(database.error());
}

const AccountInfo &Account::info() const
{
    return d->info;
}

Result<std::vector<Subscription>> Account::subscriptions()
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    return store::subscriptions(*database.value());
}

Result<std::optional<Subscription>> Account::subscription(qint64 id)
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    return store::subscription(*database.value(), id);
}

Result<std::vector<CloudDatabase>> Account::databasesOf(qint64 subscription)
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    return store::databasesOf(*database.value(), subscription);
}

Result<std::optional<CloudDatabase>> Account::database(qint64 subscription, qint64 id)
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    auto found = store::cloudDatabase(*database.value(), id);
    if (found && found.value() && found.value()->subscription != subscription)
        return std::optional<CloudDatabase>();
    return found;
}

Result<std::vector<RedisRule>> Account::rules()
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    return store::rules(*database.value());
}

Result<bool> Account::isNew()
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    const Result<bool> has = store::hasTasks(*database.value());
    return has ? Result<bool>(!has.value()) : has;
}

} // namespace taskglass::localqueue::account

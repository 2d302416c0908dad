// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/localqueue/accountfixture.h"

#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>

using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::account;

/// The account behind the Redis Cloud dialect: what becomes of orders, without any HTTP.
class TestRedisCloudAccount : public QObject
{
    Q_OBJECT
private slots:
    void aSubscriptionComesIntoBeing();
    void aSecondChangeIsRefused();
    void refusals_data();
    void refusals();
    void networksMustNotCollide();
    void importsRunAndEnd();
    void importsThatFail();
    void rulesChangeAndGo();
    void passwordsAreNotKept();
    void dryRunsOnlyAnswer();
    void threeSubscriptionsAtOnce();
    void tasksAgeOut();
    void everythingIsThereAfterwards();
    void oneAccountAFolder();
    void aBelievablePast();
};

void TestRedisCloudAccount::aSubscriptionComesIntoBeing()
{
    AccountFixture f;
    const Task received = f.order({Command::SubscriptionCreate, 0, 0, 0, AccountFixture::subscriptionBody()});
    QCOMPARE(received.stage, Stage::Received);
    QVERIFY(f.account->subscriptions().value().empty());
    f.clock.pass(5 * kNsPerSecond);
    QCOMPARE(f.look(received).stage, Stage::Processing);
    QVERIFY(f.account->subscriptions().value().empty()); // not before it was processed
    f.clock.pass(30 * kNsPerSecond);
    const Task done = f.look(received);
    QCOMPARE(done.stage, Stage::Completed);
    QCOMPARE(done.resourcePath, "/subscriptions/" + QByteArray::number(*done.resourceId));
    QCOMPARE(f.conditionOf(*done.resourceId), Condition::Pending); // completed is not ready
    const auto databases = f.account->databasesOf(*done.resourceId).value();
    QCOMPARE(databases.size(), 1U);
    QVERIFY(databases.front().id > 50'000'000);
    QCOMPARE(databases.front().condition, Condition::Pending);
    f.clock.pass(kHour);
    QCOMPARE(f.conditionOf(*done.resourceId), Condition::Active);
    QCOMPARE(f.account->databasesOf(*done.resourceId).value().front().condition, Condition::Active);
    QVERIFY(!f.account->nextEvent().value()); // nothing is left to happen
}

void TestRedisCloudAccount::aSecondChangeIsRefused()
{
    AccountFixture f;
    const auto [subscription, database] = f.makeSubscription();
    const Task first = f.order({Command::DatabaseUpdate, subscription, database, 0, {{u"datasetSizeInGb"_s, 3}}});
    const Task second = f.order({Command::DatabaseCreate, subscription, 0, 0, AccountFixture::databaseBody(u"two"_s)});
    f.clock.pass(25 * kNsPerSecond); // both tasks end, the change itself takes longer
    QCOMPARE(f.look(first).stage, Stage::Completed);
    QCOMPARE(f.account->database(subscription, database).value()->condition, Condition::Changing);
    QCOMPARE(f.conditionOf(subscription), Condition::Changing);
    f.clock.pass(5 * kNsPerSecond);
    const Task refused = f.look(second);
    QCOMPARE(refused.stage, Stage::Failed);
    QCOMPARE(refused.fault->type, u"SUBSCRIPTION_NOT_ACTIVE"_s);
    QCOMPARE(statusText(refused.fault->status), "403 FORBIDDEN"_ba);
    QVERIFY(!refused.resourceId);
    f.clock.pass(kHour);
    QCOMPARE(f.conditionOf(subscription), Condition::Active);
    QCOMPARE(f.settle({Command::DatabaseCreate, subscription, 0, 0, AccountFixture::databaseBody(u"two"_s)}).stage,
             Stage::Completed);
}

void TestRedisCloudAccount::refusals_data()
{
    using Make = std::function<Order(qint64, qint64)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("status");
    const auto row = [](const char *type, int status, const Make &make) {
        QTest::newRow(type) << make << QString::fromLatin1(type) << status;
    };
    const auto database = [](Command command, const QJsonObject &body) {
        return [command, body](qint64 s, qint64 d) { return Order {command, s, d, 0, body}; };
    };
    const auto importing = [&](const QString &type, const QJsonArray &uris) {
        return database(Command::DatabaseImport, {{u"sourceType"_s, type}, {u"importFromUri"_s, uris}});
    };
    const auto rule = [](Command command, qint64 id, const QJsonObject &body) {
        return [=](qint64, qint64) { return Order {command, 0, 0, id, body}; };
    };
    row("SUBSCRIPTION_NOT_FOUND", 404, [](qint64, qint64) { return Order {Command::SubscriptionUpdate, 7, 0, 0, {}}; });
    row("SUBSCRIPTION_IN_USE", 409, [](qint64 s, qint64) { return Order {Command::SubscriptionDelete, s, 0, 0, {}}; });
    row("SUBSCRIPTION_INVALID_REGION_NAME", 400, [](qint64, qint64) {
        return Order {Command::SubscriptionCreate, 0, 0, 0, AccountFixture::subscriptionBody({}, u"atlantis-1"_s)};
    });
    row("SUBSCRIPTION_INVALID_CIDR", 400, [](qint64, qint64) {
        return Order {Command::SubscriptionCreate, 0, 0, 0, AccountFixture::subscriptionBody(u"10.0.0.0/16"_s)};
    });
    row("SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE", 400,
        [](qint64, qint64) { return Order {Command::SubscriptionCreate, 0, 0, 0, {{u"name"_s, u"x"_s}}}; });
    row("DATABASE_NOT_FOUND", 404, [](qint64 s, qint64) { return Order {Command::DatabaseDelete, s, 9, 0, {}}; });
    row("DATABASE_NAME_EXISTS", 409, database(Command::DatabaseCreate, AccountFixture::databaseBody(u"first"_s)));
    row("DATABASE_INVALID_NAME", 400, database(Command::DatabaseCreate, AccountFixture::databaseBody(u"-no-"_s)));
    row("DATABASE_NAME_TOO_LONG", 400,
        database(Command::DatabaseCreate, AccountFixture::databaseBody(QString(41, u'a'))));
    row("DATABASE_SIZE_TOO_SMALL", 400, database(Command::DatabaseUpdate, {{u"datasetSizeInGb"_s, 0.01}}));
    row("DATABASE_SIZE_TOO_BIG", 400, database(Command::DatabaseUpdate, {{u"memoryLimitInGb"_s, 1e300}}));
    row("DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS", 400,
        database(Command::DatabaseUpdate, {{u"datasetSizeInGb"_s, 1}, {u"memoryLimitInGb"_s, 2}}));
    row("DATABASE_INVALID_IMPORT_SOURCE_TYPE", 400, importing(u"floppy"_s, {u"a:/x.rdb"_s}));
    row("DATABASE_IMPORT_URI_NOT_PROVIDED", 400, importing(u"aws-s3"_s, {}));
    row("DATABASE_IMPORT_S3_BAD_URI", 400, importing(u"aws-s3"_s, {u"https://h/x.rdb"_s}));
    row("DATABASE_IMPORT_FTP_BAD_URI", 400, importing(u"ftp"_s, {u"ftp:x.rdb"_s}));
    row("DUPLICATE_DATABASE_IMPORT_SOURCE_PATH", 400, importing(u"http"_s, {u"https://h/x.rdb"_s, u"https://h/x.rdb"_s}));
    row("ACL_REDIS_RULE_PATTERN_NOT_VALID", 400,
        rule(Command::RuleCreate, 0, {{u"name"_s, u"n"_s}, {u"redisRule"_s, u"let-me-in"_s}}));
    row("ACL_REDIS_RULE_NAME_IS_MISSING", 400, rule(Command::RuleCreate, 0, {{u"redisRule"_s, u"+@all"_s}}));
    row("ACL_REDIS_RULE_PATTERN_IS_MISSING", 400, rule(Command::RuleCreate, 0, {{u"name"_s, u"n"_s}}));
    row("ACL_REDIS_RULE_NAME_ALREADY_EXISTS", 409,
        rule(Command::RuleCreate, 0, {{u"name"_s, u"Read-Only"_s}, {u"redisRule"_s, u"+@read"_s}}));
    row("ACL_REDIS_RULE_NOT_FOUND", 404, rule(Command::RuleUpdate, 40'004, {{u"name"_s, u"n"_s}}));
    row("ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT", 403, rule(Command::RuleUpdate, 2001, {{u"name"_s, u"n"_s}}));
    row("ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT", 403, rule(Command::RuleDelete, 2001, {}));
}

void TestRedisCloudAccount::refusals()
{
    QFETCH(std::function<Order(qint64, qint64)>, make);
    AccountFixture f;
    const auto [subscription, database] = f.makeSubscription();
    const Task task = f.settle(make(subscription, database));
    QCOMPARE(task.stage, Stage::Failed);
    QTEST(task.fault->type, "type");
    QTEST(task.fault->status, "status");
    QVERIFY(task.fault->description.endsWith(u'.'));
    // What was refused has changed nothing.
    QCOMPARE(f.account->subscriptions().value().size(), 1U);
    QCOMPARE(f.account->databasesOf(subscription).value().size(), 1U);
    QCOMPARE(f.account->rules().value().size(), 3U);
    QCOMPARE(f.conditionOf(subscription), Condition::Active);
}

void TestRedisCloudAccount::networksMustNotCollide()
{
    AccountFixture f;
    f.makeSubscription(u"10.1.0.0/24"_s);
    const Task task = f.settle({Command::SubscriptionCreate, 0, 0, 0, AccountFixture::subscriptionBody(u"10.1.0.0/24"_s)});
    QCOMPARE(task.stage, Stage::Completed); // the task was good; its subscription was not
    const qint64 failed = *task.resourceId;
    QCOMPARE(f.conditionOf(failed), Condition::Failed);
    const CloudDatabase database = f.account->databasesOf(failed).value().front();
    QCOMPARE(wordForDatabase(database.condition), "error"_ba);
    // It can be taken away, databases first, and nothing else.
    QCOMPARE(f.settle({Command::SubscriptionUpdate, failed, 0, 0, {{u"name"_s, u"x"_s}}}).fault->type,
             u"SUBSCRIPTION_NOT_ACTIVE"_s);
    QCOMPARE(f.settle({Command::DatabaseDelete, failed, database.id, 0, {}}).stage, Stage::Completed);
    QCOMPARE(f.conditionOf(failed), Condition::Failed);
    QCOMPARE(f.settle({Command::SubscriptionDelete, failed, 0, 0, {}}).stage, Stage::Completed);
    QCOMPARE(f.account->subscriptions().value().size(), 1U);
}

void TestRedisCloudAccount::importsRunAndEnd()
{
    AccountFixture f;
    const auto [subscription, database] = f.makeSubscription();
    const Order ask {Command::DatabaseImportStatus, subscription, database, 0, {}};
    QCOMPARE(f.settle(ask).resource, "{}"_ba); // never imported
    f.settle({Command::DatabaseUpdate, subscription, database, 0, {{u"datasetSizeInGb"_s, 8}}});
    const QJsonObject body {{u"sourceType"_s, u"ftp"_s}, {u"importFromUri"_s, QJsonArray {u"ftp://h/dump.rdb"_s}}};
    const Task import = f.order({Command::DatabaseImport, subscription, database, 0, body});
    const Task early = f.order(ask);
    const Task again = f.order({Command::DatabaseImport, subscription, database, 0, body});
    f.clock.pass(2 * kHour);
    QCOMPARE(f.look(import).stage, Stage::Completed);
    QCOMPARE(f.look(import).additionalResourceId, std::optional<qint64>(subscription));
    QCOMPARE(f.look(early).resource, R"({"status":"importing"})"_ba);
    QCOMPARE(f.look(again).fault->type, u"DATABASE_IMPORT_NOT_ALLOWED"_s);
    const Task late = f.settle(ask);
    QVERIFY2(late.resource.contains(R"("status":"success")"), late.resource.constData());
    QVERIFY(late.resource.contains("lastImportTime"));
    QVERIFY(f.account->database(subscription, database).value()->usedBytes > 0);
}

void TestRedisCloudAccount::importsThatFail()
{
    AccountFixture f;
    const auto [subscription, database] = f.makeSubscription();
    const auto importFrom = [&](const QString &uri) {
        f.settle({Command::DatabaseImport, subscription, database, 0,
                  {{u"sourceType"_s, u"aws-s3"_s}, {u"importFromUri"_s, QJsonArray {uri}}}});
        return f.settle({Command::DatabaseImportStatus, subscription, database, 0, {}});
    };
    const Task corrupted = importFrom(u"s3://b/notes.txt"_s);
    QCOMPARE(corrupted.stage, Stage::Completed); // the question was answered
    QVERIFY2(corrupted.resource.contains(R"("failureReason":"file-corrupted")"), corrupted.resource.constData());
    QVERIFY(corrupted.resource.contains(R"("status":"failed")"));
    f.settle({Command::DatabaseUpdate, subscription, database, 0, {{u"datasetSizeInGb"_s, 0.1}}});
    QByteArray last;
    for (int i = 0; i < 8 && !last.contains("dataset-too-large"); ++i)
        last = importFrom(u"s3://b/%1.rdb"_s.arg(i)).resource;
    QVERIFY2(last.contains("dataset-too-large"), last.constData());
    const auto record = f.account->database(subscription, database).value();
    QVERIFY(record->usedBytes <= record->limitBytes());
}

void TestRedisCloudAccount::rulesChangeAndGo()
{
    AccountFixture f;
    const Task created =
        f.order({Command::RuleCreate, 0, 0, 0, {{u"name"_s, u"readers"_s}, {u"redisRule"_s, u"+@read ~a:*"_s}}});
    f.clock.pass(6 * kNsPerSecond);
    const qint64 id = *f.look(created).resourceId;
    QCOMPARE(f.look(created).resourcePath, "/acl/redisRules"_ba);
    f.clock.pass(kHour);
    const Task renamed = f.settle({Command::RuleUpdate, 0, 0, id, {{u"name"_s, u"all-readers"_s}}});
    QCOMPARE(renamed.stage, Stage::Completed);
    const RedisRule rule = f.account->rules().value().back();
    QCOMPARE(rule.name, u"all-readers"_s);
    QCOMPARE(rule.acl, u"+@read ~a:*"_s);
    const Task first = f.order({Command::RuleDelete, 0, 0, id, {}});
    const Task second = f.order({Command::RuleUpdate, 0, 0, id, {{u"name"_s, u"late"_s}}});
    f.clock.pass(2 * kHour);
    QCOMPARE(f.look(first).stage, Stage::Completed);
    QVERIFY(f.look(first).resourcePath.isEmpty());
    const QStringList expected {u"ACL_REDIS_RULE_NOT_ACTIVE"_s, u"ACL_REDIS_RULE_NOT_FOUND"_s}; // by how fast it went
    QVERIFY2(expected.contains(f.look(second).fault->type), qPrintable(f.look(second).fault->type));
    QCOMPARE(f.account->rules().value().size(), 3U);
}

void TestRedisCloudAccount::passwordsAreNotKept()
{
    AccountFixture f;
    const auto [subscription, database] = f.makeSubscription();
    const Task task = f.settle({Command::DatabaseUpdate, subscription, database, 0, {{u"password"_s, u"hunter2"_s}}});
    QVERIFY(!task.order.body.contains(u"password"_s));
    QVERIFY(!f.account->database(subscription, database).value()->spec.contains(u"password"_s));
}

void TestRedisCloudAccount::dryRunsOnlyAnswer()
{
    AccountFixture f;
    QJsonObject body = AccountFixture::subscriptionBody();
    body[u"dryRun"_s] = true;
    const Task task = f.settle({Command::SubscriptionCreate, 0, 0, 0, body});
    QCOMPARE(task.stage, Stage::Completed);
    QVERIFY2(task.resource.contains(R"("pricing":[{)"), task.resource.constData());
    QVERIFY(!task.resourceId);
    QVERIFY(f.account->subscriptions().value().empty());
}

void TestRedisCloudAccount::threeSubscriptionsAtOnce()
{
    AccountFixture f;
    std::vector<Task> tasks;
    for (int i = 0; i < 4; ++i)
        tasks.push_back(f.order({Command::SubscriptionCreate, 0, 0, 0, AccountFixture::subscriptionBody()}));
    f.clock.pass(100 * kNsPerSecond); // four times twenty seconds; provisioning takes at least five minutes
    for (int i = 0; i < 3; ++i)
        QCOMPARE(f.look(tasks[std::size_t(i)]).stage, Stage::Completed);
    QCOMPARE(f.look(tasks[3]).fault->type, u"TOO_MANY_PENDING_SUBSCRIPTIONS"_s);
}

void TestRedisCloudAccount::tasksAgeOut()
{
    AccountFixture f;
    const Order order {Command::RuleCreate, 0, 0, 0, {{u"name"_s, u"n"_s}, {u"redisRule"_s, u"+@all"_s}}};
    const Task old = f.order(order);
    f.clock.pass(6 * kDay);
    const Task young = f.order(order);
    f.clock.pass(4 * kDay - kHour);
    QCOMPARE(f.account->tasks().value().size(), 2U);
    QCOMPARE(f.account->tasks().value().front().id, young.id); // the latest change first
    f.clock.pass(2 * kHour);
    QCOMPARE(f.account->tasks().value().size(), 1U);
    QVERIFY(!f.account->task(old.id).value());
    QVERIFY(f.account->task(young.id).value());
    f.clock.pass(30 * kDay);
    QVERIFY(f.account->tasks().value().empty());
    QCOMPARE(f.account->rules().value().size(), 4U); // what they made stays
    QVERIFY(!f.account->isNew().value());
}

void TestRedisCloudAccount::everythingIsThereAfterwards()
{
    const QTemporaryDir dir;
    Task open;
    {
        AccountFixture f(1, dir.path());
        f.makeSubscription();
        open = f.order({Command::RuleCreate, 0, 0, 0, {{u"name"_s, u"n"_s}, {u"redisRule"_s, u"+@all"_s}}});
    }
    AccountFixture f(1, dir.path());
    QCOMPARE(f.account->subscriptions().value().size(), 1U);
    f.clock.pass(3 * kHour); // the clock of the fixture began anew, before what was written
    QCOMPARE(f.look(open).stage, Stage::Completed);
}

void TestRedisCloudAccount::oneAccountAFolder()
{
    const QTemporaryDir dir;
    AccountFixture first(1, dir.path());
    QVERIFY(first.account);
    AccountFixture second(1, dir.path());
    QVERIFY(!second.account);
    QVERIFY(second.openError.message.contains(dir.path()));
}

void TestRedisCloudAccount::aBelievablePast()
{
    AccountFixture f;
    AccountFixture same;
    QCOMPARE(f.account->seed(7, 500).value(), 500);
    QCOMPARE(same.account->seed(7, 500).value(), 500);
    const std::vector<Task> tasks = f.account->tasks().value();
    const std::vector<Task> others = same.account->tasks().value();
    QCOMPARE(tasks.size(), 500U);
    int failed = 0;
    EpochNs before = f.clock.now() + 1;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        QCOMPARE(tasks[i].id, others[i].id);
        QCOMPARE(tasks[i].changedAt, others[i].changedAt);
        QVERIFY(tasks[i].changedAt <= before); // in the list's order
        before = tasks[i].changedAt;
        QCOMPARE(tasks[i].fault.has_value(), tasks[i].stage == Stage::Failed);
        failed += tasks[i].stage == Stage::Failed ? 1 : 0;
    }
    QVERIFY2(failed > 10 && failed < 100, qPrintable(QString::number(failed)));
    // What the past says was made and not removed again is there, and what it removed is not.
    QSet<qint64> settled;
    for (const Task &task : tasks) { // the latest word first
        const bool makes = task.order.command == Command::DatabaseCreate;
        if (!task.resourceId || settled.contains(*task.resourceId) || (!makes && task.order.command != Command::DatabaseDelete))
            continue;
        settled.insert(*task.resourceId);
        const auto found = f.account->subscriptions().value();
        const bool exists = std::any_of(found.begin(), found.end(), [&](const Subscription &subscription) {
            return f.account->database(subscription.id, *task.resourceId).value().has_value();
        });
        QCOMPARE(exists, makes);
    }
    QVERIFY(settled.size() > 10);
    QCOMPARE(f.account->openTasks().value(), 3);
    f.clock.pass(2 * kHour); // the open ones are real
    QCOMPARE(f.account->openTasks().value(), 0);
    QVERIFY(!f.account->seed(7, 5).ok()); // an account has one past
}

QTEST_GUILESS_MAIN(TestRedisCloudAccount)
#include "test_rediscloud_account.moc"

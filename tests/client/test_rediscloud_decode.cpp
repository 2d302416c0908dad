// SPDX-License-Identifier: GPL-3.0-or-later
// What Redis Cloud says, as values: every shape of list, task, link, error and stamp, and what is none of them.
#include "app/client/rediscloud/errors.h"
#include "app/client/rediscloud/requests.h"
#include "app/client/rediscloud/resource.h"
#include "app/client/rediscloud/titles.h"
#include "app/client/rediscloud/wire.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(taskglass::rediscloud::Resource)

namespace {

constexpr EpochNs kNoon = 1'772'625'600 * kNsPerSecond; // 2026-03-04T12:00:00Z

QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(TASKGLASS_TEST_DATA "/rediscloud/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HttpAnswer answerOf(const QByteArray &body, Shape shape = Shape::TaskList, int status = 200)
{
    HttpAnswer answer;
    answer.request.purpose = int(shape);
    answer.status = status;
    answer.body = body;
    return answer;
}

QString text(const TaskPage &page, StringTable::Ref ref)
{
    return QString::fromUtf8(page.strings.at(ref).data(), qsizetype(page.strings.at(ref).size()));
}

/// The one task of a list of one.
struct One
{
    explicit One(const QByteArray &task)
        : list(readTasks(task, Shape::Task))
    {
    }
    [[nodiscard]] bool ok() const { return list && list.value()->page->rows.size() == 1; }
    [[nodiscard]] const TaskPage &page() const { return *list.value()->page; }
    [[nodiscard]] const TaskRow &row() const { return page().rows.front(); }
    [[nodiscard]] QString text(StringTable::Ref TaskRow::*ref) const { return ::text(page(), row().*ref); }
    Result<std::shared_ptr<TaskList>> list;
};

QByteArray taskWith(const QByteArray &members)
{
    return "{\"taskId\":\"t1\",\"commandType\":\"databaseCreateRequest\"" + (members.isEmpty() ? QByteArray() : ',' + members) + '}';
}

} // namespace

class TestRedisCloudDecode : public QObject
{
    Q_OBJECT

private slots:
    void titles_data();
    void titles();
    void queries_data();
    void queries();
    void stamps_data();
    void stamps();
    void resources_data();
    void resources();
    void statuses_data();
    void statuses();
    void listShapes_data();
    void listShapes();
    void notLists_data();
    void notLists();
    void wholeList();
    void responseErrors_data();
    void responseErrors();
    void links_data();
    void links();
    void numbers_data();
    void numbers();
    void unexpectedTypes();
    void answeredQueryOfAFailure();
    void listedTwice();
    void longDescriptionIsCutAtACharacter();
    void accounts();
    void errors_data();
    void errors();
    void rateLimitHeaders();
    void linkRequests_data();
    void linkRequests();
    void linkBodies();
    void cutAndMutated();
};

void TestRedisCloudDecode::titles_data()
{
    QTest::addColumn<QString>("title");
    const std::pair<const char *, const char *> rows[] {
        {"fixedDatabaseCreateRequest", "Create Essentials database"},
        {"databaseImportStatusRequest", "Check database import status"},
        {"databaseBackupStatusRequest", "Check database backup status"},
        {"tgwAcceptInvitationRequest", "Accept invitation (transit gateway)"},
        {"somethingNewRequest", "Something new"},
        {"subscriptionCreateRequest", "Create subscription"},
        {"subscriptionMaintenanceWindowsUpdateRequest", "Update subscription maintenance windows"},
        {"subscriptionUpdateCMKRequest", "Update CMK (subscription)"},
        {"cidrUpdateRequest", "Update CIDR"},
        {"cidrWhiteListUpdateRequest", "Update CIDR white list"},
        {"activeActiveRegionCreateRequest", "Create Active-Active region"},
        {"databaseBackupRequest", "Back up database"},
        {"databaseImportRequest", "Import database"},
        {"databaseUpgradeRedisVersionRequest", "Upgrade Redis version (database)"},
        {"crdbFlushRequest", "Flush Active-Active database"},
        {"crdbUpdatePropertiesRequest", "Update properties (Active-Active database)"},
        {"aclRedisRuleDeleteRequest", "Delete ACL Redis rule"},
        {"aclUserUpdateRequest", "Update ACL user"},
        {"cloudAccountDeleteRequest", "Delete cloud account"},
        {"vpcPeeringGetRequest", "Read VPC peering"},
        {"peeringListRequest", "Read peering"},
        {"vpcPeeringCreateAwsRequest", "VPC peering create AWS"},
        {"tgwInvitationsGetRequest", "Read transit gateway invitations"},
        {"tgwUpdateCidrsRequest", "Update CIDRs (transit gateway)"},
        {"pscServiceEndpointScriptGetRequest", "Read Private Service Connect service endpoint script"},
        {"activeActivePscServiceCreateRequest", "Create Active-Active Private Service Connect service"},
        {"privateLinkGetRequest", "Read PrivateLink"},
        {"privatelinkGetRequest", "Read PrivateLink"},
        {"privateLinkConnectionsDisassociateRequest", "Disassociate PrivateLink connections"},
        {"activeActivePrivateLinkDeleteRequest", "Delete Active-Active PrivateLink"},
        {"costReportCreateRequest", "Create cost report"},
        {"createRequest", "Create"},
        {"statusRequest", "Status"},
        {"Request", "Request"},
        {"REQUEST", "REQUEST"},
        {"", ""},
        {"lower", "Lower"},
        {"SUBSCRIPTION_CREATE", "SUBSCRIPTION_CREATE"},
        {"databaseCreateREQUEST", "Create database"},
    };
    for (const auto &[type, title] : rows)
        QTest::addRow("%s", type) << QString::fromLatin1(title);
}

void TestRedisCloudDecode::titles()
{
    QFETCH(QString, title);
    QCOMPARE(titleFor(QString::fromLatin1(QTest::currentDataTag())), title);
}

void TestRedisCloudDecode::queries_data()
{
    QTest::addColumn<bool>("isQuery");
    QTest::addRow("databaseImportStatusRequest") << true;
    QTest::addRow("peeringListRequest") << true;
    QTest::addRow("tgwGetRequest") << true;
    QTest::addRow("TGWGETREQUEST") << true;
    QTest::addRow("databaseCreateRequest") << false;
    QTest::addRow("cidrWhiteListUpdateRequest") << false;
    QTest::addRow("tgwGet") << false;
}

void TestRedisCloudDecode::queries()
{
    QFETCH(bool, isQuery);
    const QString type = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(isReadOnlyQuery(type), isQuery);
    const One one("{\"taskId\":\"t\",\"commandType\":\"" + type.toLatin1() + "\"}");
    QVERIFY(one.ok());
    QCOMPARE(one.row().housekeeping, isQuery);
    QCOMPARE(one.text(&TaskRow::type), type);
    QCOMPARE(one.text(&TaskRow::title), titleFor(type));
}

void TestRedisCloudDecode::stamps_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addRow("2026-03-04T12:00:00Z") << kNoon;
    QTest::addRow("2026-03-04T12:00:00.5Z") << kNoon + 500 * kNsPerMs;
    QTest::addRow("2026-03-04T12:00:00.25Z") << kNoon + 250 * kNsPerMs;
    QTest::addRow("2026-03-04T12:00:00.417Z") << kNoon + 417 * kNsPerMs;
    QTest::addRow("2026-03-04T12:00:00.12345Z") << kNoon + 123'450'000;
    QTest::addRow("2026-03-04T12:00:00.120334Z") << kNoon + 120'334'000;
    QTest::addRow("2026-03-04T12:00:00.12345678Z") << kNoon + 123'456'780;
    QTest::addRow("2026-03-04T12:00:00.903318207Z") << kNoon + 903'318'207;
    QTest::addRow("2026-03-04T14:00:00+02:00") << kNoon;
    QTest::addRow("2026-03-04T12:00:00.417+0000") << kNoon + 417 * kNsPerMs;
    QTest::addRow("2026-03-04T12:00:00+00:00") << kNoon;
    QTest::addRow("2026-03-04T07:00:00-0500") << kNoon;
    QTest::addRow("2026-03-04T12:00:00") << kNoon;
    QTest::addRow("2026-03-04T12:00:00.5") << kNoon + 500 * kNsPerMs;
    QTest::addRow("2026-03-04") << kNoTime;
    QTest::addRow("yesterday") << kNoTime;
    QTest::newRow("") << kNoTime;
    QTest::addRow("2026-13-04T12:00:00") << kNoTime;
    QTest::addRow("2026-03-04T12:00:00+00") << kNoTime;
    QTest::addRow("-0000") << kNoTime;
}

void TestRedisCloudDecode::stamps()
{
    QFETCH(qint64, time);
    const QByteArray stamp = QTest::currentDataTag();
    QCOMPARE(parseStamp({stamp.constData(), std::size_t(stamp.size())}).value_or(kNoTime), time);
    // A task that has ended shows it as its end; one that has not, shows no time at all.
    const One ended(taskWith("\"status\":\"processing-completed\",\"timestamp\":\"" + stamp + '"'));
    QVERIFY(ended.ok());
    QCOMPARE(ended.row().finishedAt, time);
    const One open(taskWith("\"status\":\"processing-in-progress\",\"timestamp\":\"" + stamp + '"'));
    QVERIFY(open.ok());
    QCOMPARE(open.row().finishedAt, kNoTime);
    QCOMPARE(open.row().enqueuedAt, kNoTime);
    QCOMPARE(open.row().startedAt, kNoTime);
}

void TestRedisCloudDecode::resources_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("address");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<qint64>("additional");
    QTest::addColumn<Resource>("resource");
    const QString api = u"https://api.redislabs.com/v1"_s;
    const auto row = [&](const char *name, const char *type, const QString &address, qint64 id, qint64 additional, const Resource &resource) {
        QTest::newRow(name) << QString::fromLatin1(type) << address << id << additional << resource;
    };
    row("subscription", "subscriptionCreateRequest", api + u"/subscriptions/90210"_s, 90210, -1, {u"subscription 90210"_s, u"90210"_s, {}});
    row("Essentials subscription", "fixedSubscriptionCreateRequest", api + u"/fixed/subscriptions/7"_s, 7, -1, {u"subscription 7"_s, u"7"_s, {}});
    row("Essentials database", "fixedDatabaseCreateRequest", api + u"/fixed/subscriptions/120045/databases/51999001"_s, 51999001, 120045,
        {u"database 51999001 in subscription 120045"_s, u"120045"_s, u"51999001"_s});
    row("trailing slash and query", "databaseCreateRequest", api + u"/subscriptions/1/databases/2/?x=/subscriptions/9"_s, 2, -1,
        {u"database 2 in subscription 1"_s, u"1"_s, u"2"_s});
    row("link to the subscription of a database", "databaseCreateRequest", api + u"/subscriptions/1"_s, 2, -1,
        {u"database 2 in subscription 1"_s, u"1"_s, u"2"_s});
    row("cloud account", "cloudAccountCreateRequest", api + u"/cloud-accounts/15"_s, 15, -1, {u"cloud account 15"_s, {}, {}});
    row("ACL rule", "aclRedisRuleCreateRequest", api + u"/acl/redisRules/12"_s, 12, -1, {u"ACL rule 12"_s, {}, {}});
    row("ACL id in front", "aclRoleCreateRequest", api + u"/acl/12/roles"_s, 12, -1, {u"ACL role 12"_s, {}, {}});
    row("ACL user", "aclUserCreateRequest", api + u"/acl/users/3"_s, 3, -1, {u"ACL user 3"_s, {}, {}});
    row("peering", "vpcPeeringCreateAwsRequest", api + u"/subscriptions/1/peerings/2"_s, 2, -1, {u"VPC peering 2 in subscription 1"_s, u"1"_s, {}});
    row("another host, no version", "subscriptionCreateRequest", u"http://10.0.0.1:8080/subscriptions/5"_s, -1, -1, {u"subscription 5"_s, u"5"_s, {}});
    row("path only", "subscriptionCreateRequest", u"/v1/subscriptions/5"_s, -1, -1, {u"subscription 5"_s, u"5"_s, {}});
    row("no link, deleted database", "databaseDeleteRequest", {}, 51999001, -1, {u"database 51999001"_s, {}, u"51999001"_s});
    row("no link, parent told", "fixedDatabaseDeleteRequest", {}, 2, 1, {u"database 2 in subscription 1"_s, u"1"_s, u"2"_s});
    row("no link, deleted subscription", "subscriptionDeleteRequest", {}, 9, -1, {u"subscription 9"_s, u"9"_s, {}});
    row("no link, query with parent", "databaseImportStatusRequest", {}, 2, 1, {u"database 2 in subscription 1"_s, u"1"_s, u"2"_s});
    row("no link, query whose number may be the parent's", "databaseImportStatusRequest", {}, 2, -1, {u"resource 2"_s, {}, {}});
    row("no link, cloud account", "cloudAccountDeleteRequest", {}, 4, -1, {u"cloud account 4"_s, {}, {}});
    row("no link, ACL rule", "aclRedisRuleDeleteRequest", {}, 4, -1, {u"ACL rule 4"_s, {}, {}});
    row("no link, something", "tgwAttachmentCreateRequest", {}, 4, -1, {u"resource 4"_s, {}, {}});
    row("nothing", "databaseCreateRequest", {}, -1, -1, {});
    row("host only", "databaseCreateRequest", u"https://api.redislabs.com"_s, -1, -1, {});
    row("no numbers", "databaseCreateRequest", api + u"/subscriptions/../databases/x"_s, -1, -1, {});
    row("number too long", "databaseCreateRequest", api + u"/subscriptions/12345678901234567890"_s, -1, -1, {});
}

void TestRedisCloudDecode::resources()
{
    QFETCH(QString, type);
    QFETCH(QString, address);
    QFETCH(qint64, id);
    QFETCH(qint64, additional);
    QFETCH(Resource, resource);
    const auto given = [](qint64 number) { return number < 0 ? std::nullopt : std::optional(number); };
    const Resource found = resourceFrom({type, address, given(id), given(additional)});
    QCOMPARE(found.text, resource.text);
    QCOMPARE(found.subscription, resource.subscription);
    QCOMPARE(found.database, resource.database);
}

void TestRedisCloudDecode::statuses_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addRow("initialized") << TaskState::Queued;
    QTest::addRow("received") << TaskState::Queued;
    QTest::addRow("processing-in-progress") << TaskState::Running;
    QTest::addRow("processing-completed") << TaskState::Succeeded;
    QTest::addRow("processing-error") << TaskState::Failed;
    QTest::addRow("processing-cancelled") << TaskState::Unknown;
    QTest::addRow("completed") << TaskState::Unknown;
    QTest::addRow("RECEIVED") << TaskState::Unknown;
}

void TestRedisCloudDecode::statuses()
{
    QFETCH(TaskState, state);
    const One one(taskWith("\"status\":\"" + QByteArray(QTest::currentDataTag()) + '"'));
    QVERIFY(one.ok());
    QCOMPARE(one.row().state, state);
    QCOMPARE(one.text(&TaskRow::serverState), QString::fromLatin1(QTest::currentDataTag()));
}

void TestRedisCloudDecode::listShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count");
    const QByteArray task = taskWith("\"status\":\"received\"");
    QTest::newRow("wrapper") << QByteArray("{\"tasks\":[" + task + "]}") << 1;
    QTest::newRow("empty wrapper") << QByteArray("{\"tasks\":[]}") << 0;
    QTest::newRow("empty object") << QByteArray("{}") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
    QTest::newRow("bare array") << QByteArray("[" + task + "]") << 1;
    QTest::newRow("empty array") << QByteArray("[]") << 0;
    QTest::newRow("account and links around") << QByteArray("{\"accountId\":7,\"links\":[],\"tasks\":[" + task + "]}") << 1;
    QTest::newRow("account and links around nothing") << QByteArray("{\"accountId\":7,\"links\":[]}") << 0;
    QTest::newRow("other members too") << QByteArray("{\"x\":{\"tasks\":1},\"tasks\":[" + task + "],\"y\":[1]}") << 1;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"tasks\":[" + task + "]}") << 1;
    QTest::newRow("white space") << QByteArray(" \n{ \"tasks\" : [ " + task + " , " + QByteArray(task).replace("t1", "t2") + " ] } \n") << 2;
}

void TestRedisCloudDecode::listShapes()
{
    QFETCH(QByteArray, body);
    QFETCH(int, count);
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body)); // no Content-Type at all
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    const auto *list = dynamic_cast<const TaskList *>(decoded.value().get());
    QVERIFY(list);
    QCOMPARE(int(list->page->rows.size()), count);
    QCOMPARE(int(list->facts.size()), count);
}

void TestRedisCloudDecode::notLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << u"empty body"_s;
    QTest::newRow("spaces") << QByteArray("  \n") << u"empty body"_s;
    QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html><body onload=evil()>Sign in</body></html>") << u"a web page"_s;
    QTest::newRow("a text") << QByteArray("\"tasks\"") << u"cannot be understood|not valid JSON"_s;
    QTest::newRow("a number") << QByteArray("42") << u"cannot be understood|not valid JSON"_s;
    QTest::newRow("not JSON") << QByteArray("Service OK") << u"not valid JSON"_s;
    QTest::newRow("error object with 200") << QByteArray(R"({"timestamp":"2026-03-04T08:15:02.417+00:00","status":404,"error":"Not Found"})") << u"at tasks"_s;
    QTest::newRow("tasks is no array") << QByteArray(R"({"tasks":{"taskId":"t"}})") << u"at tasks"_s;
    QTest::newRow("tasks is null") << QByteArray(R"({"tasks":null})") << u"at tasks"_s;
    QTest::newRow("an item is no object") << QByteArray(R"({"tasks":[{"taskId":"t"},7]})") << u"at tasks\\[1\\]"_s;
    QTest::newRow("an item without id") << QByteArray(R"({"tasks":[{"status":"received"}]})") << u"at tasks\\[0\\]\\.taskId"_s;
    QTest::newRow("an empty id") << QByteArray(R"([{"taskId":""}])") << u"at tasks\\[0\\]\\.taskId"_s;
    QTest::newRow("cut") << QByteArray(R"({"tasks":[{"taskId":"t","status":"rec)") << u"too early|not valid"_s;
    QTest::newRow("two documents") << QByteArray("{\"tasks\":[]}{\"tasks\":[]}") << u"not valid JSON|cannot be understood"_s;
    QTest::newRow("list of another server") << QByteArray(R"({"results":[],"total":0})") << u"at tasks"_s;
}

void TestRedisCloudDecode::notLists()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body));
    QVERIFY2(!decoded, "an answer that is no list was taken for an empty one");
    QCOMPARE(decoded.error().kind, Error::Kind::BadResponse);
    QVERIFY2(decoded.error().message.contains(QRegularExpression(says)), qPrintable(decoded.error().message));
    QVERIFY(!decoded.error().message.contains(u'<'));
}

/// A list with every form of item that was ever seen, in one file.
void TestRedisCloudDecode::wholeList()
{
    const QByteArray body = dataFile(u"list.json"_s);
    QVERIFY(!body.isEmpty());
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body));
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    const auto &list = dynamic_cast<const TaskList &>(*decoded.value());
    const TaskPage &page = *list.page;
    const auto column = [&page](StringTable::Ref TaskRow::*ref) {
        QStringList texts;
        for (const TaskRow &row : page.rows)
            texts << text(page, row.*ref);
        return texts;
    };
    QCOMPARE(page.rows.size(), std::size_t(6));
    QCOMPARE(column(&TaskRow::title), QStringList({u"Create database"_s, u"Create Essentials database"_s, u"Delete cloud account"_s,
                                                   u"Create subscription"_s, u"Check database import status"_s, u"Create memory store"_s}));
    QCOMPARE(column(&TaskRow::target), QStringList({{}, u"database 51999001 in subscription 120045"_s, {}, u"subscription 90210"_s,
                                                    u"database 51234567 in subscription 120045"_s, u"resource 77"_s}));
    QCOMPARE(column(&TaskRow::subscription), QStringList({{}, u"120045"_s, {}, u"90210"_s, u"120045"_s, {}}));
    QCOMPARE(column(&TaskRow::database), QStringList({{}, u"51999001"_s, {}, {}, u"51234567"_s, {}}));
    QCOMPARE(text(page, page.rows[2].errorMessage), u"Account still referenced. · account-in-use"_s);
    QCOMPARE(text(page, page.rows[2].errorCode), u"CLOUD_ACCOUNT_USED"_s);
    QCOMPARE(text(page, page.rows[2].errorType), u"409 CONFLICT"_s);
    QCOMPARE(text(page, page.rows[4].description), u"Done. · resource status: failed · file-corrupted-dump"_s);
    QVERIFY(page.rows[4].housekeeping);
    QCOMPARE(page.rows[5].state, TaskState::Unknown);
    // Raw is raw: the bytes of each task are in the body as they are here.
    for (const TaskRow &row : page.rows) {
        const QByteArray raw = page.rawBlocks[row.rawBlock]->at(row.rawIndex);
        QVERIFY(raw.startsWith('{') && raw.endsWith('}'));
        QVERIFY(body.contains(raw));
        QVERIFY(raw.contains(text(page, row.id).toUtf8()));
    }
}

void TestRedisCloudDecode::responseErrors_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QStringList>("said"); // message, code, type
    QTest::newRow("object") << QByteArray(R"({"error":{"type":"X_FAILED","status":"404 NOT_FOUND","description":"Not there."}})")
                            << QStringList {u"Not there."_s, u"X_FAILED"_s, u"404 NOT_FOUND"_s};
    QTest::newRow("object and reason") << QByteArray(R"({"additionalInfo":"gone-already","error":{"type":"X","status":"","description":"Not there."}})")
                                       << QStringList {u"Not there. · gone-already"_s, u"X"_s, QString()};
    QTest::newRow("string") << QByteArray(R"({"error":"SUBSCRIPTION_NOT_ACTIVE"})") << QStringList {u"Failed; see the error."_s, u"SUBSCRIPTION_NOT_ACTIVE"_s, QString()};
    QTest::newRow("string and reason") << QByteArray(R"({"error":"GENERAL_ERROR","additionalInfo":"no-quota"})") << QStringList {u"no-quota"_s, u"GENERAL_ERROR"_s, QString()};
    QTest::newRow("null") << QByteArray(R"({"error":null})") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("null and reason") << QByteArray(R"({"error":null,"additionalInfo":"no-quota"})") << QStringList {u"no-quota"_s, QString(), QString()};
    QTest::newRow("number") << QByteArray(R"({"error":500})") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("array") << QByteArray(R"({"error":[{"type":"X"}]})") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("empty") << QByteArray("{}") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("no response") << QByteArray("null") << QStringList {u"Failed; see the error."_s, QString(), QString()};
    QTest::newRow("resource beside") << QByteArray(R"({"resourceId":9,"error":{"type":"X","description":5}})") << QStringList {u"Failed; see the error."_s, u"X"_s, QString()};
}

void TestRedisCloudDecode::responseErrors()
{
    QFETCH(QByteArray, response);
    QFETCH(QStringList, said);
    const One one(taskWith("\"status\":\"processing-error\",\"description\":\"Failed; see the error.\",\"response\":" + response));
    QVERIFY(one.ok());
    QCOMPARE(one.row().state, TaskState::Failed);
    QCOMPARE(QStringList({one.text(&TaskRow::errorMessage), one.text(&TaskRow::errorCode), one.text(&TaskRow::errorType)}), said);
    QCOMPARE(one.text(&TaskRow::description), u"Failed; see the error."_s);
}

void TestRedisCloudDecode::links_data()
{
    QTest::addColumn<QByteArray>("links");
    QTest::addColumn<QString>("target");
    const QByteArray link = R"("href":"https://api.redislabs.com/v1/subscriptions/90210","type":"GET")";
    const QString found = u"subscription 90210"_s;
    QTest::newRow("array") << QByteArray("\"links\":[{\"rel\":\"task\",\"href\":\"x\"},{\"rel\":\"resource\"," + link + "}]") << found;
    QTest::newRow("array, rel behind") << QByteArray("\"links\":[{" + link + ",\"rel\":\"resource\"}]") << found;
    QTest::newRow("object") << QByteArray("\"_links\":{\"self\":{\"href\":\"x\"},\"resource\":{" + link + "}}") << found;
    QTest::newRow("object with rel inside") << QByteArray("\"_links\":{\"resource\":{\"rel\":\"resource\"," + link + "}}") << found;
    QTest::newRow("object named links") << QByteArray("\"links\":{\"resource\":{" + link + "}}") << found;
    QTest::newRow("array named _links") << QByteArray("\"_links\":[{\"rel\":\"resource\"," + link + "}]") << found;
    QTest::newRow("both") << QByteArray("\"_links\":{\"self\":{\"href\":\"x\"}},\"links\":[{\"rel\":\"resource\"," + link + "}]") << found;
    QTest::newRow("escaped") << QByteArray("\"links\":[{\"rel\":\"res\\u006furce\",\"href\":\"https:\\/\\/x\\/v1\\/subscriptions\\/90210\"}]") << found;
    QTest::newRow("empty array") << QByteArray("\"links\":[]") << QString();
    QTest::newRow("empty object") << QByteArray("\"_links\":{}") << QString();
    QTest::newRow("null") << QByteArray("\"links\":null,\"_links\":null") << QString();
    QTest::newRow("texts") << QByteArray("\"links\":[\"resource\",7,null,[]]") << QString();
    QTest::newRow("address is no text") << QByteArray("\"links\":[{\"rel\":\"resource\",\"href\":7}]") << QString();
    QTest::newRow("missing") << QByteArray("\"x\":1") << QString();
}

void TestRedisCloudDecode::links()
{
    QFETCH(QByteArray, links);
    QFETCH(QString, target);
    const One one("{\"taskId\":\"t\",\"commandType\":\"subscriptionCreateRequest\"," + links + '}');
    QVERIFY2(one.ok(), one.list ? "" : qPrintable(one.list.error().message));
    QCOMPARE(one.text(&TaskRow::target), target);
}

void TestRedisCloudDecode::numbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("database");
    QTest::newRow("number") << QByteArray("51999001") << u"51999001"_s;
    QTest::newRow("text") << QByteArray("\"51999001\"") << u"51999001"_s;
    QTest::newRow("beyond 32 bits") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("largest") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
    QTest::newRow("too large") << QByteArray("9223372036854775808") << QString();
    QTest::newRow("too large a text") << QByteArray("\"92233720368547758080\"") << QString();
    QTest::newRow("negative") << QByteArray("-1") << QString();
    QTest::newRow("fraction") << QByteArray("1.5") << QString();
    QTest::newRow("words") << QByteArray("\"12 monkeys\"") << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("array") << QByteArray("[1]") << QString();
    QTest::newRow("true") << QByteArray("true") << QString();
}

void TestRedisCloudDecode::numbers()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, database);
    const One one(taskWith("\"status\":\"processing-completed\",\"response\":{\"resourceId\":" + number + ",\"additionalResourceId\":120045}"));
    QVERIFY2(one.ok(), one.list ? "" : qPrintable(one.list.error().message));
    QCOMPARE(one.text(&TaskRow::database), database);
}

void TestRedisCloudDecode::unexpectedTypes()
{
    for (const QByteArray &value : {QByteArray("null"), QByteArray("7"), QByteArray("true"), QByteArray("[]"), QByteArray("{}"), QByteArray("[[{\"a\":1}]]"), QByteArray("1e400")}) {
        QByteArray task = "{\"taskId\":\"t\"";
        for (const char *member : {"commandType", "status", "description", "timestamp", "response", "links", "_links", "progress"})
            task += ",\"" + QByteArray(member) + "\":" + value;
        const One one(task + '}');
        QVERIFY2(one.ok(), value.constData());
        QCOMPARE(one.row().state, TaskState::Unknown);
        QCOMPARE(one.row().finishedAt, kNoTime);
        QCOMPARE(one.row().target, StringTable::Ref(0));
        const One inside("{\"taskId\":\"t\",\"response\":{\"error\":" + value + ",\"additionalInfo\":" + value + ",\"resource\":" + value
                         + ",\"resourceId\":[" + value + "]},\"links\":[" + value + "]}");
        QVERIFY2(inside.ok(), value.constData());
    }
    const One number("{\"taskId\":12345}");
    QVERIFY(number.ok());
    QCOMPARE(number.text(&TaskRow::id), u"12345"_s);
}

void TestRedisCloudDecode::answeredQueryOfAFailure()
{
    const One one(taskWith(R"("status":"processing-completed","description":"Done.","response":{"additionalInfo":"see-below","resource":{"status":"failed"}})"));
    QVERIFY(one.ok());
    QCOMPARE(one.row().state, TaskState::Succeeded);
    QCOMPARE(one.text(&TaskRow::description), u"Done. · see-below · resource status: failed"_s);
    QCOMPARE(one.text(&TaskRow::errorMessage), QString());
}

void TestRedisCloudDecode::listedTwice()
{
    const auto task = [](const char *status, const char *stamp) -> QByteArray {
        return QByteArray("{\"taskId\":\"t\",\"status\":\"") + status + "\",\"timestamp\":\"2026-03-04T12:00:" + stamp + "Z\"}";
    };
    for (const bool newestFirst : {true, false}) {
        const QByteArray a = task("processing-completed", "05");
        const QByteArray b = task("processing-in-progress", "01");
        const auto list = readTasks('[' + (newestFirst ? a : b) + ',' + (newestFirst ? b : a) + ']', Shape::TaskList);
        QVERIFY(list);
        QCOMPARE(list.value()->page->rows.size(), std::size_t(1));
        const TaskRow &row = list.value()->page->rows.front();
        QCOMPARE(row.state, TaskState::Succeeded);
        QCOMPARE(list.value()->page->rawBlocks[row.rawBlock]->at(row.rawIndex), a);
        QCOMPARE(list.value()->facts.front().timestamp, kNoon + 5 * kNsPerSecond);
    }
}

void TestRedisCloudDecode::longDescriptionIsCutAtACharacter()
{
    const One one(taskWith("\"description\":\"" + QByteArray("ü").repeated(400) + '"'));
    QVERIFY(one.ok());
    QCOMPARE(one.text(&TaskRow::description), QString(256, u'ü'));
    const One odd(taskWith("\"description\":\"a" + QByteArray("ü").repeated(400) + '"'));
    QVERIFY(odd.ok());
    QCOMPARE(odd.text(&TaskRow::description), QString(u'a' + QString(255, u'ü')));
}

void TestRedisCloudDecode::accounts()
{
    const auto read = [](const QByteArray &body) { return RedisCloudDecoder().decode(answerOf(body, Shape::Account)); };
    const auto full = read(R"({"account":{"id":7,"name":"Acme","key":{"name":"monitor","httpSourceIp":"192.0.2.7"}},"links":[]})");
    QVERIFY(full);
    const auto &info = dynamic_cast<const AccountInfo &>(*full.value());
    QCOMPARE(QStringList({info.account, info.key, info.address}), QStringList({u"Acme"_s, u"monitor"_s, u"192.0.2.7"_s}));
    const auto nameless = read(R"({"account":{"id":7}})");
    QVERIFY(nameless);
    QCOMPARE(dynamic_cast<const AccountInfo &>(*nameless.value()).account, u"7"_s);
    QVERIFY(read(R"({"links":[]})"));
    for (const char *other : {"", "{}", "[]", "null", "<html></html>", R"({"status":"Meilisearch is running"})", R"({"cluster_name":"x","version":{"number":"2.19.1"}})"}) {
        const auto none = read(other);
        QVERIFY2(!none, other);
        QCOMPARE(none.error().kind, Error::Kind::BadResponse);
    }
}

void TestRedisCloudDecode::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("says");
    using K = Error::Kind;
    const QByteArray json = R"({"timestamp":"2026-03-04T08:15:02.417+00:00","status":STATUS,"error":"Reason","message":"No such thing 41","path":"/v1/tasks/41"})";
    const QByteArray page = "<html><head><title>401 Authorization Required</title></head><body><center>nginx</center></body></html>";
    const auto rows = [&](int status, K kind, const QString &says) {
        QTest::addRow("%d, JSON", status) << status << QByteArray(json).replace("STATUS", QByteArray::number(status)) << kind << says;
        QTest::addRow("%d, nothing", status) << status << QByteArray() << kind << says;
        QTest::addRow("%d, web page", status) << status << page << kind << says;
    };
    rows(400, K::BadRequest, u"does not accept"_s);
    rows(401, K::Auth, u"rejected the keys"_s);
    rows(403, K::Auth, u"IP addresses"_s);
    rows(404, K::NotFound, u"does not know this task"_s);
    rows(408, K::Server, u"gave up waiting"_s);
    rows(409, K::Conflict, u"collides"_s);
    rows(412, K::Unsupported, u"switched off for the account"_s);
    rows(422, K::BadRequest, u"does not accept"_s);
    rows(429, K::RateLimited, u"request limit of the account"_s);
    rows(500, K::Server, u"problem of its own"_s);
    rows(502, K::Server, u"proxy"_s);
    rows(503, K::Server, u"not available"_s);
    rows(504, K::Server, u"proxy"_s);
    rows(302, K::Redirected, u"not followed"_s);
}

void TestRedisCloudDecode::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, says);
    const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body, Shape::Task, status));
    QVERIFY(!decoded);
    const Error &error = decoded.error();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QCOMPARE(error.serverMessage, body.startsWith('{') ? u"No such thing 41"_s : QString());
    QCOMPARE(error.serverCode, body.startsWith('{') ? u"Reason"_s : QString());
    QVERIFY(!QString(error.message + error.serverMessage + error.serverCode).contains(u'<'));
}

void TestRedisCloudDecode::rateLimitHeaders()
{
    HttpAnswer answer = answerOf({}, Shape::TaskList, 429);
    answer.receivedAt = kNoon;
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(-1));
    QCOMPARE(rateLimitRemaining(answer), qint64(-1));
    answer.headers = {{"retry-after", "Wed, 04 Mar 2026 12:00:40 GMT"}, {"date", "Wed, 04 Mar 2026 12:00:00 GMT"}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(40'000));
    answer.headers = {{"retry-after", "17"}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(17'000));
    answer.headers.emplace_back("x-rate-limit-retry-after-seconds", "9");
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(9'000));
    answer.headers = {{"retry-after", "17"}, {"x-rate-limit-retry-after-seconds", "soon"}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(17'000));
    answer.headers = {{"x-rate-limit-retry-after-seconds", "99999999999"}, {"x-rate-limit-remaining", " 123 "}};
    QCOMPARE(errorIn(answer)->retryAfterMs, qint64(24 * 3600 * 1000));
    QCOMPARE(rateLimitRemaining(answer), qint64(123));
    answer.headers = {{"x-rate-limit-remaining", "-5"}};
    QCOMPARE(rateLimitRemaining(answer), qint64(-1));
}

void TestRedisCloudDecode::linkRequests_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("target"); // empty: not asked
    const QString base = u"https://api.redislabs.com/v1"_s;
    const auto row = [](const char *name, const QString &at, const char *prefix, const char *method, const QString &address, const char *target) {
        QTest::newRow(name) << at << QByteArray(prefix) << QString::fromLatin1(method) << address << QByteArray(target);
    };
    row("usual", base, "", "GET", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("no method", base, "", "", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("small letters", base, "", "get", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("slash at the end of the base", base + u"/"_s, "", "GET", base + u"/subscriptions/1"_s, "/subscriptions/1");
    row("base without version", u"https://api.redislabs.com"_s, "/v1", "GET", base + u"/subscriptions/1?a=b%20c"_s, "/v1/subscriptions/1?a=b%20c");
    row("port said", base, "", "GET", u"https://api.redislabs.com:443/v1/x"_s, "/x");
    row("path only", base, "", "GET", u"/v1/subscriptions/1"_s, "/subscriptions/1");
    row("host in capitals", base, "", "GET", u"https://API.redislabs.com/v1/x"_s, "/x");
    row("local", u"http://127.0.0.1:7700/v1"_s, "", "GET", u"http://127.0.0.1:7700/v1/x"_s, "/x");
    row("another host", base, "", "GET", u"https://api-qa.redislabs.com/v1/subscriptions/1"_s, "");
    row("another host without scheme", base, "", "GET", u"//evil.example/v1/x"_s, "");
    row("plain http", base, "", "GET", u"http://api.redislabs.com/v1/x"_s, "");
    row("another port", base, "", "GET", u"https://api.redislabs.com:8443/v1/x"_s, "");
    row("user in the address", base, "", "GET", u"https://a:b@api.redislabs.com/v1/x"_s, "");
    row("name that begins alike", base, "", "GET", u"https://api.redislabs.com.evil.example/v1/x"_s, "");
    row("outside the API", base, "", "GET", u"https://api.redislabs.com/admin"_s, "");
    row("outside by dots", base, "", "GET", u"https://api.redislabs.com/v1/../admin"_s, "");
    row("outside by written dots", base, "", "GET", u"https://api.redislabs.com/v1/%2e%2e/admin"_s, "");
    row("path that begins alike", base, "", "GET", u"https://api.redislabs.com/v10/x"_s, "");
    row("not a GET", base, "", "DELETE", base + u"/subscriptions/1"_s, "");
    row("file", base, "", "GET", u"file:///etc/passwd"_s, "");
    row("script", base, "", "GET", u"javascript:alert(1)"_s, "");
    row("nothing", base, "", "GET", QString(), "");
    row("broken", base, "", "GET", u"https://api.redislabs.com/v1/%zz x"_s, "");
}

void TestRedisCloudDecode::linkRequests()
{
    QFETCH(QString, base);
    QFETCH(QByteArray, prefix);
    QFETCH(QString, method);
    QFETCH(QString, address);
    QFETCH(QByteArray, target);
    const auto request = getLink({u"resource"_s, {}, method, address}, QUrl(base), prefix);
    QCOMPARE(request ? request->target : QByteArray(), target);
    if (request) {
        QCOMPARE(request->verb, QByteArray("GET"));
        QVERIFY(request->onlySecure);
        const QUrl url = urlFor(QUrl(base), *request);
        QCOMPARE(url.host(), QUrl(base).host());
    }
}

void TestRedisCloudDecode::linkBodies()
{
    const auto read = [](const QByteArray &body) { return RedisCloudDecoder().decode(answerOf(body, Shape::Link)); };
    const auto good = read("{\"id\": 51999001,\n \"name\":\"a\"}");
    QVERIFY(good);
    QCOMPARE(dynamic_cast<const LinkBody &>(*good.value()).json, QByteArray("{\"id\": 51999001,\n \"name\":\"a\"}"));
    for (const char *bad : {"", "<html></html>", "{\"id\":", "plain"})
        QVERIFY2(!read(bad), bad);
    const auto missing = RedisCloudDecoder().decode(answerOf({}, Shape::Link, 404));
    QVERIFY(missing.error().message.contains(u"does not exist"_s));
}

/// Whatever arrives, it is a list or an error, and what is a list has rows, facts and bytes that fit together.
void TestRedisCloudDecode::cutAndMutated()
{
    const QByteArray whole = dataFile(u"list.json"_s);
    QVERIFY(!whole.isEmpty());
    const auto check = [](const QByteArray &body, Shape shape) {
        const Result<DecodedPtr> decoded = RedisCloudDecoder().decode(answerOf(body, shape));
        if (!decoded)
            return !decoded.error().message.isEmpty();
        const auto *list = dynamic_cast<const TaskList *>(decoded.value().get());
        if (!list)
            return true;
        for (const TaskRow &row : list->page->rows) {
            if (row.id == 0 || row.rawBlock >= list->page->rawBlocks.size() || !list->page->rawBlocks[row.rawBlock]->at(row.rawIndex).startsWith('{'))
                return false;
        }
        return list->facts.size() == list->page->rows.size();
    };
    for (qsizetype size = 0; size < whole.trimmed().size(); ++size) {
        const QByteArray cut = whole.first(size);
        QVERIFY(check(cut, Shape::TaskList));
        QVERIFY2(!RedisCloudDecoder().decode(answerOf(cut)), "a list that was cut short was taken for a whole one");
    }
    std::mt19937 random(7);
    const QByteArray bytes = "{}[]\",:\\0n1e-.\xff\xc3 tf";
    for (int i = 0; i < 5000; ++i) {
        QByteArray mutated = whole;
        for (int change = int(random() % 4); change >= 0; --change) {
            const qsizetype at = qsizetype(random() % quint32(mutated.size()));
            if (random() % 3 == 0)
                mutated.remove(at, qsizetype(random() % 20));
            else
                mutated[at] = bytes[qsizetype(random() % quint32(bytes.size()))];
        }
        QVERIFY2(check(mutated, i % 4 == 0 ? Shape::Task : i % 4 == 1 ? Shape::Account : Shape::TaskList), mutated.constData());
    }
}

QTEST_APPLESS_MAIN(TestRedisCloudDecode)
#include "test_rediscloud_decode.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Redis Cloud's words for types, states, moments and resources, in ours.
#include "app/client/rediscloud/resource.h"
#include "app/client/rediscloud/titles.h"
#include "tests/client/rediscloudanswers.h"

#include <QTest>

using namespace taskglass;
using namespace taskglass::rediscloud;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(taskglass::rediscloud::Resource)

class TestRedisCloudWords : public QObject
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
};

void TestRedisCloudWords::titles_data()
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

void TestRedisCloudWords::titles()
{
    QFETCH(QString, title);
    QCOMPARE(titleFor(QString::fromLatin1(QTest::currentDataTag())), title);
}

void TestRedisCloudWords::queries_data()
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

void TestRedisCloudWords::queries()
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

void TestRedisCloudWords::stamps_data()
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

void TestRedisCloudWords::stamps()
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

void TestRedisCloudWords::resources_data()
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

void TestRedisCloudWords::resources()
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

void TestRedisCloudWords::statuses_data()
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

void TestRedisCloudWords::statuses()
{
    QFETCH(TaskState, state);
    const One one(taskWith("\"status\":\"" + QByteArray(QTest::currentDataTag()) + '"'));
    QVERIFY(one.ok());
    QCOMPARE(one.row().state, state);
    QCOMPARE(one.text(&TaskRow::serverState), QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_APPLESS_MAIN(TestRedisCloudWords)
#include "test_rediscloud_words.moc"

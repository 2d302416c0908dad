// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/datebound.h"
#include "app/localqueue/dialects/meilisearch/parameters.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;
using namespace taskglass::localqueue::meilisearch;

namespace {

constexpr ApiVersion kToday {1, 50};

TaskParameters read(const QByteArray &query, ApiVersion api = kToday, ParameterSet set = ParameterSet::List)
{
    const auto parameters = parseTaskParameters(query, set, api);
    return parameters ? parameters.value() : TaskParameters {};
}

QString codeOf(const QByteArray &query, ApiVersion api = kToday, ParameterSet set = ParameterSet::List)
{
    const auto parameters = parseTaskParameters(query, set, api);
    return parameters ? QString() : parameters.error().serverCode;
}

} // namespace

/// Query strings as the releases read them.
class TestDialectParameters : public QObject
{
    Q_OBJECT
private slots:
    void valuesBecomeAFilter();
    void emptyListsMatchNothing();
    void starMeansEverything();
    void starIsNoFilterBefore1_0();
    void lastOfARepeatedParameterWins();
    void trailingCommaIsHarmless();
    void codes_data();
    void codes();
    void oneOfManyIsNamedByItsPosition();
    void dates_data();
    void dates();
    void unpaginatedReleasesIgnoreEverything();
    void typesOfLaterReleasesAreUnknown();
    void lenientNeverLoosensCommands();
    void versions_data();
    void versions();
    void pathUids_data();
    void pathUids();
};

void TestDialectParameters::valuesBecomeAFilter()
{
    const TaskParameters got = read("limit=7&from=9&reverse=true&uids=1,2&batchUids=3&canceledBy=4"
                                    "&types=DUMPCREATION,indexSwap&statuses=failed,Canceled&indexUids=a,b-c_1");
    QCOMPARE(got.page.limit, 7u);
    QCOMPARE(got.page.from, std::optional<quint32>(9));
    QVERIFY(got.page.reverse);
    QCOMPARE(got.query.uids, QList<quint32>({1, 2}));
    QCOMPARE(got.query.batchUids, QList<quint32>({3}));
    QCOMPARE(got.query.canceledBy, QList<quint32>({4}));
    QCOMPARE(got.query.kinds, QList({TaskKind::DumpCreation, TaskKind::IndexSwap}));
    QCOMPARE(got.query.statuses, QList({TaskStatus::Failed, TaskStatus::Canceled}));
    QCOMPARE(got.query.indexUids, QStringList({u"a"_s, u"b-c_1"_s}));
    QVERIFY(got.hasFilter);
    QCOMPARE(read("limit=5").hasFilter, false);
}

void TestDialectParameters::emptyListsMatchNothing()
{
    const TaskParameters got = read("uids=&statuses=", kToday, ParameterSet::Command);
    QCOMPARE(got.query.uids, QList<quint32>());
    QCOMPARE(got.query.statuses, QList<TaskStatus>());
    QVERIFY(got.hasFilter);
}

void TestDialectParameters::starMeansEverything()
{
    const TaskParameters got = read("uids=*&types=*,indexSwap&afterEnqueuedAt=*", kToday, ParameterSet::Command);
    QVERIFY(!got.query.uids);
    QVERIFY(!got.query.kinds);
    QVERIFY(!got.query.enqueuedAt.after);
    QVERIFY(got.hasFilter);
    QCOMPARE(codeOf("uids=*,x"), u"invalid_task_uids"_s);
}

void TestDialectParameters::starIsNoFilterBefore1_0()
{
    QVERIFY(!read("statuses=*", {0, 30}, ParameterSet::Command).hasFilter);
    QCOMPARE(codeOf("uids=*", {0, 30}), u"invalid_task_uids_filter"_s);
}

void TestDialectParameters::lastOfARepeatedParameterWins()
{
    QCOMPARE(read("uids=1&uids=2").query.uids, QList<quint32>({2}));
}

void TestDialectParameters::trailingCommaIsHarmless()
{
    QCOMPARE(read("uids=1,2,").query.uids, QList<quint32>({1, 2}));
}

void TestDialectParameters::codes_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("v1_50");
    QTest::addColumn<QString>("v0_30");
    QTest::addColumn<QString>("v0_28");
    const auto row = [](const char *query, const char *now, const char *thirty, const char *twentyEight) {
        QTest::addRow("%s", query) << QByteArray(query) << QString::fromLatin1(now) << QString::fromLatin1(thirty)
                                   << QString::fromLatin1(twentyEight);
    };
    row("limit=", "invalid_task_limit", "bad_request", "bad_request");
    row("from=-1", "invalid_task_from", "bad_request", "bad_request");
    row("reverse=", "invalid_task_reverse", "bad_request", "bad_request");
    row("uids=1, 2", "invalid_task_uids", "invalid_task_uids_filter", "bad_request");
    row("canceledBy=x", "invalid_task_canceled_by", "invalid_task_canceled_by_filter", "bad_request");
    row("batchUids=x", "invalid_batch_uids", "bad_request", "bad_request");
    row("beforeStartedAt=2031-04", "invalid_task_before_started_at", "invalid_task_date_filter", "bad_request");
    row("indexUids=.meili_dsr", "invalid_index_uid", "invalid_index_uid", "bad_request");
    row("types=documentsAddition", "invalid_task_types", "invalid_task_types_filter", "bad_request");
    row("type=documentsAddition", "bad_request", "bad_request", "bad_request");
    row("status=failed", "bad_request", "bad_request", "");
    row("status=canceled", "bad_request", "bad_request", "bad_request");
    row("Statuses=failed", "bad_request", "bad_request", "bad_request");
}

void TestDialectParameters::codes()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, v1_50);
    QFETCH(QString, v0_30);
    QFETCH(QString, v0_28);
    QCOMPARE(codeOf(query), v1_50);
    QCOMPARE(codeOf(query, {0, 30}), v0_30);
    QCOMPARE(codeOf(query, {0, 28}), v0_28);
}

void TestDialectParameters::oneOfManyIsNamedByItsPosition()
{
    const auto many = parseTaskParameters("uids=1,b", ParameterSet::List, kToday);
    QCOMPARE(many.error().serverMessage,
             u"Invalid value in parameter `uids[1]`: could not parse `b` as a positive integer"_s);
    const auto one = parseTaskParameters("uids=b", ParameterSet::List, kToday);
    QCOMPARE(one.error().serverMessage, u"Invalid value in parameter `uids`: could not parse `b` as a positive integer"_s);
}

void TestDialectParameters::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("after");
    QTest::addColumn<QByteArray>("bound"); // empty: refused
    const auto row = [](const char *name, const char *text, bool after, const char *bound) {
        QTest::newRow(name) << QString::fromLatin1(text) << after << QByteArray(bound);
    };
    row("stamp", "2031-04-05T06:07:08.9Z", true, "2031-04-05T06:07:08.9Z");
    row("offset", "2031-04-05T06:07:08+02:00", false, "2031-04-05T04:07:08Z");
    row("after a day", "2031-04-05", true, "2031-04-05T23:59:59.999999999Z");
    row("before a day", "2031-04-05", false, "2031-04-05T00:00:00Z");
    row("month", "2031-04", true, "");
    row("no offset", "2031-04-05T06:07:08", true, "");
    row("minutes", "2031-04-05T06:07", true, "");
    row("leap second", "2031-04-05T06:07:60Z", true, "");
    row("no such day", "2031-02-30", true, "");
    row("word", "yesterday!", true, "");
    row("empty", "", true, "");
}

void TestDialectParameters::dates()
{
    QFETCH(QString, text);
    QFETCH(bool, after);
    QFETCH(QByteArray, bound);
    const auto got = parseDateBound(text, after ? BoundSide::After : BoundSide::Before);
    QCOMPARE(got ? formatRfc3339(*got) : QByteArray(), bound);
}

void TestDialectParameters::unpaginatedReleasesIgnoreEverything()
{
    const auto got = parseTaskParameters("limit=x&foo=1", ParameterSet::List, {0, 27});
    QVERIFY(got.ok());
    QVERIFY(!got.value().hasFilter);
}

void TestDialectParameters::typesOfLaterReleasesAreUnknown()
{
    QCOMPARE(codeOf("types=indexCompaction", {1, 22}), u"invalid_task_types"_s);
    QCOMPARE(codeOf("types=indexCompaction", {1, 23}), QString());
    // Known to the release, never run here: a filter that matches nothing rather than one that is refused.
    QCOMPARE(read("types=documentEdition").query.kinds, QList<TaskKind>());
    QVERIFY(!knownKinds({0, 27}).contains(TaskKind::DumpCreation));
    QVERIFY(knownKinds({0, 28}).contains(TaskKind::DumpCreation));
    QVERIFY(!knownKinds({0, 28}).contains(TaskKind::TaskCancelation));
}

void TestDialectParameters::lenientNeverLoosensCommands()
{
    QVERIFY(parseTaskParameters("foo=1", ParameterSet::List, kToday, true).ok());
    QVERIFY(!parseTaskParameters("uids=1&statusses=failed", ParameterSet::Command, kToday, true).ok());
}

void TestDialectParameters::versions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("shown"); // empty: refused
    QTest::newRow("first") << u"0.25"_s << "0.25.0"_ba;
    QTest::newRow("patch") << u"1.12.8"_s << "1.12.0"_ba;
    QTest::newRow("later") << u"1.53"_s << "1.53.0"_ba;
    QTest::newRow("too old") << u"0.24"_s << QByteArray();
    QTest::newRow("major only") << u"1"_s << QByteArray();
    QTest::newRow("words") << u"1.x"_s << QByteArray();
    QTest::newRow("negative") << u"1.-5"_s << QByteArray();
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestDialectParameters::versions()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, shown);
    const auto version = ApiVersion::parse(text);
    QCOMPARE(version ? version->text() : QByteArray(), shown);
}

void TestDialectParameters::pathUids_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    QTest::newRow("zero") << "0"_ba << true;
    QTest::newRow("largest") << "4294967295"_ba << true;
    QTest::newRow("beyond") << "4294967296"_ba << false;
    QTest::newRow("negative") << "-1"_ba << false;
    QTest::newRow("plus") << "+1"_ba << false;
    QTest::newRow("word") << "stream"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void TestDialectParameters::pathUids()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    const auto uid = parsePathUid(text, u"Task"_s, kToday);
    QCOMPARE(uid.ok(), ok);
    if (!ok)
        QCOMPARE(uid.error().serverCode, u"invalid_task_uids"_s);
}

QTEST_GUILESS_MAIN(TestDialectParameters)
#include "test_dialect_parameters.moc"

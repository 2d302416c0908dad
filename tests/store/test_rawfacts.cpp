// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rawfacts.h"

#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

class TestRawFacts : public QObject
{
    Q_OBJECT

private slots:
    void details_data();
    void details();
    void description_data();
    void description();
    void linksOfBothForms();
    void linksOfNoForm();
};

void TestRawFacts::details_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("details");
    QTest::newRow("Meilisearch") << QByteArray(R"({"uid":1,"status":"failed","error":{"code":"x"},"details":{"a":1}})") << QByteArray(R"({"a":1})");
    QTest::newRow("Meilisearch without") << QByteArray(R"({"uid":1,"status":"failed","error":{"code":"x"},"details":null})") << QByteArray();
    QTest::newRow("listed by OpenSearch") << QByteArray(R"({"node":"n","id":1,"status":{"total":7}})") << QByteArray(R"({"total":7})");
    QTest::newRow("fetched from OpenSearch") << QByteArray(R"({"completed":false,"task":{"id":1,"status":{"total":7}}})") << QByteArray(R"({"total":7})");
    QTest::newRow("stored result") << QByteArray(R"({"completed":true,"task":{"status":{"total":7}},"response":{"took":3}})") << QByteArray(R"({"took":3})");
    QTest::newRow("Redis Cloud") << QByteArray(R"({"taskId":"x","status":"processing-error","response":{"error":{"type":"T"}}})") << QByteArray(R"({"error":{"type":"T"}})");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestRawFacts::details()
{
    QFETCH(QByteArray, raw);
    const std::string_view found = detailsIn(viewOf(raw));
    QTEST(QByteArray(found.data(), qsizetype(found.size())), "details");
}

void TestRawFacts::description_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("description");
    QTest::newRow("escaped") << QByteArray(R"({"description":"a \"b\" ä\n"})") << u"a \"b\" ä\n"_s;
    QTest::newRow("wrapped") << QByteArray(R"({"completed":true,"task":{"description":"inner"},"description":"outer"})") << u"inner"_s;
    QTest::newRow("no text") << QByteArray(R"({"description":7})") << QString();
    QTest::newRow("missing") << QByteArray(R"({"a":7})") << QString();
}

void TestRawFacts::description()
{
    QFETCH(QByteArray, raw);
    QTEST(descriptionIn(viewOf(raw)), "description");
}

void TestRawFacts::linksOfBothForms()
{
    const QByteArray raw = R"({"links":[{"rel":"task","href":"https://a/1","type":"GET","title":"getTask"},{"rel":"empty"},{"rel":"task","href":"https://a/1","type":"GET","title":"getTask"}],)"
                           R"("_links":{"resource":{"href":"https://a/2","type":"GET"}}})";
    const QList<TaskLink> expected {{u"task"_s, u"getTask"_s, u"GET"_s, u"https://a/1"_s}, {u"resource"_s, {}, u"GET"_s, u"https://a/2"_s}};
    QVERIFY(linksIn(viewOf(raw)) == expected);
    QVERIFY(linksIn(R"({"links":{"self":{"href":"x"}}})") == QList<TaskLink>({{u"self"_s, {}, {}, u"x"_s}}));
}

void TestRawFacts::linksOfNoForm()
{
    for (const std::string_view raw : {R"({"links":null,"_links":[]})", R"({"links":"a"})", R"({"links":[1,"x",null]})", R"({})", R"({"links":[{"href":7}]})", R"({"links":[)"})
        QVERIFY(linksIn(raw).isEmpty());
}

QTEST_APPLESS_MAIN(TestRawFacts)
#include "test_rawfacts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/json.h"
#include "tests/localqueue/clusterbench.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace taskglass::localqueue;

namespace {

/// Names that differ from cluster to cluster: ids of nodes and tasks.
bool isDynamic(const QString &name)
{
    return name.contains(u':') || (name.size() == 22 && !name.contains(u'.'));
}

/// What an answer is made of: names in their order and kinds of values, without the values. Members with names of their
/// own, and elements, are told once for each shape.
QByteArray shapeOf(QByteArrayView value)
{
    if (value.startsWith('{')) {
        QByteArrayList named;
        std::set<QByteArray> dynamic;
        for (const JsonMember &member : membersOf(value)) {
            if (isDynamic(member.key))
                dynamic.insert(shapeOf(member.value));
            else
                named.append(member.key.toUtf8() + ':' + shapeOf(member.value));
        }
        // Behind an exception's type and reason the servers write a hash map, in an order of its own in each product.
        if (named.size() > 2 && named[0] == "type:text" && named[1] == "reason:text")
            std::sort(named.begin() + 2, named.end());
        for (const QByteArray &shape : dynamic)
            named.append("*:" + shape);
        return '{' + named.join(", ") + '}';
    }
    if (value.startsWith('[')) {
        std::set<QByteArray> shapes;
        for (const QByteArrayView element : elementsOf(value))
            shapes.insert(shapeOf(element));
        QByteArrayList list(shapes.begin(), shapes.end());
        return '[' + list.join(" | ") + ']';
    }
    return value.startsWith('"') ? "text" : value == "null" ? "null" : value == "true" || value == "false" ? "flag" : "number";
}

const QByteArray kUnknownNode = "oTUltX4IQMOUUVeiohTt8A";

/// Rows: every recording with that number, in both folders.
void addRows(const QByteArrayList &numbers)
{
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QJsonObject>("request");
    for (const QByteArray &folder : {"opensearch-2.19.1"_ba, "elasticsearch-7.10.2"_ba}) {
        const QString path = QStringLiteral(TASKGLASS_TEST_DATA "/opensearch/") + QString::fromLatin1(folder);
        QFile index(path + u"/index.json"_s);
        QVERIFY(index.open(QIODevice::ReadOnly));
        const QJsonArray requests = QJsonDocument::fromJson(index.readAll()).array();
        for (const QJsonValue &request : requests) {
            const QString file = request["file"_L1].toString();
            if (numbers.contains(file.left(3).toLatin1()))
                QTest::newRow(qPrintable(QString::fromLatin1(folder) + u'/' + file)) << folder << QString(path + u'/' + file) << request.toObject();
        }
    }
}

} // namespace

/// The routes against answers of real clusters: names, their order, statuses, and the errors word for word.
class TestOpenSearchRecordings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void shapes_data();
    void shapes();
    void words_data();
    void words();

private:
    void play(const QByteArray &folder, ClusterBench &bench);
    std::map<QByteArray, HttpResponse> m_played;    ///< "opensearch-2.19.1/013" and ours for it.
};

/// Does on our cluster what was done on the real ones.
void TestOpenSearchRecordings::play(const QByteArray &folder, ClusterBench &bench)
{
    const std::vector<HttpHeader> nightly {{"X-Opaque-Id", "nightly-reindex-42"}};
    const std::vector<HttpHeader> taskglass {{"X-Opaque-Id", "taskglass"}};
    const auto put = [&](const char *number, HttpResponse response) { m_played[folder + '/' + number] = std::move(response); };
    const auto get = [&](const char *number, const QByteArray &target, const std::vector<HttpHeader> &headers = {}) {
        put(number, bench.ask("GET", target, {}, headers));
    };
    const auto post = [&](const char *number, const QByteArray &target, const std::vector<HttpHeader> &headers = {}) {
        put(number, bench.ask("POST", target, {}, headers));
    };
    bench.fill("src", 600);
    bench.ask("PUT", "/src/_doc/705", R"({"k":"abc"})");
    bench.ask("PUT", "/strict", R"({"mappings":{"properties":{"k":{"type":"integer"}}}})");
    get("002", "/_tasks");
    get("003", "/_tasks?detailed=true");
    put("005", bench.ask("POST", "/_reindex?wait_for_completion=false&slices=3&requests_per_second=30",
                         R"({"source":{"index":"src","size":10},"dest":{"index":"dst"}})", nightly));
    const QByteArray task = ClusterBench::json(m_played[folder + "/005"])["task"_L1].toString().toLatin1();
    // Until all slices have done a batch and sleep, as they did when the real ones were asked.
    [&] { QTRY_COMPARE(bench.get("/dst/_count")["count"_L1].toInteger(), 30); }();
    get("006", "/_tasks?detailed=true", taskglass);
    get("007", "/_tasks");
    get("008", "/_tasks?detailed=true&group_by=parents");
    get("009", "/_tasks?detailed=true&group_by=none");
    get("010", "/_tasks?detailed=true&actions=*reindex");
    get("012", "/_tasks?detailed=true&parent_task_id=" + task);
    get("013", "/_tasks/" + task);
    get("014", "/_tasks?detailed=true&nodes=" + task.split(':').first());
    get("016", "/_cat/tasks?format=json&detailed=true&v=true");
    get("019", "/_tasks/" + task + "?wait_for_completion=true&timeout=50ms");
    post("018", "/_reindex/" + task + "/_rethrottle?requests_per_second=20");
    const QJsonArray slices = bench.get("/_tasks?group_by=none&actions=*reindex&parent_task_id=" + task)["tasks"_L1].toArray();
    const QByteArray slice = slices[1]["node"_L1].toString().toLatin1() + ':' + QByteArray::number(slices[1]["id"_L1].toInteger());
    post("020", "/_tasks/" + slice + "/_cancel");
    [&] { QTRY_COMPARE(bench.get("/_tasks?actions=*reindex&group_by=none")["tasks"_L1].toArray().size(), 3); }();
    get("021", "/_tasks/" + task);
    post("022", "/_tasks/" + task + "/_cancel", taskglass);
    put("024", bench.ask("GET", "/_tasks/" + task + "?wait_for_completion=true"));
    post("025", "/_tasks/" + task + "/_cancel");

    const QByteArray update = bench.start("/src/_update_by_query?requests_per_second=1&scroll_size=20", "{}", {{"X-Opaque-Id", "ubq-0"}});
    [&] { QTRY_COMPARE(bench.get("/_tasks/" + update)["task"_L1]["status"_L1]["updated"_L1].toInteger(), 20); }();
    post("028", "/_tasks/_cancel?actions=*byquery&wait_for_completion=true");
    post("029", "/_tasks/_cancel?actions=*byquery");
    get("030", "/_tasks/" + update);
    const auto ended = [&](const char *number, const QByteArray &target, const QByteArray &body, std::vector<HttpHeader> headers = {}) {
        put(number, bench.ask("GET", "/_tasks/" + bench.start(target, body, std::move(headers)) + "?wait_for_completion=true"));
    };
    ended("033", "/src/_delete_by_query?max_docs=5", R"({"query":{"match_all":{}}})");
    ended("035", "/_reindex", R"({"source":{"index":"src"},"dest":{"index":"strict"}})");
    ended("036", "/src/_update_by_query", R"js({"script":{"source":"ctx._source.n = null.foo()","lang":"painless"}})js");
    ended("037", "/src/_update_by_query",
          R"({"script":{"source":"if (ctx._source.n == 77) { throw new IllegalArgumentException('bad row 777 <b>bold</b> é') }"}})");
    ended("038", "/_reindex?max_docs=20", R"({"source":{"index":"src"},"dest":{"index":"dst2"}})", {{"X-Opaque-Id", "ok-1"}});
    ended("041", "/_reindex", R"({"source":{"index":"nosuch"},"dest":{"index":"x"}})");
    const QByteArray disturbed = bench.start("/src/_update_by_query?requests_per_second=1&scroll_size=300", "{}");
    [&] { QTRY_COMPARE(bench.get("/_tasks/" + disturbed)["task"_L1]["status"_L1]["updated"_L1].toInteger(), 300); }();
    bench.ask("PUT", "/src/_doc/500", R"({"n":1})");
    bench.ask("POST", "/_update_by_query/" + disturbed + "/_rethrottle?requests_per_second=-1");
    put("039", bench.ask("GET", "/_tasks/" + disturbed + "?wait_for_completion=true"));

    auto slow = bench.begin("POST", "/src/_search",
                            R"({"query":{"script_score":{"query":{"match_all":{}},"script":{"source":"for (int i=0;i<900000000;i++){}"}}}})",
                            {{"X-Opaque-Id", "dash <script>alert(1)</script> &#233;"}});
    [&] { QTRY_COMPARE(bench.get("/_tasks?actions=*search*&group_by=none")["tasks"_L1].toArray().size(), 4); }();
    get("042", "/_tasks?detailed=true&actions=*search*");
    get("043", "/_tasks?detailed=true&actions=*search*&group_by=parents");
    post("044", "/_tasks/_cancel?actions=indices:data/read/search");
    slow.wait();
    get("066", "/_tasks?detailed=true&filter_path=nodes.*.tasks.*.action");
    get("067", "/_tasks?detailed=true&human=true");
    get("047", "/_tasks/" + task.split(':').first() + ":99999999");
    get("048", "/_tasks/" + kUnknownNode + ":123");
    post("051", "/_tasks/" + task.split(':').first() + ":99999999/_cancel");
    post("052", "/_tasks/" + kUnknownNode + ":123/_cancel");
}

void TestOpenSearchRecordings::initTestCase()
{
    ClusterBench openSearch(ClusterBench::of(u"opensearch"_s, u"2.19"_s));
    play("opensearch-2.19.1", openSearch);
    ClusterBench elasticsearch(ClusterBench::of(u"elasticsearch"_s, u"7.10"_s));
    play("elasticsearch-7.10.2", elasticsearch);
}

void TestOpenSearchRecordings::shapes_data()
{
    addRows({"002", "003", "005", "006", "007", "008", "009", "010", "012", "013", "014", "016", "018", "019", "020", "021",
             "022", "024", "025", "028", "029", "030", "033", "035", "036", "037", "038", "039", "041", "042", "043", "044",
             "047", "048", "051", "052", "066", "067"});
}

void TestOpenSearchRecordings::shapes()
{
    QFETCH(QByteArray, folder);
    QFETCH(QString, file);
    QFETCH(QJsonObject, request);
    QFile recorded(file);
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const HttpResponse ours = m_played[folder + '/' + QFileInfo(file).fileName().left(3).toLatin1()];
    QCOMPARE(ours.status, request["status"_L1].toInt());
    QCOMPARE(QString::fromUtf8(shapeOf(ours.body)), QString::fromUtf8(shapeOf(recorded.readAll().trimmed())));
    QCOMPARE(ours.contentType, "application/json; charset=UTF-8"_ba);
    QVERIFY(!ours.dated);
}

void TestOpenSearchRecordings::words_data()
{
    addRows({"004", "015", "046", "049", "050", "053", "054", "055", "056", "057", "059", "060", "061", "063", "064", "065", "068"});
}

void TestOpenSearchRecordings::words()
{
    QFETCH(QByteArray, folder);
    QFETCH(QString, file);
    QFETCH(QJsonObject, request);
    QFile recorded(file);
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const bool old = folder.startsWith("elastic");
    ClusterBench bench(old ? ClusterBench::of(u"elasticsearch"_s, u"7.10"_s) : ClusterBench::of(u"opensearch"_s, u"2.19"_s));
    const HttpResponse ours = bench.ask(request["method"_L1].toString().toLatin1(), request["path"_L1].toString().toLatin1());
    QCOMPARE(ours.status, request["status"_L1].toInt());
    QCOMPARE(ours.body, recorded.readAll().trimmed());
}

QTEST_GUILESS_MAIN(TestOpenSearchRecordings)
#include "test_opensearch_recordings.moc"

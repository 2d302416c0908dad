// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary requests and arbitrary work: whatever is asked is answered, and what is stored is what a plain map would hold.
#include "tests/localqueue/clusterbench.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace taskglass::localqueue;

namespace {

using Documents = std::map<QString, int>;   ///< By id: the document's `n`.
using Model = std::map<QString, Documents>; ///< By index.

class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) { }
    int below(int bound) { return int(m_random.bounded(bound)); }
    QByteArray oneOf(const QByteArrayList &words) { return words[below(int(words.size()))]; }

private:
    QRandomGenerator m_random;
};

QByteArray document(int n)
{
    return "{\"n\":" + QByteArray::number(n) + "}";
}

/// One random write, to the cluster and to the model alike.
void write(ClusterBench &bench, Model &model, Dice &dice)
{
    const QByteArray index = dice.oneOf({"a", "b", "c"});
    const QByteArray other = dice.oneOf({"x", "y"});
    const QByteArray id = QByteArray::number(dice.below(30));
    const int n = dice.below(10);
    Documents &documents = model[QString::fromLatin1(index)];
    switch (dice.below(6)) {
    case 0:
        bench.ask("PUT", "/" + index + "/_doc/" + id, document(n));
        documents[QString::fromLatin1(id)] = n;
        break;
    case 1: {
        QByteArray lines;
        for (int i = 0; i < 20; ++i) {
            const QByteArray one = QByteArray::number(dice.below(60));
            const int value = dice.below(10);
            lines += R"({"index":{"_id":")" + one + "\"}}\n" + document(value) + "\n";
            documents[QString::fromLatin1(one)] = value;
        }
        bench.ask("POST", "/" + index + "/_bulk", lines);
        break;
    }
    case 2:
        if (bench.ask("DELETE", "/" + index + "/_doc/" + id).status == 404)
            QVERIFY(!documents.contains(QString::fromLatin1(id)));
        documents.erase(QString::fromLatin1(id));
        break;
    case 3:
        bench.ask("POST", "/" + index + "/_delete_by_query?slices=" + QByteArray::number(1 + dice.below(3)),
                  R"({"query":{"term":{"n":)" + QByteArray::number(n) + "}}}");
        std::erase_if(documents, [&](const auto &entry) { return entry.second == n; });
        break;
    case 4:
        bench.ask("POST", "/" + index + "/_update_by_query?scroll_size=7",
                  R"({"query":{"range":{"n":{"lt":)" + QByteArray::number(n) + R"(}}},"script":"ctx._source.n += 10"})");
        for (auto &[one, value] : documents)
            value += value < n ? 10 : 0;
        break;
    default:
        bench.ask("POST", "/_reindex?slices=" + QByteArray::number(1 + dice.below(4)),
                  R"({"source":{"index":")" + index + R"(","size":9},"dest":{"index":")" + other + "\"}}");
        for (const auto &[one, value] : documents)
            model[QString::fromLatin1(other)][one] = value;
    }
}

Documents stored(ClusterBench &bench, const QString &index)
{
    Documents found;
    const QJsonArray hits = bench.post("/" + index.toLatin1() + "/_search", R"({"size":1000})")["hits"_L1]["hits"_L1].toArray();
    for (const QJsonValue &hit : hits)
        found[hit["_id"_L1].toString()] = hit["_source"_L1]["n"_L1].toInt();
    return found;
}

QByteArray anyPath(Dice &dice, const QByteArray &task)
{
    const QByteArray words[] = {"_tasks", "_cancel", "_reindex", "_cat", "_search", "_bulk", "_doc", "_count", "_nodes", "_local", "a", "b",
                                ".tasks", "_all", "*", task, "nope:1", "%00", "1", "_rethrottle", "_update_by_query", "_delete_by_query",
                                "_mapping", "_cluster", "health", "_refresh", "_create"};
    QByteArray path;
    const int depth = 1 + dice.below(4);
    for (int i = 0; i < depth; ++i)
        path += '/' + words[dice.below(int(std::size(words)))];
    return path;
}

QByteArray anyQuery(Dice &dice, const QByteArray &task)
{
    const QByteArrayList names {"detailed", "group_by", "nodes", "actions", "parent_task_id", "timeout", "size", "from", "slices", "max_docs",
                                "requests_per_second", "scroll_size", "conflicts", "filter_path", "pretty", "human", "h", "s", "format", "time",
                                "sort", "wait_for_active_shards", "foo", "if_seq_no", "op_type"};
    const QByteArrayList values {"", "true", "false", "-1", "0", "1", "99999999999999999999", "5s", "1ms", "none", "parents", "auto", "*", "a,b",
                                 "proceed", "**.id", "-*", "nodes.*.name", "create", "n:desc", task, "%ff%fe", "x\"y"};
    QByteArray query;
    const int count = dice.below(4);
    for (int i = 0; i < count; ++i)
        query += (i > 0 ? "&" : "") + dice.oneOf(names) + '=' + dice.oneOf(values);
    return query;
}

QByteArray anyBody(Dice &dice)
{
    const QByteArrayList bodies {
        "", "{", "[]", "null", "{}", "\"text\"", R"({"query":5})", R"({"query":{"term":{"n":{"value":{}}}}})",
        R"({"query":{"bool":{"must":[[],5,{"term":{}}]}}})", R"({"source":{"index":"a"},"dest":{"index":"b"}})",
        R"({"source":{"index":["a","*"],"size":-3},"dest":{"index":"_bad"}})", R"({"source":7,"dest":[]})",
        R"({"query":{"match_all":{}}})", R"({"query":{"range":{"n\"x":{"gt":"a"}}}})", R"({"script":{"source":"ctx._source.n ="}})",
        R"({"script":"ctx.op='delete'","query":{"ids":{"values":[1,null,"2"]}}})", "{\"index\":{\"_id\":\"1\"}}\n{\"n\":1}\n",
        "{\"delete\":{}}\n", "{\"update\":{\"_id\":\"1\"}}\n{\"doc\":5}\n", R"({"n":{"deep":[[{"er":1}],"mixed",null,1e400]}})",
        R"({"settings":{"number_of_shards":"many"},"mappings":{"properties":{"n":5}}})", QByteArray(3000, '[')};
    return dice.oneOf(bodies);
}

} // namespace

class TestOpenSearchRandom : public QObject
{
    Q_OBJECT
private slots:
    void whatIsStored_data();
    void whatIsStored();
    void anyRequest_data();
    void anyRequest();
    void aThousandSlices();
};

static void addSeeds(int count)
{
    QTest::addColumn<quint32>("seed");
    for (int seed = 1; seed <= count; ++seed)
        QTest::addRow("seed %d", seed) << quint32(seed);
}

void TestOpenSearchRandom::whatIsStored_data()
{
    addSeeds(6);
}

void TestOpenSearchRandom::whatIsStored()
{
    QFETCH(quint32, seed);
    Dice dice(seed);
    ClusterBench bench;
    Model model;
    for (const char *index : {"a", "b", "c", "x", "y"})
        bench.fill(index, 0, 1 + dice.below(4));
    for (int step = 0; step < 40; ++step) {
        write(bench, model, dice);
        for (const auto &[index, documents] : model)
            QVERIFY2(stored(bench, index) == documents, qPrintable(u"step %1, index %2"_s.arg(QString::number(step), index)));
    }
}

void TestOpenSearchRandom::anyRequest_data()
{
    addSeeds(6);
}

void TestOpenSearchRandom::anyRequest()
{
    QFETCH(quint32, seed);
    Dice dice(seed);
    ClusterBench bench(seed % 2 == 0 ? ClusterBench::of(u"elasticsearch"_s, u"7.10"_s) : ClusterBench::of(u"opensearch"_s, u"3.8"_s));
    bench.fill("a", 30);
    bench.fill("b", 30);
    // It runs all the time, unless one of the requests happens to stop it.
    const QByteArray task = bench.start("/_reindex?requests_per_second=5", R"({"source":{"index":"a","size":1},"dest":{"index":"running"}})");
    for (int step = 0; step < 300; ++step) {
        const QByteArray method = dice.oneOf({"GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD"});
        const QByteArray target = anyPath(dice, task) + '?' + anyQuery(dice, task);
        const QByteArray body = anyBody(dice);
        const HttpResponse response = bench.ask(method, target, body);
        const QByteArray said = method + ' ' + target + ' ' + body.left(100) + " -> " + QByteArray::number(response.status) + ' ' + response.body.left(300);
        QVERIFY2(response.status >= 200 && response.status < 500, said.constData());
        if (!response.body.isEmpty() && response.contentType.startsWith("application/json"))
            QVERIFY2(!QJsonDocument::fromJson(response.body).isNull(), said.constData());
        if (response.status >= 400 && method != "HEAD" && response.status != 404 && response.status != 409)
            QVERIFY2(response.body.contains("\"error\"") || response.body.contains("\"failures\""), said.constData());
    }
    bench.post("/_tasks/_cancel?actions=indices:*");
    QVERIFY(bench.cluster().waitUntilIdle(20'000)); // nothing was left behind
}

void TestOpenSearchRandom::aThousandSlices()
{
    ClusterBench bench;
    bench.fill("src", 2000);
    const QJsonObject answer = bench.post("/_reindex?slices=1024", R"({"source":{"index":"src"},"dest":{"index":"dst"}})");
    QCOMPARE(answer["created"_L1].toInteger(), 2000);
    QCOMPARE(answer["slices"_L1].toArray().size(), 1024);
    QCOMPARE(bench.ask("POST", "/_reindex?slices=1025", R"({"source":{"index":"src"},"dest":{"index":"dst"}})").status, 400);
}

QTEST_GUILESS_MAIN(TestOpenSearchRandom)
#include "test_opensearch_random.moc"

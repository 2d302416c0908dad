// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeopensearch.h"

#include "app/client/opensearch/lookup.h"
#include "app/client/opensearch/requests.h"
#include "app/client/opensearch/sync.h"
#include "app/client/opensearch/wire.h"
#include "app/client/pagetask.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::opensearch;
using taskglass::test::FakeOpenSearch;

namespace {

const Dialect kDialect {Product::OpenSearch, {2, 19, 1}, true};
const QByteArray kDone = R"("response":{"took":1,"timed_out":false,"total":3,"created":3,"failures":[]})";
const QByteArray kFailed = R"("error":{"type":"x_exception","reason":"broken"})";

/// Carries requests to the fake and keeps, as a plain map, what a store would.
class Follower
{
public:
    struct Kept
    {
        Task task;
        bool gone = false;
        EpochNs goneSeenAt = kNoTime;
    };

    explicit Follower(FakeOpenSearch &server)
        : m_server(server)
        , knowledge(std::make_shared<Knowledge>(kDialect, QString::fromLatin1(server.clusterUuid)))
        , m_decoder(std::make_shared<OpenSearchDecoder>(kDialect))
        , sync(knowledge, m_decoder)
    {
    }

    /// One round and the work between rounds. False when it ended with an error.
    bool round(bool afterGap = false)
    {
        m_server.nowMillis += 1000;
        sync.beginRound(now(), afterGap);
        for (int requests = 0; requests < 500; ++requests) {
            const auto request = sync.next(now());
            if (!request)
                return true;
            if (!exchange(*request))
                return false;
        }
        QTest::qFail("the plan goes round in circles", __FILE__, __LINE__);
        return false;
    }

    bool exchange(const HttpRequest &request)
    {
        std::optional<HttpAnswer> answer = m_server.answer(request);
        if (answer)
            answer->receivedAt = now();
        Error lost;
        lost.kind = Error::Kind::Network;
        sync.absorb(request, now(), answer ? sync.decoder()->decode(*answer) : Result<DecodedPtr>(lost));
        if (auto update = sync.takeUpdate())
            apply(*update);
        error = sync.takeError();
        return !error;
    }

    void apply(const TaskUpdate &update)
    {
        for (const auto &[from, to] : update.renamed) {
            QVERIFY(store.contains(from));
            QVERIFY(!store.contains(to));
            store[to] = store[from];
            store[to].task.id = to;
            store.erase(from);
        }
        if (update.page) {
            for (const TaskRow &row : update.page->rows)
                store[idOf(*update.page, row)] = {taskOf(*update.page, row)};
        }
        for (const TaskId &id : update.gone) {
            QVERIFY2(store.contains(id), qPrintable(id));
            store[id].gone = true;
            store[id].goneSeenAt = update.goneSeenAt;
        }
        for (const TaskId &id : update.forgotten)
            QVERIFY2(store.erase(id) == 1, qPrintable(id));
        if (update.nodes)
            nodes = *update.nodes;
    }

    [[nodiscard]] EpochNs now() const { return m_server.nowMillis * kNsPerMs; }

private:
    FakeOpenSearch &m_server;

public:
    std::shared_ptr<Knowledge> knowledge;

private:
    std::shared_ptr<const Decoder> m_decoder;

public:
    OpenSearchSync sync;
    std::map<TaskId, Kept> store;
    QList<NodeInfo> nodes;
    std::optional<Error> error;
};

qsizetype resultsAsked(const FakeOpenSearch &server)
{
    return std::count_if(server.seen.begin(), server.seen.end(), [](const HttpRequest &request) { return request.target.startsWith("/_tasks/"); });
}

} // namespace

class TestOpenSearchSync : public QObject
{
    Q_OBJECT

private slots:
    void asksOneRequestARound();
    void readsResultsOnce();
    void whatHasNoResultIsGone();
    void keepsTasksOfSilentNodes();
    void tellsOfNodesThatLeft();
    void keepsATaskWhoseIdIsUsedAgain();
    void keepsAnEndedTaskWhoseIdIsUsedAgain();
    void forgetsInternalTasksAtTheirEnd();
    void doesNotTakeAnOldResultForAnotherTask();
    void learnsParametersAndAsksAgain();
    void goesWithoutResultsWhenTheyAreRefused();
    void noticesAnotherCluster();
    void saysThatThereIsNoList();
    void triesResultsAgainAfterTrouble();
    void tellsTheClocksDifference();
    void asksLessOfAnExpensiveCluster();
    void dropsDescriptionsWhenTheyAreTooMuch();
    void followsAnyHistory_data();
    void followsAnyHistory();
};

void TestOpenSearchSync::asksOneRequestARound()
{
    FakeOpenSearch server;
    server.add("nodeA");
    Follower follower(server);
    for (int i = 0; i < 3; ++i)
        QVERIFY(follower.round());
    QCOMPARE(server.seen.size(), 3);
    QCOMPARE(server.seen.first().target, QByteArray("/_tasks?detailed=true&group_by=nodes&timeout=10s"));
    QCOMPARE(server.seen.first().lane, Lane::Poll);
    QVERIFY(server.seen.first().extraMs >= 10'000); // the node's own limit must be reached first
    QCOMPARE(follower.store.size(), std::size_t(1));
    QVERIFY(follower.sync.progress().complete);
    QVERIFY(follower.sync.progress().busy);
}

void TestOpenSearchSync::readsResultsOnce()
{
    FakeOpenSearch server;
    const QByteArray good = server.add("nodeA");
    const QByteArray bad = server.add("nodeB");
    Follower follower(server);
    QVERIFY(follower.round());
    server.end(good, kDone);
    server.end(bad, kFailed);
    QVERIFY(follower.round());
    QVERIFY(follower.round());
    QCOMPARE(resultsAsked(server), 2);
    QCOMPARE(follower.store[QString::fromLatin1(good)].task.state, TaskState::Succeeded);
    QCOMPARE(follower.store[QString::fromLatin1(bad)].task.state, TaskState::Failed);
    QCOMPARE(follower.store[QString::fromLatin1(bad)].task.node, u"two"_s); // which the result itself does not say
    QCOMPARE(follower.store[QString::fromLatin1(bad)].task.error->message, u"broken"_s);
    QVERIFY(!follower.store[QString::fromLatin1(bad)].gone);
}

void TestOpenSearchSync::whatHasNoResultIsGone()
{
    FakeOpenSearch server;
    const QByteArray reindex = server.add("nodeA");
    const QByteArray slice = server.add("nodeA", "indices:data/write/reindex", reindex);
    const QByteArray search = server.add("nodeB", "indices:data/read/search");
    Follower follower(server);
    QVERIFY(follower.round());
    const EpochNs listed = follower.now();
    for (const QByteArray &id : {reindex, slice, search})
        server.end(id);
    QVERIFY(follower.round());
    for (const QByteArray &id : {reindex, slice, search}) {
        QVERIFY(follower.store[QString::fromLatin1(id)].gone);
        QCOMPARE(follower.store[QString::fromLatin1(id)].goneSeenAt, listed);
        QVERIFY(follower.store[QString::fromLatin1(id)].task.ranAtLeast);
    }
    QCOMPARE(resultsAsked(server), 1); // slices and searches have none
}

void TestOpenSearchSync::keepsTasksOfSilentNodes()
{
    FakeOpenSearch server;
    const QByteArray there = server.add("nodeA");
    const QByteArray away = server.add("nodeB", "indices:data/read/search");
    Follower follower(server);
    QVERIFY(follower.round());
    server.silent["nodeB"] = "[two] timed out";
    server.end(there, kDone);
    for (int i = 0; i < 3; ++i)
        QVERIFY(follower.round());
    QCOMPARE(follower.store[QString::fromLatin1(away)].task.state, TaskState::Running);
    QVERIFY(!follower.store[QString::fromLatin1(away)].gone);
    QCOMPARE(follower.store[QString::fromLatin1(there)].task.state, TaskState::Succeeded);
    QCOMPARE(follower.nodes.size(), 2);
    QCOMPARE(follower.nodes.last().label, u"two"_s);
    QCOMPARE(follower.nodes.last().failure, u"[two] timed out"_s);
    server.silent.clear();
    server.end(away);
    QVERIFY(follower.round());
    QVERIFY(follower.store[QString::fromLatin1(away)].gone);
    QVERIFY(follower.nodes.last().failure.isEmpty());
}

void TestOpenSearchSync::tellsOfNodesThatLeft()
{
    FakeOpenSearch server;
    const QByteArray lost = server.add("nodeB");
    Follower follower(server);
    QVERIFY(follower.round());
    server.restart("nodeB");
    server.nodes.erase("nodeB");
    QVERIFY(follower.round());
    QVERIFY(follower.store[QString::fromLatin1(lost)].gone);
    QVERIFY(follower.nodes.last().failure.isEmpty()); // once may be an accident
    QVERIFY(follower.round());
    QCOMPARE(follower.nodes.size(), 2);
    QVERIFY(follower.nodes.last().failure.contains(u"no longer part"_s));
    server.nowMillis += NodeWatch::kLeftShown / kNsPerMs;
    QVERIFY(follower.round());
    QCOMPARE(follower.nodes.size(), 1);
}

void TestOpenSearchSync::keepsATaskWhoseIdIsUsedAgain()
{
    FakeOpenSearch server;
    const TaskId id = QString::fromLatin1(server.add("nodeB", "indices:data/read/search"));
    const qint64 start = server.tasks.begin()->second.startMillis;
    Follower follower(server);
    QVERIFY(follower.round());
    server.restart("nodeB");
    server.nowMillis += 500;
    QCOMPARE(QString::fromLatin1(server.add("nodeB", "indices:data/write/bulk")), id);
    QVERIFY(follower.round());
    QCOMPARE(follower.store.size(), std::size_t(2));
    QCOMPARE(follower.store[id].task.type, u"indices:data/write/bulk"_s);
    QVERIFY(!follower.store[id].gone);
    const TaskId kept = keptId(id, start);
    QVERIFY(isKeptId(kept));
    QCOMPARE(follower.store[kept].task.type, u"indices:data/read/search"_s);
    QVERIFY(follower.store[kept].gone);
    // No server knows that name.
    OpenSearchLookup lookup(kept, follower.knowledge, nullptr);
    QVERIFY(lookup.isOver());
}

void TestOpenSearchSync::keepsAnEndedTaskWhoseIdIsUsedAgain()
{
    FakeOpenSearch server;
    const TaskId id = QString::fromLatin1(server.add("nodeB"));
    const qint64 start = server.tasks.begin()->second.startMillis;
    Follower follower(server);
    QVERIFY(follower.round());
    server.end(id.toLatin1(), kFailed);
    QVERIFY(follower.round());
    QCOMPARE(follower.store[id].task.state, TaskState::Failed);
    server.restart("nodeB");
    QCOMPARE(QString::fromLatin1(server.add("nodeB")), id);
    QVERIFY(follower.round());
    QCOMPARE(follower.store[id].task.state, TaskState::Running);
    QCOMPARE(follower.store[keptId(id, start)].task.state, TaskState::Failed);
}

void TestOpenSearchSync::forgetsInternalTasksAtTheirEnd()
{
    FakeOpenSearch server;
    const QByteArray id = server.add("nodeA", "cluster:monitor/stats");
    Follower follower(server);
    QVERIFY(follower.round());
    QVERIFY(follower.store[QString::fromLatin1(id)].task.housekeeping);
    QVERIFY(!follower.sync.progress().busy);
    server.end(id);
    QVERIFY(follower.round());
    QVERIFY(follower.store.empty());
}

void TestOpenSearchSync::doesNotTakeAnOldResultForAnotherTask()
{
    FakeOpenSearch server;
    const QByteArray old = server.add("nodeA");
    server.end(old, kFailed);
    server.restart("nodeA");
    server.nowMillis += 5;
    Follower follower(server);
    const TaskId id = QString::fromLatin1(server.add("nodeA"));
    QCOMPARE(id, QString::fromLatin1(old));
    QVERIFY(follower.round());
    server.end(old); // without a result of its own: the server still has the other's
    QVERIFY(follower.round());
    QVERIFY(follower.store[id].gone);
    QVERIFY(!follower.store[id].task.error.has_value());
}

void TestOpenSearchSync::learnsParametersAndAsksAgain()
{
    FakeOpenSearch server;
    server.unknownParameters = {"timeout", "group_by"};
    server.add("nodeA");
    Follower follower(server);
    QVERIFY(follower.round());
    QCOMPARE(follower.store.size(), std::size_t(1));
    const qsizetype first = server.seen.size();
    QVERIFY(follower.round());
    QCOMPARE(server.seen.size(), first + 1); // remembered
    QCOMPARE(server.seen.last().target, QByteArray("/_tasks?detailed=true"));
}

void TestOpenSearchSync::goesWithoutResultsWhenTheyAreRefused()
{
    FakeOpenSearch server;
    const QByteArray first = server.add("nodeA");
    const QByteArray second = server.add("nodeA");
    Follower follower(server);
    QVERIFY(follower.round());
    server.faults << FakeOpenSearch::Fault {"/_tasks/nodeA", 403,
        R"({"error":{"type":"security_exception","reason":"no permissions for [cluster:monitor/task/get] and User [name=x]"},"status":403})", 9};
    server.end(first, kDone);
    QVERIFY(follower.round());
    QVERIFY(follower.store[QString::fromLatin1(first)].gone);
    server.end(second, kDone);
    QVERIFY(follower.round());
    QVERIFY(follower.store[QString::fromLatin1(second)].gone);
    QCOMPARE(resultsAsked(server), 1);
    QVERIFY(follower.knowledge->capabilities().cancel.allowed);
}

void TestOpenSearchSync::noticesAnotherCluster()
{
    FakeOpenSearch server;
    Follower follower(server);
    QVERIFY(follower.round());
    QVERIFY(follower.round(true));
    QVERIFY(!follower.sync.takeDetectAgain());
    server.clusterUuid = "another";
    QVERIFY(follower.round(true));
    QVERIFY(follower.sync.takeDetectAgain());
    QVERIFY(!follower.sync.takeDetectAgain());
}

void TestOpenSearchSync::saysThatThereIsNoList()
{
    FakeOpenSearch server;
    Follower follower(server);
    server.faults << FakeOpenSearch::Fault {"/_tasks", 410, R"({"error":{"type":"api_not_available_exception","reason":"x"},"status":410})", 1};
    QVERIFY(!follower.round());
    QCOMPARE(follower.error->kind, Error::Kind::Unsupported);
    QVERIFY(follower.round());
    server.faults << FakeOpenSearch::Fault {"/_tasks", 404, R"({"error":"lost"})", 1}; // it had one before: a proxy's moment
    QVERIFY(!follower.round());
    QCOMPARE(follower.error->kind, Error::Kind::NotFound);
}

void TestOpenSearchSync::triesResultsAgainAfterTrouble()
{
    FakeOpenSearch server;
    const QByteArray id = server.add("nodeA");
    Follower follower(server);
    QVERIFY(follower.round());
    server.end(id, kDone);
    server.faults << FakeOpenSearch::Fault {"/_tasks/nodeA", 0, {}, 1};
    QVERIFY(!follower.round());
    QCOMPARE(follower.error->kind, Error::Kind::Network);
    QCOMPARE(follower.store[QString::fromLatin1(id)].task.state, TaskState::Running);
    QVERIFY(follower.round());
    QCOMPARE(follower.store[QString::fromLatin1(id)].task.state, TaskState::Succeeded);
}

void TestOpenSearchSync::tellsTheClocksDifference()
{
    FakeOpenSearch server;
    server.skewMillis = 3'600'000;
    Follower follower(server);
    QVERIFY(follower.round());
    QVERIFY(follower.sync.clockSkew().has_value());
    const qint64 offMs = *follower.sync.clockSkew() / kNsPerMs - server.skewMillis;
    QVERIFY2(qAbs(offMs) <= 5, qPrintable(QString::number(offMs)));
}

void TestOpenSearchSync::asksLessOfAnExpensiveCluster()
{
    FakeOpenSearch server;
    Follower follower(server);
    QVERIFY(follower.round());
    QCOMPARE(follower.sync.leastInterval().first, 0);
    follower.sync.beginRound(0, false);
    const auto request = follower.sync.next(0);
    QVERIFY(request.has_value());
    HttpAnswer answer = *server.answer(*request);
    answer.receivedAt = answer.sentAt + 2 * kNsPerSecond;
    follower.sync.absorb(*request, answer.receivedAt, follower.sync.decoder()->decode(answer));
    QCOMPARE(follower.sync.leastInterval().first, 10'000);
    QVERIFY(!follower.sync.leastInterval().second.isEmpty());

    // A node that keeps everybody waiting costs the others nothing.
    server.silent["nodeB"] = "receive_timeout_transport_exception";
    QVERIFY(follower.round());
    follower.sync.beginRound(0, false);
    const auto again = follower.sync.next(0);
    QVERIFY(again.has_value());
    answer = *server.answer(*again);
    answer.receivedAt = answer.sentAt + 10 * kNsPerSecond;
    follower.sync.absorb(*again, answer.receivedAt, follower.sync.decoder()->decode(answer));
    QCOMPARE(follower.sync.leastInterval().first, 0);
}

void TestOpenSearchSync::dropsDescriptionsWhenTheyAreTooMuch()
{
    FakeOpenSearch server;
    Follower follower(server);
    follower.sync.beginRound(0, false);
    const auto request = follower.sync.next(0);
    QVERIFY(request.has_value());
    Error error;
    error.kind = Error::Kind::TooLarge;
    follower.sync.absorb(*request, 0, error);
    QVERIFY(follower.sync.roundOver());
    QVERIFY(follower.sync.takeError().has_value());
    QVERIFY(follower.round());
    QVERIFY(!server.seen.last().target.contains("detailed"));
}

void TestOpenSearchSync::followsAnyHistory_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
}

/// Nothing is lost or doubled, whatever tasks and nodes do: what runs on nodes that answer is open here, what ended has its
/// result or is gone, what a silent node had stays as it was.
void TestOpenSearchSync::followsAnyHistory()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto chance = [&random](unsigned oneIn) { return random() % oneIn == 0; };
    FakeOpenSearch server;
    Follower follower(server);
    std::map<QByteArray, TaskState> ended; // id and start → how, as the server stored it
    std::set<QByteArray> listed;           // id and start of all that the follower was ever told
    const auto key = [](const FakeOpenSearch::FakeTask &task) -> QByteArray { return task.id() + '@' + QByteArray::number(task.startMillis); };
    for (int step = 0; step < 100; ++step) {
        server.nowMillis += 7;
        const QByteArray node = chance(2) ? "nodeA" : "nodeB";
        if (chance(2))
            server.add(node, chance(2) ? "indices:data/write/reindex" : "indices:data/read/search");
        if (!server.tasks.empty() && chance(3)) {
            const auto task = std::next(server.tasks.begin(), long(random() % server.tasks.size()))->second;
            const bool isStored = task.action.endsWith("reindex") && chance(2);
            const bool isGood = chance(2);
            server.results.erase(task.id());
            ended[key(task)] = !isStored ? TaskState::Unknown : isGood ? TaskState::Succeeded : TaskState::Failed;
            server.end(task.id(), !isStored ? QByteArray() : isGood ? kDone : kFailed);
        }
        if (chance(15))
            server.silent[node] = "no answer";
        else if (chance(3))
            server.silent.clear();
        if (chance(25)) {
            for (const auto &[id, task] : server.tasks) {
                if (task.node == node)
                    ended[key(task)] = TaskState::Unknown;
            }
            server.restart(node);
        }
        if (chance(20))
            server.faults << FakeOpenSearch::Fault {chance(2) ? "/_tasks?" : "/_tasks/", chance(2) ? 0 : 503, "{}", 1};
        if (!follower.round(chance(10)))
            continue;
        for (const auto &[id, task] : server.tasks) {
            const auto kept = follower.store.find(QString::fromLatin1(id));
            if (server.silent.contains(task.node)) {
                QVERIFY(!listed.contains(key(task)) || (kept != follower.store.end() && !kept->second.gone));
                continue;
            }
            QVERIFY2(kept != follower.store.end(), id.constData());
            QCOMPARE(kept->second.task.state, TaskState::Running);
            QVERIFY(!kept->second.gone);
            QCOMPARE(*kept->second.task.startedAt, task.startMillis * kNsPerMs);
            listed.insert(key(task));
        }
        std::set<QByteArray> shown;
        for (const auto &[id, kept] : follower.store) {
            const bool isOpen = !isFinal(kept.task.state) && !kept.gone;
            const QByteArray own = id.section(u'@', 0, 0).toLatin1();
            const QByteArray which = own + '@' + QByteArray::number(*kept.task.startedAt / kNsPerMs);
            const auto task = server.tasks.find(own);
            const bool runs = task != server.tasks.end() && key(task->second) == which;
            QVERIFY2(shown.insert(which).second, which.constData());
            if (isOpen)
                QVERIFY2(runs || server.silent.contains(own.split(':').first()), which.constData());
            if (isFinal(kept.task.state)) {
                QVERIFY(ended.contains(which));
                QCOMPARE(kept.task.state, ended[which]);
            }
        }
        for (const QByteArray &which : listed)
            QVERIFY2(shown.contains(which), which.constData());
    }
    QVERIFY(follower.store.size() > 10);
}

QTEST_GUILESS_MAIN(TestOpenSearchSync)
#include "test_opensearch_sync.moc"

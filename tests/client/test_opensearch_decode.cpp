// SPDX-License-Identifier: GPL-3.0-or-later
#include "opensearchrecordings.h"

#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/errors.h"
#include "app/client/pagetask.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::opensearch;

namespace {

const Dialect kOpenSearch {Product::OpenSearch, {2, 19, 1}, true};

Result<DecodedPtr> decoded(const HttpAnswer &answer)
{
    return OpenSearchDecoder(kOpenSearch).decode(answer);
}

HttpAnswer answerOf(Shape shape, const QByteArray &body, int status = 200)
{
    HttpAnswer answer;
    answer.request.purpose = int(shape);
    answer.request.target = "/_tasks";
    answer.status = status;
    answer.headers = {{"content-type", "application/json; charset=UTF-8"}};
    answer.body = body;
    return answer;
}

/// \a task within a list of one node.
HttpAnswer listOf(const QByteArray &task)
{
    return answerOf(Shape::List, R"({"nodes":{"nodeA":{"name":"n1","tasks":{"x":)" + task + "}}}}");
}

std::shared_ptr<const Listing> listing(const HttpAnswer &answer)
{
    const Result<DecodedPtr> result = decoded(answer);
    return result ? std::dynamic_pointer_cast<const Listing>(result.value()) : nullptr;
}

Task rowNamed(const Listing &list, const QString &id)
{
    for (const TaskRow &row : list.page->rows) {
        if (idOf(*list.page, row) == id)
            return taskOf(*list.page, row);
    }
    return {};
}

Task resultOf(const HttpAnswer &answer)
{
    const Result<DecodedPtr> result = decoded(answer);
    const auto *task = result ? dynamic_cast<const TaskResult *>(result.value().get()) : nullptr;
    return task ? taskOf(*task->page, task->page->rows.front()) : Task {};
}

/// Each column of \a row says what Qt's own parser reads from the same object.
void compareTask(const TaskPage &page, const TaskRow &row, const QJsonObject &json)
{
    const Task task = taskOf(page, row);
    QCOMPARE(task.id, QString(json["node"_L1].toString() + u':' + QString::number(json["id"_L1].toInteger())));
    QCOMPARE(task.type, json["action"_L1].toString());
    QCOMPARE(task.description, json["description"_L1].toString().left(kDescriptionKept));
    QCOMPARE(task.parent.value_or(QString()), json["parent_task_id"_L1].toString());
    QCOMPARE(task.startedAt.value_or(-1), json["start_time_in_millis"_L1].toInteger() * kNsPerMs);
    QCOMPARE(task.ran.value_or(-1), json["running_time_in_nanos"_L1].toInteger());
    QCOMPARE(task.cancellable, std::optional(json["cancellable"_L1].toBool()));
    QCOMPARE(row.cancelRequested, json["cancelled"_L1].toBool());
    const QString opaque = json["headers"_L1].toObject()["X-Opaque-Id"_L1].toString();
    QCOMPARE(task.labels.isEmpty() ? QString() : task.labels.first().second, opaque);
    const QJsonObject total = json["resource_stats"_L1].toObject()["total"_L1].toObject();
    QCOMPARE(task.cpu.value_or(0), total["cpu_time_in_nanos"_L1].toInteger());
    QCOMPARE(task.memory.value_or(0), total["memory_in_bytes"_L1].toInteger());
    if (json.contains("cancellation_time_millis"_L1))
        QCOMPARE(task.cancelRequestedAt.value_or(-1), json["cancellation_time_millis"_L1].toInteger() * kNsPerMs);
    QCOMPARE(QJsonDocument::fromJson(rawOf(page, row)).object(), json);
}

} // namespace

class TestOpenSearchDecode : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryRecording_data();
    void readsEveryRecording();
    void readsEveryStoredResult_data();
    void readsEveryStoredResult();
    void tellsWhatBecameOfTasks_data();
    void tellsWhatBecameOfTasks();
    void cancelsInOddPlaces_data();
    void cancelsInOddPlaces();
    void sumsSlices();
    void aSliceThatJustEndedCountsOnce();
    void findsTargets_data();
    void findsTargets();
    void leavesOutOwnRequests();
    void knowsInternalTasks_data();
    void knowsInternalTasks();
    void readsFailures();
    void namesNodesThatShareAName();
    void keepsLongNumbersAndCutsDescriptions();
    void followsAMovedTask();
    void wordsErrors_data();
    void wordsErrors();
    void namesTheFault_data();
    void namesTheFault();
    void truncatedIsAnErrorOrNothing_data();
    void truncatedIsAnErrorOrNothing();
    void survivesMutations_data();
    void survivesMutations();
};

void TestOpenSearchDecode::readsEveryRecording_data()
{
    QTest::addColumn<int>("number");
    const auto all = test::clusterRecordings();
    QCOMPARE(all.size(), 145);
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(all[i].file)) << i;
}

void TestOpenSearchDecode::readsEveryRecording()
{
    QFETCH(int, number);
    static const auto all = test::clusterRecordings();
    const HttpAnswer &answer = all[number].answer;
    const Result<DecodedPtr> result = decoded(answer);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    if (answer.status >= 400) {
        QVERIFY(!result.ok());
        QCOMPARE(result.error().httpStatus, answer.status);
        const QJsonValue error = body["error"_L1];
        QCOMPARE(result.error().serverCode, error.toObject()["type"_L1].toString());
        QCOMPARE(result.error().serverMessage, error.isString() ? error.toString() : error.toObject()["reason"_L1].toString());
        QVERIFY(!result.error().message.isEmpty());
        return;
    }
    const QByteArray query = answer.request.target;
    const bool asksOtherwise = query.contains("group_by") || query.contains("filter_path=nodes.*.tasks");
    const bool isTasks = query.startsWith("/_tasks") || query.contains("_rethrottle");
    if (!isTasks && query != "/") {
        QVERIFY(!body.contains("completed"_L1)); // routes that the client never asks
        return;
    }
    QCOMPARE(result.ok(), !asksOtherwise);
    if (!result)
        return;
    if (const auto *list = dynamic_cast<const Listing *>(result.value().get())) {
        QHash<TaskId, QJsonObject> tasks;
        const QJsonObject nodes = body["nodes"_L1].toObject();
        for (auto node = nodes.begin(); node != nodes.end(); ++node) {
            const QJsonObject listed = node.value().toObject()["tasks"_L1].toObject();
            for (auto task = listed.begin(); task != listed.end(); ++task)
                tasks.insert(task.key(), task.value().toObject());
        }
        QCOMPARE(qsizetype(list->page->rows.size()), tasks.size());
        QCOMPARE(list->facts.size(), list->page->rows.size());
        for (const TaskRow &row : list->page->rows) {
            const TaskId id = idOf(*list->page, row);
            QVERIFY(tasks.contains(id));
            compareTask(*list->page, row, tasks.value(id));
            const QString node = nodes[id.section(u':', 0, 0)].toObject()["name"_L1].toString();
            QCOMPARE(taskOf(*list->page, row).node, node);
        }
        QCOMPARE(list->nodes.size(), nodes.size());
        QCOMPARE(list->nodeFailures.size(), body["node_failures"_L1].toArray().size());
    } else if (const auto *one = dynamic_cast<const TaskResult *>(result.value().get())) {
        QCOMPARE(one->completed, body["completed"_L1].toBool());
        QCOMPARE(one->hasOutcome, body.contains("error"_L1) || body.contains("response"_L1));
        QCOMPARE(QJsonDocument::fromJson(rawOf(*one->page, one->page->rows.front())).object(), body);
        QCOMPARE(idOf(*one->page, one->page->rows.front()).toLatin1(), query.mid(8).split('?').first());
    } else {
        const auto *root = dynamic_cast<const RootInfo *>(result.value().get());
        QVERIFY(root);
        QCOMPARE(root->clusterUuid, body["cluster_uuid"_L1].toString());
    }
}

/// Every document of the real `.tasks` indexes is what `GET /_tasks/{id}` answers.
void TestOpenSearchDecode::readsEveryStoredResult_data()
{
    QTest::addColumn<QByteArray>("body");
    int count = 0;
    for (const QString &file : {u"opensearch-2.19.1/026-tasks-dot-index"_s, u"elasticsearch-7.10.2/071-tasks-index-all"_s}) {
        const QJsonObject found = QJsonDocument::fromJson(test::clusterRecording(file).body).object();
        const QJsonArray hits = found["hits"_L1].toObject()["hits"_L1].toArray();
        for (const QJsonValue &hit : hits) {
            QTest::newRow(qPrintable(file + u' ' + hit["_id"_L1].toString())) << QJsonDocument(hit["_source"_L1].toObject()).toJson();
            ++count;
        }
    }
    QVERIFY(count > 30);
}

void TestOpenSearchDecode::readsEveryStoredResult()
{
    QFETCH(QByteArray, body);
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const Task task = resultOf(answerOf(Shape::Result, body));
    QVERIFY(isFinal(task.state));
    const bool failed = json.contains("error"_L1) || !json["response"_L1].toObject()["failures"_L1].toArray().isEmpty();
    const bool canceled = json["response"_L1].toObject().contains("canceled"_L1);
    QCOMPARE(task.state, canceled ? TaskState::Canceled : failed ? TaskState::Failed : TaskState::Succeeded);
    QCOMPARE(task.error.has_value(), failed);
    QVERIFY(!task.ranAtLeast);
    QCOMPARE(task.finishedAt.value_or(0) - task.startedAt.value_or(0), task.ran.value_or(-1));
}

void TestOpenSearchDecode::tellsWhatBecameOfTasks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("type");
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    const QString none;
    for (const QString &server : {u"opensearch-2.19.1/"_s, u"elasticsearch-7.10.2/"_s}) {
        const auto row = [&](const char *file) -> QTestData & { return QTest::newRow(qPrintable(server + QLatin1StringView(file))) << QString(server + QLatin1StringView(file)); };
        row("024-") << TaskState::Canceled << none << none << none << qint64(500) << qint64(20000);
        row("030-") << TaskState::Canceled << none << none << none << qint64(20) << qint64(900);
        row("034-") << TaskState::Succeeded << none << none << none << qint64(500) << qint64(500);
        row("038-") << TaskState::Succeeded << none << none << none << qint64(2500) << qint64(2500);
        row("036-") << TaskState::Failed << u"compile error: member method [java.lang.Object, foo/0] not found"_s << u"script_exception"_s
                    << u"illegal_argument_exception"_s << qint64(0) << qint64(19500);
        row("037-") << TaskState::Failed << u"runtime error: bad row 777 <b>bold</b> é"_s << u"script_exception"_s
                    << u"illegal_argument_exception"_s << qint64(0) << qint64(19500);
        row("041-") << TaskState::Failed << u"no such index [nosuch]"_s << u"index_not_found_exception"_s << none << qint64(0) << qint64(-1);
    }
    const QString mapping = u"failed to parse field [k] of type [integer] in document with id '705'. Preview of field's value: 'abc': "
                            "For input string: \"abc\""_s;
    QTest::newRow("one failure") << u"opensearch-2.19.1/035-"_s << TaskState::Failed << mapping << u"mapper_parsing_exception"_s
                                 << u"number_format_exception"_s << qint64(999) << qint64(20000);
    QTest::newRow("two failures") << u"elasticsearch-7.10.2/035-"_s << TaskState::Failed << mapping << u"mapper_parsing_exception"_s << u"number_format_exception"_s << qint64(998) << qint64(19500);
}

void TestOpenSearchDecode::tellsWhatBecameOfTasks()
{
    QFETCH(QString, file);
    QFETCH(TaskState, state);
    QFETCH(QString, message);
    QFETCH(QString, code);
    QFETCH(QString, type);
    QFETCH(qint64, done);
    QFETCH(qint64, total);
    const Task task = resultOf(test::clusterRecording(file));
    QCOMPARE(task.state, state);
    QCOMPARE(task.error.has_value(), state == TaskState::Failed);
    const TaskError error = task.error.value_or(TaskError {});
    QCOMPARE(error.message, message);
    QCOMPARE(error.code, code);
    QCOMPARE(error.type, type);
    QVERIFY(task.progress.has_value());
    QCOMPARE(task.progress->done.value_or(-1), done);
    QCOMPARE(task.progress->total.value_or(-1), total);
}

void TestOpenSearchDecode::cancelsInOddPlaces_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<TaskState>("state");
    const QByteArray searchError = R"("error":{"type":"search_phase_execution_exception","reason":"all shards failed",
        "caused_by":{"type":"task_cancelled_exception","reason":"cancelled"}})";
    QTest::newRow("error of searches that were canceled") << searchError << QByteArray("{}") << true << TaskState::Canceled;
    QTest::newRow("the same, without flags") << searchError << QByteArray("{}") << false << TaskState::Canceled;
    QTest::newRow("status says it") << QByteArray(R"("error":{"type":"x","reason":"y"})") << QByteArray(R"({"total":5,"canceled":"by user request","slices":[null,{"type":"x"}]})")
                                    << false << TaskState::Canceled;
    QTest::newRow("only slices say it")
        << QByteArray(R"("response":{"took":1,"total":9,"created":1,"failures":[],"slices":[{"slice_id":0,"total":9,"canceled":"by user request"}]})")
        << QByteArray("{}") << false << TaskState::Canceled;
    QTest::newRow("a real error") << QByteArray(R"("error":{"type":"x","reason":"y"})") << QByteArray("{}") << false << TaskState::Failed;
    QTest::newRow("timed out") << QByteArray(R"("response":{"timed_out":true,"total":3,"failures":[]})") << QByteArray("{}") << false << TaskState::Failed;
    QTest::newRow("a merge") << QByteArray(R"("response":{"_shards":{"total":2,"successful":2,"failed":0}})") << QByteArray("{}") << false << TaskState::Succeeded;
    QTest::newRow("nothing stored") << QByteArray(R"("x":1)") << QByteArray("{}") << false << TaskState::Unknown;
    QTest::newRow("nothing stored, though canceled") << QByteArray(R"("x":1)") << QByteArray("{}") << true << TaskState::Unknown;
}

void TestOpenSearchDecode::cancelsInOddPlaces()
{
    QFETCH(QByteArray, rest);
    QFETCH(QByteArray, status);
    QFETCH(bool, cancelled);
    QFETCH(TaskState, state);
    const QByteArray body = R"({"completed":true,"task":{"node":"a","id":1,"action":"indices:data/write/reindex","start_time_in_millis":5,)"
                            R"("running_time_in_nanos":7,"cancellable":true,"status":)" + status + R"(,"cancelled":)" + (cancelled ? "true" : "false") + "}," + rest + "}";
    QCOMPARE(resultOf(answerOf(Shape::Result, body)).state, state);
}

void TestOpenSearchDecode::sumsSlices()
{
    const auto list = listing(test::clusterRecording(u"opensearch-2.19.1/006-"_s));
    QVERIFY(list);
    const Task parent = rowNamed(*list, u"oVJmD7_BRCS_L8wcxIB03g:2149"_s);
    QVERIFY(parent.progress.has_value());
    QCOMPARE(parent.progress->done.value_or(-1), 300);
    QCOMPARE(parent.progress->total.value_or(-1), 6736 + 6610 + 6654);
    // A running parent on its own cannot say how far it is.
    const Result<DecodedPtr> one = decoded(test::clusterRecording(u"opensearch-2.19.1/021-"_s));
    QVERIFY(one.ok());
    QVERIFY(!static_cast<const TaskResult *>(one.value().get())->progressKnown);
}

void TestOpenSearchDecode::aSliceThatJustEndedCountsOnce()
{
    const QByteArray common = R"(,"action":"indices:data/write/reindex","start_time_in_millis":1,"running_time_in_nanos":1)";
    const QByteArray body = R"({"nodes":{"a":{"tasks":{)"
        R"("a:1":{"node":"a","id":1)" + common + R"(,"status":{"total":10,"created":10,"slices":[{"slice_id":0,"total":10,"created":10},null,null]}},)"
        R"("a:2":{"node":"a","id":2)" + common + R"(,"parent_task_id":"a:1","status":{"slice_id":0,"total":10,"created":10}},)"
        R"("a:3":{"node":"a","id":3)" + common + R"(,"parent_task_id":"a:1","status":{"slice_id":1,"total":30,"created":4}})";
    const auto some = listing(answerOf(Shape::List, body + "}}}}"));
    QVERIFY(some);
    QCOMPARE(rowNamed(*some, u"a:1"_s).progress->done.value_or(-1), 14);
    QVERIFY(!rowNamed(*some, u"a:1"_s).progress->total.has_value()); // the third has not begun: nobody knows its share
    const auto all = listing(answerOf(Shape::List, body + R"(,"a:4":{"node":"a","id":4)" + common
                                                       + R"(,"parent_task_id":"a:1","status":{"slice_id":2,"total":20,"created":0}}}}}})"));
    QVERIFY(all);
    QCOMPARE(rowNamed(*all, u"a:1"_s).progress->total.value_or(-1), 60);
}

void TestOpenSearchDecode::findsTargets_data()
{
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("reindex") << QByteArray("reindex from [a] to [b]") << QByteArray("b");
    QTest::newRow("reindex 7") << QByteArray("reindex from [a] to [b][_doc]") << QByteArray("b");
    QTest::newRow("remote") << QByteArray("reindex from [scheme=http host=h port=9200 query={\"x\":1}][a] to [b]") << QByteArray("b");
    QTest::newRow("update") << QByteArray("update-by-query [src] updated with Script{}") << QByteArray("src");
    QTest::newRow("delete") << QByteArray("delete-by-query [src]") << QByteArray("src");
    QTest::newRow("search") << QByteArray("indices[a,b], search_type[QUERY_THEN_FETCH], source[{}]") << QByteArray("a,b");
    QTest::newRow("search all") << QByteArray("indices[], types[], search_type[x]") << QByteArray();
    QTest::newRow("shard") << QByteArray("shardId[[src][2]]") << QByteArray("src");
    QTest::newRow("bulk") << QByteArray("requests[1], index[orders][0]") << QByteArray("orders");
    QTest::newRow("index") << QByteArray("index {[.tasks][x:1], source[n/a]}") << QByteArray(".tasks");
    QTest::newRow("merge") << QByteArray("Force-merge indices [src], maxSegments[1]") << QByteArray("src");
    QTest::newRow("other") << QByteArray("anything [x]") << QByteArray();
    QTest::newRow("cut") << QByteArray("reindex from [a] to [b") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestOpenSearchDecode::findsTargets()
{
    QFETCH(QByteArray, description);
    QFETCH(QByteArray, target);
    const std::string_view found = targetIn({description.constData(), std::size_t(description.size())});
    QCOMPARE(QByteArray(found.data(), qsizetype(found.size())), target);
}

void TestOpenSearchDecode::leavesOutOwnRequests()
{
    QByteArray body = test::clusterRecording(u"opensearch-2.19.1/006-"_s).body;
    const auto before = listing(answerOf(Shape::List, body));
    body.replace(R"("X-Opaque-Id":"taskglass")", QByteArray(R"("X-Opaque-Id":")" + QByteArray(kOpaqueId.data()) + '"'));
    const auto after = listing(answerOf(Shape::List, body));
    QVERIFY(before && after);
    QCOMPARE(before->page->rows.size() - after->page->rows.size(), std::size_t(3));
    QCOMPARE(before->ownStartMillis, -1);
    QCOMPARE(after->ownStartMillis, 1795350904466); // what the server's clock said while it worked for us
    QCOMPARE(after->nodes.size(), 2);               // a node that has nothing else answered just the same
}

void TestOpenSearchDecode::knowsInternalTasks_data()
{
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<bool>("internal");
    const auto task = [](const char *action, const char *more) -> QByteArray {
        return QByteArray(R"({"node":"a","id":1,"start_time_in_millis":1,"headers":{},"action":")") + action + '"' + more + '}';
    };
    QTest::newRow("others' monitoring") << task("cluster:monitor/tasks/lists", "") << true;
    QTest::newRow("transport") << task("internal:index/shard/recovery/start_recovery", "") << true;
    QTest::newRow("retention leases") << task("retention_lease_background_sync", "") << true;
    QTest::newRow("persistent") << task("xpack/ml/job[c]", R"(,"type":"persistent","parent_task_id":"cluster:4")") << true;
    QTest::newRow("storing a result") << task("indices:data/write/index", R"(,"description":"index {[.tasks][a:1], source[x]}")") << true;
    QTest::newRow("search") << task("indices:data/read/search", "") << false;
    QTest::newRow("bulk") << task("indices:data/write/bulk[s]", R"(,"description":"requests[1], index[orders][0]")") << false;
    QTest::newRow("snapshot") << task("cluster:admin/snapshot/create", "") << false;
}

void TestOpenSearchDecode::knowsInternalTasks()
{
    QFETCH(QByteArray, task);
    QFETCH(bool, internal);
    const auto list = listing(listOf(task));
    QVERIFY(list);
    QCOMPARE(list->page->rows.size(), std::size_t(1));
    QCOMPARE(list->page->rows.front().housekeeping, internal);
    QVERIFY(list->page->strings.at(list->page->rows.front().parent).empty()); // "cluster:4" is no task
}

void TestOpenSearchDecode::readsFailures()
{
    const auto list = listing(answerOf(Shape::List, R"({"task_failures":[{"task_id":5021,"node_id":"a","status":"INTERNAL_SERVER_ERROR",)"
        R"("reason":{"type":"illegal_state_exception","reason":"twice"}}],"node_failures":[{"type":"failed_node_exception",)"
        R"("reason":"Failed node [b]","node_id":"b","caused_by":{"type":"receive_timeout_transport_exception","reason":"[n2] timed out"}}],"nodes":{}})"));
    QVERIFY(list);
    QCOMPARE(list->taskFailures, QList<ServerFailure>({{u"a:5021"_s, u"a"_s, u"illegal_state_exception"_s, u"twice"_s}}));
    QCOMPARE(list->nodeFailures, QList<ServerFailure>({{QString(), u"b"_s, u"receive_timeout_transport_exception"_s, u"[n2] timed out"_s}}));
}

void TestOpenSearchDecode::namesNodesThatShareAName()
{
    const QByteArray task = R"(:{"node":"%","id":1,"action":"x","start_time_in_millis":1}})";
    const QByteArray body = R"({"nodes":{"a":{"tasks":{"a:1")" + QByteArray(task).replace('%', 'a') + R"(,"name":"same"},"b":{"name":"same","tasks":{"b:1")"
        + QByteArray(task).replace('%', 'b') + R"(},"c":{"tasks":{"c:1")" + QByteArray(task).replace('%', 'c') + R"(,"name":"own","roles":["data","ml"],"host":"h"}}})";
    const auto list = listing(answerOf(Shape::List, body));
    QVERIFY(list);
    QCOMPARE(rowNamed(*list, u"a:1"_s).node, u"a"_s);
    QCOMPARE(rowNamed(*list, u"b:1"_s).node, u"b"_s);
    QCOMPARE(rowNamed(*list, u"c:1"_s).node, u"own"_s);
    QCOMPARE(list->nodes.last(), (NodeInfo {u"own"_s, u"c"_s, u"h"_s, {u"data"_s, u"ml"_s}, QString()}));
}

void TestOpenSearchDecode::keepsLongNumbersAndCutsDescriptions()
{
    const QByteArray text = QByteArray("é").repeated(1000);
    const auto list = listing(listOf(R"({"node":"a","id":9223372036854775807,"action":"x","start_time_in_millis":1795350904466,)"
                                     R"("running_time_in_nanos":9007199254740993,"future":{"deep":[1,{"x":null}]},"description":")" + text + "\"}"));
    QVERIFY(list);
    const Task task = taskOf(*list->page, list->page->rows.front());
    QCOMPARE(task.id, u"a:9223372036854775807"_s);
    QCOMPARE(task.ran.value_or(0), 9007199254740993);
    QVERIFY(!task.cancellable.has_value());
    QCOMPARE(task.description, QString(kDescriptionKept / 2, u'é'));
    QVERIFY(rawOf(*list->page, list->page->rows.front()).contains(text));
}

void TestOpenSearchDecode::followsAMovedTask()
{
    const auto list = listing(listOf(R"({"node":"b","id":7,"action":"indices:data/write/reindex","start_time_in_millis":50,)"
                                     R"("original_task_id":"a:3","original_start_time_in_millis":40})"));
    QVERIFY(list);
    QCOMPARE(idOf(*list->page, list->page->rows.front()), u"a:3"_s);
    QCOMPARE(list->facts.front().startMillis, 40);
}

void TestOpenSearchDecode::wordsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("part");
    const QByteArray json = "application/json";
    QTest::newRow("401 text") << 401 << QByteArray("text/plain") << QByteArray("Unauthorized") << Error::Kind::Auth << u"asks for a user"_s;
    QTest::newRow("401 final") << 401 << QByteArray("text/plain") << QByteArray("Authentication finally failed") << Error::Kind::Auth << u"refuses"_s;
    QTest::newRow("401 Elasticsearch") << 401 << json << QByteArray(R"({"error":{"type":"security_exception","reason":"missing authentication credentials for REST request [/_tasks]"},"status":401})")
                                       << Error::Kind::Auth << u"asks for a user"_s;
    QTest::newRow("403 OpenSearch") << 403 << json << QByteArray(R"({"error":{"type":"security_exception","reason":"no permissions for [cluster:admin/tasks/cancel] and User [name=x]"},"status":403})")
                                    << Error::Kind::Auth << u"cluster:admin/tasks/cancel"_s;
    QTest::newRow("403 Elasticsearch") << 403 << json << QByteArray(R"({"error":{"type":"security_exception","reason":"action [cluster:monitor/tasks/lists] is unauthorized for user [x]"},"status":403})")
                                       << Error::Kind::Auth << u"cluster:monitor/tasks/lists"_s;
    QTest::newRow("404") << 404 << json << QByteArray(R"({"error":{"type":"resource_not_found_exception","reason":"task [a:1] isn't running"},"status":404})")
                         << Error::Kind::NotFound << u"kept no result"_s;
    QTest::newRow("429") << 429 << json << QByteArray(R"({"error":{"type":"circuit_breaking_exception","reason":"Data too large"},"status":429})")
                         << Error::Kind::RateLimited << u"fewer requests"_s;
    QTest::newRow("503") << 503 << json << QByteArray(R"({"error":{"type":"cluster_manager_not_discovered_exception","reason":null},"status":503})")
                         << Error::Kind::Server << u"elected"_s;
    QTest::newRow("500 wait") << 500 << json << QByteArray(R"({"error":{"type":"receive_timeout_transport_exception","reason":"x"},"status":500})")
                              << Error::Kind::Server << u"still runs"_s;
    QTest::newRow("502 page") << 502 << QByteArray("text/html") << QByteArray("<html>bad gateway") << Error::Kind::Server << u"proxy"_s;
    QTest::newRow("200 page") << 200 << QByteArray("text/html") << QByteArray("<!doctype html>") << Error::Kind::BadResponse << u"web page"_s;
    QTest::newRow("405 text error") << 405 << json << QByteArray(R"({"error":"Incorrect HTTP method","status":405})") << Error::Kind::BadRequest << u"does not accept"_s;
    QTest::newRow("400 empty") << 400 << json << QByteArray() << Error::Kind::BadRequest << u"does not understand"_s;
}

void TestOpenSearchDecode::wordsErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, part);
    HttpAnswer answer = answerOf(Shape::List, body, status);
    answer.headers = {{"content-type", type}};
    const Result<DecodedPtr> result = decoded(answer);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, kind);
    QVERIFY2(result.error().message.contains(part), qPrintable(result.error().message));
}

void TestOpenSearchDecode::namesTheFault_data()
{
    QTest::addColumn<HttpAnswer>("answer");
    QTest::addColumn<QString>("path");
    QTest::newRow("no nodes") << answerOf(Shape::List, "{}") << u"nodes"_s;
    QTest::newRow("nodes is a list") << answerOf(Shape::List, R"({"nodes":[]})") << u"nodes"_s;
    QTest::newRow("no id") << listOf(R"({"node":"a","action":"x","start_time_in_millis":1})") << u"nodes.nodeA.tasks.x.id"_s;
    QTest::newRow("no action") << listOf(R"({"node":"a","id":1,"start_time_in_millis":1})") << u"nodes.nodeA.tasks.x.action"_s;
    QTest::newRow("text for a time") << listOf(R"({"node":"a","id":1,"action":"x","start_time_in_millis":"1"})") << u"nodes.nodeA.tasks.x.start_time_in_millis"_s;
    QTest::newRow("a task that is none") << listOf("7") << u"nodes.nodeA.tasks.x"_s;
    QTest::newRow("result without a task") << answerOf(Shape::Result, R"({"completed":true})") << u"task"_s;
    QTest::newRow("result of the wrong shape") << answerOf(Shape::Result, R"({"completed":true,"task":{"node":"a"}})") << u"task.id"_s;
}

void TestOpenSearchDecode::namesTheFault()
{
    QFETCH(HttpAnswer, answer);
    QFETCH(QString, path);
    const Result<DecodedPtr> result = decoded(answer);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Error::Kind::BadResponse);
    QVERIFY2(result.error().message.endsWith(QString(u"at " + path + u'.')), qPrintable(result.error().message));
}

void TestOpenSearchDecode::truncatedIsAnErrorOrNothing_data()
{
    QTest::addColumn<HttpAnswer>("answer");
    const auto all = test::clusterRecordings();
    for (const auto &recording : all) {
        if (recording.answer.status == 200 && recording.answer.body.size() < 7000)
            QTest::newRow(qPrintable(recording.file)) << recording.answer;
    }
}

void TestOpenSearchDecode::truncatedIsAnErrorOrNothing()
{
    QFETCH(HttpAnswer, answer);
    const QByteArray whole = answer.body.trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        answer.body = whole.left(length);
        if (decoded(answer).ok())
            QFAIL(qPrintable(u"%1 of %2 bytes were taken for a whole answer"_s.arg(length).arg(whole.size())));
    }
}

void TestOpenSearchDecode::survivesMutations_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
}

void TestOpenSearchDecode::survivesMutations()
{
    QFETCH(quint32, seed);
    static const auto all = test::clusterRecordings();
    std::mt19937 random(seed);
    const auto below = [&random](qsizetype n) { return qsizetype(random() % quint32(n)); };
    static const QList<QByteArray> kPieces {"null", "{}", "[]", "-1", "1e99", "\"", "}", "]", ",", "{\"a\":", "\\u0000", "\xff", "9223372036854775808", "[[[[", "true"};
    int taken = 0;
    for (int step = 0; step < 400; ++step) {
        HttpAnswer answer = all[below(all.size())].answer;
        for (qsizetype changes = 1 + below(4); changes > 0 && !answer.body.isEmpty(); --changes) {
            const qsizetype at = below(answer.body.size());
            if (below(2) == 0)
                answer.body[at] = char(random() % 256);
            else
                answer.body.replace(at, below(8), kPieces[below(kPieces.size())]);
        }
        const Result<DecodedPtr> result = decoded(answer);
        if (!result)
            QVERIFY(!result.error().message.isEmpty());
        else if (const auto *list = dynamic_cast<const Listing *>(result.value().get()))
            taken += int(list->facts.size() == list->page->rows.size());
    }
    QVERIFY(taken > 0); // some changes do no harm
}

QTEST_GUILESS_MAIN(TestOpenSearchDecode)
#include "test_opensearch_decode.moc"

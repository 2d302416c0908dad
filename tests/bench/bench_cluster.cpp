// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster's list of 50,000 tasks: decoded and compared with the list before, against QJsonDocument reading the same
// fields; and what a poll of it costs the GUI thread, where store and table take it in parts.
#include "app/client/opensearch/ledger.h"
#include "app/client/opensearch/wire.h"
#include "app/client/updatefeed.h"
#include "models/domain/clock.h"
#include "models/store/watchedserver.h"
#include "models/table/tasktablemodel.h"
#include "tests/bench/bestof.h"
#include "tests/bench/eventmeter.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::opensearch;

namespace {

constexpr int kTasks = 50'000;
constexpr int kNodes = 10;
constexpr int kRuns = 5;
const Dialect kDialect {Product::OpenSearch, {2, 19, 1}, true};

/// As OpenSearch 2.19 lists searches and reindexes, \a seconds after the first list.
QByteArray makeList(int seconds)
{
    QByteArray body = "{\"nodes\":{";
    for (int node = 0; node < kNodes; ++node) {
        const QByteArray id = "nodeNumber" + QByteArray::number(node) + "aV7cLq9JSxe";
        body += (node > 0 ? ",\"" : "\"") + id + "\":{\"name\":\"n" + QByteArray::number(node)
            + "\",\"transport_address\":\"10.1.4.1:9300\",\"host\":\"10.1.4.1\",\"ip\":\"10.1.4.1:9300\",\"roles\":[\"data\",\"ingest\"],\"tasks\":{";
        for (int task = 0; task < kTasks / kNodes; ++task) {
            const QByteArray number = QByteArray::number(task + 100);
            const bool copies = task % 5 == 0;
            body += (task > 0 ? ",\"" : "\"") + id + ':' + number + "\":{\"node\":\"" + id + "\",\"id\":" + number
                + ",\"type\":\"transport\",\"action\":\"indices:data/" + (copies ? "write/reindex" : "read/search") + '"';
            if (copies)
                body += ",\"status\":{\"total\":90000,\"updated\":0,\"created\":" + QByteArray::number(seconds * 100)
                    + ",\"deleted\":0,\"batches\":27,\"version_conflicts\":0,\"noops\":0,\"retries\":{\"bulk\":0,\"search\":0},\"throttled_millis\":0,"
                      "\"requests_per_second\":-1.0,\"throttled_until_millis\":0},\"description\":\"reindex from [orders-v1] to [orders-v2]\"";
            else
                body += ",\"description\":\"indices[orders-" + QByteArray::number(task % 40) + "], search_type[QUERY_THEN_FETCH], source[{\\\"size\\\":10,\\\"query\\\":{\\\"term\\\":{\\\"n\\\":"
                    + number + "}}}]\"";
            body += ",\"start_time_in_millis\":1795350902453,\"running_time_in_nanos\":" + QByteArray::number(seconds * 1'000'000'000LL + task)
                + ",\"cancellable\":true,\"cancelled\":false,\"headers\":{\"X-Opaque-Id\":\"dashboard-" + QByteArray::number(task % 300)
                + "\"},\"resource_stats\":{\"average\":{\"cpu_time_in_nanos\":0,\"memory_in_bytes\":0},\"total\":{\"cpu_time_in_nanos\":"
                + QByteArray::number(seconds * 5000 + 1) + ",\"memory_in_bytes\":17961136},\"thread_info\":{\"thread_executions\":1,\"active_threads\":1}}}";
        }
        body += "}}";
    }
    return body + "}}";
}

/// What the same columns cost with Qt's own parser: the baseline.
qint64 readWithQt(const QByteArray &body)
{
    TaskPage page;
    const auto shared = [&page](const QJsonValue &value) {
        const QByteArray text = value.toString().toUtf8();
        return page.strings.add({text.constData(), std::size_t(text.size())});
    };
    const QJsonObject nodes = QJsonDocument::fromJson(body).object()["nodes"_L1].toObject();
    for (const QJsonValue &node : nodes) {
        const QJsonObject tasks = node.toObject()["tasks"_L1].toObject();
        for (auto entry = tasks.begin(); entry != tasks.end(); ++entry) {
            const QJsonObject task = entry.value().toObject();
            const QJsonObject status = task["status"_L1].toObject();
            const QJsonObject total = task["resource_stats"_L1].toObject()["total"_L1].toObject();
            TaskRow row;
            row.id = shared(QString(task["node"_L1].toString() + u':' + QString::number(task["id"_L1].toInteger())));
            row.node = shared(node["name"_L1]);
            row.type = shared(task["action"_L1]);
            row.description = shared(task["description"_L1]);
            row.labelText = shared(task["headers"_L1]["X-Opaque-Id"_L1]);
            row.startedAt = task["start_time_in_millis"_L1].toInteger() * kNsPerMs;
            row.ran = task["running_time_in_nanos"_L1].toInteger();
            row.progressDone = status["created"_L1].toInteger(-1);
            row.progressTotal = status["total"_L1].toInteger(-1);
            row.cpu = total["cpu_time_in_nanos"_L1].toInteger(-1);
            row.memory = total["memory_in_bytes"_L1].toInteger(-1);
            page.rows.push_back(row);
        }
    }
    return qint64(page.rows.size());
}

/// Polls of a window that shows it all, newest start first. Every task changes at each.
struct Window
{
    Window()
    {
        ConnectionStatus status;
        status.capabilities.firstOrder = {u"started"_s, Qt::DescendingOrder};
        server.setStatus(status);
        table.setServer(&server);
        QObject::connect(&feed, &UpdateFeed::updated, &server, &WatchedServer::applyUpdate);
        QObject::connect(&feed, &UpdateFeed::drained, qApp, &QCoreApplication::quit);
    }
    ~Window() { table.setServer(nullptr); }

    void take(const TaskUpdate &update)
    {
        feed.push(update);
        QCoreApplication::exec();
    }

    SystemClock clock;
    WatchedServer server {{}, clock};
    TaskTableModel table;
    UpdateFeed feed;
};

} // namespace

int main(int argc, char **argv)
{
    bench::EventMeter meter(argc, argv);
    const QByteArray body = makeList(1);
    qint64 rows = 0;
    const double qt = bestOf(kRuns, [&] { rows = readWithQt(body); }).wallMs;
    const double ours = bestOf(kRuns, [&] { (void)readListing(body, kDialect); }).wallMs;

    Window window;
    Ledger ledger;
    double comparing = 1e9;
    double whole = 1e9;
    double longest = 0;
    for (int second = 1; second <= kRuns; ++second) {
        const auto listing = readListing(makeList(second), kDialect).value();
        QElapsedTimer timer;
        timer.start();
        const TaskUpdate update = ledger.absorbList(*listing, second * kNsPerSecond, true);
        comparing = std::min(comparing, double(timer.nsecsElapsed()) / 1e6);
        meter.reset();
        timer.start();
        window.take(update);
        whole = std::min(whole, double(timer.nsecsElapsed()) / 1e6);
        if (second > 1) // before that nothing was shown
            longest = std::max(longest, meter.longestCpuMs());
    }
    meter.reset();
    window.take(ledger.absorbList(*readListing(R"({"nodes":{}})", kDialect).value(), (kRuns + 1) * kNsPerSecond, false));
    std::printf("%d tasks of %d nodes, %.1f MB\n", kTasks, kNodes, double(body.size()) / 1e6);
    std::printf("QJsonDocument, same fields          %8.1f ms\n", qt);
    std::printf("decode with raw bytes packed        %8.1f ms   %.1f times faster (on a worker)\n", ours, qt / ours);
    std::printf("find what ended, each poll          %8.1f ms   (on the same worker)\n", comparing);
    std::printf("store and table, all rows changed   %8.1f ms   (GUI thread, in parts; the longest took %.1f ms of processor)\n", whole, longest);
    std::printf("all tasks ended at once                          (GUI thread, in parts; the longest took %.1f ms of processor)\n", meter.longestCpuMs());
    return rows == kTasks && window.server.store().size() == kTasks ? 0 : 1;
}

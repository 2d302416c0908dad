// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeopensearch.h"

#include "app/client/opensearch/actions.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::test {

namespace {

const QByteArray kOwn(opensearch::kOpaqueId.data(), qsizetype(opensearch::kOpaqueId.size()));

QByteArray nodeFailure(const QByteArray &node, const QByteArray &type, const QByteArray &reason)
{
    return R"({"type":"failed_node_exception","reason":"Failed node [)" + node + R"(]","node_id":")" + node + R"(","caused_by":{"type":")" + type
        + R"(","reason":")" + reason + R"("}})";
}

bool matchesAny(const QByteArray &list, const QByteArray &value)
{
    const QList<QByteArray> patterns = list.split(',');
    return std::any_of(patterns.begin(), patterns.end(), [&](const QByteArray &pattern) {
        const QString regex = QRegularExpression::escape(QString::fromLatin1(pattern)).replace(u"\\*"_s, u".*"_s);
        return QRegularExpression(QRegularExpression::anchoredPattern(regex)).match(QString::fromLatin1(value)).hasMatch();
    });
}

} // namespace

FakeOpenSearch::FakeOpenSearch()
{
    nodes = {{"nodeA", "one"}, {"nodeB", "two"}};
}

QByteArray FakeOpenSearch::add(const QByteArray &node, const QByteArray &action, const QByteArray &parent)
{
    FakeTask task;
    task.node = node;
    task.number = ++m_lastNumber[node];
    task.action = action;
    task.parent = parent;
    task.startMillis = nowMillis + skewMillis;
    tasks[task.id()] = task;
    return task.id();
}

void FakeOpenSearch::end(const QByteArray &id, const QByteArray &rest)
{
    const FakeTask ended = tasks[id];
    tasks.erase(id);
    if (!rest.isEmpty())
        results[id] = R"({"completed":true,"task":)" + json(ended, true) + "," + rest + "}";
}

void FakeOpenSearch::restart(const QByteArray &node)
{
    std::erase_if(tasks, [&node](const auto &entry) { return entry.second.node == node; });
    m_lastNumber[node] = 0;
}

QByteArray FakeOpenSearch::json(const FakeTask &task, bool detailed) const
{
    QByteArray text = R"({"node":")" + task.node + R"(","id":)" + QByteArray::number(task.number) + R"(,"type":"transport","action":")" + task.action + '"';
    if (detailed && !task.status.isEmpty())
        text += R"(,"status":)" + task.status;
    if (detailed)
        text += R"(,"description":")" + task.description + '"';
    text += R"(,"start_time_in_millis":)" + QByteArray::number(task.startMillis) + R"(,"running_time_in_nanos":)"
        + QByteArray::number((nowMillis + skewMillis - task.startMillis) * 1'000'000) + R"(,"cancellable":)" + (task.cancellable ? "true" : "false")
        + R"(,"cancelled":)" + (task.cancelled ? "true" : "false");
    if (!task.parent.isEmpty())
        text += R"(,"parent_task_id":")" + task.parent + '"';
    text += R"(,"headers":{)" + (task.opaqueId.isEmpty() ? QByteArray() : QByteArray(R"("X-Opaque-Id":")" + task.opaqueId + '"')) + "}";
    return text + '}';
}

QByteArray FakeOpenSearch::listed(const QList<FakeTask> &found, bool detailed, const QByteArray &failures) const
{
    QByteArray text = failures.isEmpty() ? QByteArray("{") : QByteArray(R"({"node_failures":[)" + failures + "],");
    text += R"("nodes":{)";
    QByteArray comma;
    for (const auto &[id, name] : nodes) {
        QByteArray list;
        for (const FakeTask &task : found) {
            if (task.node == id)
                list += (list.isEmpty() ? "" : ",") + QByteArray('"' + task.id() + "\":" + json(task, detailed));
        }
        if (list.isEmpty())
            continue;
        text += comma + '"' + id + R"(":{"name":")" + name + R"(","host":"10.0.0.1","roles":["data"],"tasks":{)" + list + "}}";
        comma = ",";
    }
    return text + "}}";
}

HttpAnswer FakeOpenSearch::reply(const HttpRequest &request, int status, const QByteArray &body) const
{
    HttpAnswer answer;
    answer.request = request;
    answer.status = status;
    answer.headers = {{"content-type", "application/json; charset=UTF-8"}};
    answer.body = body;
    answer.sentAt = nowMillis * 1'000'000 - 3'000'000;
    answer.receivedAt = nowMillis * 1'000'000 + 2'000'000;
    return answer;
}

HttpAnswer FakeOpenSearch::fail(const HttpRequest &request, int status, const QByteArray &type, const QByteArray &reason) const
{
    return reply(request, status, R"({"error":{"type":")" + type + R"(","reason":")" + reason + R"("},"status":)" + QByteArray::number(status) + "}");
}

bool FakeOpenSearch::matches(const FakeTask &task, const Parameters &parameters) const
{
    const auto given = [&](const char *name) {
        const auto found = parameters.find(name);
        return found == parameters.end() ? QByteArray() : found->second;
    };
    return (given("nodes").isEmpty() || matchesAny(given("nodes"), task.node))
        && (given("actions").isEmpty() || matchesAny(given("actions"), task.action))
        && (given("parent_task_id").isEmpty() || given("parent_task_id") == task.parent);
}

HttpAnswer FakeOpenSearch::list(const HttpRequest &request, const Parameters &parameters)
{
    QByteArray failures;
    QList<FakeTask> found;
    FakeTask own;
    own.node = nodes.begin()->first;
    own.number = ++m_lastNumber[own.node];
    own.action = "cluster:monitor/tasks/lists";
    own.opaqueId = kOwn;
    own.startMillis = nowMillis + skewMillis;
    own.cancellable = false;
    found << own;
    for (const auto &[id, name] : nodes) {
        if (const auto broken = silent.find(id); broken != silent.end()) {
            failures += (failures.isEmpty() ? "" : ",") + nodeFailure(id, "receive_timeout_transport_exception", broken->second);
            continue;
        }
        FakeTask part = own;
        part.node = id;
        part.number = ++m_lastNumber[id];
        part.action = "cluster:monitor/tasks/lists[n]";
        part.parent = own.id();
        found << part;
        for (const auto &[key, task] : tasks) {
            if (task.node == id)
                found << task;
        }
    }
    found.removeIf([&](const FakeTask &task) { return !matches(task, parameters) || silent.contains(task.node); });
    return reply(request, 200, listed(found, parameters.contains("detailed"), failures));
}

HttpAnswer FakeOpenSearch::get(const HttpRequest &request, const QByteArray &id) const
{
    if (const auto task = tasks.find(id); task != tasks.end())
        return reply(request, 200, R"({"completed":false,"task":)" + json(task->second, true) + "}");
    if (const auto result = results.find(id); result != results.end())
        return reply(request, 200, result->second);
    return fail(request, 404, "resource_not_found_exception", "task [" + id + "] isn't running and hasn't stored its results");
}

HttpAnswer FakeOpenSearch::cancel(const HttpRequest &request, const QByteArray &id, const Parameters &parameters)
{
    QList<FakeTask> hit;
    QByteArray failure;
    for (auto &[key, task] : tasks) {
        const bool isMeant = id.isEmpty() ? task.cancellable && matches(task, parameters) : key == id;
        if (!isMeant)
            continue;
        if (!task.cancellable) {
            failure = nodeFailure(task.node, "illegal_argument_exception", "task [" + id + "] doesn't support cancellation");
            continue;
        }
        task.cancelled = true;
        hit << task;
    }
    const QByteArray node = id.split(':').first();
    if (!id.isEmpty() && hit.isEmpty() && failure.isEmpty())
        failure = nodes.contains(node) ? nodeFailure(node, "resource_not_found_exception", "task [" + id + "] is not found")
                                       : nodeFailure(node, "no_such_node_exception", "No such node [" + node + "]");
    return reply(request, 200, listed(hit, false, failure));
}

HttpAnswer FakeOpenSearch::rethrottle(const HttpRequest &request, const QByteArray &id) const
{
    const auto task = tasks.find(id);
    const QByteArray node = id.split(':').first();
    if (task == tasks.end())
        return reply(request, 200, listed({}, true, nodeFailure(node, "resource_not_found_exception", "task [" + id + "] is missing")));
    return reply(request, 200, listed({task->second}, true, {}));
}

std::optional<HttpAnswer> FakeOpenSearch::answer(const HttpRequest &request)
{
    seen << request;
    for (Fault &fault : faults) {
        if (fault.times <= 0 || !request.target.startsWith(fault.path))
            continue;
        --fault.times;
        return fault.status == 0 ? std::nullopt : std::optional(reply(request, fault.status, fault.body));
    }
    const QUrl url = QUrl::fromEncoded(QByteArray("http://x" + request.target));
    Parameters parameters;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (unknownParameters.contains(name.toLatin1()))
            return fail(request, 400, "illegal_argument_exception", "request [" + url.path().toLatin1() + "] contains unrecognized parameter: [" + name.toLatin1() + "]");
        parameters[name.toLatin1()] = value.toLatin1();
    }
    const QByteArray path = url.path().toLatin1();
    const QList<QByteArray> parts = path.mid(1).split('/');
    if (path == "/")
        return reply(request, 200, R"({"name":"one","cluster_name":"c","cluster_uuid":")" + clusterUuid + R"(","version":{"distribution":"opensearch","number":")"
                                       + version + R"("},"tagline":"The OpenSearch Project: https://opensearch.org/"})");
    if (path == "/_tasks")
        return list(request, parameters);
    if (path == "/_tasks/_cancel")
        return cancel(request, {}, parameters);
    if (parts.size() == 3 && parts[0] == "_tasks" && parts[2] == "_cancel")
        return cancel(request, parts[1], parameters);
    if (parts.size() == 3 && parts[2] == "_rethrottle")
        return rethrottle(request, parts[1]);
    if (parts.size() == 2 && parts[0] == "_tasks")
        return get(request, parts[1]);
    return reply(request, 400, R"({"error":"no handler found for uri [)" + path + R"(] and method [GET]"})");
}

} // namespace taskglass::test

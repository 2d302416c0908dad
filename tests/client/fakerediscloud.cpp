// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/fakerediscloud.h"

#include <algorithm>

namespace taskglass::test {

namespace {

constexpr EpochNs kKept = qint64(10) * 24 * 3600 * kNsPerSecond;

} // namespace

QByteArray FakeRedisCloud::add(const QByteArray &type, std::mt19937 &random, const QByteArray &status)
{
    FakeTask task;
    task.id = "00000000-0000-4000-8000-" + QByteArray::number(++m_next).rightJustified(12, '0');
    task.type = type;
    task.status = status;
    task.timestamp = task.submittedAt = now;
    task.resourceId = 1000 + m_next;
    task.fresh = random() % 4 == 0;
    tasks[task.id] = task;
    return task.id;
}

void FakeRedisCloud::advance(FakeTask &task, std::mt19937 &random)
{
    if (task.status == "received")
        task.status = random() % 3 == 0 ? "initialized" : random() % 5 == 0 ? "a-new-word" : "processing-in-progress";
    else if (task.status == "initialized" || task.status == "a-new-word")
        task.status = "processing-in-progress";
    else if (task.status == "processing-in-progress")
        task.status = random() % 3 == 0 ? "processing-error" : "processing-completed";
    else
        return;
    task.timestamp = now;
    task.fresh = false;
}

bool FakeRedisCloud::isListed(const FakeTask &task) const
{
    return !task.hidden && now - task.timestamp < kKept;
}

QByteArray FakeRedisCloud::json(const FakeTask &task, bool inList) const
{
    QByteArray text = "{\"taskId\":\"" + task.id + "\",\"commandType\":\"" + task.type + "\",\"status\":\"" + task.status + "\",\"timestamp\":\""
        + formatRfc3339(task.timestamp) + '"';
    if (!(inList && hasThinLists)) {
        if (task.status == "processing-completed")
            text += ",\"response\":{\"resourceId\":" + QByteArray::number(task.resourceId) + '}';
        else if (task.status == "processing-error")
            text += ",\"response\":{\"error\":{\"type\":\"GENERAL_ERROR\",\"status\":\"500 INTERNAL_SERVER_ERROR\",\"description\":\"It went wrong.\"}}";
        else if (task.status != "received")
            text += ",\"response\":{}";
    }
    text += ",\"links\":[{\"rel\":\"" + QByteArray(inList ? "task" : "self") + "\",\"href\":\"https://api.redislabs.com/v1/tasks/" + task.id + "\"}]}";
    return text;
}

QByteArray FakeRedisCloud::list()
{
    std::vector<const FakeTask *> listed;
    for (const auto &[id, task] : tasks) {
        if (isListed(task))
            listed.push_back(&task);
    }
    std::stable_sort(listed.begin(), listed.end(), [](const FakeTask *a, const FakeTask *b) { return a->timestamp > b->timestamp; });
    if (listed.empty())
        return "{}";
    QByteArray text = "{\"tasks\":[";
    for (const FakeTask *task : listed)
        text += json(*task, true) + ',';
    text.chop(1);
    return text + "]}";
}

HttpAnswer FakeRedisCloud::reply(const HttpRequest &request, int status, const QByteArray &body) const
{
    HttpAnswer answer;
    answer.request = request;
    answer.status = status;
    answer.body = body;
    answer.sentAt = answer.receivedAt = now;
    if (remaining >= 0)
        answer.headers.append({"x-rate-limit-remaining", QByteArray::number(remaining)});
    return answer;
}

HttpAnswer FakeRedisCloud::answer(const HttpRequest &request)
{
    seen.emplace_back(now, request.target);
    if (failing != 0) {
        HttpAnswer failure = reply(request, failing, {});
        failure.headers += failingHeaders;
        return failure;
    }
    QByteArray path = request.target;
    if (!hasVersionedBase) {
        if (!path.startsWith("/v1/"))
            return reply(request, 404, "<html><body>Not here</body></html>");
        path.remove(0, 3);
    }
    if (path == "/")
        return reply(request, 200, R"({"account":{"id":7,"name":"Acme","key":{"name":"monitor","httpSourceIp":"192.0.2.7"}},"links":[]})");
    if (path == "/tasks")
        return reply(request, 200, list());
    const auto task = tasks.find(path.mid(7));
    if (!path.startsWith("/tasks/") || task == tasks.end() || task->second.fresh || now - task->second.timestamp >= kKept)
        return reply(request, 404, R"({"timestamp":"2026-03-04T08:15:02.417+00:00","status":404,"error":"Not Found","path":"/v1/tasks"})");
    return reply(request, 200, json(task->second, false));
}

} // namespace taskglass::test

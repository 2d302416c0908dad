// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemeilisearch.h"

#include <algorithm>
#include <functional>

using taskglass::meilisearch::Generation;

namespace taskglass::test {

namespace {

QByteArray number(qint64 value)
{
    return value < 0 ? QByteArray("null") : QByteArray::number(value);
}

QByteArray text(const QByteArray &value)
{
    return value.isEmpty() ? QByteArray("null") : QByteArray("\"" + value + "\"");
}

QByteArray stamp(EpochNs time)
{
    return text(formatRfc3339(time));
}

bool isOpen(const FakeMeilisearch::FakeTask &task)
{
    return task.status == "enqueued" || task.status == "processing";
}

std::vector<FakeMeilisearch::FakeTask *> pick(std::map<qint64, FakeMeilisearch::FakeTask> &tasks, std::size_t howMany,
                                              std::mt19937 &random, bool (*wanted)(const FakeMeilisearch::FakeTask &))
{
    std::vector<FakeMeilisearch::FakeTask *> found;
    for (auto &[uid, task] : tasks) {
        if (wanted(task))
            found.push_back(&task);
    }
    std::shuffle(found.begin(), found.end(), random);
    found.resize(std::min(howMany, found.size()));
    return found;
}

} // namespace

qint64 FakeMeilisearch::add(const QByteArray &index, const QByteArray &type)
{
    FakeTask task;
    task.uid = nextUid++;
    task.index = index;
    task.type = type;
    task.enqueuedAt = tick();
    tasks[task.uid] = task;
    return task.uid;
}

void FakeMeilisearch::start(std::size_t howMany, std::mt19937 &random)
{
    if (m_running >= 0)
        return;
    const EpochNs at = tick();
    for (FakeTask *task : pick(tasks, howMany, random, [](const FakeTask &each) { return each.status == "enqueued"; })) {
        m_running = nextBatch;
        task->status = "processing";
        task->startedAt = at;
        task->batch = m_dialect.hasBatches() ? nextBatch : -1;
    }
}

void FakeMeilisearch::finishBatch(std::mt19937 &random)
{
    const EpochNs at = tick();
    for (auto &[uid, task] : tasks) {
        if (task.status != "processing")
            continue;
        task.status = random() % 3 == 0 ? "failed" : "succeeded";
        task.finishedAt = at;
    }
    if (m_running >= 0)
        ++nextBatch;
    m_running = -1;
}

void FakeMeilisearch::abortBatch()
{
    for (auto &[uid, task] : tasks) {
        if (task.status != "processing")
            continue;
        task.status = "enqueued";
        task.startedAt = kNoTime;
        task.batch = -1;
    }
    m_running = -1;
}

void FakeMeilisearch::cancelOpen(std::size_t howMany, std::mt19937 &random)
{
    const auto victims = pick(tasks, howMany, random, &isOpen);
    if (victims.empty() || !m_dialect.hasFilters())
        return;
    abortBatch();
    const qint64 by = add({}, "taskCancelation");
    const EpochNs at = tick();
    const qint64 batch = m_dialect.hasBatches() ? nextBatch++ : -1;
    for (FakeTask *task : victims)
        *task = {task->uid, "canceled", task->type, task->index, batch, by, task->details, task->enqueuedAt, at, at};
    FakeTask &self = tasks[by];
    self.status = "succeeded";
    self.startedAt = self.finishedAt = at;
    self.batch = batch;
    const QByteArray count = QByteArray::number(qint64(victims.size()));
    self.details = "{\"matchedTasks\":" + count + ",\"canceledTasks\":" + count + ",\"originalFilter\":\"?uids=1\"}";
}

void FakeMeilisearch::deleteFinished(std::size_t howMany, std::mt19937 &random)
{
    if (!m_dialect.hasFilters())
        return;
    const auto victims = pick(tasks, howMany, random, [](const FakeTask &task) { return !isOpen(task); });
    if (victims.empty())
        return;
    std::vector<qint64> uids;
    for (const FakeTask *task : victims)
        uids.push_back(task->uid);
    const qint64 by = add({}, "taskDeletion");
    for (const qint64 uid : uids)
        tasks.erase(uid);
    tasks[by].status = "succeeded";
    tasks[by].startedAt = tasks[by].finishedAt = tick();
}

void FakeMeilisearch::swap(const QByteArray &a, const QByteArray &b)
{
    if (!m_dialect.hasFilters())
        return;
    for (auto &[uid, task] : tasks) {
        if (task.index == a)
            task.index = b;
        else if (task.index == b)
            task.index = a;
    }
    const qint64 by = add({}, "indexSwap");
    tasks[by].status = "succeeded";
    tasks[by].startedAt = tasks[by].finishedAt = tick();
}

void FakeMeilisearch::wipe()
{
    tasks.clear();
    nextUid = 0;
    nextBatch = 0;
    m_running = -1;
}

bool FakeMeilisearch::isVisible(const FakeTask &task) const
{
    return restrictedTo.isEmpty() || task.index == restrictedTo;
}

QByteArray FakeMeilisearch::json(const FakeTask &task) const
{
    QByteArray out = "{\"uid\":" + QByteArray::number(task.uid);
    if (m_dialect.hasBatches())
        out += ",\"batchUid\":" + number(task.batch);
    out += ",\"indexUid\":" + text(task.index) + ",\"status\":" + text(task.status) + ",\"type\":" + text(task.type);
    if (m_dialect.hasFilters())
        out += ",\"canceledBy\":" + number(task.canceledBy);
    out += ",\"details\":" + task.details;
    if (task.status == "failed")
        out += ",\"error\":{\"message\":\"m\",\"code\":\"c\",\"type\":\"t\",\"link\":\"l\"}";
    else if (m_dialect.hasFilters())
        out += ",\"error\":null";
    const bool ran = task.finishedAt != kNoTime && task.startedAt != kNoTime;
    out += ",\"duration\":" + (ran ? text(formatIsoDuration(task.finishedAt - task.startedAt)) : QByteArray("null"));
    return out + ",\"enqueuedAt\":" + stamp(task.enqueuedAt) + ",\"startedAt\":" + stamp(task.startedAt)
        + ",\"finishedAt\":" + stamp(task.finishedAt) + "}";
}

HttpAnswer FakeMeilisearch::reply(const HttpRequest &request, int status, const QByteArray &body)
{
    HttpAnswer answer;
    answer.request = request;
    answer.status = status;
    answer.body = body;
    if (!body.isEmpty())
        answer.headers = {{"content-type", "application/json"}};
    answer.sentAt = now;
    answer.receivedAt = now + kNsPerMs;
    bytes += body.size();
    return answer;
}

HttpAnswer FakeMeilisearch::fail(const HttpRequest &request, int status, const char *code, const QByteArray &message)
{
    return reply(request, status, "{\"message\":\"" + message + "\",\"code\":\"" + code + "\",\"type\":\"invalid_request\",\"link\":\"l\"}");
}

std::set<QByteArray> FakeMeilisearch::knownParameters() const
{
    if (m_dialect.generation() == Generation::Singular)
        return {"limit", "from", "type", "status", "indexUid"};
    std::set<QByteArray> known {"limit",            "from",           "uids",           "canceledBy",      "types",
                                "statuses",         "indexUids",      "afterEnqueuedAt", "beforeEnqueuedAt", "afterStartedAt",
                                "beforeStartedAt",  "afterFinishedAt", "beforeFinishedAt"};
    if (m_dialect.hasBatches())
        known.insert({"reverse", "batchUids"});
    return known;
}

HttpAnswer FakeMeilisearch::answer(const HttpRequest &request)
{
    seen << request;
    const QByteArray path = request.target.left(request.target.indexOf('?') < 0 ? request.target.size() : request.target.indexOf('?'));
    std::map<QByteArray, QByteArray> parameters;
    if (path.size() < request.target.size()) {
        for (const QByteArray &pair : request.target.mid(path.size() + 1).split('&'))
            parameters[pair.left(pair.indexOf('='))] = QByteArray::fromPercentEncoding(pair.mid(pair.indexOf('=') + 1));
    }
    if (path == "/health")
        return reply(request, 200, "{\"status\":\"available\"}");
    if (path == "/version" && refusesVersion)
        return fail(request, 403, "invalid_api_key", "The provided API key is invalid.");
    if (path == "/version") {
        const auto version = m_dialect.version;
        return reply(request, 200, "{\"commitSha\":\"x\",\"commitDate\":\"y\",\"pkgVersion\":\"" + QByteArray::number(version.major) + "."
                                 + QByteArray::number(version.minor) + "." + QByteArray::number(version.patch) + "\"}");
    }
    if (path.startsWith("/batches") && !m_dialect.hasBatches())
        return reply(request, 404, {});
    if (refusesTasks)
        return fail(request, 403, "invalid_api_key", "The provided API key is invalid.");
    if (!m_dialect.knows({0, 25, 0}))
        return reply(request, 404, {});
    if (m_dialect.generation() != Generation::Unpaged) {
        const std::set<QByteArray> known = knownParameters();
        for (const auto &[name, value] : parameters) {
            if (!known.contains(name))
                return fail(request, 400, "bad_request", "Unknown parameter `" + name + "`: expected one of `limit`");
        }
    }
    if (path == "/batches")
        return batches(request, parameters);
    if (path == "/tasks/cancel" || request.verb == "DELETE")
        return command(request, parameters);
    if (path == "/tasks")
        return list(request, parameters);
    const auto task = tasks.find(path.mid(7).toLongLong());
    if (task == tasks.end() || !isVisible(task->second))
        return fail(request, 404, "task_not_found", "Task `" + path.mid(7) + "` not found.");
    return reply(request, 200, json(task->second));
}

std::vector<const FakeMeilisearch::FakeTask *> FakeMeilisearch::matching(const std::map<QByteArray, QByteArray> &parameters) const
{
    std::vector<std::function<bool(const FakeTask &)>> conditions;
    for (const auto &[name, value] : parameters) {
        const QList<QByteArray> any = value.split(',');
        const auto oneOf = [&conditions, any](auto field) {
            conditions.emplace_back([any, field](const FakeTask &task) { return any.contains(std::invoke(field, task)); });
        };
        const auto numberOneOf = [&conditions, any](auto field) {
            conditions.emplace_back([any, field](const FakeTask &task) { return any.contains(QByteArray::number(std::invoke(field, task))); });
        };
        const auto dated = [&conditions, &text = value](auto field, auto compare) {
            conditions.emplace_back([date = parseRfc3339({text.constData(), std::size_t(text.size())}).value(), field, compare](const FakeTask &task) {
                const EpochNs time = std::invoke(field, task);
                return time != kNoTime && compare(time, date);
            });
        };
        if (name == "statuses" || name == "status")
            oneOf(&FakeTask::status);
        else if (name == "types" || name == "type")
            oneOf(&FakeTask::type);
        else if (name == "indexUids" || name == "indexUid")
            oneOf(&FakeTask::index);
        else if (name == "uids")
            numberOneOf(&FakeTask::uid);
        else if (name == "batchUids")
            numberOneOf(&FakeTask::batch);
        else if (name == "canceledBy")
            numberOneOf(&FakeTask::canceledBy);
        else if (name == "afterFinishedAt")
            dated(&FakeTask::finishedAt, std::greater());
        else if (name == "beforeFinishedAt")
            dated(&FakeTask::finishedAt, std::less());
        else if (name == "afterEnqueuedAt")
            dated(&FakeTask::enqueuedAt, std::greater());
        else if (name == "beforeEnqueuedAt")
            dated(&FakeTask::enqueuedAt, std::less());
    }
    std::vector<const FakeTask *> found;
    for (const auto &[uid, task] : tasks) {
        if (std::all_of(conditions.begin(), conditions.end(), [&task = task](const auto &fits) { return fits(task); }))
            found.push_back(&task);
    }
    return found;
}

HttpAnswer FakeMeilisearch::list(const HttpRequest &request, const std::map<QByteArray, QByteArray> &parameters)
{
    const auto given = [&parameters](const char *name, qint64 otherwise) {
        const auto found = parameters.find(name);
        return found == parameters.end() ? otherwise : found->second.toLongLong();
    };
    const bool reverse = parameters.contains("reverse") && parameters.at("reverse") == "true";
    const bool isWhole = m_dialect.generation() == Generation::Unpaged;
    std::vector<const FakeTask *> all = matching(isWhole ? std::map<QByteArray, QByteArray>() : parameters);
    if (isWhole)
        std::erase_if(all, [this](const FakeTask *task) { return !isVisible(*task); });
    if (!reverse)
        std::reverse(all.begin(), all.end());
    const qint64 total = qint64(all.size());
    const qint64 from = given("from", reverse ? 0 : nextUid + 1'000);
    if (!isWhole)
        std::erase_if(all, [from, reverse](const FakeTask *task) { return reverse ? task->uid < from : task->uid > from; });
    const qint64 limit = isWhole ? qint64(all.size()) : given("limit", 20);
    all.resize(std::min(all.size(), std::size_t(limit + 1)));
    std::erase_if(all, [this](const FakeTask *task) { return !isVisible(*task); });
    const qint64 next = qint64(all.size()) == limit + 1 ? all.back()->uid : -1;
    all.resize(std::min(all.size(), std::size_t(limit)));
    QByteArray body = "{\"results\":[";
    for (const FakeTask *task : all)
        body += (body.endsWith('[') ? "" : ",") + json(*task);
    body += "]";
    if (m_dialect.hasTotals())
        body += ",\"total\":" + QByteArray::number(total);
    if (!isWhole)
        body += ",\"limit\":" + QByteArray::number(limit) + ",\"from\":" + number(all.empty() ? -1 : all.front()->uid)
            + ",\"next\":" + number(next);
    return reply(request, 200, body + "}");
}

HttpAnswer FakeMeilisearch::batches(const HttpRequest &request, const std::map<QByteArray, QByteArray> &parameters)
{
    const bool wantsRunning = parameters.contains("statuses");
    const bool wantsOne = parameters.contains("batchUids");
    QByteArray results;
    if (wantsRunning && m_running >= 0)
        results = "{\"uid\":" + QByteArray::number(m_running) + ",\"progress\":{\"steps\":[],\"percentage\":12.5},\"stats\":{},\"startedAt\":" + stamp(now) + ",\"finishedAt\":null}";
    if (wantsOne && parameters.at("batchUids").toLongLong() < nextBatch)
        results = "{\"uid\":" + parameters.at("batchUids") + ",\"progress\":null,\"stats\":{},\"startedAt\":" + stamp(now) + ",\"finishedAt\":" + stamp(now) + "}";
    return reply(request, 200, "{\"results\":[" + results + "],\"total\":" + QByteArray::number(nextBatch) + ",\"limit\":0,\"from\":null,\"next\":" + number(nextBatch - 1) + "}");
}

HttpAnswer FakeMeilisearch::command(const HttpRequest &request, const std::map<QByteArray, QByteArray> &parameters)
{
    const bool isCancel = request.verb == "POST";
    if (parameters.empty())
        return fail(request, 400, "missing_task_filters", "Query parameters to filter the tasks are missing.");
    std::vector<qint64> matched;
    for (const FakeTask *task : matching(parameters)) {
        if (isVisible(*task))
            matched.push_back(task->uid);
    }
    if (isCancel)
        abortBatch();
    const qint64 by = add({}, isCancel ? "taskCancelation" : "taskDeletion");
    const EpochNs at = tick();
    qint64 affected = 0;
    for (const qint64 uid : matched) {
        FakeTask &task = tasks[uid];
        if (isOpen(task) != isCancel)
            continue;
        ++affected;
        if (!isCancel) {
            tasks.erase(uid);
            continue;
        }
        task.status = "canceled";
        task.canceledBy = by;
        task.startedAt = task.finishedAt = at;
    }
    FakeTask &self = tasks[by];
    self.status = "succeeded";
    self.startedAt = self.finishedAt = at;
    self.details = "{\"matchedTasks\":" + QByteArray::number(qint64(matched.size())) + ",\"" + (isCancel ? "canceled" : "deleted") + "Tasks\":"
        + QByteArray::number(affected) + ",\"originalFilter\":\"" + request.target.mid(request.target.indexOf('?')) + "\"}";
    return reply(request, 200, "{\"taskUid\":" + QByteArray::number(by) + ",\"indexUid\":null,\"status\":\"enqueued\",\"type\":\""
                             + self.type + "\",\"enqueuedAt\":" + stamp(self.enqueuedAt) + "}");
}

} // namespace taskglass::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/livingqueue.h"

#include "models/domain/clock.h"

#include <algorithm>
#include <limits>

namespace taskglass::bench {

namespace {

constexpr quint32 kFailedEvery = 20;
const char *const kIndexes[] = {"products", "movies", "customers", "orders", "reviews", "articles", "suppliers", "events"};

QByteArray quoted(const QByteArray &text)
{
    return text.isEmpty() ? QByteArray("null") : QByteArray('"' + text + '"');
}

/// How many of the tasks [0, end) have a uid that fails.
qint64 failuresBelow(quint32 end)
{
    return (qint64(end) + kFailedEvery - 1) / kFailedEvery;
}

} // namespace

struct LivingQueue::Asked
{
    quint32 limit = 20;
    std::optional<quint32> from;
    bool reverse = false;
    QByteArrayList states;      ///< Empty: all.
    std::vector<quint32> uids;  ///< Empty: all.
    EpochNs finishedAfter = kNoTime;

    explicit Asked(const QByteArray &query)
    {
        for (const auto &[key, value] : localqueue::parseQuery(query)) {
            if (key == "limit")
                limit = value.toUInt();
            else if (key == "from")
                from = value.toUInt();
            else if (key == "reverse")
                reverse = value == "true";
            else if (key == "statuses")
                states = value.split(',');
            else if (key == "afterFinishedAt")
                finishedAfter = parseRfc3339({value.constData(), std::size_t(value.size())}).value_or(kNoTime);
            else if (key == "uids" || key == "batchUids") {
                for (const QByteArray &uid : value.split(','))
                    uids.push_back(uid.toUInt());
            }
        }
    }
    [[nodiscard]] bool wants(const char *word) const { return states.isEmpty() || states.contains(word); }
};

LivingQueue::LivingQueue(quint32 size)
    : m_times(size)
    , m_step(changes(size) / 2)
    , m_firstOpen(size / 10)
    , m_firstWaiting(m_firstOpen)
{
    const EpochNs now = SystemClock().now();
    for (quint32 uid = 0; uid < size; ++uid) {
        Times &times = m_times[uid];
        times.enqueued = now - qint64(size - uid) * kNsPerSecond / 10;
        if (uid >= m_firstOpen)
            continue;
        times.started = times.enqueued + kNsPerMs * (1 + uid % 977);
        times.finished = times.enqueued + kNsPerSecond + qint64(uid) * 1'000; // in the order of uids
    }
}

quint32 LivingQueue::changes(qint64 size)
{
    return quint32(std::clamp<qint64>(size / 20, 2, 1'000));
}

void LivingQueue::advance()
{
    const EpochNs now = SystemClock().now();
    for (; m_firstOpen < m_firstWaiting; ++m_firstOpen)
        m_times[m_firstOpen].finished = now; // as the tasks of one batch
    const quint32 end = std::min(m_firstWaiting + m_step, size());
    for (; m_firstWaiting < end; ++m_firstWaiting)
        m_times[m_firstWaiting].started = now;
    for (quint32 i = 0; i < kArrivals; ++i)
        m_times.push_back({now, kNoTime, kNoTime});
}

QByteArray LivingQueue::state(quint32 uid) const
{
    if (uid >= m_firstWaiting)
        return "enqueued";
    if (uid >= m_firstOpen)
        return "processing";
    return uid % kFailedEvery == 0 ? "failed" : "succeeded";
}

bool LivingQueue::matches(const Asked &asked, quint32 uid) const
{
    return (asked.states.isEmpty() || asked.states.contains(state(uid)))
        && (asked.finishedAfter == kNoTime || m_times[uid].finished > asked.finishedAfter);
}

qint64 LivingQueue::total(const Asked &asked) const
{
    if (asked.finishedAfter != kNoTime) {
        const auto ended = m_times.begin() + m_firstOpen;
        const auto first = std::partition_point(m_times.begin(), ended, [&asked](const Times &times) {
            return times.finished <= asked.finishedAfter;
        });
        return ended - first;
    }
    const qint64 failed = failuresBelow(m_firstOpen);
    return (asked.wants("enqueued") ? qint64(size()) - m_firstWaiting : 0)
        + (asked.wants("processing") ? qint64(m_firstWaiting) - m_firstOpen : 0) + (asked.wants("failed") ? failed : 0)
        + (asked.wants("succeeded") ? m_firstOpen - failed : 0);
}

void LivingQueue::append(QByteArray *json, quint32 uid) const
{
    const Times &times = m_times[uid];
    const QByteArray word = state(uid);
    const bool waits = times.started == kNoTime;
    const bool ended = times.finished != kNoTime;
    *json += "{\"uid\":" + QByteArray::number(uid) + ",\"batchUid\":" + (waits ? "null" : QByteArray::number(uid / m_step))
        + ",\"indexUid\":\"" + kIndexes[uid * 7 % 8] + "\",\"status\":\"" + word
        + "\",\"type\":\"documentAdditionOrUpdate\",\"canceledBy\":null,\"details\":{\"receivedDocuments\":"
        + QByteArray::number(uid % 400 + 1) + ",\"indexedDocuments\":" + (ended ? QByteArray::number(uid % 400 + 1) : "null")
        + "},\"error\":"
        + (word == "failed" ? "{\"message\":\"Document doesn't have a `id` attribute: `{\\\"name\\\":\\\"Garden chair "
                       + QByteArray::number(uid % 977)
                       + "\\\"}`.\",\"code\":\"missing_document_id\",\"type\":\"invalid_request\",\"link\":\"https://docs.meilisearch.com/errors#missing_document_id\"}"
                            : QByteArray("null"))
        + ",\"duration\":" + quoted(ended ? formatIsoDuration(times.finished - times.started) : QByteArray()) + ",\"enqueuedAt\":"
        + quoted(formatRfc3339(times.enqueued)) + ",\"startedAt\":" + quoted(formatRfc3339(times.started)) + ",\"finishedAt\":"
        + quoted(formatRfc3339(times.finished)) + "}";
}

QByteArray LivingQueue::tasks(const Asked &asked) const
{
    std::vector<quint32> found;
    std::optional<quint32> next;
    const auto offer = [&](quint32 uid) { // false when the page is full
        if (found.size() == asked.limit) {
            next = uid;
            return false;
        }
        found.push_back(uid);
        return true;
    };
    // States are ranges of uids, so only what is on the page, or one task beyond it, is looked at.
    const bool onlyWaiting = !asked.states.isEmpty() && !asked.wants("succeeded") && !asked.wants("failed") && !asked.wants("processing");
    const bool onlyOpen = !asked.states.isEmpty() && !asked.wants("succeeded") && !asked.wants("failed");
    const quint32 begin = onlyWaiting ? m_firstWaiting : onlyOpen ? m_firstOpen : 0;
    quint32 end = asked.wants("enqueued") ? size() : asked.wants("processing") ? m_firstWaiting : m_firstOpen;
    if (!asked.uids.empty()) {
        for (const quint32 uid : asked.uids) {
            if (uid < size() && !offer(uid))
                break;
        }
    } else if (asked.reverse) {
        for (quint32 uid = std::max(begin, asked.from.value_or(0)); uid < end; ++uid) {
            if (matches(asked, uid) && !offer(uid))
                break;
        }
    } else {
        end = std::min(end, asked.from.value_or(std::numeric_limits<quint32>::max() - 1) + 1);
        for (quint32 uid = end; uid > begin; --uid) {
            if (asked.finishedAfter != kNoTime && m_times[uid - 1].finished <= asked.finishedAfter)
                break;
            if (matches(asked, uid - 1) && !offer(uid - 1))
                break;
        }
    }
    QByteArray json = "{\"results\":[";
    json.reserve(qsizetype(found.size()) * 400 + 200);
    for (const quint32 uid : found) {
        if (!json.endsWith('['))
            json += ',';
        append(&json, uid);
    }
    return json + "],\"total\":" + QByteArray::number(asked.uids.empty() ? total(asked) : qint64(found.size())) + ",\"limit\":"
        + QByteArray::number(asked.limit) + ",\"from\":" + (found.empty() ? "null" : QByteArray::number(found.front()))
        + ",\"next\":" + (next ? QByteArray::number(*next) : "null") + "}";
}

/// One batch runs; those before it have ended.
QByteArray LivingQueue::batches(const Asked &asked) const
{
    const bool runs = m_firstOpen < m_firstWaiting;
    QByteArray json = "{\"results\":[";
    if (asked.limit > 0 && runs && asked.wants("processing") && asked.uids.empty()) {
        const QByteArray count = QByteArray::number(m_firstWaiting - m_firstOpen);
        json += "{\"uid\":" + QByteArray::number(m_firstOpen / m_step)
            + ",\"progress\":{\"steps\":[{\"currentStep\":\"processing tasks\",\"finished\":0,\"total\":2}],\"percentage\":0.0},"
              "\"details\":{},\"stats\":{\"totalNbTasks\":" + count + ",\"status\":{\"processing\":" + count
            + "},\"types\":{\"documentAdditionOrUpdate\":" + count + "},\"indexUids\":{}},\"duration\":null,\"startedAt\":"
            + quoted(formatRfc3339(m_times[m_firstOpen].started)) + ",\"finishedAt\":null,\"batchStrategy\":\"batched all enqueued tasks\"}";
    }
    return json + "],\"total\":" + QByteArray::number(runs ? 1 : 0) + ",\"limit\":" + QByteArray::number(asked.limit)
        + ",\"from\":null,\"next\":null}";
}

void LivingQueue::handle(const localqueue::HttpRequest &request, localqueue::Respond respond)
{
    localqueue::HttpResponse response;
    response.contentType = "application/json";
    const Asked asked(request.query);
    const QByteArrayList path = request.segments();
    if (request.method != "GET") {
        response.status = 405;
        response.body = R"({"message":"This server is only read.","code":"bad_request","type":"invalid_request","link":""})";
    } else if (path == QByteArrayList {"health"}) {
        response.body = R"({"status":"available"})";
    } else if (path == QByteArrayList {"version"}) {
        response.body = R"({"commitSha":"unknown","commitDate":"unknown","pkgVersion":"1.50.0"})";
    } else if (path == QByteArrayList {"tasks"}) {
        response.body = tasks(asked);
    } else if (path == QByteArrayList {"batches"}) {
        response.body = batches(asked);
    } else if (path.size() == 2 && path[0] == "tasks" && path[1].toUInt() < size()) {
        append(&response.body, path[1].toUInt());
    } else {
        response.status = 404;
        response.body = R"({"message":"Not found.","code":"not_found","type":"invalid_request","link":""})";
    }
    respond(std::move(response));
}

} // namespace taskglass::bench

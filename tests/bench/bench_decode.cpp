// SPDX-License-Identifier: GPL-3.0-or-later
// 100,000 Meilisearch tasks, as one page: ours against QJsonDocument reading the same fields. Budget: five times faster.
#include "app/client/rawpacker.h"
#include "app/client/meilisearch/wire.h"
#include "tests/bench/bestof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::meilisearch;

namespace {

constexpr int kTasks = 100'000;
constexpr int kRuns = 5;

QByteArray makePage()
{
    QByteArray body = "{\"results\":[";
    for (int uid = kTasks - 1; uid >= 0; --uid) {
        const QByteArray number = QByteArray::number(uid);
        const EpochNs at = 1'790'000'000'000'000'000 + uid * 1'234'567'891LL;
        body += uid < kTasks - 1 ? "," : "";
        body += "{\"uid\":" + number + ",\"batchUid\":" + QByteArray::number(uid / 7) + ",\"indexUid\":\"index-"
            + QByteArray::number(uid % 40) + "\",\"status\":\"" + (uid % 9 ? "succeeded" : "failed")
            + "\",\"type\":\"documentAdditionOrUpdate\",\"canceledBy\":null,\"details\":{\"receivedDocuments\":" + number
            + ",\"indexedDocuments\":" + number + "},\"error\":";
        if (uid % 9)
            body += "null";
        else
            body += "{\"message\":\"Document identifier `" + number
                + "` is invalid.\",\"code\":\"invalid_document_id\",\"type\":\"invalid_request\",\"link\":\"https://docs.meilisearch.com/errors#invalid_document_id\"}";
        body += ",\"duration\":" + QByteArray("\"" + formatIsoDuration(uid * 1'000LL + 4'325'970) + "\"") + ",\"enqueuedAt\":\""
            + formatRfc3339(at) + "\",\"startedAt\":\"" + formatRfc3339(at + 624'555) + "\",\"finishedAt\":\""
            + formatRfc3339(at + 5'424'970) + "\"}";
    }
    body += "],\"total\":100000,\"limit\":100000,\"from\":99999,\"next\":null}"; // grown, as HttpCall's bodies are: exact ones are copied first
    return body;
}

/// What the same columns cost with Qt's own parser: the baseline.
qint64 readWithQt(const QByteArray &body)
{
    const auto stamp = [](const QJsonValue &value) {
        const QByteArray text = value.toString().toLatin1();
        return parseRfc3339({text.constData(), std::size_t(text.size())}).value_or(kNoTime);
    };
    TaskPage page;
    const auto shared = [&page](const QJsonValue &value) {
        const QByteArray text = value.toString().toUtf8();
        return page.strings.add({text.constData(), std::size_t(text.size())});
    };
    const auto id = [&page](const QJsonValue &value) {
        const QByteArray text = value.isDouble() ? QByteArray::number(value.toInteger()) : QByteArray();
        return page.strings.add({text.constData(), std::size_t(text.size())});
    };
    const QJsonArray tasks = QJsonDocument::fromJson(body).object().value("results"_L1).toArray();
    page.rows.reserve(std::size_t(tasks.size()));
    for (const QJsonValue &value : tasks) {
        const QJsonObject task = value.toObject();
        const QJsonObject error = task.value("error"_L1).toObject();
        const QByteArray duration = task.value("duration"_L1).toString().toLatin1();
        TaskRow row;
        row.idNumber = task.value("uid"_L1).toInteger(-1);
        row.serverState = shared(task.value("status"_L1));
        row.type = shared(task.value("type"_L1));
        row.target = shared(task.value("indexUid"_L1));
        row.batch = id(task.value("batchUid"_L1));
        row.canceledBy = id(task.value("canceledBy"_L1));
        row.errorMessage = shared(error.value("message"_L1));
        row.errorCode = shared(error.value("code"_L1));
        row.errorType = shared(error.value("type"_L1));
        row.errorLink = shared(error.value("link"_L1));
        row.enqueuedAt = stamp(task.value("enqueuedAt"_L1));
        row.startedAt = stamp(task.value("startedAt"_L1));
        row.finishedAt = stamp(task.value("finishedAt"_L1));
        row.ran = parseIsoDuration({duration.constData(), std::size_t(duration.size())}).value_or(kNoTime);
        page.rows.push_back(row);
    }
    return qint64(page.rows.size());
}

} // namespace

int main()
{
    const QByteArray body = makePage();
    qint64 rows = 0;
    const BestTimes qt = bestOf(kRuns, [&] { rows = readWithQt(body); });
    qint64 ours = 0;
    const Dialect dialect {{1, 50, 0}, true};
    const BestTimes whole = bestOf(kRuns, [&] { ours = qint64(readTasks(body, Shape::TaskList, dialect).value()->page->rows.size()); });
    // Packing alone, over the same bytes cut into tasks.
    std::vector<std::string_view> pieces;
    const std::string_view text(body.constData(), std::size_t(body.size()));
    for (std::size_t begin = text.find("{\"uid\""); begin != std::string_view::npos;) {
        const std::size_t next = text.find(",{\"uid\"", begin + 1);
        pieces.push_back(text.substr(begin, next == std::string_view::npos ? next : next - begin));
        begin = next == std::string_view::npos ? next : next + 1;
    }
    const BestTimes packing = bestOf(kRuns, [&] {
        RawPacker packer(body.size());
        for (const std::string_view piece : pieces)
            packer.add(piece);
        (void)packer.finish();
    });
    std::printf("%d tasks, %.1f MB                     at best    the thread's processor time\n", kTasks, double(body.size()) / 1e6);
    std::printf("QJsonDocument, same fields          %8.1f ms %8.1f ms\n", qt.wallMs, qt.cpuMs);
    std::printf("decode with raw bytes packed        %8.1f ms %8.1f ms\n", whole.wallMs, whole.cpuMs);
    std::printf("  times faster (budget: 5)          %8.1f    %8.1f\n", qt.wallMs / whole.wallMs, qt.cpuMs / whole.cpuMs);
    std::printf("  packing raw bytes, alone          %8.1f ms %8.1f ms   (runs beside the parsing)\n", packing.wallMs, packing.cpuMs);
    return rows == kTasks && ours == kTasks && pieces.size() == kTasks ? 0 : 1;
}

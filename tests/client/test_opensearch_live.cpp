// SPDX-License-Identifier: GPL-3.0-or-later
// The client against a real OpenSearch or Elasticsearch, when TASKGLASS_TEST_OPENSEARCH names one ("http://127.0.0.1:9201").
// Makes and drops indexes of its own; leaves others alone.
#include "app/client/pollingclient.h"
#include "models/store/taskstore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;
using Phase = ConnectionStatus::Phase;
using Kind = CommandOutcome::Kind;

class TestOpenSearchLive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void seesASlicedReindexThroughItsCancel();
    void changesASpeed();
    void readsAFailure();
    void tellsTheProduct();

private:
    [[nodiscard]] QJsonObject ask(const QByteArray &verb, const QString &path, const QByteArray &body = {});
    [[nodiscard]] TaskId startReindex(const QString &rest, const QString &target);
    [[nodiscard]] Task task(const TaskId &id) const;
    [[nodiscard]] CommandReport carryOut(const CommandDraft &draft);

    QNetworkAccessManager m_manager;
    QString m_base;
    SystemClock m_clock;
    std::unique_ptr<TaskStore> m_store;
    std::unique_ptr<PollingClient> m_client;
};

QJsonObject TestOpenSearchLive::ask(const QByteArray &verb, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(QString(m_base + path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QLatin1StringView(path.contains(u"_bulk"_s) ? "application/x-ndjson" : "application/json"));
    const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, verb, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(60'000))
        return {};
    return QJsonDocument::fromJson(reply->readAll()).object();
}

void TestOpenSearchLive::initTestCase()
{
    m_base = qEnvironmentVariable("TASKGLASS_TEST_OPENSEARCH");
    if (m_base.isEmpty())
        QSKIP("TASKGLASS_TEST_OPENSEARCH names no cluster");
    QByteArray lines;
    for (int n = 0; n < 3000; ++n)
        lines += "{\"index\":{\"_id\":\"" + QByteArray::number(n) + "\"}}\n{\"n\":" + QByteArray::number(n) + ",\"sku\":\"" + (n == 700 ? "abc" : "7") + "\"}\n";
    [[maybe_unused]] const QJsonObject cleared = ask("DELETE", u"/taskglass-live-from,taskglass-live-to,taskglass-live-strict?ignore_unavailable=true"_s);
    QVERIFY(!ask("PUT", u"/taskglass-live-strict"_s, R"({"mappings":{"properties":{"sku":{"type":"integer"}}}})").contains("error"_L1));
    QVERIFY(!ask("POST", u"/taskglass-live-from/_bulk?refresh=true"_s, lines)["errors"_L1].toBool(true));

    ServerProfile profile;
    profile.url = QUrl(m_base);
    profile.intervalMs = 1000;
    m_store = std::make_unique<TaskStore>(m_clock);
    m_client = std::make_unique<PollingClient>(profile, Credentials {}, m_clock);
    connect(m_client.get(), &PollingClient::updated, m_store.get(), &TaskStore::apply);
    connect(m_client.get(), &PollingClient::cancelAccepted, m_store.get(), &TaskStore::markCancelRequested);
    m_client->start();
    QTRY_COMPARE(m_client->status().phase, Phase::Live);
}

void TestOpenSearchLive::cleanupTestCase()
{
    m_client.reset();
    if (!m_base.isEmpty())
        [[maybe_unused]] const QJsonObject dropped = ask("DELETE", u"/taskglass-live-from,taskglass-live-to,taskglass-live-strict?ignore_unavailable=true"_s);
}

TaskId TestOpenSearchLive::startReindex(const QString &rest, const QString &target)
{
    return ask("POST", u"/_reindex?wait_for_completion=false"_s + rest,
               R"({"source":{"index":"taskglass-live-from","size":50},"dest":{"index":")" + target.toLatin1() + R"("}})")["task"_L1]
        .toString();
}

Task TestOpenSearchLive::task(const TaskId &id) const
{
    const Slot slot = m_store->find(id);
    return slot == kNoSlot ? Task {} : m_store->task(slot);
}

CommandReport TestOpenSearchLive::carryOut(const CommandDraft &draft)
{
    QSignalSpy previews(m_client.get(), &PollingClient::previewReady);
    m_client->preview(1, draft);
    if (previews.isEmpty() && !previews.wait(30'000))
        return {};
    CommandReport report;
    const auto watching = connect(m_client.get(), &PollingClient::reportChanged, this, [&report](const CommandReport &now) { report = now; });
    m_client->send(previews.first().at(1).value<CommandPreview>().command);
    if (!QTest::qWaitFor([&] { return report.doneAt != kNoTime; }, 60'000))
        qWarning("the command has not come to an end");
    disconnect(watching);
    return report;
}

void TestOpenSearchLive::tellsTheProduct()
{
    QVERIFY(m_client->status().product == u"OpenSearch"_s || m_client->status().product == u"Elasticsearch"_s);
    QVERIFY(!m_client->status().version.isEmpty());
    QVERIFY(m_client->status().clockSkew.has_value());
    QVERIFY(qAbs(*m_client->status().clockSkew) < kNsPerSecond); // the same machine
    QVERIFY(!m_store->nodes().isEmpty());
}

void TestOpenSearchLive::seesASlicedReindexThroughItsCancel()
{
    const TaskId id = startReindex(u"&slices=2&requests_per_second=50"_s, u"taskglass-live-to"_s);
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE(task(id).state, TaskState::Running);
    QCOMPARE(task(id).target, u"taskglass-live-to"_s);
    QTRY_VERIFY(task(id).progress && task(id).progress->total.value_or(0) == 3000); // of both slices, which the parent itself does not know
    const CommandReport report = carryOut({CommandKind::Cancel, {id}, {}});
    QCOMPARE(report.outcomes.size(), 1);
    QCOMPARE(report.outcomes.first().kind, Kind::Canceled);
    QTRY_COMPARE(task(id).state, TaskState::Canceled);
    QVERIFY(task(id).finishedAt.has_value());
    QVERIFY(!task(id).ranAtLeast);
    QVERIFY(QJsonDocument::fromJson(task(id).raw).object()["completed"_L1].toBool());
}

void TestOpenSearchLive::changesASpeed()
{
    const TaskId id = startReindex(u"&requests_per_second=10"_s, u"taskglass-live-to"_s);
    QTRY_VERIFY(task(id).progress && task(id).progress->total.value_or(0) == 3000);
    CommandDraft faster {CommandKind::Rethrottle, {id}, {}};
    faster.requestsPerSecond = -1;
    const CommandReport report = carryOut(faster);
    QCOMPARE(report.outcomes.size(), 1);
    QCOMPARE(report.outcomes.first().kind, Kind::Rethrottled);
    QTRY_COMPARE(task(id).state, TaskState::Succeeded); // 5 minutes at the old speed
    QCOMPARE(QJsonDocument::fromJson(task(id).details).object()["total"_L1].toInt(), 3000);
}

void TestOpenSearchLive::readsAFailure()
{
    // Slow enough to be listed once: what comes and goes between two polls is never seen.
    const TaskId id = startReindex(u"&requests_per_second=200"_s, u"taskglass-live-strict"_s);
    QTRY_COMPARE(task(id).state, TaskState::Failed);
    QCOMPARE(task(id).error->code, u"mapper_parsing_exception"_s);
    QVERIFY(task(id).error->message.contains(u"abc"_s));
}

QTEST_GUILESS_MAIN(TestOpenSearchLive)
#include "test_opensearch_live.moc"

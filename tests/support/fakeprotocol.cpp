// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeprotocol.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

std::atomic<int> decodesRunning {0};

struct FakeAnswer final : Decoded
{
    QJsonObject body;
    TaskPagePtr page;
};

class FakeDecoder final : public Decoder
{
public:
    explicit FakeDecoder(int decodeMs) : m_decodeMs(decodeMs) { }
    Result<DecodedPtr> decode(const HttpAnswer &answer) const override;

private:
    int m_decodeMs;
};

Error errorFor(const HttpAnswer &answer)
{
    Error error;
    error.httpStatus = answer.status;
    error.retryAfterMs = retryAfterMs(answer);
    error.message = u"Status %1."_s.arg(answer.status);
    error.kind = answer.status == 401 || answer.status == 403 ? Error::Kind::Auth
            : answer.status == 404                            ? Error::Kind::NotFound
            : answer.status == 429                            ? Error::Kind::RateLimited
            : answer.status >= 500                            ? Error::Kind::Server
                                                              : Error::Kind::BadRequest;
    return error;
}

TaskPagePtr pageOf(qint64 from, qint64 count)
{
    auto page = std::make_shared<TaskPage>();
    const auto type = page->strings.add("documentAdditionOrUpdate");
    for (qint64 id = from; id < from + count; ++id) {
        TaskRow row;
        row.idNumber = id;
        row.type = type;
        row.target = page->strings.add("index-" + std::to_string(id % 7));
        page->rows.push_back(row);
    }
    return page;
}

Result<DecodedPtr> FakeDecoder::decode(const HttpAnswer &answer) const
{
    if (answer.status >= 400)
        return errorFor(answer);
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject()) {
        Error error;
        error.kind = Error::Kind::BadResponse;
        error.message = u"Not JSON."_s;
        return error;
    }
    auto decoded = std::make_shared<FakeAnswer>();
    decoded->body = document.object();
    if (decoded->body.contains("from"_L1)) {
        const qint64 count = decoded->body.value("count"_L1).toInteger();
        if (count > 100 && m_decodeMs > 0) {
            ++decodesRunning;
            std::this_thread::sleep_for(std::chrono::milliseconds(m_decodeMs));
            --decodesRunning;
        }
        decoded->page = pageOf(decoded->body.value("from"_L1).toInteger(), count);
    }
    return DecodedPtr(decoded);
}

const FakeAnswer *answerIn(const Result<DecodedPtr> &outcome)
{
    return outcome ? static_cast<const FakeAnswer *>(outcome.value().get()) : nullptr;
}

HttpRequest ask(const QByteArray &target, Lane lane)
{
    HttpRequest request;
    request.target = target;
    request.lane = lane;
    return request;
}

HttpHeaders signedBy(const Credentials &credentials)
{
    return {{"Authorization", "Bearer " + credentials.key.toUtf8()}};
}

class FakeSync final : public Sync
{
public:
    explicit FakeSync(std::shared_ptr<const Decoder> decoder) : m_decoder(std::move(decoder)) { }

    std::optional<HttpRequest> next(EpochNs) override
    {
        if (!m_roundOver)
            return ask("/list", Lane::Poll);
        if (m_older)
            return ask("/older?page=" + QByteArray::number(m_page), Lane::Background);
        return std::nullopt;
    }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    void beginRound(EpochNs, bool) override { m_roundOver = false; }
    bool roundOver() const override { return m_roundOver; }
    std::optional<Error> takeError() override { return std::exchange(m_error, std::nullopt); }
    SyncProgress progress() const override { return m_progress; }
    void loadOlder(qint64) override { m_older = m_progress.backfilling = true; }
    void stopLoading() override { m_older = m_progress.backfilling = false; }
    bool takeDetectAgain() override { return std::exchange(m_detectAgain, false); }

private:
    std::shared_ptr<const Decoder> m_decoder;
    SyncProgress m_progress;
    std::optional<Error> m_error;
    int m_page = 0;
    bool m_roundOver = true;
    bool m_older = false;
    bool m_detectAgain = false;
};

void FakeSync::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    if (request.lane == Lane::Poll)
        m_roundOver = true;
    const FakeAnswer *answer = answerIn(outcome);
    if (!answer) {
        m_error = outcome.error();
        return;
    }
    m_progress.busy = answer->body.value("busy"_L1).toBool(true);
    m_detectAgain = answer->body.value("wiped"_L1).toBool();
    if (request.lane == Lane::Background) {
        ++m_page;
        m_older = m_progress.backfilling = m_older && answer->body.value("more"_L1).toBool();
        m_progress.complete = !m_older;
    }
    TaskUpdate update;
    update.page = answer->page;
    update.receivedAt = receivedAt;
    m_progress.loaded += answer->page ? static_cast<qint64>(answer->page->rows.size()) : 0;
    m_update = update;
}

class FakeLookup final : public Lookup
{
public:
    FakeLookup(QByteArray target, std::shared_ptr<const Decoder> decoder) : m_target(std::move(target)), m_decoder(std::move(decoder)) { }
    std::optional<HttpRequest> next(EpochNs) override { return m_over ? std::nullopt : std::optional(ask(m_target, Lane::Demand)); }
    void absorb(const HttpRequest &, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override
    {
        m_over = true;
        if (const FakeAnswer *answer = answerIn(outcome)) {
            m_update = TaskUpdate();
            m_update->page = answer->page;
            m_update->receivedAt = receivedAt;
        } else {
            m_error = outcome.error();
        }
    }
    bool isOver() const override { return m_over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    std::optional<Error> error() const override { return m_error; }

private:
    QByteArray m_target;
    std::shared_ptr<const Decoder> m_decoder;
    std::optional<Error> m_error;
    bool m_over = false;
};

class FakePreview final : public Preview
{
public:
    FakePreview(const CommandDraft &draft, std::shared_ptr<const Decoder> decoder) : m_decoder(std::move(decoder))
    {
        CommandPreview preview;
        preview.command.id = u"fake"_s;
        preview.command.kind = draft.kind;
        preview.command.ids = draft.ids;
        preview.command.filter = draft.filter;
        m_preview = preview;
    }
    std::optional<HttpRequest> next(EpochNs) override { return m_over ? std::nullopt : std::optional(ask("/preview", Lane::Demand)); }
    void absorb(const HttpRequest &, EpochNs, const Result<DecodedPtr> &outcome) override
    {
        m_over = true;
        if (const FakeAnswer *answer = answerIn(outcome))
            m_preview.value().count = answer->body.value("count"_L1).toInteger();
        else
            m_preview = outcome.error();
    }
    bool isOver() const override { return m_over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<CommandPreview> result() const override { return m_preview; }

private:
    std::shared_ptr<const Decoder> m_decoder;
    Result<CommandPreview> m_preview = CommandPreview();
    bool m_over = false;
};

class FakeRun final : public CommandRun
{
public:
    FakeRun(const Command &command, std::shared_ptr<const Decoder> decoder, EpochNs now) : m_decoder(std::move(decoder))
    {
        m_report.command = command;
        m_report.sentAt = now;
    }
    std::optional<HttpRequest> next(EpochNs now) override
    {
        if (isOver())
            return std::nullopt;
        if (!m_report.serverTasks.isEmpty()) {
            if (now < m_waitUntil)
                return std::nullopt;
            return ask("/job/" + m_report.serverTasks.constFirst().toUtf8(), Lane::Demand);
        }
        HttpRequest post = ask("/cancel?ids=" + m_report.command.ids.join(u',').toUtf8(), Lane::Demand);
        post.verb = "POST";
        post.idempotent = false;
        return post;
    }
    EpochNs waitUntil() const override { return m_waitUntil; }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override
    {
        const FakeAnswer *answer = answerIn(outcome);
        m_waitUntil = receivedAt + 20 * kNsPerMs;
        if (!answer) {
            if (request.verb == "POST") {
                m_report.phase = CommandReport::Phase::Failed;
                m_report.error = outcome.error();
            }
            return;
        }
        if (request.verb == "POST") {
            m_report.phase = CommandReport::Phase::Accepted;
            m_report.serverTasks = {answer->body.value("job"_L1).toString()};
            m_accepted = m_report.command.ids;
        } else if (answer->body.value("done"_L1).toBool()) {
            m_report.phase = CommandReport::Phase::Done;
            m_report.doneAt = receivedAt;
        }
    }
    bool isOver() const override { return m_report.phase == CommandReport::Phase::Done || m_report.phase == CommandReport::Phase::Failed; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    const CommandReport &report() const override { return m_report; }
    QList<TaskId> takeAccepted() override { return std::exchange(m_accepted, {}); }
    QList<TaskId> takeNotTaken() override { return {}; }

private:
    std::shared_ptr<const Decoder> m_decoder;
    CommandReport m_report;
    QList<TaskId> m_accepted;
    EpochNs m_waitUntil = kNoTime;
};

class FakeProtocol final : public Protocol
{
public:
    explicit FakeProtocol(std::shared_ptr<const Decoder> decoder) : m_decoder(std::move(decoder)) { }

    Capabilities capabilities() const override
    {
        Capabilities can;
        can.cancel = can.cancelByFilter = Ability::yes();
        can.deleteTasks = Ability::no(u"The fake deletes nothing."_s);
        return can;
    }
    HttpHeaders authHeaders(const Credentials &credentials) const override { return signedBy(credentials); }
    std::unique_ptr<Sync> startSync() override { return std::make_unique<FakeSync>(m_decoder); }
    std::unique_ptr<Lookup> fetchTask(const TaskId &id) override { return std::make_unique<FakeLookup>("/task/" + id.toUtf8(), m_decoder); }
    std::unique_ptr<Lookup> fetchBatch(const QString &id) override { return std::make_unique<FakeLookup>("/batch/" + id.toUtf8(), m_decoder); }
    std::unique_ptr<Lookup> fetchCanceledBy(const TaskId &id) override { return fetchTask(id); }
    std::unique_ptr<Lookup> search(const TaskFilter &, EpochNs, qint64) override { return std::make_unique<FakeLookup>("/search", m_decoder); }
    Ability canAsk(const TaskFilter &) const override { return Ability::yes(); }
    std::unique_ptr<Preview> preview(const CommandDraft &draft, const QUrl &, EpochNs) override { return std::make_unique<FakePreview>(draft, m_decoder); }
    std::unique_ptr<CommandRun> send(const Command &command, EpochNs now) override { return std::make_unique<FakeRun>(command, m_decoder, now); }
    QString curlFor(const TaskId &, const QUrl &) const override { return {}; }

private:
    std::shared_ptr<const Decoder> m_decoder;
};

} // namespace

int fakeDecodesRunning()
{
    return decodesRunning;
}

FakeDetection::FakeDetection(int decodeMs) : m_decoder(std::make_shared<FakeDecoder>(decodeMs)) { }

std::optional<HttpRequest> FakeDetection::next(EpochNs)
{
    if (m_result)
        return std::nullopt;
    return ask("/who", Lane::Poll);
}

void FakeDetection::absorb(const HttpRequest &, EpochNs, const Result<DecodedPtr> &outcome)
{
    const FakeAnswer *answer = answerIn(outcome);
    if (!answer) {
        m_result = outcome.error();
        return;
    }
    Detected detected;
    detected.kind = ServerKind::Meilisearch;
    detected.product = u"Fake"_s;
    detected.version = answer->body.value("version"_L1).toString();
    detected.protocol = std::make_shared<FakeProtocol>(m_decoder);
    m_result = detected;
}

HttpHeaders FakeDetection::authHeaders(const Credentials &credentials) const
{
    return signedBy(credentials);
}

} // namespace taskglass

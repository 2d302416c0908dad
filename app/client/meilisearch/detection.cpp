// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/detection.h"

#include "app/client/answererror.h"
#include "app/client/meilisearch/errors.h"
#include "app/client/meilisearch/meilisearchprotocol.h"
#include "app/client/meilisearch/requests.h"
#include "app/client/meilisearch/wire.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

Error unsupported(const QString &sentence)
{
    return errorOf(Error::Kind::Unsupported, sentence);
}

Error tooOld()
{
    return unsupported(Words::tr("This Meilisearch is older than 0.25 and has no tasks yet, only updates of single indexes. "
                          "Taskglass needs 0.25 or newer."));
}

} // namespace

HttpHeaders bearerHeaders(const Credentials &credentials)
{
    if (credentials.key.isEmpty())
        return {};
    return {{QByteArrayLiteral("Authorization"), QByteArray("Bearer " + credentials.key.toUtf8())}};
}

MeilisearchDetection::MeilisearchDetection()
    : m_decoder(std::make_shared<MeilisearchDecoder>(Dialect {}))
    , m_result(unsupported({}))
{
}

HttpHeaders MeilisearchDetection::authHeaders(const Credentials &credentials) const
{
    return bearerHeaders(credentials);
}

std::optional<HttpRequest> MeilisearchDetection::next(EpochNs)
{
    HttpRequest request;
    switch (m_step) {
    case Step::Health:
        request = getHealth();
        break;
    case Step::Version:
        request = getVersion();
        break;
    case Step::Batches:
        request = listBatches(Query().add("limit", 0), Lane::Demand);
        break;
    case Step::Tasks:
        request = listTasks(Query().add("statuses", QByteArrayLiteral("enqueued")).add("limit", 1), Lane::Demand);
        break;
    case Step::MayRead:
        // One task at most where pages exist; on 0.25 to 0.27 a single task, as a list would come whole.
        request = m_dialect.generation() == Generation::Unpaged ? getTask(0, Lane::Demand)
                                                                : listTasks(Query().add("limit", 1), Lane::Demand);
        break;
    case Step::Over:
        return {};
    }
    request.serial = ++m_serial;
    return request;
}

void MeilisearchDetection::absorb(const HttpRequest &request, EpochNs, const Result<DecodedPtr> &outcome)
{
    if (request.serial != m_serial)
        return;
    // Only what the server itself says steers the walk; a lost connection or a busy server is reported as it is.
    if (!outcome && outcome.error().httpStatus == 0 && outcome.error().kind != Error::Kind::BadResponse) {
        fail(outcome.error());
        return;
    }
    switch (m_step) {
    case Step::Health:
        absorbHealth(outcome);
        return;
    case Step::Version:
        absorbVersion(outcome);
        return;
    case Step::Batches:
        absorbBatches(outcome);
        return;
    case Step::Tasks:
        absorbTasks(outcome);
        return;
    case Step::MayRead:
        absorbMayRead(outcome);
        return;
    case Step::Over:
        return;
    }
}

void MeilisearchDetection::absorbHealth(const Result<DecodedPtr> &outcome)
{
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    const auto *health = dynamic_cast<const Health *>(outcome.value().get());
    if (health && health->status == "mustRestart"_L1)
        m_healthNote = Words::tr("The server has compacted its task store and takes no new tasks until it is restarted.");
    m_step = Step::Version;
}

void MeilisearchDetection::absorbVersion(const Result<DecodedPtr> &outcome)
{
    if (!outcome) {
        const Error &error = outcome.error();
        // The key may not read the version, or a proxy hides it: what the task routes answer must do.
        if (error.kind == Error::Kind::Auth || error.kind == Error::Kind::NotFound)
            m_step = Step::Batches;
        else
            fail(error);
        return;
    }
    const auto *info = dynamic_cast<const VersionInfo *>(outcome.value().get());
    const std::optional<Version> version = info ? parseVersion(info->package) : std::nullopt;
    if (!version) {
        m_step = Step::Batches; // a prototype's free-form name
        return;
    }
    if (*version < Version {0, 25, 0}) {
        fail(tooOld());
        return;
    }
    m_dialect = {*version, true};
    m_version = info->package;
    m_step = Step::MayRead;
}

void MeilisearchDetection::absorbBatches(const Result<DecodedPtr> &outcome)
{
    if (outcome) {
        finish({{1, 12, 0}, false}, Words::tr("1.12 or newer"));
        return;
    }
    if (outcome.error().kind == Error::Kind::NotFound || outcome.error().kind == Error::Kind::BadRequest)
        m_step = Step::Tasks;
    else
        fail(outcome.error());
}

void MeilisearchDetection::absorbTasks(const Result<DecodedPtr> &outcome)
{
    if (outcome) {
        const auto *list = dynamic_cast<const TaskList *>(outcome.value().get());
        if (list && list->limit >= 0 && list->total >= 0)
            finish({{1, 3, 0}, false}, Words::tr("1.3 to 1.11"));
        else if (list && list->limit >= 0)
            finish({{0, 30, 0}, false}, Words::tr("0.30 to 1.2"));
        else
            finish({{0, 25, 0}, false}, Words::tr("0.25 to 0.27"));
        return;
    }
    if (outcome.error().kind == Error::Kind::BadRequest)
        finish({{0, 28, 0}, false}, Words::tr("0.28 or 0.29"));
    else
        fail(isMissingRoute(outcome.error()) ? tooOld() : outcome.error());
}

/// The version is known, but a key that may read it need not read tasks: better said now than after a first poll.
void MeilisearchDetection::absorbMayRead(const Result<DecodedPtr> &outcome)
{
    const bool noSuchTask = !outcome && outcome.error().serverCode == "task_not_found"_L1;
    if (outcome || noSuchTask)
        finish(m_dialect, m_version);
    else
        fail(outcome.error());
}

void MeilisearchDetection::finish(const Dialect &dialect, const QString &version)
{
    Detected detected;
    detected.kind = ServerKind::Meilisearch;
    detected.product = u"Meilisearch"_s;
    detected.version = version;
    detected.note = m_healthNote;
    const bool newer = dialect.exact
        && Version {dialect.version.major, dialect.version.minor, 0} > Version {kNewestTested.major, kNewestTested.minor, 0};
    if (detected.note.isEmpty() && newer)
        detected.note = Words::tr("This version is newer than the newest that Taskglass was tested with (1.50).");
    if (detected.note.isEmpty() && !dialect.exact)
        detected.note = Words::tr("The key may not read the version; it was found out from how the server answers.");
    detected.protocol = std::make_shared<MeilisearchProtocol>(dialect);
    m_step = Step::Over;
    m_result = detected;
}

void MeilisearchDetection::fail(const Error &error)
{
    m_step = Step::Over;
    m_result = error;
}

} // namespace taskglass::meilisearch

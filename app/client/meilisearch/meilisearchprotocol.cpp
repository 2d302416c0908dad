// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/meilisearchprotocol.h"

#include "app/client/answererror.h"
#include "app/client/meilisearch/commandrun.h"
#include "app/client/meilisearch/detection.h"
#include "app/client/meilisearch/filterquery.h"
#include "app/client/meilisearch/lookup.h"
#include "app/client/meilisearch/preview.h"
#include "app/client/meilisearch/requests.h"
#include "app/client/meilisearch/sync.h"


using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

constexpr qint64 kBatchMembers = 1'000;

Error unsupported(const QString &sentence)
{
    return errorOf(Error::Kind::Unsupported, sentence);
}

/// -1 for text that is no uid.
qint64 uidFrom(const TaskId &id)
{
    bool isNumber = false;
    const qint64 uid = id.toLongLong(&isNumber);
    return isNumber && uid >= 0 ? uid : -1;
}

/// As much of \a filter as the server can be asked: the rest is left to whoever shows the tasks.
QByteArray asFarAsPossible(const TaskFilter &filter, const Dialect &dialect, EpochNs now)
{
    const std::optional<QList<FilterClause>> clauses = filter.conjunction();
    if (!clauses)
        return {};
    QList<FilterClause> sayable;
    for (const FilterClause &clause : *clauses) {
        if (FilterQuery::from(TaskFilter::fromClauses({clause}), dialect, now))
            sayable << clause;
    }
    const Result<FilterQuery> query = FilterQuery::from(TaskFilter::fromClauses(sayable), dialect, now);
    return query && !query.value().matchesNothing() ? query.value().query().text() : QByteArray();
}

} // namespace

MeilisearchProtocol::MeilisearchProtocol(const Dialect &dialect)
    : m_knowledge(std::make_shared<Knowledge>(dialect))
    , m_decoder(std::make_shared<MeilisearchDecoder>(dialect))
{
}

HttpHeaders MeilisearchProtocol::authHeaders(const Credentials &credentials) const
{
    return bearerHeaders(credentials);
}

std::unique_ptr<Sync> MeilisearchProtocol::startSync()
{
    return std::make_unique<MeilisearchSync>(m_knowledge, m_decoder);
}

std::unique_ptr<Lookup> MeilisearchProtocol::fetchTask(const TaskId &id)
{
    std::deque<HttpRequest> requests;
    if (uidFrom(id) >= 0)
        requests.push_back(getTask(uidFrom(id), Lane::Demand));
    auto lookup = std::make_unique<MeilisearchLookup>(std::move(requests), m_decoder);
    lookup->setTask(id);
    return lookup;
}

std::unique_ptr<Lookup> MeilisearchProtocol::fetchBatch(const QString &id)
{
    const Ability can = capabilities().batches;
    if (!can)
        return MeilisearchLookup::refused(unsupported(can.reason), m_decoder);
    std::deque<HttpRequest> requests;
    requests.push_back(getBatch(id.toUtf8(), Lane::Demand));
    requests.push_back(listTasks(Query().add("batchUids", id.toUtf8()).add("limit", kBatchMembers), Lane::Demand));
    return std::make_unique<MeilisearchLookup>(std::move(requests), m_decoder);
}

std::unique_ptr<Lookup> MeilisearchProtocol::fetchCanceledBy(const TaskId &id)
{
    std::deque<HttpRequest> requests;
    if (dialect().hasFilters() && uidFrom(id) >= 0)
        requests.push_back(listTasks(Query().add("canceledBy", uidFrom(id)).add("limit", kBatchMembers), Lane::Demand));
    return std::make_unique<MeilisearchLookup>(std::move(requests), m_decoder);
}

std::unique_ptr<Lookup> MeilisearchProtocol::search(const TaskFilter &filter, EpochNs now, qint64 limit)
{
    if (dialect().generation() == Generation::Unpaged)
        return std::make_unique<MeilisearchLookup>(std::deque<HttpRequest> {}, m_decoder); // all is loaded anyway
    return MeilisearchLookup::paged(asFarAsPossible(filter, dialect(), now), limit, m_decoder);
}

Ability MeilisearchProtocol::canAsk(const TaskFilter &filter) const
{
    const Result<FilterQuery> query = FilterQuery::from(filter, dialect(), 0);
    return query ? Ability::yes() : Ability::no(query.error().message);
}

std::unique_ptr<Preview> MeilisearchProtocol::preview(const CommandDraft &draft, const QUrl &base, EpochNs now)
{
    return std::make_unique<MeilisearchPreview>(m_knowledge, m_decoder, draft, base, now);
}

std::unique_ptr<CommandRun> MeilisearchProtocol::send(const Command &command, EpochNs now)
{
    return std::make_unique<MeilisearchCommandRun>(m_knowledge, m_decoder, command, now);
}

QString MeilisearchProtocol::curlFor(const TaskId &id, const QUrl &base) const
{
    return curlText(base, {getTask(std::max<qint64>(uidFrom(id), 0), Lane::Demand)}, {curlKeyHeader()});
}

QString curlKeyHeader()
{
    return u"Authorization: Bearer $MEILI_MASTER_KEY"_s;
}

} // namespace taskglass::meilisearch

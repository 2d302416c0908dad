// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/opensearchprotocol.h"

#include "app/client/answererror.h"
#include "app/client/opensearch/cancelrun.h"
#include "app/client/opensearch/errors.h"
#include "app/client/opensearch/lookup.h"
#include "app/client/opensearch/preview.h"
#include "app/client/opensearch/requests.h"
#include "app/client/opensearch/rethrottlerun.h"
#include "app/client/opensearch/sync.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

OpenSearchProtocol::OpenSearchProtocol(const Dialect &dialect, const QString &clusterUuid)
    : m_knowledge(std::make_shared<Knowledge>(dialect, clusterUuid))
    , m_decoder(std::make_shared<OpenSearchDecoder>(dialect))
{
}

HttpHeaders OpenSearchProtocol::authHeaders(const Credentials &credentials) const
{
    m_knowledge->setScheme(schemeOf(credentials)); // for cURL lines, which hold a placeholder of the same form
    return authHeadersFor(credentials);
}

std::unique_ptr<Sync> OpenSearchProtocol::startSync()
{
    return std::make_unique<OpenSearchSync>(m_knowledge, m_decoder);
}

std::unique_ptr<Lookup> OpenSearchProtocol::fetchTask(const TaskId &id)
{
    return std::make_unique<OpenSearchLookup>(id, m_knowledge, m_decoder);
}

std::unique_ptr<Lookup> OpenSearchProtocol::fetchBatch(const QString &)
{
    return OpenSearchLookup::ended(errorOf(Error::Kind::Unsupported, capabilities().batches.reason), m_knowledge, m_decoder);
}

std::unique_ptr<Lookup> OpenSearchProtocol::fetchCanceledBy(const TaskId &)
{
    return OpenSearchLookup::ended({}, m_knowledge, m_decoder);
}

std::unique_ptr<Lookup> OpenSearchProtocol::search(const TaskFilter &, EpochNs, qint64)
{
    return OpenSearchLookup::ended({}, m_knowledge, m_decoder);
}

Ability OpenSearchProtocol::canAsk(const TaskFilter &filter) const
{
    return filter.isEmpty()
        ? Ability::no(QCoreApplication::translate("OpenSearch", "A command needs tasks or a filter: an empty filter would be all tasks."))
        : Ability::yes();
}

std::unique_ptr<Preview> OpenSearchProtocol::preview(const CommandDraft &draft, const QUrl &base, EpochNs now)
{
    return std::make_unique<OpenSearchPreview>(m_knowledge, m_decoder, draft, base, now);
}

std::unique_ptr<CommandRun> OpenSearchProtocol::send(const Command &command, EpochNs now)
{
    if (command.kind == CommandKind::Rethrottle)
        return std::make_unique<RethrottleRun>(m_knowledge, m_decoder, command, now);
    return std::make_unique<CancelRun>(m_knowledge, m_decoder, command, now);
}

QString OpenSearchProtocol::curlFor(const TaskId &id, const QUrl &base) const
{
    return curlText(base, {getTask(id, Lane::Demand)}, curlHeaders(m_knowledge->scheme()));
}

} // namespace taskglass::opensearch

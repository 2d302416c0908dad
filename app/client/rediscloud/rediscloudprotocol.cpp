// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/rediscloudprotocol.h"

#include "app/client/answererror.h"
#include "app/client/rediscloud/lookup.h"
#include "app/client/rediscloud/refusals.h"
#include "app/client/rediscloud/requests.h"
#include "app/client/rediscloud/sync.h"

#include <QCoreApplication>

#include <utility>

namespace taskglass::rediscloud {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RedisCloud)
};

Error unsupported(const Ability &ability)
{
    return errorOf(Error::Kind::Unsupported, ability.reason);
}

const Ability &abilityFor(const Capabilities &can, CommandKind kind)
{
    switch (kind) {
    case CommandKind::Cancel: return can.cancel;
    case CommandKind::Delete: return can.deleteTasks;
    case CommandKind::Rethrottle: return can.rethrottle;
    }
    Q_UNREACHABLE();
}

} // namespace

RedisCloudProtocol::RedisCloudProtocol(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder)
    : m_service(std::move(service))
    , m_decoder(std::move(decoder))
{
}

Capabilities RedisCloudProtocol::capabilities() const
{
    return capabilitiesOfRedisCloud();
}

HttpHeaders RedisCloudProtocol::authHeaders(const Credentials &credentials) const
{
    return keyHeaders(credentials);
}

std::unique_ptr<Sync> RedisCloudProtocol::startSync()
{
    return std::make_unique<RedisCloudSync>(m_service, m_decoder);
}

std::unique_ptr<Lookup> RedisCloudProtocol::fetchTask(const TaskId &id)
{
    return std::make_unique<RedisCloudLookup>(m_service, m_decoder, id);
}

std::unique_ptr<Lookup> RedisCloudProtocol::fetchBatch(const QString &)
{
    return RedisCloudLookup::ended(m_service, m_decoder, unsupported(capabilities().batches));
}

std::unique_ptr<Lookup> RedisCloudProtocol::fetchCanceledBy(const TaskId &)
{
    return RedisCloudLookup::ended(m_service, m_decoder, {});
}

std::unique_ptr<LinkFetch> RedisCloudProtocol::fetchLink(const TaskLink &link, const QUrl &base)
{
    std::optional<HttpRequest> request = getLink(link, base, m_service->prefix);
    if (!request)
        return {};
    return std::make_unique<RedisCloudLinkFetch>(m_service, m_decoder, std::move(*request));
}

/// All that there is was loaded with the first list.
std::unique_ptr<Lookup> RedisCloudProtocol::search(const TaskFilter &, EpochNs, qint64)
{
    return RedisCloudLookup::ended(m_service, m_decoder, {});
}

Ability RedisCloudProtocol::canAsk(const TaskFilter &) const
{
    return Ability::no(Words::tr("Redis Cloud cannot filter tasks: all that it lists is here already."));
}

std::unique_ptr<Preview> RedisCloudProtocol::preview(const CommandDraft &draft, const QUrl &, EpochNs)
{
    return std::make_unique<RefusedPreview>(unsupported(abilityFor(capabilities(), draft.kind)));
}

std::unique_ptr<CommandRun> RedisCloudProtocol::send(const Command &command, EpochNs now)
{
    return std::make_unique<RefusedRun>(command, unsupported(abilityFor(capabilities(), command.kind)), now);
}

QString RedisCloudProtocol::curlFor(const TaskId &id, const QUrl &base) const
{
    return curlText(base, {getTask(m_service->prefix, id.toUtf8(), Lane::Demand)}, curlKeyHeaders());
}

} // namespace taskglass::rediscloud

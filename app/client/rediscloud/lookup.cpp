// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/lookup.h"

#include "app/client/rediscloud/requests.h"
#include "app/client/rediscloud/wire.h"

#include <algorithm>
#include <utility>

namespace taskglass::rediscloud {

namespace {

/// A fresh task is not found for a while.
constexpr DurationNs kFresh = 60 * kNsPerSecond;
constexpr DurationNs kRetryPause = 2 * kNsPerSecond;

} // namespace

RedisCloudLookup::RedisCloudLookup(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder, const TaskId &id)
    : m_service(std::move(service))
    , m_decoder(std::move(decoder))
    , m_id(id.toUtf8())
    , m_over(m_id.isEmpty() || m_service->ledger.isSettled(m_id) || m_service->ledger.isGone(m_id))
{
}

std::unique_ptr<RedisCloudLookup> RedisCloudLookup::ended(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder,
                                                          const std::optional<Error> &error)
{
    auto lookup = std::make_unique<RedisCloudLookup>(std::move(service), std::move(decoder), TaskId());
    lookup->m_error = error;
    return lookup;
}

std::optional<HttpRequest> RedisCloudLookup::next(EpochNs now)
{
    m_waitUntil = kNoTime;
    if (m_over || m_inFlight)
        return {};
    // Another conversation may have read it while this one waited for its turn.
    if (m_service->ledger.isSettled(m_id)) {
        m_over = true;
        return {};
    }
    const EpochNs at = std::max(m_notBefore, m_service->quota.freeAt(now, Lane::Demand));
    if (at > now) {
        m_waitUntil = at;
        return {};
    }
    m_inFlight = true;
    m_service->quota.spend(now);
    HttpRequest request = getTask(m_service->prefix, m_id, Lane::Demand);
    request.serial = ++m_serial;
    return request;
}

void RedisCloudLookup::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &given)
{
    if (!m_inFlight || request.serial != m_serial)
        return;
    m_inFlight = false;
    const Result<DecodedPtr> outcome = m_service->noted(given, receivedAt);
    if (!outcome && outcome.error().kind == Error::Kind::NotFound) {
        absorbNotFound(receivedAt, outcome.error());
        return;
    }
    m_over = true;
    if (!outcome) {
        m_error = outcome.error();
        return;
    }
    if (const auto *one = dynamic_cast<const TaskList *>(outcome.value().get())) {
        TaskUpdate update = m_service->ledger.absorbTask(*one, receivedAt);
        if (update.page)
            m_update = std::move(update);
    }
}

/// A task that the list shows is not missing for being fresh; one that only a user named is asked for once more.
void RedisCloudLookup::absorbNotFound(EpochNs receivedAt, const Error &error)
{
    const EpochNs firstSeenAt = m_service->ledger.firstSeenAt(m_id);
    if (firstSeenAt == kNoTime && !std::exchange(m_retried, true)) {
        m_notBefore = receivedAt + kRetryPause;
        return;
    }
    m_over = true;
    if (firstSeenAt == kNoTime || receivedAt - firstSeenAt >= kFresh)
        m_error = error;
}

RedisCloudLinkFetch::RedisCloudLinkFetch(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder, HttpRequest request)
    : m_service(std::move(service))
    , m_decoder(std::move(decoder))
    , m_request(std::move(request))
{
    m_request.serial = 1;
}

std::optional<HttpRequest> RedisCloudLinkFetch::next(EpochNs now)
{
    m_waitUntil = kNoTime;
    if (m_sent)
        return {};
    if (const EpochNs at = m_service->quota.freeAt(now, Lane::Demand); at > now) {
        m_waitUntil = at;
        return {};
    }
    m_sent = true;
    m_service->quota.spend(now);
    return m_request;
}

void RedisCloudLinkFetch::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &given)
{
    if (!m_sent || m_result || request.serial != m_request.serial)
        return;
    const Result<DecodedPtr> outcome = m_service->noted(given, receivedAt);
    if (!outcome) {
        m_result = outcome.error();
        return;
    }
    const auto *body = dynamic_cast<const LinkBody *>(outcome.value().get());
    Q_ASSERT(body);
    m_result = body->json;
}

} // namespace taskglass::rediscloud

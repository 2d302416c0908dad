// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"
#include "app/client/rediscloud/service.h"

#include <memory>
#include <optional>

namespace taskglass::rediscloud {

/// Reads one task. A task that has ended and was read before is not asked for again: it cannot change.
class RedisCloudLookup final : public Lookup
{
public:
    RedisCloudLookup(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder, const TaskId &id);
    /// Over before it began; without \a error there was nothing to ask for.
    static std::unique_ptr<RedisCloudLookup> ended(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder,
                                                   const std::optional<Error> &error);

    std::optional<HttpRequest> next(EpochNs now) override;
    EpochNs waitUntil() const override { return m_waitUntil; }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    std::optional<Error> error() const override { return m_error; }

private:
    void absorbNotFound(EpochNs receivedAt, const Error &error);

    std::shared_ptr<Service> m_service;
    std::shared_ptr<const Decoder> m_decoder;
    QByteArray m_id;
    bool m_over = false;
    bool m_inFlight = false;
    bool m_retried = false;
    quint64 m_serial = 0;
    EpochNs m_notBefore = kNoTime;
    EpochNs m_waitUntil = kNoTime;
    std::optional<Error> m_error;
};

/// Reads what a link leads to, once.
class RedisCloudLinkFetch final : public LinkFetch
{
public:
    RedisCloudLinkFetch(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder, HttpRequest request);

    std::optional<HttpRequest> next(EpochNs now) override;
    EpochNs waitUntil() const override { return m_waitUntil; }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_result.has_value(); }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<QByteArray> result() const override { return *m_result; }

private:
    std::shared_ptr<Service> m_service;
    std::shared_ptr<const Decoder> m_decoder;
    HttpRequest m_request;
    bool m_sent = false;
    EpochNs m_waitUntil = kNoTime;
    std::optional<Result<QByteArray>> m_result;
};

} // namespace taskglass::rediscloud

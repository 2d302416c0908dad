// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"
#include "app/client/rediscloud/service.h"

#include <memory>
#include <optional>

namespace taskglass::rediscloud {

/// Finds out whether Redis Cloud answers, whose account the keys are of, and whether the address ends in "/v1" itself: asks
/// for the account's root, then for the tasks, each with and without "/v1".
class RedisCloudDetection final : public Detection
{
public:
    RedisCloudDetection();

    std::optional<HttpRequest> next(EpochNs now) override;
    EpochNs waitUntil() const override { return m_waitUntil; }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_step == Step::Over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<Detected> result() const override { return m_result; }
    HttpHeaders authHeaders(const Credentials &credentials) const override { return keyHeaders(credentials); }

private:
    enum class Step { Account, AccountBelow, Tasks, TasksBelow, Over };

    [[nodiscard]] QByteArray prefix() const;
    void finish(const QString &note);
    void fail(const Error &error);

    Step m_step = Step::Account;
    quint64 m_serial = 0;
    EpochNs m_waitUntil = kNoTime;
    std::optional<Error> m_refusal; ///< Of the address as it stands.
    std::shared_ptr<Service> m_service;
    std::shared_ptr<const Decoder> m_decoder;
    Result<Detected> m_result;
};

} // namespace taskglass::rediscloud

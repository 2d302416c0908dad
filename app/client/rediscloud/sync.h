// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"
#include "app/client/rediscloud/service.h"

#include <memory>
#include <optional>

namespace taskglass::rediscloud {

/// Follows one account: a round is one GET /tasks, which lists everything of the last ten days. Between rounds single
/// tasks are read whose place in the list lacked something, one at a time and as the quota allows.
class RedisCloudSync final : public Sync
{
public:
    RedisCloudSync(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder);

    std::optional<HttpRequest> next(EpochNs now) override;
    EpochNs waitUntil() const override { return m_waitUntil; }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    void beginRound(EpochNs now, bool afterGap) override;
    bool roundOver() const override { return m_roundOver; }
    std::optional<Error> takeError() override { return std::exchange(m_error, std::nullopt); }
    SyncProgress progress() const override;
    /// Nothing is left out that could be loaded: the list has no pages.
    void loadOlder(qint64) override { }
    void stopLoading() override { }
    std::pair<int, QString> leastInterval() const override;
    qint64 longestBackOff() const override { return 300'000; }
    std::optional<RequestBudget> budget() const override;
    bool takeDetectAgain() override { return false; }

private:
    [[nodiscard]] std::optional<HttpRequest> nextDetail(EpochNs now);
    void absorbDetail(EpochNs receivedAt, const Result<DecodedPtr> &outcome);

    std::shared_ptr<Service> m_service;
    std::shared_ptr<const Decoder> m_decoder;
    bool m_roundOver = true;
    bool m_inFlight = false;
    QByteArray m_detail;             ///< The task that is being read; empty while the list is.
    quint64 m_serial = 0;
    EpochNs m_now = kNoTime;
    EpochNs m_listedAt = kNoTime;    ///< When the list was asked for last.
    EpochNs m_waitUntil = kNoTime;
    std::optional<Error> m_error;
};

} // namespace taskglass::rediscloud

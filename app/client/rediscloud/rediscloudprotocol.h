// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"
#include "app/client/rediscloud/service.h"

#include <memory>

namespace taskglass::rediscloud {

/// Speaks to the tasks of one Redis Cloud account. It only reads: the service has no cancel and no delete.
class RedisCloudProtocol final : public Protocol
{
public:
    RedisCloudProtocol(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder);

    Capabilities capabilities() const override;
    HttpHeaders authHeaders(const Credentials &credentials) const override;
    /// The quota is shared with all programs of the account.
    int mostInFlight() const override { return 1; }
    std::unique_ptr<Sync> startSync() override;
    std::unique_ptr<Lookup> fetchTask(const TaskId &id) override;
    std::unique_ptr<Lookup> fetchBatch(const QString &id) override;
    std::unique_ptr<Lookup> fetchCanceledBy(const TaskId &id) override;
    std::unique_ptr<LinkFetch> fetchLink(const TaskLink &link, const QUrl &base) override;
    std::unique_ptr<Lookup> search(const TaskFilter &filter, EpochNs now, qint64 limit) override;
    Ability canAsk(const TaskFilter &filter) const override;
    std::unique_ptr<Preview> preview(const CommandDraft &draft, const QUrl &base, EpochNs now) override;
    std::unique_ptr<CommandRun> send(const Command &command, EpochNs now) override;
    QString curlFor(const TaskId &id, const QUrl &base) const override;

private:
    std::shared_ptr<Service> m_service;
    std::shared_ptr<const Decoder> m_decoder;
};

} // namespace taskglass::rediscloud

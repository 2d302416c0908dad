// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/feed.h"
#include "app/localqueue/dialects/rediscloud/dialect.h"
#include "app/localqueue/options.h"
#include "app/localqueue/service.h"

#include <memory>

namespace taskglass::localqueue::rediscloud {

/// Redis Cloud as one of a local queue's servers: an Account behind a Dialect, and a Feed for the demo.
class RedisCloudService final : public Service
{
public:
    /// \a options must outlive the service.
    explicit RedisCloudService(const LocalQueueOptions &options);

    [[nodiscard]] std::optional<Error> open() override;
    void serve(const QUrl &base) override;
    /// "/v1" and everything below it.
    [[nodiscard]] bool claims(const HttpRequest &request) const override;
    void handle(const HttpRequest &request, Respond respond) override;
    [[nodiscard]] HttpResponse faultAnswer(const HttpRequest &request, int status) const override;
    void finish() override;

    /// The options' keys are others now. Between serve() and finish(), on their thread.
    void keysChanged();

private:
    const LocalQueueOptions &m_options;
    std::unique_ptr<account::Account> m_account;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<account::Feed> m_feed;
};

} // namespace taskglass::localqueue::rediscloud

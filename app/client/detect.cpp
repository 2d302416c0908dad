// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/detection.h"
#include "app/client/protocol.h"
#include "app/client/rediscloud/detection.h"

#include <QCoreApplication>

namespace taskglass {

namespace {

/// For kinds that cannot be spoken to: over at once, with the reason.
class NoDetection final : public Detection
{
public:
    explicit NoDetection(const QString &reason) 
    {
        m_error.kind = Error::Kind::Unsupported;
        m_error.message = reason;
    }
    std::optional<HttpRequest> next(EpochNs) override { return {}; }
    void absorb(const HttpRequest &, EpochNs, const Result<DecodedPtr> &) override { }
    bool isOver() const override { return true; }
    std::shared_ptr<const Decoder> decoder() const override { return {}; }
    Result<Detected> result() const override { return m_error; }
    HttpHeaders authHeaders(const Credentials &) const override { return {}; }

private:
    Error m_error;
};

} // namespace

std::unique_ptr<Detection> detect(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Auto:
    case ServerKind::Meilisearch:
        return std::make_unique<meilisearch::MeilisearchDetection>();
    case ServerKind::RedisCloud:
        return std::make_unique<rediscloud::RedisCloudDetection>();
    case ServerKind::OpenSearch:
        break;
    }
    return std::make_unique<NoDetection>(
        QCoreApplication::translate("Protocol", "This version of Taskglass does not speak to %1.").arg(QLatin1StringView("OpenSearch")));
}

} // namespace taskglass

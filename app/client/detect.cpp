// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/detection.h"
#include "app/client/opensearch/detection.h"
#include "app/client/protocol.h"
#include "app/client/rediscloud/detection.h"

#include <vector>

namespace taskglass {

namespace {

/// How much an error says about why no kind fitted: what a user can act on goes first.
int weight(const Error &error)
{
    using Kind = Error::Kind;
    if (error.kind == Kind::Auth)
        return 4;
    if (error.kind == Kind::RateLimited || error.kind == Kind::Server)
        return 3;
    return error.kind == Kind::Unsupported ? 2 : 1;
}

/// Tries kinds one after another. The first that understands an answer is the one, and its word is final: a key that it
/// refuses will not fit another kind. Without any answer at all the others are not tried.
class AutoDetection final : public Detection
{
public:
    explicit AutoDetection(std::vector<std::unique_ptr<Detection>> kinds) : m_kinds(std::move(kinds)) { }

    std::optional<HttpRequest> next(EpochNs now) override
    {
        std::optional<HttpRequest> request = current().next(now);
        if (request)
            request->serial |= quint64(m_at) << 32; // answers to another kind's request are stale
        return request;
    }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override
    {
        if (request.serial >> 32 != m_at)
            return;
        HttpRequest own = request;
        own.serial &= 0xffff'ffffU;
        m_understood = m_understood || outcome;
        const bool unanswered = !outcome && outcome.error().httpStatus == 0 && outcome.error().kind != Error::Kind::BadResponse;
        current().absorb(own, receivedAt, outcome);
        if (!current().isOver() || current().result())
            return;
        const Error error = current().result().error();
        if (!m_error || weight(error) > weight(*m_error))
            m_error = error;
        if (!m_understood && !unanswered && m_at + 1 < m_kinds.size())
            ++m_at;
    }
    bool isOver() const override { return current().isOver(); }
    std::shared_ptr<const Decoder> decoder() const override { return current().decoder(); }
    Result<Detected> result() const override
    {
        Result<Detected> result = current().result();
        return result || m_understood || !m_error ? result : Result<Detected>(*m_error);
    }
    HttpHeaders authHeaders(const Credentials &credentials) const override { return current().authHeaders(credentials); }

private:
    [[nodiscard]] Detection &current() const { return *m_kinds[m_at]; }

    std::vector<std::unique_ptr<Detection>> m_kinds;
    std::size_t m_at = 0;
    bool m_understood = false;
    std::optional<Error> m_error;
};

/// Every kind that can be told from the others by a request or two, cheapest first. Redis Cloud is not among them: it is one
/// service at one address, and its keys must not be offered to others.
std::unique_ptr<Detection> detectAny()
{
    std::vector<std::unique_ptr<Detection>> kinds;
    kinds.push_back(std::make_unique<meilisearch::MeilisearchDetection>());
    kinds.push_back(std::make_unique<opensearch::OpenSearchDetection>());
    return std::make_unique<AutoDetection>(std::move(kinds));
}

} // namespace

std::unique_ptr<Detection> detect(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Auto:
        return detectAny();
    case ServerKind::Meilisearch:
        return std::make_unique<meilisearch::MeilisearchDetection>();
    case ServerKind::OpenSearch:
        return std::make_unique<opensearch::OpenSearchDetection>();
    case ServerKind::RedisCloud:
        return std::make_unique<rediscloud::RedisCloudDetection>();
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

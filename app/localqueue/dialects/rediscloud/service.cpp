// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/service.h"

#include <QDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

/// The service forgets after ten days and lists everything at once: an account with more than this has not been seen.
constexpr qint64 kMostHistory = 5000;

} // namespace

RedisCloudService::RedisCloudService(const LocalQueueOptions &options)
    : m_options(options)
{
}

std::optional<Error> RedisCloudService::open()
{
    account::AccountOptions accountOptions;
    if (!m_options.dataDir.isEmpty())
        accountOptions.dataDir = QDir(m_options.dataDir).filePath(wordFor(DialectKind::RedisCloud));
    accountOptions.pace = m_options.pace;
    accountOptions.seed = m_options.seed;
    accountOptions.clock = m_options.clock;
    auto opened = account::Account::open(accountOptions);
    if (!opened)
        return opened.error();
    m_account = opened.take();
    const Result<bool> isNew = m_account->isNew();
    if (!isNew)
        return isNew.error();
    const qint64 history = std::min(m_options.wantedHistory(), kMostHistory);
    if (isNew.value() && history > 0) {
        if (const auto seeded = m_account->seed(m_options.seed, history); !seeded)
            return seeded.error();
    }
    return std::nullopt;
}

void RedisCloudService::serve(const QUrl &base)
{
    DialectOptions dialectOptions;
    dialectOptions.root = base.toEncoded() + "/v1"_ba;
    dialectOptions.keys = m_options.redisCloudKeys;
    dialectOptions.payloadLimit = m_options.payloadLimit;
    dialectOptions.clock = m_options.clock;
    for (const FaultRule &rule : m_options.faults) {
        if (rule.kind == FaultRule::Kind::Quota)
            dialectOptions.quotaPerMinute = rule.amount;
        else if (rule.kind == FaultRule::Kind::Odd)
            dialectOptions.oddities.append(static_cast<Oddity>(rule.amount));
    }
    m_dialect = std::make_unique<Dialect>(*m_account, std::move(dialectOptions));
    if (m_options.feedsItself) {
        m_feed = std::make_unique<account::Feed>(*m_account, m_options.seed);
        m_feed->start();
    }
}

bool RedisCloudService::claims(const HttpRequest &request) const
{
    return request.segments().value(0) == "v1";
}

void RedisCloudService::handle(const HttpRequest &request, Respond respond)
{
    respond(m_dialect->handle(request));
}

HttpResponse RedisCloudService::faultAnswer(const HttpRequest &request, int status) const
{
    return m_dialect->faultAnswer(request, status);
}

void RedisCloudService::keysChanged()
{
    m_dialect->setKeys(m_options.redisCloudKeys);
}

void RedisCloudService::finish()
{
    m_feed.reset();
    m_dialect.reset();
    if (m_account)
        m_account->releaseThread();
}

} // namespace taskglass::localqueue::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/options.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

/// Tasks of the past that a demo begins with, so that its first screen tells something.
constexpr qint64 kDemoHistory = 240;

} // namespace

QList<DialectKind> allDialects()
{
    return {DialectKind::Meilisearch, DialectKind::OpenSearch, DialectKind::RedisCloud};
}

QString wordFor(DialectKind kind)
{
    switch (kind) {
    case DialectKind::Meilisearch: return u"meilisearch"_s;
    case DialectKind::OpenSearch: return u"opensearch"_s;
    case DialectKind::RedisCloud: return u"redis-cloud"_s;
    }
    return {};
}

std::optional<DialectKind> dialectFor(QStringView word)
{
    for (const DialectKind kind : allDialects()) {
        if (wordFor(kind) == word)
            return kind;
    }
    return std::nullopt;
}

bool LocalQueueOptions::hasKeysFor(DialectKind kind) const
{
    switch (kind) {
    case DialectKind::Meilisearch: return !keys.empty();
    case DialectKind::OpenSearch: return !openSearchUsers.empty();
    case DialectKind::RedisCloud: return !redisCloudKeys.empty();
    }
    return false;
}

qint64 LocalQueueOptions::wantedHistory() const
{
    return feedsItself && historySize == 0 ? kDemoHistory : historySize;
}

} // namespace taskglass::localqueue

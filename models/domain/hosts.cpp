// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/hosts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass {

bool isLoopback(const QString &host)
{
    static const QRegularExpression ownNet(u"^127(\\.\\d{1,3}){3}$"_s);
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host == "::1"_L1 || ownNet.match(host).hasMatch();
}

bool isVendorHost(ServerKind kind, const QString &host)
{
    switch (kind) {
    case ServerKind::RedisCloud: {
        // The documented host and its siblings; redis.com and redis.io are the vendor's newer names.
        static const QRegularExpression own(u"^(.+\\.)?(redislabs\\.com|redis\\.com|redis\\.io)$"_s, QRegularExpression::CaseInsensitiveOption);
        return own.match(host).hasMatch();
    }
    case ServerKind::Auto:
    case ServerKind::Meilisearch:
    case ServerKind::OpenSearch: return false;
    }
    Q_UNREACHABLE();
}

bool mayHaveKeys(const ServerProfile &profile, ServerKind kind)
{
    const QString host = profile.url.host();
    return kind != ServerKind::RedisCloud || isLoopback(host) || isVendorHost(kind, host)
        || profile.keysHost.compare(host, Qt::CaseInsensitive) == 0;
}

} // namespace taskglass

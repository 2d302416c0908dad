// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/serverprofile.h"

using namespace Qt::StringLiterals;

namespace taskglass {

QString wordFor(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Auto: return u"auto"_s;
    case ServerKind::Meilisearch: return u"meilisearch"_s;
    case ServerKind::OpenSearch: return u"opensearch"_s;
    case ServerKind::RedisCloud: return u"redis-cloud"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(Environment environment)
{
    switch (environment) {
    case Environment::Development: return u"development"_s;
    case Environment::Staging: return u"staging"_s;
    case Environment::Production: return u"production"_s;
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/address.h"

using namespace Qt::StringLiterals;

namespace taskglass {

QUrl addressFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (!text.contains("://"_L1)) {
        const QString plain = "http://"_L1 + text;
        text = isLoopback(QUrl(plain).host()) ? plain : QString("https://"_L1 + text);
    }
    QUrl url(text, QUrl::StrictMode);
    url.setUserInfo({});
    url.setFragment({});
    url.setQuery(QString());
    return url;
}

QString exampleAddress(ServerKind kind)
{
    switch (kind) {
    case ServerKind::Auto:
    case ServerKind::Meilisearch: return u"https://search.example:7700"_s;
    case ServerKind::OpenSearch: return u"https://search.example:9200"_s;
    case ServerKind::RedisCloud: return u"https://api.redislabs.com/v1"_s;
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

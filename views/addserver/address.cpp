// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/address.h"

#include <QRegularExpression>

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
    case ServerKind::RedisCloud: return u"https://api.redislabs.com"_s;
    }
    Q_UNREACHABLE();
}

bool isLoopback(const QString &host)
{
    // Whole names only: 127.example.com and localhost.example.com belong to somebody else.
    static const QRegularExpression ownNet(u"^127(\\.\\d{1,3}){3}$"_s);
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host == "::1"_L1 || ownNet.match(host).hasMatch();
}

} // namespace taskglass

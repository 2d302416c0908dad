// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/keyfile.h"

#include "app/localqueue/trouble.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

/// Reads one line's words behind the server's word into \a keys; empty: it went well.
std::optional<Error> readLine(const QString &server, const QStringList &words, KeyFile &keys)
{
    if (server == "meilisearch"_L1) {
        auto key = meilisearch::parseKeyLine(words);
        if (!key)
            return key.error();
        keys.meilisearch.push_back(key.take());
    } else if (server == "redis-cloud"_L1) {
        auto pair = rediscloud::parseKeyPair(words);
        if (!pair)
            return pair.error();
        keys.redisCloud.push_back(pair.take());
    } else if (server == "opensearch"_L1) {
        auto user = opensearch::parseUser(words);
        if (!user)
            return user.error();
        keys.openSearch.push_back(user.take());
    } else {
        return trouble(Error::Kind::BadRequest,
                       QCoreApplication::translate("LocalQueue", "It begins with the name of no server."));
    }
    return std::nullopt;
}

} // namespace

Result<KeyFile> parseKeyFile(const QByteArray &text)
{
    KeyFile keys;
    int number = 0;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines) {
        ++number;
        QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty() || words.first().startsWith(u'#'))
            continue;
        const QString server = words.takeFirst();
        if (const auto error = readLine(server, words, keys)) {
            return trouble(Error::Kind::BadRequest,
                           QCoreApplication::translate("LocalQueue", "Line %1 of the key file: %2")
                               .arg(QString::number(number), error->message));
        }
    }
    return keys;
}

Result<KeyFile> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return trouble(Error::Kind::Local,
                       QCoreApplication::translate("LocalQueue", "The key file %1 cannot be read: %2.")
                           .arg(path, file.errorString()));
    }
    return parseKeyFile(file.readAll());
}

} // namespace taskglass::localqueue

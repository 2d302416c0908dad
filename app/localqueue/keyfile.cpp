// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/keyfile.h"

#include "app/localqueue/trouble.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

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
        const QString dialect = words.takeFirst();
        if (dialect == "opensearch"_L1 || dialect == "redis-cloud"_L1)
            continue;
        if (dialect != "meilisearch"_L1) {
            return trouble(Error::Kind::BadRequest,
                           QCoreApplication::translate("LocalQueue", "Line %1 of the key file begins with no server kind.")
                               .arg(number));
        }
        auto key = meilisearch::parseKeyLine(words);
        if (!key) {
            return trouble(Error::Kind::BadRequest,
                           QCoreApplication::translate("LocalQueue", "Line %1 of the key file: %2")
                               .arg(QString::number(number), key.error().message));
        }
        keys.meilisearch.push_back(key.take());
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

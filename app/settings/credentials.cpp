// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/credentials.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr qint64 kLongestSecret = 64 * 1024;

Error localError(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Local;
    error.message = message;
    return error;
}

/// One line of visible text: anything else would end up as a broken (or forged) HTTP header.
Result<QString> oneSecret(const QByteArray &bytes, const QString &source)
{
    const QString secret = QString::fromUtf8(bytes).trimmed();
    if (secret.isEmpty())
        return localError(QCoreApplication::translate("Settings", "There is no secret in %1.").arg(source));
    const bool visible = std::none_of(secret.begin(), secret.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (!visible)
        return localError(QCoreApplication::translate("Settings", "The secret in %1 must be one line of text.").arg(source));
    return secret;
}

Result<QByteArray> readSecretFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return localError(QCoreApplication::translate("Settings", "%1 cannot be read: %2").arg(path, file.errorString()));
    return file.read(kLongestSecret);
}

Result<QByteArray> readSecretLine()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return localError(QCoreApplication::translate("Settings", "The standard input cannot be read."));
    return input.readLine(kLongestSecret);
}

} // namespace

CredentialWorld CredentialWorld::real()
{
    return {[](const char *name) { return qEnvironmentVariable(name); }, readSecretFile, readSecretLine};
}

Result<Credentials> readCredentials(const CredentialSources &sources, ServerKind kind, const CredentialWorld &world)
{
    const auto firstOf = [&world](std::initializer_list<const char *> names) {
        for (const char *name : names) {
            if (const QString value = world.environment(name); !value.isEmpty())
                return value;
        }
        return QString();
    };
    const bool redis = kind == ServerKind::RedisCloud;
    const bool meilisearch = kind == ServerKind::Meilisearch || kind == ServerKind::Auto;
    Credentials credentials;
    credentials.key = redis ? firstOf({"TASKGLASS_KEY", "REDISCLOUD_ACCESS_KEY"})
        : meilisearch       ? firstOf({"TASKGLASS_KEY", "MEILI_MASTER_KEY"})
                            : firstOf({"TASKGLASS_KEY"});
    credentials.secret = redis ? firstOf({"TASKGLASS_SECRET", "REDISCLOUD_SECRET_KEY"}) : firstOf({"TASKGLASS_SECRET"});
    credentials.user = sources.user.isEmpty() ? firstOf({"TASKGLASS_USER"}) : sources.user;
    credentials.password = firstOf({"TASKGLASS_PASSWORD"});

    if (!sources.keyFile.isEmpty() || sources.keyFromStdin) {
        const Result<QByteArray> bytes = sources.keyFromStdin ? world.readStdin() : world.readFile(sources.keyFile);
        if (!bytes)
            return bytes.error();
        const QString source = sources.keyFromStdin ? QCoreApplication::translate("Settings", "the standard input") : sources.keyFile;
        Result<QString> key = oneSecret(bytes.value(), source);
        if (!key)
            return key.error();
        credentials.key = key.take();
    }
    if (!sources.secretFile.isEmpty()) {
        const Result<QByteArray> bytes = world.readFile(sources.secretFile);
        if (!bytes)
            return bytes.error();
        Result<QString> secret = oneSecret(bytes.value(), sources.secretFile);
        if (!secret)
            return secret.error();
        credentials.secret = secret.take();
        if (!credentials.user.isEmpty())
            credentials.password = credentials.secret;
    }
    if (!credentials.user.isEmpty() && credentials.password.isEmpty())
        credentials.password = credentials.secret;
    return credentials;
}

} // namespace taskglass

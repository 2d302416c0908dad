// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QUrl>

namespace taskglass {

/// "meilisearch", "opensearch", "redis-cloud": the words of --kind and of settings. Auto asks the server.
enum class ServerKind : quint8 { Auto, Meilisearch, OpenSearch, RedisCloud };
[[nodiscard]] QString wordFor(ServerKind kind);

enum class Environment : quint8 { Development, Staging, Production };
[[nodiscard]] QString wordFor(Environment environment);

/// A saved connection. Never holds a secret: those travel in Credentials, which are not stored here.
struct ServerProfile
{
    QString id;                    ///< Our own, stable; names log and audit lines.
    QString name;                  ///< What people call it; unique among the saved ones.
    QUrl url;                      ///< Scheme, host, port and path prefix; no user info.
    ServerKind kind = ServerKind::Auto;
    Environment environment = Environment::Development;
    bool readOnly = false;         ///< Refuses every command in the core.
    int intervalMs = 1000;         ///< Between the end of one poll and the next, 1 s … 15 min.
    QString keysHost;              ///< A host that may have the keys of a vendor's service though it is not the vendor's, see hosts.h.
    QString trustedFingerprint;    ///< SHA-256 of a certificate to accept though no CA vouches for it; lower-case hex.
    QString caFile;
    QString clientCertFile;
    QString clientKeyFile;
    QString proxy;                 ///< URL; empty: the system's.
    int timeoutMs = 10'000;        ///< Deadline of one request, 100 ms … 10 min.
    bool operator==(const ServerProfile &) const = default;
};

/// Secrets of one connection, in memory only. Never logged, exported or put into a copied cURL line.
struct Credentials
{
    QString key;      ///< Meilisearch key, API key or bearer token, Redis Cloud account key.
    QString secret;   ///< Redis Cloud secret key.
    QString user;
    QString password;
    [[nodiscard]] bool isEmpty() const { return key.isEmpty() && secret.isEmpty() && user.isEmpty() && password.isEmpty(); }
    bool operator==(const Credentials &) const = default;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::ServerProfile)

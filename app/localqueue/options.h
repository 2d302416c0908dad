// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apiversion.h"
#include "app/localqueue/dialects/meilisearch/keyring.h"
#include "app/localqueue/dialects/opensearch/apiprofile.h"
#include "app/localqueue/dialects/opensearch/users.h"
#include "app/localqueue/dialects/rediscloud/keys.h"
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/faults.h"

#include <QHostAddress>
#include <QList>
#include <QSslConfiguration>
#include <QString>

#include <optional>
#include <vector>

namespace taskglass::localqueue {

/// The servers that a local queue can imitate. Where several share a port, the first gets what none of them claims.
enum class DialectKind {
    Meilisearch,
    OpenSearch,     ///< Elasticsearch, too, where that version is asked for.
    RedisCloud
};

/// Every dialect that is served, in the order above.
[[nodiscard]] QList<DialectKind> allDialects();
/// The word of command lines, key files and folders: "meilisearch".
[[nodiscard]] QString wordFor(DialectKind kind);
/// The dialect of such a word; empty for any other.
[[nodiscard]] std::optional<DialectKind> dialectFor(QStringView word);

/// Everything that is decided before a local queue starts.
struct LocalQueueOptions
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0;                       ///< 0: a free one.
    /// Which servers are imitated, in allDialects()'s order, none twice, at least one.
    QList<DialectKind> dialects {DialectKind::Meilisearch};
    /// Empty: temporary folders that go with the queue. Meilisearch's files lie in it, each other dialect's in a folder
    /// of its word below it.
    QString dataDir;
    Pace pace = Pace::Demo;
    meilisearch::ApiVersion api;
    opensearch::ApiProfile clusterApi;
    bool lenient = false;
    /// Meilisearch's lines of a key file. None: open to everybody, which only loopback may be.
    std::vector<meilisearch::KeyLine> keys;
    /// Redis Cloud's lines of a key file. None: any two keys that are not empty will do, which only loopback may allow.
    std::vector<rediscloud::KeyPair> redisCloudKeys;
    /// OpenSearch's lines of a key file. None: open to everybody, which only loopback may be.
    std::vector<opensearch::User> openSearchUsers;
    std::vector<FaultRule> faults;
    QSslConfiguration tls;                  ///< With a local certificate: HTTPS.
    /// More than 0: so many tasks of a believable past, the same for the same seed, when the queue is still empty.
    qint64 historySize = 0;
    quint32 seed = 1;
    /// Keeps adding believable work while it runs: the demo.
    bool feedsItself = false;
    /// Larger document bodies are 413.
    qint64 payloadLimit = 100 * 1024 * 1024;
    const Clock *clock = nullptr;           ///< Must outlive the queue; null: the system's.

    /// Without keys a server is open to everybody who reaches it.
    [[nodiscard]] bool hasKeysFor(DialectKind kind) const;
    /// How many tasks of the past to begin with: historySize, and a demo begins with some in any case.
    [[nodiscard]] qint64 wantedHistory() const;
};

} // namespace taskglass::localqueue

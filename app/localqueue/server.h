// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apiversion.h"
#include "app/localqueue/dialects/meilisearch/keyring.h"
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/faults.h"
#include "models/domain/result.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <memory>
#include <vector>

namespace taskglass::localqueue {

struct LocalQueueOptions
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0;                       ///< 0: a free one.
    QString dataDir;                        ///< Empty: a temporary folder that goes with the queue.
    Pace pace = Pace::Demo;
    meilisearch::ApiVersion api;
    bool lenient = false;
    /// Lines of a key file. None: open to everybody, which only loopback may be.
    std::vector<meilisearch::KeyLine> keys;
    std::vector<FaultRule> faults;
    QSslConfiguration tls;                  ///< With a local certificate: HTTPS.
    /// More than 0: so many tasks of a believable past, the same for the same seed, when the queue is still empty.
    qint64 historySize = 0;
    quint32 seed = 1;
    /// Keeps adding believable work while it runs: the demo.
    bool feedsItself = false;
    /// Larger document bodies are 413.
    qint64 payloadLimit = 100 * 1024 * 1024;
};

/// The local queue: a durable engine, and on a thread of its own the HTTP server that imitates a real one. Used inside the
/// program by the demo, and alone by `taskglass-queue`. start(), stop() and the destructor belong to one thread.
class LocalQueue final : public QObject
{
    Q_OBJECT
public:
    explicit LocalQueue(LocalQueueOptions options, QObject *parent = nullptr);
    ~LocalQueue() override;

    /// Opens the store, binds the port, begins to work. Returns when connections are accepted, with the base URL; errors
    /// say which of these failed. Blocks for as long as that takes (milliseconds, or seconds for a large history).
    [[nodiscard]] Result<QUrl> start();
    /// Writes out what was answered, stops at the running job's next step, keeps everything. Harmless when not started.
    void stop();

    [[nodiscard]] bool isRunning() const;
    /// "http://127.0.0.1:PORT"; empty while not running.
    [[nodiscard]] QUrl url() const;
    /// Null while not running. Its functions may be called from any thread until stop().
    [[nodiscard]] Engine *engine() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass::localqueue

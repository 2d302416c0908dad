// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/options.h"
#include "models/domain/result.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <vector>

namespace taskglass::localqueue {

/// The local queue: one or several durable engines, and on a thread of its own the HTTP server that speaks as the imitated
/// ones do. Used inside the program by the demo, and alone by `taskglass-queue`. start(), stop() and the destructor belong
/// to one thread.
class LocalQueue final : public QObject
{
    Q_OBJECT
public:
    explicit LocalQueue(LocalQueueOptions options, QObject *parent = nullptr);
    ~LocalQueue() override;

    /// Opens the stores, binds the port, begins to work. Returns when connections are accepted, with the base URL; errors
    /// say which of these failed. Blocks for as long as that takes (milliseconds, or seconds for a large history).
    [[nodiscard]] Result<QUrl> start();
    /// Writes out what was answered, stops at the running job's next step, keeps everything. Harmless when not started.
    void stop();

    /// Replaces Redis Cloud's keys from the next request on, as when somebody revokes one; for the next start(), too.
    void setRedisCloudKeys(std::vector<rediscloud::KeyPair> keys);

    [[nodiscard]] bool isRunning() const;
    /// "http://127.0.0.1:PORT"; empty while not running.
    [[nodiscard]] QUrl url() const;
    /// Meilisearch's; null while not running, or when it is not served. Its functions may be called from any thread until
    /// stop().
    [[nodiscard]] Engine *engine() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/server.h"

#include "app/localqueue/dialects/meilisearch/dialect.h"
#include "app/localqueue/generator.h"
#include "app/localqueue/httpfront.h"
#include "app/localqueue/trouble.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

/// Long enough for a large answer to reach a slow reader, short enough that a dead one does not hold up the end.
constexpr int kDrainMs = 2000;
/// Tasks of the past that a demo begins with, so that its first screen tells something.
constexpr qint64 kDemoHistory = 240;

meilisearch::KeyRing keyRing(const LocalQueueOptions &options)
{
    QByteArray master;
    for (const meilisearch::KeyLine &line : options.keys) {
        if (line.isMaster)
            master = line.key;
    }
    const QString file = options.dataDir.isEmpty() || master.isEmpty()
        ? QString()
        : QDir(options.dataDir).filePath(u"meilisearch-keys.json"_s);
    meilisearch::KeyRing ring(master, file);
    for (const meilisearch::KeyLine &line : options.keys) {
        if (!line.isMaster)
            ring.add(line.key, line.actions, line.indexes);
    }
    return ring;
}

} // namespace

struct LocalQueue::Private
{
    LocalQueueOptions options;
    QUrl url;
    std::unique_ptr<Engine> engine;
    QThread thread;
    // Made, used and destroyed on `thread`.
    QObject *host = nullptr;
    std::unique_ptr<meilisearch::Dialect> dialect;
    std::unique_ptr<HttpFront> front;
    std::unique_ptr<Generator> generator;
    bool opens = false; ///< The queue was empty: the demo's indexes are still to be made.

    [[nodiscard]] Result<quint16> openFront();
};

Result<quint16> LocalQueue::Private::openFront()
{
    meilisearch::DialectOptions dialectOptions;
    dialectOptions.api = options.api;
    dialectOptions.lenient = options.lenient;
    dialectOptions.payloadLimit = options.payloadLimit;
    dialect = std::make_unique<meilisearch::Dialect>(*engine, keyRing(options), dialectOptions);
    front = std::make_unique<HttpFront>([this](const HttpRequest &request) { return dialect->handle(request); },
                                        FaultPlan(options.faults, options.seed));
    auto port = front->open(options.address, options.port, options.tls);
    if (port && options.feedsItself) {
        generator = std::make_unique<Generator>(*engine, options.seed);
        generator->start(opens);
    }
    return port;
}

LocalQueue::LocalQueue(LocalQueueOptions options, QObject *parent)
    : QObject(parent)
    , d(new Private)
{
    d->options = std::move(options);
    d->thread.setObjectName("local queue HTTP"_L1);
}

LocalQueue::~LocalQueue()
{
    stop();
}

Result<QUrl> LocalQueue::start()
{
    if (isRunning())
        return d->url;
    if (d->options.keys.empty() && !d->options.address.isLoopback()) {
        return trouble(Error::Kind::Local,
                       QCoreApplication::translate("LocalQueue",
                                                   "Listening beyond this machine needs keys: name a key file."));
    }
    EngineOptions engineOptions;
    engineOptions.dataDir = d->options.dataDir;
    engineOptions.pace = d->options.pace;
    engineOptions.startPaused = true;
    auto engine = Engine::open(engineOptions);
    if (!engine)
        return engine.error();
    d->engine = engine.take();

    const auto counts = d->engine->counts();
    qint64 existing = 0;
    if (counts) {
        for (const qint64 count : counts.value().byStatus)
            existing += count;
    }
    const qint64 history = d->options.feedsItself && d->options.historySize == 0 ? kDemoHistory : d->options.historySize;
    if (history > 0 && existing == 0) {
        if (const auto seeded = d->engine->seed(d->options.seed, history); !seeded) {
            stop();
            return seeded.error();
        }
    }
    d->opens = existing == 0;
    d->thread.start();
    d->host = new QObject;
    d->host->moveToThread(&d->thread);
    std::optional<Result<quint16>> port;
    QMetaObject::invokeMethod(
        d->host, [this, &port]() { port = d->openFront(); }, Qt::BlockingQueuedConnection);
    if (!port->ok()) {
        stop();
        return port->error();
    }
    d->url.setScheme(d->options.tls.localCertificate().isNull() ? u"http"_s : u"https"_s);
    d->url.setHost(d->options.address.toString());
    d->url.setPort(port->value());
    d->engine->setPaused(false);
    return d->url;
}

void LocalQueue::stop()
{
    if (d->host) {
        QMetaObject::invokeMethod(
            d->host,
            [this]() {
                d->generator.reset();
                if (d->front)
                    d->front->drain(kDrainMs);
                d->front.reset();
                d->dialect.reset();
                d->engine->releaseThread();
                std::exchange(d->host, nullptr)->deleteLater();
            },
            Qt::BlockingQueuedConnection);
    }
    d->thread.quit();
    d->thread.wait();
    d->engine.reset();
    d->url = QUrl();
}

bool LocalQueue::isRunning() const
{
    return !d->url.isEmpty();
}

QUrl LocalQueue::url() const
{
    return d->url;
}

Engine *LocalQueue::engine() const
{
    return isRunning() ? d->engine.get() : nullptr;
}

} // namespace taskglass::localqueue

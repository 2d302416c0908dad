// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/server.h"

#include "app/localqueue/dialects/meilisearch/service.h"
#include "app/localqueue/dialects/opensearch/service.h"
#include "app/localqueue/dialects/rediscloud/service.h"
#include "app/localqueue/httpfront.h"
#include "app/localqueue/router.h"
#include "app/localqueue/trouble.h"

#include <QCoreApplication>
#include <QThread>

#include <optional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

/// Long enough for a large answer to reach a slow reader, short enough that a dead one does not hold up the end.
constexpr int kDrainMs = 2000;

/// Only loopback may be open to everybody.
std::optional<Error> refuseOpenDoors(const LocalQueueOptions &options)
{
    for (const DialectKind kind : options.dialects) {
        if (!options.address.isLoopback() && !options.hasKeysFor(kind)) {
            return trouble(Error::Kind::Local,
                           QCoreApplication::translate("LocalQueue",
                                                       "Listening beyond this machine needs keys: name a key file with a "
                                                       "line for %1.").arg(wordFor(kind)));
        }
    }
    return std::nullopt;
}

} // namespace

struct LocalQueue::Private
{
    LocalQueueOptions options;
    QUrl url;
    std::vector<std::unique_ptr<Service>> services;
    meilisearch::MeilisearchService *meilisearch = nullptr; // one of them, as is the next
    rediscloud::RedisCloudService *redisCloud = nullptr;
    QThread thread;
    // Made, used and destroyed on `thread`.
    QObject *host = nullptr;
    std::unique_ptr<Router> router;
    std::unique_ptr<HttpFront> front;

    void makeServices();
    [[nodiscard]] Result<QUrl> openFront();
    void closeFront();
};

void LocalQueue::Private::makeServices()
{
    for (const DialectKind kind : std::as_const(options.dialects)) {
        switch (kind) {
        case DialectKind::Meilisearch: {
            auto service = std::make_unique<meilisearch::MeilisearchService>(options);
            meilisearch = service.get();
            services.push_back(std::move(service));
            break;
        }
        case DialectKind::OpenSearch:
            services.push_back(std::make_unique<opensearch::OpenSearchService>(options));
            break;
        case DialectKind::RedisCloud: {
            auto service = std::make_unique<rediscloud::RedisCloudService>(options);
            redisCloud = service.get();
            services.push_back(std::move(service));
            break;
        }
        }
    }
}

Result<QUrl> LocalQueue::Private::openFront()
{
    router = std::make_unique<Router>(services);
    front = std::make_unique<HttpFront>(*router, FaultPlan(options.faults, options.seed));
    const auto port = front->open(options.address, options.port, options.tls);
    if (!port)
        return port.error();
    QUrl base;
    base.setScheme(options.tls.localCertificate().isNull() ? u"http"_s : u"https"_s);
    base.setHost(options.address.toString());
    base.setPort(port.value());
    // Whoever has connected by now is heard once this thread is back in its event loop.
    for (const auto &service : services)
        service->serve(base);
    return base;
}

void LocalQueue::Private::closeFront()
{
    for (const auto &service : services)
        service->finish();
    if (front)
        front->drain(kDrainMs);
    front.reset();
    router.reset();
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
    if (const auto refused = refuseOpenDoors(d->options))
        return *refused;
    d->makeServices();
    for (const auto &service : d->services) {
        if (const auto failure = service->open()) {
            stop();
            return *failure;
        }
    }
    d->thread.start();
    d->host = new QObject;
    d->host->moveToThread(&d->thread);
    std::optional<Result<QUrl>> base;
    QMetaObject::invokeMethod(
        d->host, [this, &base]() { base = d->openFront(); }, Qt::BlockingQueuedConnection);
    if (!base->ok()) {
        stop();
        return base->error();
    }
    d->url = base->value();
    return d->url;
}

void LocalQueue::stop()
{
    if (d->host) {
        QMetaObject::invokeMethod(
            d->host,
            [this]() {
                d->closeFront();
                std::exchange(d->host, nullptr)->deleteLater();
            },
            Qt::BlockingQueuedConnection);
    }
    d->thread.quit();
    d->thread.wait();
    d->meilisearch = nullptr;
    d->redisCloud = nullptr;
    d->services.clear();
    d->url = QUrl();
}

void LocalQueue::setRedisCloudKeys(std::vector<rediscloud::KeyPair> keys)
{
    if (!d->host || !d->redisCloud) {
        d->options.redisCloudKeys = std::move(keys);
        return;
    }
    // The service reads the options, too: they change on its thread.
    QMetaObject::invokeMethod(
        d->host,
        [this, &keys]() {
            d->options.redisCloudKeys = std::move(keys);
            d->redisCloud->keysChanged();
        },
        Qt::BlockingQueuedConnection);
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
    return isRunning() && d->meilisearch ? d->meilisearch->engine() : nullptr;
}

} // namespace taskglass::localqueue

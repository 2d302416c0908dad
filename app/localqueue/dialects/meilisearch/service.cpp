// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/service.h"

#include <QDir>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

/// A part of the past takes some 50 ms to write.
constexpr std::chrono::milliseconds kAskAgain {20};

KeyRing keyRing(const LocalQueueOptions &options)
{
    QByteArray master;
    for (const KeyLine &line : options.keys) {
        if (line.isMaster)
            master = line.key;
    }
    const QString file = options.dataDir.isEmpty() || master.isEmpty()
        ? QString()
        : QDir(options.dataDir).filePath(u"meilisearch-keys.json"_s);
    KeyRing ring(master, file);
    for (const KeyLine &line : options.keys) {
        if (!line.isMaster)
            ring.add(line.key, line.actions, line.indexes);
    }
    return ring;
}

} // namespace

MeilisearchService::MeilisearchService(const LocalQueueOptions &options)
    : m_options(options)
{
}

std::optional<Error> MeilisearchService::open()
{
    EngineOptions engineOptions;
    engineOptions.dataDir = m_options.dataDir;
    engineOptions.pace = m_options.pace;
    engineOptions.startPaused = true;
    engineOptions.waitsForPast = false;
    engineOptions.clock = m_options.clock;
    auto engine = Engine::open(engineOptions);
    if (!engine)
        return engine.error();
    m_engine = engine.take();

    qint64 existing = 0;
    if (const auto counts = m_engine->counts()) {
        for (const qint64 count : counts.value().byStatus)
            existing += count;
    }
    m_wasEmpty = existing == 0;
    if (m_wasEmpty && m_options.wantedHistory() > 0) {
        if (const auto seeded = m_engine->seed(m_options.seed, m_options.wantedHistory()); !seeded)
            return seeded.error();
    }
    return std::nullopt;
}

void MeilisearchService::serve(const QUrl &)
{
    DialectOptions dialectOptions;
    dialectOptions.api = m_options.api;
    dialectOptions.lenient = m_options.lenient;
    dialectOptions.payloadLimit = m_options.payloadLimit;
    dialectOptions.clock = m_options.clock;
    m_dialect = std::make_unique<Dialect>(*m_engine, keyRing(m_options), dialectOptions);
    if (m_options.feedsItself) {
        m_generator = std::make_unique<Generator>(*m_engine, m_options.seed);
        m_generator->start(m_wasEmpty);
    }
    m_again = std::make_unique<QTimer>();
    QObject::connect(m_again.get(), &QTimer::timeout, [this] { askAgain(); });
    m_engine->setPaused(false);
}

bool MeilisearchService::claims(const HttpRequest &) const
{
    return false;
}

void MeilisearchService::handle(const HttpRequest &request, Respond respond)
{
    HttpResponse response = m_dialect->handle(request);
    if (!response.tooEarly) {
        respond(std::move(response));
        return;
    }
    m_early.emplace_back(request, std::move(respond));
    if (!m_again->isActive())
        m_again->start(kAskAgain);
}

void MeilisearchService::askAgain()
{
    for (auto &[request, respond] : std::exchange(m_early, {}))
        handle(request, std::move(respond));
    if (m_early.empty())
        m_again->stop();
}

void MeilisearchService::finish()
{
    m_again.reset();
    m_early.clear();
    m_generator.reset();
    m_dialect.reset();
    if (m_engine)
        m_engine->releaseThread();
}

} // namespace taskglass::localqueue::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/dialect.h"
#include "tests/localqueue/requestfor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>
#include <utility>

namespace taskglass::localqueue {

/// A dialect over an engine of its own that keeps nothing, asked without any socket.
class Bench
{
public:
    explicit Bench(meilisearch::ApiVersion api = {}, meilisearch::KeyRing keys = meilisearch::KeyRing(),
                   qint64 payloadLimit = 100 * 1024 * 1024)
    {
        m_engine = Engine::open({}).take();
        meilisearch::DialectOptions options;
        options.api = api;
        options.payloadLimit = payloadLimit;
        m_dialect = std::make_unique<meilisearch::Dialect>(*m_engine, std::move(keys), options);
    }

    [[nodiscard]] Engine &engine() { return *m_engine; }

    /// \a target is path and query.
    HttpResponse ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                     std::vector<HttpHeader> headers = {{"content-type", "application/json"}})
    {
        return m_dialect->handle(requestFor(method, target, body, std::move(headers)));
    }

    HttpResponse askWithKey(const QByteArray &key, const QByteArray &method, const QByteArray &target,
                            const QByteArray &body = {})
    {
        return ask(method, target, body,
                   {{"content-type", "application/json"}, {"authorization", QByteArray("Bearer ").append(key)}});
    }

    QJsonObject get(const QByteArray &target) { return QJsonDocument::fromJson(ask("GET", target).body).object(); }

    /// Sends, waits until nothing is left to do, and returns the finished task.
    QJsonObject run(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        const QJsonObject summary = QJsonDocument::fromJson(ask(method, target, body).body).object();
        if (!m_engine->waitUntilIdle(20'000))
            return {};
        const QJsonValue uid = summary.contains(QLatin1String("taskUid")) ? summary[QLatin1String("taskUid")]
                                                                           : summary[QLatin1String("uid")];
        return get(QByteArray("/tasks/").append(QByteArray::number(uid.toInteger(-1))));
    }

private:
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<meilisearch::Dialect> m_dialect;
};

} // namespace taskglass::localqueue

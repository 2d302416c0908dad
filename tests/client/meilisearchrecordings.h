// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "app/client/meilisearch/wire.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

namespace taskglass::test {

/// One answer of a real Meilisearch 1.50, with the request that led to it.
struct Recording
{
    QString file;
    HttpAnswer answer;
};

/// All recordings, in the order they were made; compressed ones are left out, as the client decompresses.
inline QList<Recording> recordings()
{
    using meilisearch::Shape;
    const QString folder = QStringLiteral(TASKGLASS_TEST_DATA "/meilisearch-1.50.0/");
    QFile index(folder + QStringLiteral("index.json"));
    QList<Recording> all;
    if (!index.open(QIODevice::ReadOnly))
        return all;
    const QJsonArray entries = QJsonDocument::fromJson(index.readAll()).array();
    for (const QJsonValue &entry : entries) {
        const QJsonObject headers = entry[QStringLiteral("headers")].toObject();
        QFile file(folder + entry[QStringLiteral("file")].toString());
        if (headers.contains(QStringLiteral("content-encoding")) || !file.open(QIODevice::ReadOnly))
            continue;
        Recording recording;
        recording.file = entry[QStringLiteral("file")].toString();
        HttpAnswer &answer = recording.answer;
        answer.status = entry[QStringLiteral("status")].toInt();
        answer.body = file.readAll();
        for (auto header = headers.begin(); header != headers.end(); ++header)
            answer.headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
        answer.request.verb = entry[QStringLiteral("method")].toString().toLatin1();
        answer.request.target = entry[QStringLiteral("path")].toString().toLatin1();
        const QByteArray path = answer.request.target.split('?').first();
        const Shape shape = answer.request.verb != "GET" ? Shape::Summary
            : path == "/health"                          ? Shape::Health
            : path == "/version"                         ? Shape::Version
            : path == "/tasks"                           ? Shape::TaskList
            : path == "/batches"                         ? Shape::BatchList
            : path.startsWith("/batches/")               ? Shape::Batch
                                                         : Shape::Task;
        answer.request.purpose = int(shape);
        all << recording;
    }
    return all;
}

} // namespace taskglass::test

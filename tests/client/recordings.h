// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

namespace taskglass::test {

/// One answer of a real server, with the request that led to it.
struct Recording
{
    QString file;
    HttpAnswer answer;
};

/// All recordings of \a folder (below tests/data), in the order they were made, without purposes; compressed ones are left
/// out, as the client decompresses.
inline QList<Recording> recordingsIn(const QString &folder)
{
    const QString path = QStringLiteral(TASKGLASS_TEST_DATA "/") + folder + u'/';
    QFile index(path + QStringLiteral("index.json"));
    QList<Recording> all;
    if (!index.open(QIODevice::ReadOnly))
        return all;
    const QJsonArray entries = QJsonDocument::fromJson(index.readAll()).array();
    for (const QJsonValue &entry : entries) {
        const QJsonObject headers = entry[QStringLiteral("headers")].toObject();
        QFile file(path + entry[QStringLiteral("file")].toString());
        if (headers.contains(QStringLiteral("content-encoding")) || !file.open(QIODevice::ReadOnly))
            continue;
        Recording recording;
        recording.file = entry[QStringLiteral("file")].toString();
        HttpAnswer &answer = recording.answer;
        answer.status = entry[QStringLiteral("status")].toInt();
        answer.body = file.readAll();
        for (auto header = headers.begin(); header != headers.end(); ++header)
            answer.headers.append({header.key().toLatin1().toLower(), header.value().toString().toLatin1()});
        answer.request.verb = entry[QStringLiteral("method")].toString().toLatin1();
        answer.request.target = entry[QStringLiteral("path")].toString().toLatin1();
        all << recording;
    }
    return all;
}

} // namespace taskglass::test

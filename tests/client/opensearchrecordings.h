// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/wire.h"
#include "recordings.h"

namespace taskglass::test {

/// All recordings of real two-node clusters of OpenSearch 2.19.1 and Elasticsearch 7.10.2, named "2.19.1/006-…".
inline QList<Recording> clusterRecordings()
{
    using opensearch::Shape;
    QList<Recording> all;
    for (const char *version : {"opensearch-2.19.1", "elasticsearch-7.10.2"}) {
        for (Recording recording : recordingsIn(QStringLiteral("opensearch/") + QLatin1StringView(version))) {
            HttpRequest &request = recording.answer.request;
            const QByteArray path = request.target.split('?').first();
            const bool isResult = request.verb == "GET" && path.startsWith("/_tasks/");
            const Shape shape = path == "/" ? Shape::Root : isResult ? Shape::Result : Shape::List;
            request.purpose = int(shape);
            recording.file.prepend(QLatin1StringView(version) + u'/');
            all << recording;
        }
    }
    return all;
}

/// The one whose file name contains \a part.
inline HttpAnswer clusterRecording(const QString &part)
{
    static const QList<Recording> all = clusterRecordings();
    for (const Recording &recording : all) {
        if (recording.file.contains(part))
            return recording.answer;
    }
    return {};
}

} // namespace taskglass::test

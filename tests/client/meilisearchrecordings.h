// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/wire.h"
#include "recordings.h"

namespace taskglass::test {

/// All recordings of a real Meilisearch 1.50, with their purposes.
inline QList<Recording> recordings()
{
    using meilisearch::Shape;
    QList<Recording> all = recordingsIn(QStringLiteral("meilisearch-1.50.0"));
    for (Recording &recording : all) {
        HttpAnswer &answer = recording.answer;
        const QByteArray path = answer.request.target.split('?').first();
        const Shape shape = answer.request.verb != "GET" ? Shape::Summary
            : path == "/health"                          ? Shape::Health
            : path == "/version"                         ? Shape::Version
            : path == "/tasks"                           ? Shape::TaskList
            : path == "/batches"                         ? Shape::BatchList
            : path.startsWith("/batches/")               ? Shape::Batch
                                                         : Shape::Task;
        answer.request.purpose = int(shape);
    }
    return all;
}

} // namespace taskglass::test

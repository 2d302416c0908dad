// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"

namespace taskglass {

/// A failed task with everything that a server can say.
inline Task sampleTask()
{
    using namespace Qt::StringLiterals;
    Task task;
    task.id = u"90538"_s;
    task.state = TaskState::Failed;
    task.serverState = u"failed"_s;
    task.type = u"documentAdditionOrUpdate"_s;
    task.target = u"books"_s;
    task.enqueuedAt = parseRfc3339("2026-11-22T12:30:28.684123456Z");
    task.startedAt = parseRfc3339("2026-11-22T12:30:40.684123456Z");
    task.finishedAt = parseRfc3339("2026-11-22T12:33:44.684123456Z");
    task.ran = 184 * kNsPerSecond;
    task.error = TaskError {u"The `_vectors` field of document 17 is bad."_s, u"invalid_vectors_type"_s, u"invalid_request"_s,
                            u"https://docs.example/errors#invalid_vectors_type"_s};
    task.batch = u"88"_s;
    task.labels = {{u"customMetadata"_s, u"nightly"_s}};
    task.details = R"({"receivedDocuments":2858,"indexedDocuments":0,"big":12345678901234567890.10})"_ba;
    task.raw = R"({"uid":90538,"details":{"receivedDocuments":2858,"indexedDocuments":0,"big":12345678901234567890.10}})"_ba;
    return task;
}

/// A queued task of which the server said next to nothing.
inline Task bareTask()
{
    Task task;
    task.id = QStringLiteral("7");
    task.state = TaskState::Queued;
    return task;
}

} // namespace taskglass

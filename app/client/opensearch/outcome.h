// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/taskinfo.h"
#include "models/domain/taskstate.h"

#include <QString>

#include <string>

namespace taskglass::opensearch {

/// What `GET /_tasks/{id}` said about the end of a task.
struct ResultFacts
{
    bool completed = false;
    bool cancelled = false;     ///< Of the task: somebody asked it to stop (Elasticsearch 7.14+, OpenSearch 2.0+).
    bool hasError = false;
    bool hasResponse = false;
    bool timedOut = false;
    ScrollStatus status;        ///< Of the task.
    ScrollStatus response;
    Cause error;
    qint64 failures = 0;        ///< Documents or shards that failed.
    Cause firstFailure;
};

/// What became of a task.
struct Outcome
{
    TaskState state = TaskState::Unknown;
    QString message;    ///< Why it failed: the server's text, of the first failure where documents failed; empty otherwise.
    std::string code;   ///< The server's name for the error: "script_exception".
    std::string type;   ///< What caused it in the end; empty when nothing did.
};

/// Running while it is not completed, Unknown when it ended and nothing was stored.
///
/// Two kinds of real results tell of a cancel in odd places: a cancelled task of slices may be stored as an error of its
/// searches, and one whose slices were all cancelled one by one says so in its slices only (seen with OpenSearch 2.19).
[[nodiscard]] Outcome outcomeOf(const ResultFacts &facts);

} // namespace taskglass::opensearch

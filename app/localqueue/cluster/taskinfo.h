// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/taskid.h"
#include "app/localqueue/http.h"

#include <QByteArray>
#include <QString>

#include <limits>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace taskglass::localqueue::cluster {

struct ScrollStatus;

/// How a slice ended: its last status, or the exception that ended it.
struct SliceEnd;

/// requests_per_second of a job that is not slowed down; shown as -1.
inline constexpr float kUnthrottled = std::numeric_limits<float>::infinity();

/// How far a job is that scrolls through documents: reindex, update by query, delete by query.
struct ScrollStatus
{
    std::optional<int> sliceId;         ///< Only in a slice's own status.
    qint64 total = 0;                   ///< Documents matched; 0 until the first search has returned.
    qint64 updated = 0;
    qint64 created = 0;
    qint64 deleted = 0;
    qint64 batches = 0;
    qint64 versionConflicts = 0;
    qint64 noops = 0;
    qint64 throttledNs = 0;             ///< Slept so far, without the sleep that goes on.
    float requestsPerSecond = 0;        ///< 0 before the job has begun.
    QString canceled;                   ///< The reason; empty while nobody canceled it.
    qint64 throttledUntilNs = 0;        ///< Left to sleep.
    /// Only of a parent of slices: one a slice, null while it runs.
    std::vector<std::shared_ptr<const SliceEnd>> slices;

    /// Documents that changed: what max_docs counts.
    [[nodiscard]] qint64 processed() const { return updated + created + deleted; }
};

struct SliceEnd
{
    ScrollStatus status;
    std::optional<Fault> fault;
};

/// A parent's status out of what its slices say; null ones count for nothing. Keeps \a parent's own cancel reason.
[[nodiscard]] ScrollStatus mergedStatus(const ScrollStatus &parent, std::vector<std::shared_ptr<const SliceEnd>> slices);

/// Status of writes: "starting", "primary", "waiting_on_primary", "replica", "finished".
struct WritePhase
{
    QByteArray phase;
};

/// What a shard's part of a search has used. Zero for all other tasks, as on the real server.
struct ResourceUse
{
    qint64 cpuNs = 0;
    qint64 memoryBytes = 0;
    qint64 threads = 0;
};

/// Who asked: travels from a request to all tasks that it makes, on all nodes.
struct Origin
{
    int node = 0;                       ///< Position of the node that got the request.
    std::vector<HttpHeader> headers;    ///< X-Opaque-Id and its like.
    TaskId parent;
};

/// A task as it was at one moment.
struct TaskInfo
{
    TaskId id;
    int node = 0;                       ///< Position in the cluster's list of nodes.
    QByteArray type = QByteArray("transport"); ///< "direct" for work that stays on the parent's node.
    QByteArray action;
    QString description;
    std::variant<std::monostate, ScrollStatus, WritePhase> status;
    qint64 startMs = 0;                 ///< Epoch, the node's wall clock.
    qint64 runningNs = 0;               ///< Monotonic.
    bool cancellable = false;
    bool cancelled = false;
    qint64 cancelledAtMs = 0;
    TaskId parent;
    std::vector<HttpHeader> headers;
    ResourceUse resources;

    [[nodiscard]] const ScrollStatus *scroll() const { return std::get_if<ScrollStatus>(&status); }
};

/// Which tasks are meant. Empty lists mean all.
struct TaskFilter
{
    std::optional<std::vector<int>> nodes;  ///< Positions; not set: all.
    QByteArrayList actions;                 ///< Patterns with `*`.
    TaskId parent;
    TaskId task;

    [[nodiscard]] bool matches(const TaskInfo &info) const;
};

} // namespace taskglass::localqueue::cluster

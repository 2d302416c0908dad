// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/domain/rawblock.h"
#include "models/domain/stringtable.h"
#include "models/domain/task.h"

#include <array>
#include <memory>
#include <vector>

namespace taskglass {

/// One decoded task, cheap enough for 100,000 in a page: numbers, and references into its page's StringTable.
/// A reference of 0 and a time of kNoTime mean "the server gave none".
struct TaskRow
{
    StringTable::Ref id = 0;          ///< Only when the id is not a plain number; else idNumber.
    qint64 idNumber = -1;             ///< Meilisearch uids; -1 when \a id is used.
    TaskState state = TaskState::Unknown;
    StringTable::Ref serverState = 0;
    StringTable::Ref type = 0;
    StringTable::Ref target = 0;
    StringTable::Ref node = 0;
    StringTable::Ref parent = 0;
    StringTable::Ref canceledBy = 0;  ///< A task id as text.
    StringTable::Ref batch = 0;       ///< A batch id as text.
    StringTable::Ref labelName = 0;   ///< "customMetadata", "X-Opaque-Id"; several labels are joined by the protocol.
    StringTable::Ref labelText = 0;
    StringTable::Ref errorMessage = 0;
    StringTable::Ref errorCode = 0;
    StringTable::Ref errorType = 0;
    StringTable::Ref errorLink = 0;
    EpochNs enqueuedAt = kNoTime;
    EpochNs startedAt = kNoTime;
    EpochNs finishedAt = kNoTime;
    DurationNs ran = kNoTime;
    qint64 progressDone = -1;         ///< Task-level progress (OpenSearch); -1 when none.
    qint64 progressTotal = -1;
    quint32 rawBlock = 0;             ///< Index into TaskPage::rawBlocks.
    quint32 rawIndex = 0;             ///< Piece within that block.
};

/// What one list answer said, ready for the store. Made on a worker, then never changed: shared between threads as
/// std::shared_ptr<const TaskPage>. It costs the GUI thread one pass over \a rows to apply.
struct TaskPage
{
    StringTable strings;
    std::vector<TaskRow> rows;
    std::vector<std::shared_ptr<const RawBlock>> rawBlocks;
};
using TaskPagePtr = std::shared_ptr<const TaskPage>;

/// A batch (Meilisearch 1.12+): tasks that ran together, and how far they are.
struct Batch
{
    QString id;
    std::optional<Progress> progress;      ///< Only while it runs.
    std::optional<EpochNs> startedAt;
    std::optional<EpochNs> finishedAt;     ///< Empty while it runs.
    QString strategy;                      ///< Why batching stopped there, in the server's words (1.15+).
    QByteArray raw;                        ///< The server's bytes.
    bool operator==(const Batch &) const = default;
};

/// How many tasks the server has, per state; -1 where it did not say. Loaded rows may be far fewer.
struct ServerCounts
{
    ServerCounts() { byState.fill(-1); }
    std::array<qint64, kTaskStateCount> byState;
    qint64 total = -1;
    bool operator==(const ServerCounts &) const = default;
};

/// One step of the sync, from the client to the store. All parts are optional.
struct TaskUpdate
{
    bool reset = false;              ///< The server was wiped or replaced: forget everything first.
    TaskPagePtr page;                ///< Added or changed tasks; null when none.
    QList<TaskId> gone;              ///< Deleted on the server (or hidden from this key).
    QList<Batch> batches;            ///< Running and recently looked-at batches.
    std::optional<ServerCounts> counts;
    EpochNs receivedAt = kNoTime;    ///< By our clock.
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::TaskUpdate)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/domain/rawblock.h"
#include "models/domain/stringtable.h"
#include "models/domain/task.h"

#include <array>
#include <memory>
#include <optional>
#include <utility>
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
    StringTable::Ref title = 0;       ///< The type in words for people; 0: the type says it all.
    StringTable::Ref target = 0;
    StringTable::Ref description = 0; ///< At most the first kDescriptionKept bytes, cut at a character: the rest is in the raw bytes.
    StringTable::Ref subscription = 0;
    StringTable::Ref database = 0;
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
    EpochNs cancelRequestedAt = kNoTime; ///< As the server says (OpenSearch 2.8+); its own clock.
    qint64 cpu = -1;                  ///< ns; -1: not told.
    qint64 memory = -1;               ///< Bytes; -1: not told.
    qint8 cancellable = -1;           ///< 0 no, 1 yes, -1: not told.
    bool cancelRequested = false;     ///< The server says that somebody asked it to stop, and it has not yet.
    bool housekeeping = false;        ///< See Task::housekeeping.
    bool ranAtLeast = false;          ///< See Task::ranAtLeast.
    qint64 progressDone = -1;         ///< Task-level progress (OpenSearch); -1 when none.
    qint64 progressTotal = -1;
    quint32 rawBlock = 0;             ///< Index into TaskPage::rawBlocks.
    quint32 rawIndex = 0;             ///< Piece within that block.
};

/// Every reference into the string table that a row holds.
inline constexpr std::array kRowTexts {
    &TaskRow::id,        &TaskRow::serverState, &TaskRow::type,         &TaskRow::title,        &TaskRow::target,    &TaskRow::description,
    &TaskRow::subscription, &TaskRow::database, &TaskRow::node,         &TaskRow::parent,       &TaskRow::canceledBy, &TaskRow::batch,
    &TaskRow::labelName, &TaskRow::labelText,   &TaskRow::errorMessage, &TaskRow::errorCode,    &TaskRow::errorType, &TaskRow::errorLink};

/// What one list answer said, ready for the store. Made on a worker, then never changed: shared between threads as
/// std::shared_ptr<const TaskPage>. It costs the GUI thread one pass over \a rows to apply.
struct TaskPage
{
    StringTable strings;
    std::vector<TaskRow> rows;
    std::vector<std::shared_ptr<const RawBlock>> rawBlocks;
};
using TaskPagePtr = std::shared_ptr<const TaskPage>;

/// A row as a value, without details and raw bytes: for previews.
[[nodiscard]] Task taskOf(const TaskPage &page, const TaskRow &row);

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

/// A machine of the server (Elasticsearch, OpenSearch) and whether it answered the last list.
struct NodeInfo
{
    QString label;        ///< What tasks name it by: its name, or its id when that is unknown or not unique.
    QString id;
    QString host;         ///< Address without port; empty when the server keeps it to itself.
    QList<QString> roles; ///< The server's words.
    QString failure;      ///< Why its tasks are missing from the last answer, in the server's words; empty: it answered.
    bool operator==(const NodeInfo &) const = default;
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
    /// Old id to a new one that no task has: the server gave the id to another task (a restarted node counts from 1
    /// again), and the old task is kept as evidence. Carried out before \a page.
    QList<std::pair<TaskId, TaskId>> renamed;
    TaskPagePtr page;                ///< Added or changed tasks; null when none.
    QList<TaskId> gone;              ///< Deleted on the server, hidden from this key, or ended without a word.
    EpochNs goneSeenAt = kNoTime;    ///< When the server last listed those in \a gone, by our clock.
    QList<TaskId> forgotten;         ///< Rows to drop: what the server no longer lists and nobody will ask about.
    std::optional<QList<NodeInfo>> nodes; ///< All machines that are known now; empty optional: nothing new about them.
    QList<Batch> batches;            ///< Running and recently looked-at batches.
    std::optional<ServerCounts> counts;
    EpochNs receivedAt = kNoTime;    ///< By our clock.
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::TaskUpdate)

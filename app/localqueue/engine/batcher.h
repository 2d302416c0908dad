// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/taskstore.h"

#include <QString>

#include <optional>
#include <vector>

namespace taskglass::localqueue {

/// What the tasks of a batch do together.
enum class BatchKind {
    Cancel, DeleteTasks, Compact, Snapshot, Dump, Swap, CreateIndex, UpdateIndex, DeleteIndex,
    Documents,        ///< Imports and deletions, in their order.
    Clear,            ///< Whatever the documents tasks before wanted, all documents go.
    Settings,
    ClearAndSettings
};

/// Tasks that run together, in uid order.
struct Batch
{
    BatchKind kind = BatchKind::Documents;
    QString indexUid;                   ///< Empty for the kinds of no index.
    std::vector<QueuedTask> tasks;
    QString strategy;                   ///< batchStrategy: why it stopped there, in Meilisearch's words.
    bool createsIndex = false;          ///< Its first task makes a missing index.
};

/// Gathers consecutive tasks of one index into a batch by the rules of Meilisearch 1.50. Pure: no store, no clock.
class Batcher
{
public:
    static constexpr std::size_t kMaxTasks = 10'000;

    /// \a primaryKey: of the index, if it exists and has one.
    Batcher(QString indexUid, bool indexExists, std::optional<QString> primaryKey);
    /// Offers the next waiting task of the index. False: it does not belong to this batch, which is complete.
    [[nodiscard]] bool offer(const QueuedTask &task);
    /// True after the last task was taken that a batch may hold.
    [[nodiscard]] bool isComplete() const { return !m_reason.isEmpty(); }
    [[nodiscard]] Batch take();

private:
    void start(const QueuedTask &task);
    [[nodiscard]] bool continuesDocuments(const QueuedTask &task);
    [[nodiscard]] bool continuesSettings(const QueuedTask &task);
    [[nodiscard]] bool primaryKeyFits(const QueuedTask &task);
    [[nodiscard]] bool refuse(const QString &reason);

    Batch m_batch;
    bool m_indexExists;
    std::optional<QString> m_indexKey;
    std::optional<QString> m_batchKey;
    bool m_hasImport = false;
    QString m_reason;
};

/// The strategy of a batch of one task that never shares.
[[nodiscard]] QString aloneStrategy(const QueuedTask &task);

} // namespace taskglass::localqueue

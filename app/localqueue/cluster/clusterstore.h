// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/documentquery.h"
#include "app/localqueue/cluster/fault.h"
#include "app/localqueue/cluster/mapping.h"
#include "app/localqueue/engine/database.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace taskglass::localqueue::cluster {

/// An index with its mapping.
struct Index
{
    qint64 row = 0;             ///< Ours.
    QString name;
    QByteArray uuid;
    int shards = 1;
    int replicas = 1;
    qint64 createdMs = 0;
    Mapping mapping;
};

/// A document as stored.
struct Document
{
    qint64 indexRow = 0;
    QString id;
    int slot = 0;               ///< Of kSlots; says which shard and which slice it belongs to.
    qint64 seqNo = 0;           ///< Within its shard.
    qint64 version = 1;
    QByteArray body;
};

/// Documents are spread over so many slots by a hash of their ids; shards and slices take slots modulo their number.
inline constexpr int kSlots = 5040; // divisible by every number up to 10

/// One write to one document.
struct Write
{
    enum class Op { Index, Create, Delete };
    Op op = Op::Index;
    QString id;                             ///< Empty: one is made up (Index and Create).
    QByteArray body;
    std::optional<qint64> ifSeqNo;          ///< Only when the stored document still has that one.
};

/// What became of a write.
struct Written
{
    QString id;
    bool created = false;                   ///< There was none before.
    bool found = true;                      ///< Deletes: there was one.
    qint64 version = 1;
    qint64 seqNo = 0;
    int shard = 0;
};

/// Indices, documents and stored results in one SQLite file. Used by one thread, the cluster's worker, after open().
/// Stored results are documents of the index `.tasks`, as on a real cluster.
class ClusterStore
{
public:
    static const QString kResultsIndex;     ///< ".tasks"

    /// \a options names the file. Any thread; the connection used there is closed again.
    [[nodiscard]] static Result<std::unique_ptr<ClusterStore>> open(const DatabaseOptions &options, int nodes);

    [[nodiscard]] const QByteArray &clusterUuid() const { return m_uuid; }
    [[nodiscard]] const QByteArrayList &nodeIds() const { return m_nodeIds; }

    // --- indices ---

    /// Fault: resource_already_exists_exception, invalid_index_name_exception (400).
    [[nodiscard]] Fallible<Index *> create(const QString &name, int shards, int replicas, Mapping mapping);
    [[nodiscard]] std::optional<Fault> remove(const QString &name);
    /// Null when there is none.
    [[nodiscard]] Index *find(const QString &name);
    [[nodiscard]] Index *find(qint64 row);
    /// Fault: index_not_found_exception (404).
    [[nodiscard]] Fallible<Index *> get(const QString &name);
    /// Every index that one of \a expressions names; "_all" and patterns with `*` may name none, and never hidden ones
    /// that begin with a dot. Fault: index_not_found_exception for a plain name.
    [[nodiscard]] Fallible<std::vector<Index *>> resolve(const QStringList &expressions);

    // --- documents ---

    /// Applies \a write in a transaction() that the caller holds. Faults are the document's own:
    /// version_conflict_engine_exception (409), mapper_parsing_exception (400).
    [[nodiscard]] Fallible<Written> apply(Index &index, const Write &write);
    [[nodiscard]] Fallible<std::optional<Document>> document(const Index &index, const QString &id);
    [[nodiscard]] Fallible<qint64> count(const std::vector<Index *> &indices, const DocumentQuery &query);
    struct Page
    {
        qint64 from = 0;
        qint64 size = 10;
        QString sortField;                  ///< Empty: in the order of the store.
        bool descending = false;
    };
    [[nodiscard]] Fallible<std::vector<Document>> documents(const std::vector<Index *> &indices, const DocumentQuery &query,
                                                            const Page &page);
    [[nodiscard]] Fallible<qint64> bytes(const Index &index);

    /// Writes what is applied until commit().
    [[nodiscard]] Result<std::unique_ptr<Transaction>> transaction();
    /// Mappings and counters with it.
    [[nodiscard]] std::optional<Fault> commit(Transaction &transaction);
    /// After a transaction that was not committed: forgets what apply() learned.
    void rolledBack();

    [[nodiscard]] const DatabaseOptions &options() const { return m_pool.options(); }
    [[nodiscard]] Result<Database *> database() const { return m_pool.get(); }
    /// Closes what the calling thread has opened.
    void releaseThread() const { m_pool.release(); }

private:
    explicit ClusterStore(const DatabaseOptions &options);
    [[nodiscard]] Failure prepare(Database &database, int nodes);
    [[nodiscard]] Failure load(Database &database);
    [[nodiscard]] qint64 nextSeqNo(const Index &index, int shard);

    DatabasePool m_pool;
    QByteArray m_uuid;
    QByteArrayList m_nodeIds;
    std::map<QString, std::unique_ptr<Index>> m_indices;
    std::map<std::pair<qint64, int>, qint64> m_nextSeqNo;   ///< By index and shard.
    std::map<std::pair<qint64, int>, qint64> m_usedSeqNo;   ///< In the open transaction.
    std::map<qint64, QByteArray> m_savedMappings;           ///< As on the disk.
};

/// The store as it is at its first reading: writes since then are not seen. A connection of its own, shared by the slices
/// of a job, which may be a thousand. Opened, used and destroyed on one thread.
struct ReadView
{
    [[nodiscard]] static Fallible<std::shared_ptr<ReadView>> open(const ClusterStore &store);

    std::unique_ptr<Database> database;
    std::unique_ptr<Transaction> transaction;   ///< Ends before the connection.
};

/// A reading position over the documents that match in a view: what changed since the view began is met as a version
/// conflict by whoever writes back. Used and destroyed on the view's thread.
class Snapshot
{
public:
    /// \a slice of \a slices, 0 of 1 for all.
    [[nodiscard]] static Fallible<std::unique_ptr<Snapshot>> open(std::shared_ptr<ReadView> view, const std::vector<Index *> &indices,
                                                                 const DocumentQuery &query, int slice, int slices);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

    [[nodiscard]] qint64 total() const { return m_total; }
    /// Up to \a size documents, in the order in which they were first stored; fewer at the end.
    [[nodiscard]] Fallible<std::vector<Document>> next(qint64 size);

private:
    Snapshot();
    qint64 m_total = 0;
    std::shared_ptr<ReadView> m_view;
    std::unique_ptr<Statement> m_cursor;    ///< Goes before the view: SQLite rolls nothing back under an open cursor.
};

} // namespace taskglass::localqueue::cluster

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/query.h"
#include "app/localqueue/engine/records.h"
#include "app/localqueue/engine/vocabulary.h"
#include "app/localqueue/engine/work.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <functional>
#include <memory>

namespace taskglass::localqueue {

/// How fast work goes. Results are the same.
enum class Pace {
    Instant, ///< As fast as it can.
    Demo,    ///< Milliseconds a document, so that a person can watch and cancel.
    Real     ///< About as long as a Meilisearch 1.50 took for the same work.
};

struct EngineOptions
{
    /// Where everything is kept; made when missing, locked against a second engine. Empty: a temporary folder that goes
    /// when the engine goes.
    QString dataDir;
    Pace pace = Pace::Instant;
    /// The scheduler waits for setPaused(false): for seeding, and for tests that look at waiting tasks.
    bool startPaused = false;
    /// Upper bound of the task store's file; beyond it new tasks are refused as on a full disk. 0: none.
    qint64 maxTaskStoreBytes = 0;
    /// Where dumps and snapshots are written; empty: folders in dataDir.
    QString dumpDir;
    QString snapshotDir;
    /// Calls that need a task of a seeded past wait until it is written; otherwise they fail with notWrittenYet().
    bool waitsForPast = true;
    const Clock *clock = nullptr;       ///< Must outlive the engine; null: the system's.
};

/// A durable task queue that does what its tasks say, in the manner of Meilisearch 1.50.
///
/// A task whose record enqueue() returned survives kill -9 and a power cut. One batch runs at a time, on a thread of the
/// engine's own; what runs is known in memory only, so a task that was running when the process died is enqueued again,
/// and work that was already committed is not done twice.
///
/// Every function may be called from any thread, at the same time; none waits for a running job. A thread's first call
/// opens connections of its own, closed by releaseThread(), by the end of the thread or, for its own thread, by ~Engine.
/// Refusals are Errors whose httpStatus, serverCode and serverMessage are what Meilisearch answers.
class Engine
{
public:
    /// Fails with a sentence when the folder is in use by another engine, cannot be written, or is of a newer version.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> open(const EngineOptions &options);
    /// Stops at the running job's next step; that job is run again at the next start. No other thread may be in a call.
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    // --- writing ---

    /// Registers a task durably. Documents and settings are checked first: malformed_payload, missing_payload (400) …
    /// no_space_left_on_device (422) when it cannot be stored; then nothing was.
    [[nodiscard]] Result<TaskRecord> enqueue(const NewTask &task);

    // --- tasks and batches ---

    [[nodiscard]] Result<TaskList> tasks(const TaskQuery &query, const PageRequest &page) const;
    /// Error task_not_found (404) when there is none, or \a visibleIndexes hides it.
    [[nodiscard]] Result<TaskRecord> task(quint32 uid,
                                          const std::optional<QStringList> &visibleIndexes = std::nullopt) const;
    /// The documents that an unfinished import will bring: NDJSON as posted, the others as objects without separator.
    /// Error task_file_not_found (404) otherwise.
    [[nodiscard]] Result<QByteArray> taskDocuments(quint32 uid) const;
    /// Batches with at least one member that matches \a query; its batchUids filter batches.
    [[nodiscard]] Result<BatchList> batches(const TaskQuery &query, const PageRequest &page) const;
    /// Error batch_not_found (404).
    [[nodiscard]] Result<BatchRecord> batch(quint32 uid) const;
    [[nodiscard]] Result<TaskCounts> counts() const;

    // --- what the tasks made ---

    [[nodiscard]] Result<IndexList> indexes(qint64 offset, qint64 limit) const;
    /// Error index_not_found (404), here and below.
    [[nodiscard]] Result<IndexRecord> index(const QString &uid) const;
    /// All settings of an index as a JSON object in Meilisearch's order, defaults filled in.
    [[nodiscard]] Result<QByteArray> settings(const QString &uid) const;
    [[nodiscard]] Result<DocumentList> documents(const QString &uid, qint64 offset, qint64 limit) const;
    /// Error document_not_found (404).
    [[nodiscard]] Result<QByteArray> document(const QString &uid, const QString &id) const;
    [[nodiscard]] Result<EngineStats> stats() const;

    // --- running it ---

    /// Paused, the scheduler starts no batch; the running one goes on.
    void setPaused(bool paused);
    [[nodiscard]] Pace pace() const;
    void setPace(Pace pace);
    /// Blocks until nothing is enqueued or running, or \a timeoutMs passed; false then. For tests and small tools.
    [[nodiscard]] bool waitUntilIdle(int timeoutMs) const;
    /// Called after each change of tasks, from whichever thread changed them: keep it short, call no function of the
    /// engine from it. Set it before the first task.
    void setObserver(std::function<void()> observer);
    /// Closes what the calling thread has opened. For a QThread's last words: wait() returns before the thread has ended
    /// to the last, so that its files might be closed only after the engine has gone and tidied its folder away.
    void releaseThread() const;
    /// Gives an empty queue \a count (1 to 2^32 - 1) believable finished, failed, canceled and waiting tasks, the same for
    /// the same \a seed. They count at once, and the newest are written at once; the others follow on a thread of the
    /// engine's own, and calls that need one of them wait until it is written. Waiting ones are real and will run.
    /// Error when the queue is not empty.
    [[nodiscard]] Result<qint64> seed(quint32 seed, qint64 count);

private:
    struct Private;
    explicit Engine(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// What an import's body holds. Pure; also what enqueue() does first.
/// Errors: malformed_payload, missing_payload (400), with Meilisearch's sentences.
[[nodiscard]] Result<qint64> validatePayload(PayloadFormat format, const QByteArray &body, char csvDelimiter = ',');

/// Checks a settings object, or with a name like "rankingRules" that one setting's value, and answers the compact object
/// (of one member then) in Meilisearch's key order. Errors: invalid_settings_… (400), bad_request (400) for an unknown
/// key, malformed_payload.
[[nodiscard]] Result<QByteArray> validateSettings(const QByteArray &json, const QString &oneSetting = {});

/// `A-Z a-z 0-9 - _`, 1 to 400 bytes.
[[nodiscard]] bool isValidIndexUid(QStringView uid);

} // namespace taskglass::localqueue

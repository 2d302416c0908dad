// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/dialect.h"
#include "app/client/pagetask.h"
#include "app/client/protocol.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace taskglass::meilisearch {

/// What shape of answer a request asks for: HttpRequest::purpose of this protocol.
enum class Shape : int { Health, Version, TaskList, Task, BatchList, Batch, Summary };

/// -1 stands for "null or not said" in all of these.
struct TaskList final : Decoded
{
    TaskPagePtr page;     ///< Never null. Shape::Task gives a page of one.
    qint64 total = -1;    ///< Matches of the filter, whatever the page; counts tasks that the key may not see, too.
    qint64 limit = -1;    ///< Echo; absent on 0.25 to 0.27.
    qint64 from = -1;     ///< uid of the first result.
    qint64 next = -1;     ///< Where the next page begins.
    qint64 bytes = 0;     ///< Size of the body.
    EpochNs sentAt = kNoTime;
    EpochNs receivedAt = kNoTime;
};

struct BatchList final : Decoded
{
    QList<taskglass::Batch> batches;
    qint64 total = -1;
    qint64 next = -1;
};

/// The answer of a write: which task will do it.
struct Summary final : Decoded
{
    qint64 taskUid = -1;
    QString type;
};

struct Health final : Decoded
{
    QString status;       ///< "available"; "mustRestart" from 1.43 after a compaction.
};

struct VersionInfo final : Decoded
{
    QString package;      ///< "1.50.0"
};

/// Reads a list or a single task. \a body is parsed where it lies when it has room for simdjson's padding behind it.
/// The uid and the status must be right; any other member of an unexpected type is left out (Raw still shows it).
[[nodiscard]] Result<std::shared_ptr<TaskList>> readTasks(const QByteArray &body, Shape shape, const Dialect &dialect);
[[nodiscard]] Result<std::shared_ptr<BatchList>> readBatches(const QByteArray &body, Shape shape);
[[nodiscard]] Result<std::shared_ptr<Summary>> readSummary(const QByteArray &body);

/// The bytes of the member `details` of a task as the server sent it; empty when there is none or it is null.
[[nodiscard]] QByteArray detailsOf(const QByteArray &raw);

/// An integer member of a task's details, such as "matchedTasks"; empty when absent, null or no integer.
[[nodiscard]] std::optional<qint64> countIn(const QByteArray &details, const char *member);

/// `originalFilter` of a cancelation's or deletion's details: the query string that made it, with its '?'.
[[nodiscard]] QString originalFilterIn(const QByteArray &details);

/// Immutable; one for all conversations with a server.
class MeilisearchDecoder final : public Decoder
{
public:
    explicit MeilisearchDecoder(const Dialect &dialect) : m_dialect(dialect) { }
    [[nodiscard]] Result<DecodedPtr> decode(const HttpAnswer &answer) const override;

private:
    Dialect m_dialect;
};

} // namespace taskglass::meilisearch

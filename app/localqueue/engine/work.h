// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/query.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace taskglass::localqueue {

enum class PayloadFormat : quint8 { Json = 0, Ndjson = 1, Csv = 2 };

/// POST replaces a document, PUT merges its top-level fields into the stored one.
enum class ImportMethod : quint8 { Replace = 0, Update = 1 };

struct DocumentImport
{
    ImportMethod method = ImportMethod::Replace;
    PayloadFormat format = PayloadFormat::Json;
    char csvDelimiter = ',';            ///< One ASCII character; Csv only.
    QByteArray body;                    ///< As posted (already unzipped).
    std::optional<QString> primaryKey;  ///< The `primaryKey` parameter.
};

struct DocumentDeletionByIds
{
    QStringList ids;                    ///< External ids; integers in decimal.
};

struct DocumentDeletionByFilter
{
    QByteArray filter;                  ///< The JSON value posted as `filter`: a string, or an array (of arrays) of strings.
};

struct DocumentClear { };

struct SettingsUpdate
{
    /// JSON object of the settings that were sent, null = reset that one; checked with validateSettings().
    QByteArray settings;
    bool resetAll = false;              ///< DELETE …/settings: \a settings is ignored.
    /// DELETE of one setting (or of all): does not create a missing index but fails with index_not_found.
    bool isDeletion = false;
};

struct IndexCreation
{
    std::optional<QString> primaryKey;
};

struct IndexUpdate
{
    std::optional<QString> primaryKey;
    std::optional<QString> newUid;      ///< Rename.
};

struct IndexDeletion { };
struct IndexCompaction { };
struct DumpCreation { };
struct SnapshotCreation { };

struct IndexPair
{
    QString lhs;
    QString rhs;
    bool rename = false;                ///< lhs takes the name rhs, which must be free.
    bool operator==(const IndexPair &) const = default;
};

struct IndexSwap
{
    QList<IndexPair> swaps;
};

/// The matched set is fixed when the task is enqueued; only older tasks can match.
struct TaskCancelation
{
    TaskQuery query;
    QString originalFilter;             ///< The raw query string with its `?`, for the details.
};

struct TaskDeletion
{
    TaskQuery query;
    QString originalFilter;
};

using Work = std::variant<DocumentImport, DocumentDeletionByIds, DocumentDeletionByFilter, DocumentClear, SettingsUpdate,
                          IndexCreation, IndexUpdate, IndexDeletion, IndexCompaction, DumpCreation, SnapshotCreation,
                          IndexSwap, TaskCancelation, TaskDeletion>;

/// A task to be. The kind follows from \a work.
struct NewTask
{
    QString indexUid;                   ///< Empty exactly for the kinds without one, see hasIndex().
    Work work;
    std::optional<QString> customMetadata; ///< An empty text is a value.
};

[[nodiscard]] TaskKind kindOf(const Work &work);

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/job.h"
#include "app/localqueue/engine/work.h"

#include <vector>

namespace taskglass::localqueue {

/// One document to be put or removed.
struct DocumentChange
{
    enum class Type : quint8 { Replace, Update, Remove };
    Type type = Type::Replace;
    std::size_t task = 0;               ///< Which member of the batch wants it.
    QString id;
    QByteArrayView document;            ///< Into one of DocumentChanges::payloads.
};

/// All that a batch will do to an index's documents, with the members that already failed.
struct DocumentChanges
{
    std::vector<QByteArray> payloads;
    std::vector<DocumentChange> changes;
    std::vector<std::optional<Error>> errors; ///< One a member; a member with an error brings no changes.
    std::optional<QString> primaryKey;  ///< The index's, after this batch.
    bool stopped = false;
    std::optional<Error> failure;       ///< Of the store: all members fail.
};

/// Reads the payloads of \a batch from its member number \a first on, infers and checks the primary key, finds every
/// document's id. A bad payload fails only its task.
[[nodiscard]] DocumentChanges computeChanges(JobContext &context, const Batch &batch, const IndexRow &index,
                                             std::size_t first);

/// \a update's top-level fields over \a stored's, in stored order, new ones behind.
[[nodiscard]] QByteArray mergedDocument(QByteArrayView stored, QByteArrayView update);

/// What the settings of \a index demand of a document: coordinates that are numbers, vectors of the right length.
/// Errors: invalid_document_geo_field, invalid_vector_dimensions.
[[nodiscard]] std::optional<Error> checkDocument(const IndexRow &index, const QString &id, QByteArrayView document);

} // namespace taskglass::localqueue

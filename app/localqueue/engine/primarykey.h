// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>
#include <QString>

namespace taskglass::localqueue {

/// The field of \a document whose name ends in `id` (whatever its case), when there is exactly one.
/// Errors: index_primary_key_no_candidate_found, index_primary_key_multiple_candidates_found.
[[nodiscard]] Result<QString> inferPrimaryKey(QByteArrayView document);

/// The external id of \a document: an integer, or a text of `A-Z a-z 0-9 - _` up to 511 bytes. A dotted primary key also
/// finds a nested field. Errors: missing_document_id, invalid_document_id.
[[nodiscard]] Result<QString> documentId(QByteArrayView document, const QString &primaryKey);

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/work.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace taskglass::localqueue {

/// The documents of an import as they are kept until its task runs: JSON objects one after the other.
struct DocumentStream
{
    QByteArray bytes;    ///< NDJSON exactly as posted; JSON and CSV as compact objects without separator.
    qint64 count = 0;
};

/// Reads a posted body. Errors: malformed_payload, missing_payload (400), with Meilisearch's sentences.
[[nodiscard]] Result<DocumentStream> readDocuments(PayloadFormat format, const QByteArray &body, char csvDelimiter);

/// The objects of a stream that readDocuments() made. Views into \a stream.
[[nodiscard]] std::vector<QByteArrayView> documentsOf(QByteArrayView stream);

/// RFC 4180 with a header whose names may carry a type, as in `price:number`. Part of readDocuments().
[[nodiscard]] Result<DocumentStream> readCsv(QByteArrayView body, char delimiter);

} // namespace taskglass::localqueue

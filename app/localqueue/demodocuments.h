// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace taskglass::localqueue {

/// What the demo's indexes hold. Each maker writes one JSON object; the same state of \a random makes the same document.
[[nodiscard]] QByteArray movieDocument(QRandomGenerator &random, int id);
[[nodiscard]] QByteArray bookDocument(QRandomGenerator &random, int id);
[[nodiscard]] QByteArray productDocument(QRandomGenerator &random, int id);
[[nodiscard]] QByteArray customerDocument(QRandomGenerator &random, int id);
[[nodiscard]] QByteArray storeDocument(QRandomGenerator &random, int id);
[[nodiscard]] QByteArray articleDocument(QRandomGenerator &random, int id);

using DocumentMaker = QByteArray (*)(QRandomGenerator &random, int id);

/// "[{…},…]" of \a count documents with ids from \a firstId on.
[[nodiscard]] QByteArray documentArray(DocumentMaker maker, QRandomGenerator &random, int firstId, int count);
/// The same, one a line.
[[nodiscard]] QByteArray documentLines(DocumentMaker maker, QRandomGenerator &random, int firstId, int count);
/// Customers as CSV with a header line, separated by \a delimiter.
[[nodiscard]] QByteArray customerTable(QRandomGenerator &random, int firstId, int count, char delimiter);

} // namespace taskglass::localqueue

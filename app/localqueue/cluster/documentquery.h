// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/fault.h"

#include <QJsonObject>
#include <QString>
#include <QVariantList>

namespace taskglass::localqueue::cluster {

/// Which documents are meant, as a condition over the store's table of documents.
struct DocumentQuery
{
    QString sql = QStringLiteral("1");  ///< Over the columns `id` and `body`.
    QVariantList values;                ///< Of its question marks, in order.
    /// Source of the script of a script_score: it is not run, but it takes its time.
    QString script;
};

/// Reads the query language as far as match_all, match_none, ids, term, terms, range, exists, prefix, match, bool,
/// constant_score and script_score go. An empty object means everything. Fault: parsing_exception (400).
[[nodiscard]] Fallible<DocumentQuery> parseQueryClause(const QJsonObject &query);

/// The path of a field for SQLite's JSON functions: "a.b" is `$."a"."b"`. A trailing ".keyword" is the field itself.
[[nodiscard]] QString jsonPath(const QString &field);

} // namespace taskglass::localqueue::cluster

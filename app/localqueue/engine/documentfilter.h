// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/indexstore.h"
#include "models/domain/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace taskglass::localqueue {

/// Meilisearch's filter language over documents, as far as deletions by filter need it: comparisons, IN, EXISTS, IS NULL,
/// IS EMPTY, CONTAINS, STARTS WITH, TO, AND, OR, NOT and parentheses. Immutable.
class DocumentFilter
{
public:
    /// \a json: the posted value, a text or an array (AND) of texts and arrays (OR) of texts.
    /// Error invalid_document_filter (400) with the position.
    [[nodiscard]] static Result<DocumentFilter> parse(const QByteArray &json);

    /// invalid_document_filter when an attribute is not filterable in \a index.
    [[nodiscard]] std::optional<Error> checkFilterable(const IndexRow &index) const;
    [[nodiscard]] bool matches(QByteArrayView document) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

} // namespace taskglass::localqueue

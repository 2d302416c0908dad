// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/documentfilter.h"

#include <QStringList>

#include <vector>

namespace taskglass::localqueue {

/// A test or a connection of tests.
struct DocumentFilter::Node
{
    enum class Op : quint8 {
        And, Or, Not, Equal, In, Less, LessOrEqual, Greater, GreaterOrEqual, Between, Exists, IsNull, IsEmpty, Contains,
        StartsWith
    };
    Op op = Op::And;
    QString attribute;              ///< Empty for And, Or, Not.
    QStringList operands;
    std::vector<Node> children;
    QString source;                 ///< The whole text, for messages.
    qsizetype position = 0;         ///< Of the attribute in \a source.
};

/// Reads a posted filter. Error invalid_document_filter (400), with line, column and text as Meilisearch shows them.
[[nodiscard]] Result<DocumentFilter::Node> parseFilterValue(const QByteArray &json);

} // namespace taskglass::localqueue

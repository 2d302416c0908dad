// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace taskglass {

/// How tasks are ordered. Ties, and tasks without a value (always last), fall back to the newest id first.
struct SortOrder
{
    /// A column id, see models/table/columns.h. Empty: by no column, just the newest id first; of ids that are no numbers
    /// the one that was seen first is the oldest.
    QString column = QStringLiteral("id");
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const SortOrder &) const = default;
};

} // namespace taskglass

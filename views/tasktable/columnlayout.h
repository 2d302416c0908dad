// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/columns.h"

#include <QByteArray>
#include <QList>

class QTableView;

namespace taskglass {

/// Which columns are shown, in which order, how wide: by column id, so that it survives columns that come and go.
struct ColumnLayout
{
    struct Entry
    {
        QString id;
        bool shown = true;
        int width = 0; ///< Pixels at 100 % text; 0: the default.
        bool operator==(const Entry &) const = default;
    };
    QList<Entry> entries; ///< In visual order.

    /// For a server that offers \a offered (ids; empty: not known yet): the usual ones, and what only such servers have.
    [[nodiscard]] static ColumnLayout defaults(const QList<QString> &offered = {});
    /// "state:80,id:90,-index:0": a minus for hidden columns. Written to settings as it is.
    [[nodiscard]] QByteArray toText() const;
    /// Unknown ids are dropped, missing ones added with their defaults; never fails.
    [[nodiscard]] static ColumnLayout fromText(const QByteArray &text);
    bool operator==(const ColumnLayout &) const = default;
};

/// Reads what \a view shows now.
[[nodiscard]] ColumnLayout layoutOf(const QTableView &view);
/// Arranges \a view; columns outside \a offered (ids; empty: all) stay hidden whatever the layout says.
void applyLayout(QTableView &view, const ColumnLayout &layout, const QList<QString> &offered);
/// A width in which a typical value of \a column fits on a server that offers \a offered, from the view's font.
[[nodiscard]] int defaultWidth(const QTableView &view, Column column, const QList<QString> &offered);

} // namespace taskglass

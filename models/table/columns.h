// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <span>
#include <utility>

namespace taskglass {

/// The columns of the table, in default order.
enum class Column : quint8 { State, Id, Index, Type, Waited, Ran, Progress, Enqueued, Started, Finished, Error, Batch, CanceledBy, Label,
    Node, Parent, Description, Cpu, Memory, Subscription, Database };

/// One column, read by the model, the header menu, the command line and exports alike.
struct ColumnSpec
{
    Column column;
    QLatin1StringView id;      ///< For saved layouts and --columns: never translated, never renamed.
    const char *title;         ///< QT_TRANSLATE_NOOP("Columns", …)
    const char *help;          ///< One sentence for the header's tool tip, QT_TRANSLATE_NOOP("Columns", …).
    Qt::Alignment align;
    bool shownByDefault;
    bool ticks;                ///< Shows a running clock for open tasks.
};

[[nodiscard]] std::span<const ColumnSpec> columns();
[[nodiscard]] const ColumnSpec &columnSpec(Column column);
/// Null when there is no such id.
[[nodiscard]] const ColumnSpec *columnById(QStringView id);
[[nodiscard]] QString columnTitle(Column column);
/// What a server's protocol calls the column (Capabilities::columnTitles), else the general title.
[[nodiscard]] QString columnTitle(Column column, const QList<std::pair<QString, QString>> &titles);
/// Columns that show one text of the task as it is; the others show numbers, times and what is worked out.
[[nodiscard]] bool isText(Column column);
/// Its cells are points in time: sorted by EpochNs, written by formatWhen().
[[nodiscard]] bool showsTime(Column column);

} // namespace taskglass

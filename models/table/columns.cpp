// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columns.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr Qt::Alignment kLeft = Qt::AlignLeading | Qt::AlignVCenter;
constexpr Qt::Alignment kRight = Qt::AlignTrailing | Qt::AlignVCenter;

constexpr std::array<ColumnSpec, 14> kColumns {{
    {Column::State, "state"_L1, QT_TRANSLATE_NOOP("Columns", "State"),
     QT_TRANSLATE_NOOP("Columns", "Where the task stands. A cancel that was accepted shows here until the task has ended."), kLeft, true, false},
    {Column::Id, "id"_L1, QT_TRANSLATE_NOOP("Columns", "ID"),
     QT_TRANSLATE_NOOP("Columns", "The task's id, as the server's own API takes it."), kRight, true, false},
    {Column::Index, "index"_L1, QT_TRANSLATE_NOOP("Columns", "Index"),
     QT_TRANSLATE_NOOP("Columns", "What the task works on. Tasks of the whole server have none."), kLeft, true, false},
    {Column::Type, "type"_L1, QT_TRANSLATE_NOOP("Columns", "Type"),
     QT_TRANSLATE_NOOP("Columns", "What the task does, in the server's word."), kLeft, true, false},
    {Column::Waited, "waited"_L1, QT_TRANSLATE_NOOP("Columns", "Waited"),
     QT_TRANSLATE_NOOP("Columns", "From when the task was enqueued until it started; counts on while it waits. Sorting puts tasks that still wait above those that started."), kRight, true, true},
    {Column::Ran, "ran"_L1, QT_TRANSLATE_NOOP("Columns", "Ran"),
     QT_TRANSLATE_NOOP("Columns", "How long the task ran; counts on while it runs. Sorting puts tasks that still run above those that ended."), kRight, true, true},
    {Column::Progress, "progress"_L1, QT_TRANSLATE_NOOP("Columns", "Progress"),
     QT_TRANSLATE_NOOP("Columns", "How far a running task is, as the server says. It is not estimated."), kLeft, true, false},
    {Column::Enqueued, "enqueued"_L1, QT_TRANSLATE_NOOP("Columns", "Enqueued"),
     QT_TRANSLATE_NOOP("Columns", "When the server accepted the task, in local time."), kRight, true, false},
    {Column::Started, "started"_L1, QT_TRANSLATE_NOOP("Columns", "Started"),
     QT_TRANSLATE_NOOP("Columns", "When the task began to run, in local time."), kRight, false, false},
    {Column::Finished, "finished"_L1, QT_TRANSLATE_NOOP("Columns", "Finished"),
     QT_TRANSLATE_NOOP("Columns", "When the task ended, in local time."), kRight, false, false},
    {Column::Error, "error"_L1, QT_TRANSLATE_NOOP("Columns", "Error"),
     QT_TRANSLATE_NOOP("Columns", "Why the task failed, in the server's words."), kLeft, true, false},
    {Column::Batch, "batch"_L1, QT_TRANSLATE_NOOP("Columns", "Batch"),
     QT_TRANSLATE_NOOP("Columns", "The batch that the task ran in. The server can use the number of an interrupted batch again."), kRight, false, false},
    {Column::CanceledBy, "canceledBy"_L1, QT_TRANSLATE_NOOP("Columns", "Canceled by"),
     QT_TRANSLATE_NOOP("Columns", "The task that canceled this one."), kRight, false, false},
    {Column::Label, "label"_L1, QT_TRANSLATE_NOOP("Columns", "Label"),
     QT_TRANSLATE_NOOP("Columns", "The text that the task's sender attached to it."), kLeft, false, false},
}};

} // namespace

std::span<const ColumnSpec> columns()
{
    return kColumns;
}

const ColumnSpec &columnSpec(Column column)
{
    return kColumns[std::size_t(column)];
}

const ColumnSpec *columnById(QStringView id)
{
    for (const ColumnSpec &spec : kColumns) {
        if (id.compare(spec.id, Qt::CaseInsensitive) == 0)
            return &spec;
    }
    return nullptr;
}

QString columnTitle(Column column)
{
    return QCoreApplication::translate("Columns", columnSpec(column).title);
}

} // namespace taskglass

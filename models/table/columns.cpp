// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columns.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr Qt::Alignment kLeft = Qt::AlignLeading | Qt::AlignVCenter;
constexpr Qt::Alignment kRight = Qt::AlignTrailing | Qt::AlignVCenter;

constexpr std::array<ColumnSpec, 21> kColumns {{
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
     QT_TRANSLATE_NOOP("Columns", "When the server accepted the task."), kRight, true, false},
    {Column::Started, "started"_L1, QT_TRANSLATE_NOOP("Columns", "Started"),
     QT_TRANSLATE_NOOP("Columns", "When the task began to run."), kRight, false, false},
    {Column::Finished, "finished"_L1, QT_TRANSLATE_NOOP("Columns", "Finished"),
     QT_TRANSLATE_NOOP("Columns", "When the task ended."), kRight, false, false},
    {Column::Error, "error"_L1, QT_TRANSLATE_NOOP("Columns", "Error"),
     QT_TRANSLATE_NOOP("Columns", "Why the task failed, in the server's words."), kLeft, true, false},
    {Column::Batch, "batch"_L1, QT_TRANSLATE_NOOP("Columns", "Batch"),
     QT_TRANSLATE_NOOP("Columns", "The batch that the task ran in. The server can use the number of an interrupted batch again."), kRight, false, false},
    {Column::CanceledBy, "canceledBy"_L1, QT_TRANSLATE_NOOP("Columns", "Canceled by"),
     QT_TRANSLATE_NOOP("Columns", "The task that canceled this one."), kRight, false, false},
    {Column::Label, "label"_L1, QT_TRANSLATE_NOOP("Columns", "Label"),
     QT_TRANSLATE_NOOP("Columns", "The text that the task's sender attached to it."), kLeft, false, false},
    {Column::Node, "node"_L1, QT_TRANSLATE_NOOP("Columns", "Node"),
     QT_TRANSLATE_NOOP("Columns", "The machine that the task runs on."), kLeft, false, false},
    {Column::Parent, "parent"_L1, QT_TRANSLATE_NOOP("Columns", "Parent"),
     QT_TRANSLATE_NOOP("Columns", "The task that this one is a part of."), kRight, false, false},
    {Column::Description, "description"_L1, QT_TRANSLATE_NOOP("Columns", "Description"),
     QT_TRANSLATE_NOOP("Columns", "What the task does, in the server's words. Long ones are whole in the detail pane."), kLeft, false, false},
    {Column::Cpu, "cpu"_L1, QT_TRANSLATE_NOOP("Columns", "CPU time"),
     QT_TRANSLATE_NOOP("Columns", "Processor time that the task has used, as the server measured it."), kRight, false, false},
    {Column::Memory, "memory"_L1, QT_TRANSLATE_NOOP("Columns", "Memory"),
     QT_TRANSLATE_NOOP("Columns", "Memory that the task has allocated, as the server measured it."), kRight, false, false},
    {Column::Subscription, "subscription"_L1, QT_TRANSLATE_NOOP("Columns", "Subscription"),
     QT_TRANSLATE_NOOP("Columns", "The subscription that the task works on."), kRight, false, false},
    {Column::Database, "database"_L1, QT_TRANSLATE_NOOP("Columns", "Database"),
     QT_TRANSLATE_NOOP("Columns", "The database that the task works on."), kRight, false, false},
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

bool isText(Column column)
{
    switch (column) {
    case Column::Index:
    case Column::Type:
    case Column::Error:
    case Column::Batch:
    case Column::CanceledBy:
    case Column::Label:
    case Column::Node:
    case Column::Parent:
    case Column::Description:
    case Column::Subscription:
    case Column::Database: return true;
    case Column::State:
    case Column::Id:
    case Column::Waited:
    case Column::Ran:
    case Column::Progress:
    case Column::Enqueued:
    case Column::Started:
    case Column::Finished:
    case Column::Cpu:
    case Column::Memory: return false;
    }
    Q_UNREACHABLE();
}

QString columnTitle(Column column)
{
    return QCoreApplication::translate("Columns", columnSpec(column).title);
}

QString columnTitle(Column column, const QList<std::pair<QString, QString>> &titles)
{
    const QLatin1StringView id = columnSpec(column).id;
    for (const auto &[named, title] : titles) {
        if (named == id)
            return title;
    }
    return columnTitle(column);
}

bool showsTime(Column column)
{
    return column == Column::Enqueued || column == Column::Started || column == Column::Finished;
}

} // namespace taskglass

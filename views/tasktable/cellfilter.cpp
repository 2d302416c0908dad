// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/cellfilter.h"

#include "models/domain/filtermatch.h"
#include "models/domain/taskfilter.h"

namespace taskglass {

namespace {

std::optional<QString> clause(FilterField field, const QString &value)
{
    if (value.isEmpty())
        return std::nullopt;
    FilterClause result;
    result.field = field;
    result.values = {field == FilterField::Label ? wholly(field, value) : value};
    return TaskFilter::fromClauses({result}).text();
}

} // namespace

std::optional<QString> clauseOfCell(const Task &task, Column column)
{
    switch (column) {
    case Column::State:
        // A state that we do not know is told apart by the server's own word.
        return clause(FilterField::Status, task.state == TaskState::Unknown ? task.serverState : wordFor(task.state));
    case Column::Id: return clause(FilterField::Id, task.id);
    case Column::Index: return clause(FilterField::Index, task.target);
    case Column::Type: return clause(FilterField::Type, task.type);
    case Column::Error:
        if (!task.error)
            return std::nullopt;
        return clause(FilterField::Error, task.error->code.isEmpty() ? task.error->message : task.error->code);
    case Column::Batch: return clause(FilterField::Batch, task.batch);
    case Column::CanceledBy: return clause(FilterField::CanceledBy, task.canceledBy.value_or(QString()));
    case Column::Label: return clause(FilterField::Label, task.labels.isEmpty() ? QString() : task.labels.first().second);
    case Column::Node: return clause(FilterField::Node, task.node);
    case Column::Parent: return clause(FilterField::Parent, task.parent.value_or(QString()));
    case Column::Description: return clause(FilterField::Description, task.description.left(kDescriptionKept / 4));
    case Column::Subscription: return clause(FilterField::Subscription, task.subscription);
    case Column::Database: return clause(FilterField::Database, task.database);
    case Column::Cpu:
    case Column::Memory:
    case Column::Waited:
    case Column::Ran:
    case Column::Progress:
    case Column::Enqueued:
    case Column::Started:
    case Column::Finished: return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/taskactions.h"

#include "models/store/taskcolumns.h"
#include "models/store/watchedserver.h"
#include "models/table/columns.h"
#include "models/table/tasktablemodel.h"
#include "views/actions.h"
#include "views/chips/statusclause.h"
#include "views/dialogs/speed.h"
#include "views/detail/copytext.h"
#include "views/filterbar/filterbar.h"
#include "views/style/statuswords.h"
#include "views/tasktable/cellfilter.h"
#include "views/tasktable/taskselection.h"
#include "views/tasktable/tasktableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace taskglass {

using enum ActionId;

TaskActions::TaskActions(Actions &actions, TaskTableView &table, TaskTableModel &model, FilterBar &filter, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_table(table)
    , m_model(model)
    , m_filter(filter)
{
    connectCopy();
    connectWalk();
    connectFilter();
    connect(actions[CancelTasks], &QAction::triggered, this, [this] { emit cancelWanted(draftOfSelection()); });
    connect(actions[CancelMatching], &QAction::triggered, this, [this] { emit cancelWanted(draftOfFilter()); });
    connect(actions[DeleteTasks], &QAction::triggered, this, [this] {
        CommandDraft draft = draftOfSelection();
        draft.kind = CommandKind::Delete;
        emit deleteWanted(draft);
    });
    connect(actions[ChangeSpeed], &QAction::triggered, this, [this] { emit speedWanted(rethrottleTasks()); });
}

void TaskActions::connectCopy()
{
    connect(m_actions[CopyText], &QAction::triggered, this, &TaskActions::copyRows);
    connect(m_actions[CopyId], &QAction::triggered, this, [this] { copy([](const Task &task) { return task.id; }, u"\n"_s); });
    connect(m_actions[CopyJson], &QAction::triggered, this,
            [this] { copy([](const Task &task) { return taskAsJson(task); }, u"\n"_s); });
    connect(m_actions[CopyCurl], &QAction::triggered, this, [this] {
        if (!m_server)
            return;
        const ServerProfile profile = m_server->profile();
        const ServerKind kind = m_server->status().kind;
        copy([=](const Task &task) { return taskAsCurl(task, profile, kind); }, u"\n"_s);
    });
}

void TaskActions::connectWalk()
{
    connect(m_actions[SelectAll], &QAction::triggered, &m_table, &QTableView::selectAll);
    connect(m_actions[SelectMatching], &QAction::triggered, this, [this] {
        m_table.tasks().selectAllMatching();
        if (m_table.tasks().allMatching())
            emit noticed(m_model.filter().isEmpty() ? tr("Every task is selected. Set a filter to act on them together.")
                                                    : tr("Everything that matches the filter is selected, loaded or not."));
    });
    connect(m_actions[ClearSelection], &QAction::triggered, &m_table, &QTableView::clearSelection);
    connect(m_actions[NewRows], &QAction::triggered, &m_table, &TaskTableView::showNewRows);
    connect(m_actions[NextFailed], &QAction::triggered, this, [this] { stepToFailed(false); });
    connect(m_actions[PreviousFailed], &QAction::triggered, this, [this] { stepToFailed(true); });
    connect(m_actions[GoToId], &QAction::triggered, this, &TaskActions::askForId);
    connect(m_actions[Follow], &QAction::triggered, this,
            [this] { setFollowed(m_followed.isEmpty() || m_followed != m_table.currentTask() ? m_table.currentTask() : TaskId()); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TaskActions::checkWanted);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TaskActions::checkWanted);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &TaskActions::checkWanted);
    connect(&m_model, &TaskTableModel::scanningChanged, this, &TaskActions::checkWanted);
    connect(&m_model, &TaskTableModel::countsChanged, this, &TaskActions::checkFollowed);
}

void TaskActions::connectFilter()
{
    connect(m_actions[Find], &QAction::triggered, &m_filter, &FilterBar::focusEdit);
    connect(m_actions[ClearFilter], &QAction::triggered, this, [this] { m_filter.setText({}); });
    connect(m_actions[FilterByCell], &QAction::triggered, this, [this] { filterByCell(false); });
    connect(m_actions[ExcludeCell], &QAction::triggered, this, [this] { filterByCell(true); });
    connect(m_actions[SearchOlder], &QAction::triggered, this, [this] {
        if (!m_server || m_model.filter().isEmpty())
            return;
        m_server->search(m_model.filter());
        emit noticed(tr("Asking %1 for older tasks that match.").arg(m_server->profile().name));
    });
}

void TaskActions::setServer(WatchedServer *server)
{
    if (m_server)
        disconnect(&m_server->store(), nullptr, this, nullptr);
    m_server = server;
    m_wanted.clear();
    setFollowed({});
    if (server)
        connect(&server->store(), &TaskStore::diffApplied, this, &TaskActions::checkFollowed);
}

CommandDraft TaskActions::draftOfSelection() const
{
    const TaskSelection &selection = m_table.tasks();
    if (selection.allMatching() && !m_model.filter().isEmpty())
        return draftOfFilter();
    CommandDraft draft;
    draft.ids = selection.ids();
    return draft;
}

CommandDraft TaskActions::draftOfFilter() const
{
    CommandDraft draft;
    draft.filter = m_model.filter();
    return draft;
}

QList<TaskId> TaskActions::rethrottleTasks() const
{
    QList<TaskId> found;
    if (!m_server || !m_server->status().capabilities.rethrottle)
        return found;
    const QList<TaskId> selected = m_table.tasks().ids(kSpeedLimit);
    for (const TaskId &id : selected) {
        const Slot slot = m_server->store().find(id);
        if (slot != kNoSlot && hasSpeed(m_server->store(), slot, m_server->status().capabilities))
            found.append(id);
    }
    return found;
}

void TaskActions::copy(const std::function<QString(const Task &)> &text, const QString &separator)
{
    if (!m_server)
        return;
    QStringList parts;
    const QList<TaskId> ids = m_table.tasks().ids(kCopyLimit);
    for (const TaskId &id : ids) {
        const Slot slot = m_server->store().find(id);
        if (slot == kNoSlot)
            continue;
        if (const QString part = text(m_server->store().task(slot)); !part.isEmpty())
            parts.append(part);
    }
    if (parts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(parts.join(separator));
    const qint64 selected = m_table.tasks().count();
    emit noticed(selected > kCopyLimit
                     ? tr("Copied the first %1 of %2 tasks.").arg(QLocale().toString(kCopyLimit), QLocale().toString(selected))
                     : tr("Copied %Ln task(s).", nullptr, int(parts.size())));
}

void TaskActions::copyRows()
{
    const QList<int> rows = m_table.tasks().rows(kCopyLimit);
    const QHeaderView *const header = m_table.horizontalHeader();
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int column = header->logicalIndex(visual);
            if (header->isSectionHidden(column))
                continue;
            const QModelIndex index = m_model.index(row, column);
            QString cell = index.data().toString();
            // A copy is read elsewhere and later: times whole and with their zone.
            if (!cell.isEmpty() && showsTime(Column(column)))
                cell = QString::fromLatin1(formatRfc3339(index.data(TaskTableModel::SortValueRole).toLongLong()));
            cells.append(cell.replace(u'\t', u' ').replace(u'\n', u' '));
        }
        lines.append(cells.join(u'\t'));
    }
    if (lines.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    emit noticed(tr("Copied %Ln row(s).", nullptr, int(lines.size())));
}

void TaskActions::stepToFailed(bool backwards)
{
    const QModelIndex current = m_table.currentIndex();
    const int from = current.isValid() ? current.row() : backwards ? m_model.rowCount() : -1;
    const int row = m_model.nextRowInState(from, TaskState::Failed, backwards);
    if (row < 0)
        emit noticed(backwards ? tr("No failed task above.") : tr("No failed task below."));
    else
        m_table.goToRow(row);
    if (m_server)
        m_server->markFailuresSeen();
}

void TaskActions::filterByCell(bool exclude)
{
    const QModelIndex index = m_table.currentIndex();
    if (!m_server || !index.isValid())
        return;
    const Column column = columns()[std::size_t(index.column())].column;
    const Task task = m_server->store().task(m_model.slotAt(index.row()));
    if (column == Column::State && !exclude && task.state != TaskState::Unknown) {
        m_filter.setText(withStates(m_filter.text(), {task.state}));
        return;
    }
    const std::optional<QString> clause = clauseOfCell(task, column);
    if (!clause) {
        emit noticed(tr("Move to a cell with a value to filter by, such as the index or the type."));
        return;
    }
    m_filter.setText(withClause(m_filter.text(), exclude ? u'-' + *clause : *clause));
}

void TaskActions::askForId()
{
    auto *const dialog = new QInputDialog(&m_table);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to Task"));
    dialog->setLabelText(tr("Task id:"));
    dialog->setOkButtonText(tr("Go"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) { goTo(text.trimmed()); });
    dialog->open();
}

void TaskActions::goTo(const TaskId &id)
{
    if (id.isEmpty() || !m_server)
        return;
    if (m_table.goTo(id)) {
        m_table.setFocus();
        return;
    }
    m_wanted = id;
    if (const Slot slot = m_server->store().find(id); slot != kNoSlot) {
        if (m_server->store().columns().flags[slot] & TaskColumns::Housekeeping)
            m_actions[ShowHousekeeping]->setChecked(true);
        if (m_table.goTo(id)) { // that was all that hid it
            m_wanted.clear();
            m_table.setFocus();
            return;
        }
        emit noticed(tr("Task %1 was hidden by the filter, which is off now.").arg(id));
        m_filter.setText({});
        m_table.showNewRows();
        checkWanted();
        return;
    }
    emit noticed(tr("Task %1 is not loaded; asking the server.").arg(id));
    m_server->fetchTask(id);
}

void TaskActions::checkWanted()
{
    if (!m_wanted.isEmpty() && m_table.goTo(m_wanted)) {
        m_wanted.clear();
        m_table.setFocus();
    }
}

void TaskActions::setFollowed(const TaskId &id)
{
    if (id != m_followed) {
        m_followed = id;
        if (!id.isEmpty())
            emit noticed(tr("Following task %1.").arg(id));
        emit followedChanged(id);
    }
    m_actions[Follow]->setChecked(!id.isEmpty());
}

void TaskActions::checkFollowed()
{
    if (m_followed.isEmpty() || !m_server)
        return;
    const Slot slot = m_server->store().find(m_followed);
    if (slot == kNoSlot)
        return;
    m_table.keepInView(m_followed);
    const TaskState state = m_server->store().stateAt(slot);
    if (isFinal(state)) {
        const TaskId ended = m_followed;
        setFollowed({});
        emit noticed(tr("Task %1 ended: %2.").arg(ended, stateText(state)));
    }
}

} // namespace taskglass

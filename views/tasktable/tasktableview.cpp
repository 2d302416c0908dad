// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/tasktableview.h"

#include "models/table/tasktablemodel.h"
#include "views/style/spacing.h"
#include "views/tasktable/celltick.h"
#include "views/tasktable/columnmenu.h"
#include "views/tasktable/newrowspill.h"
#include "views/tasktable/rowhold.h"
#include "views/tasktable/rowsbelow.h"
#include "views/tasktable/rowtree.h"
#include "views/tasktable/scrollanchor.h"
#include "views/tasktable/taskdelegate.h"
#include "views/tasktable/taskheader.h"
#include "views/tasktable/taskselection.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

int heightOfRow(Preferences::Density density, int textHeight)
{
    switch (density) {
    case Preferences::Density::Comfortable: return qMax(spacing::kTarget, textHeight + spacing::kGroup);
    case Preferences::Density::Normal: return textHeight + spacing::kInside;
    case Preferences::Density::Compact: return textHeight + 1;
    }
    Q_UNREACHABLE();
}

} // namespace

TaskTableView::TaskTableView(TaskTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_wanted(ColumnLayout::defaults())
{
    setObjectName(u"taskTable"_s);
    setAccessibleName(tr("Tasks"));
    m_delegate = new TaskDelegate(this);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false); // Tab leaves the table: rows are walked with the arrows
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setModel(&model);
    setUpHeaders();
    fitRowHeight();

    m_below = new RowsBelow(*this);
    new ScrollAnchor(*this);
    new RowTree(*this, model, *m_delegate);
    m_hold = new RowHold(*this, model);
    m_tick = new CellTick(*this);
    m_pill = new NewRowsPill(this);
    m_selection = new TaskSelection(model, *selectionModel(), this);
    connect(&model, &TaskTableModel::heldChanged, m_pill, &NewRowsPill::setCount);
    connect(m_pill, &QAbstractButton::clicked, this, &TaskTableView::showNewRows);
    connect(this, &QAbstractItemView::activated, this, &TaskTableView::taskOpened);
}

TaskTableView::~TaskTableView() = default;

void TaskTableView::setUpHeaders()
{
    auto *const header = new TaskHeader(this);
    setHorizontalHeader(header);
    connect(header, &QWidget::customContextMenuRequested, this, &TaskTableView::showHeaderMenu);
    connect(header, &TaskHeader::pauseWanted, this, &TaskTableView::pauseWanted);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    arrangeColumns();
    showOrder();
    setSortingEnabled(true);
    connect(&m_model, &TaskTableModel::sortOrderChanged, this, &TaskTableView::showOrder);
    const auto moved = [this] {
        if (m_arranging)
            return;
        m_wanted = columnLayout();
        emit columnLayoutChanged();
    };
    connect(header, &QHeaderView::sectionMoved, this, moved);
    connect(header, &QHeaderView::sectionResized, this, [this] { emit columnLayoutChanged(); });
}

/// The header asks the model at once to sort so, which is what it does already.
void TaskTableView::showOrder()
{
    const SortOrder &order = m_model.sortOrder();
    const ColumnSpec *const spec = columnById(order.column);
    horizontalHeader()->setSortIndicator(spec ? int(spec->column) : -1, order.order);
}

void TaskTableView::arrangeColumns()
{
    m_arranging = true;
    applyLayout(*this, m_wanted, m_offered);
    m_arranging = false;
}

ColumnLayout TaskTableView::columnLayout() const
{
    ColumnLayout layout = layoutOf(*this);
    for (ColumnLayout::Entry &entry : layout.entries) {
        const auto wanted = std::find_if(m_wanted.entries.cbegin(), m_wanted.entries.cend(),
                                         [&entry](const ColumnLayout::Entry &other) { return other.id == entry.id; });
        if (wanted != m_wanted.entries.cend() && !offersColumn(entry.id))
            entry = *wanted;
    }
    return layout;
}

void TaskTableView::fitRowHeight()
{
    const int height = heightOfRow(m_density, fontMetrics().height());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
}

TaskId TaskTableView::currentTask() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_model.idAt(index.row()) : TaskId();
}

bool TaskTableView::goTo(const TaskId &id)
{
    const int row = m_model.reveal(id);
    goToRow(row);
    return row >= 0;
}

void TaskTableView::goToRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const int column = currentIndex().isValid() ? currentIndex().column() : horizontalHeader()->logicalIndex(0);
    const QModelIndex index = m_model.index(row, column);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void TaskTableView::keepInView(const TaskId &id)
{
    if (const int row = m_model.rowOf(id); row >= 0)
        scrollTo(m_model.index(row, horizontalHeader()->logicalIndex(0)));
}

void TaskTableView::showNewRows()
{
    verticalScrollBar()->setValue(0);
    m_hold->letIn();
    const auto goUp = [this] {
        scrollToTop();
        if (m_model.rowCount() > 0 && hasFocus())
            goToRow(0);
    };
    if (m_model.isScanning()) // many rows come a little later
        connect(&m_model, &TaskTableModel::scanningChanged, this, goUp, Qt::SingleShotConnection);
    else
        goUp();
}

void TaskTableView::setColumnLayout(const ColumnLayout &layout)
{
    m_wanted = layout;
    arrangeColumns();
    emit columnLayoutChanged();
}

void TaskTableView::setCapabilities(const Capabilities &can)
{
    if (can.columns == m_offered && can.columnTitles == m_titles)
        return;
    m_offered = can.columns;
    m_titles = can.columnTitles;
    // The model names the columns; the header remembers how wide their names are.
    horizontalHeader()->headerDataChanged(Qt::Horizontal, 0, horizontalHeader()->count() - 1);
    arrangeColumns();
}

void TaskTableView::setColumnShown(const QString &id, bool shown)
{
    const ColumnSpec *const spec = columnById(id);
    if (!spec)
        return;
    for (ColumnLayout::Entry &entry : m_wanted.entries) {
        if (entry.id == id)
            entry.shown = shown;
    }
    setColumnHidden(int(spec->column), !shown || !offersColumn(id));
    emit columnLayoutChanged();
}

void TaskTableView::setDensity(Preferences::Density density)
{
    if (std::exchange(m_density, density) != density)
        fitRowHeight();
}

void TaskTableView::setMenuOpen(bool open) { m_hold->setMenuOpen(open); }

void TaskTableView::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) == stale)
        return;
    m_delegate->setDimmed(stale);
    viewport()->update();
}

void TaskTableView::doItemsLayout()
{
    if (m_below && m_below->takeIsAll()) // none while the base is being set up
        updateGeometries();
    else
        QTableView::doItemsLayout();
}

void TaskTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous); // screen readers hear it from there
    const TaskId id = current.isValid() ? m_model.idAt(current.row()) : TaskId();
    if (std::exchange(m_current, id) != id)
        emit currentTaskChanged(id);
}

void TaskTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (model() && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)) {
        fitRowHeight();
        arrangeColumns();
    }
}

void TaskTableView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint pos = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        pos = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    setMenuOpen(true);
    emit contextMenuWanted(pos);
}

void TaskTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    // A table that has the focus shows where: the first visible row, without selecting it.
    if (!currentIndex().isValid() && m_model.rowCount() > 0) {
        const int row = qMax(0, rowAt(0));
        selectionModel()->setCurrentIndex(m_model.index(row, horizontalHeader()->logicalIndex(0)),
                                          QItemSelectionModel::NoUpdate);
    }
}

void TaskTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // A pane or a bar that opens below must not cover the row that opened it.
    const QRect current = visualRect(currentIndex());
    if (event->size().height() < event->oldSize().height() && currentIndex().isValid()
        && current.top() < event->oldSize().height() && current.bottom() >= event->size().height())
        scrollTo(currentIndex());
}

void TaskTableView::showHeaderMenu(const QPoint &pos)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu, *this);
    setMenuOpen(true);
    connect(menu, &QMenu::aboutToHide, this, [this] { setMenuOpen(false); });
    menu->popup(horizontalHeader()->mapToGlobal(pos));
}

} // namespace taskglass

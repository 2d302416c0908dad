// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/columnmenu.h"

#include "views/style/plaintext.h"
#include "views/tasktable/tasktableview.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>

namespace taskglass {

void fillColumnMenu(QMenu &menu, TaskTableView &view)
{
    menu.clear();
    const QHeaderView *const header = view.horizontalHeader();
    const int shown = header->count() - header->hiddenSectionCount();
    for (const ColumnSpec &spec : columns()) {
        const QString id(spec.id);
        if (!view.offersColumn(id))
            continue;
        QAction *const action = menu.addAction(withoutMnemonics(view.model()->headerData(int(spec.column), Qt::Horizontal).toString()));
        action->setCheckable(true);
        const bool visible = !header->isSectionHidden(int(spec.column));
        action->setChecked(visible);
        // The last one stays: a table without columns has no header left to bring them back.
        action->setEnabled(!visible || shown > 1);
        QObject::connect(action, &QAction::toggled, &view, [&view, id](bool on) { view.setColumnShown(id, on); });
    }
    menu.addSeparator();
    QAction *const reset = menu.addAction(QCoreApplication::translate("ColumnMenu", "&Reset Columns"));
    QObject::connect(reset, &QAction::triggered, &view, [&view] { view.resetColumns(); });
}

} // namespace taskglass

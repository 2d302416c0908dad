// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QTableView;

namespace taskglass {

/// Keeps the rows that are on screen where they are while others come, go or move above them. Without it the scroll bar
/// keeps its number and the rows slide under the pointer. At the very top nothing is held: there the newest rows belong.
class ScrollAnchor : public QObject
{
    Q_OBJECT

public:
    /// Watches the model that \a view has now; make a new anchor when the model changes.
    explicit ScrollAnchor(QTableView &view);

private:
    void take();
    void restore();

    QTableView &m_view;
    QPersistentModelIndex m_top; ///< Invalid: nothing to restore.
    int m_offset = 0;            ///< Pixels of the top row that are scrolled away.
};

} // namespace taskglass

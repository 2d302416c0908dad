// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace taskglass {

/// Knows when nothing came but rows below those on screen: then the scroll bar has more to scroll, and no row on screen
/// looks different. While older tasks stream in, painting them all the same took a third of the window's thread.
class RowsBelow : public QObject
{
    Q_OBJECT

public:
    /// Watches the model that \a view has now.
    explicit RowsBelow(QTableView &view);

    /// Whether that is all that happened since the last call.
    [[nodiscard]] bool takeIsAll();

private:
    enum class Seen { Nothing, Below, More };
    void noteInsertion(int first);
    void noteMore() { m_seen = Seen::More; }

    QTableView &m_view;
    Seen m_seen = Seen::Nothing;
};

} // namespace taskglass

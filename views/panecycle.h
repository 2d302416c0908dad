// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace taskglass {

/// F6 and Shift+F6: the focus goes from one part of the window to the next that can be seen, and to where it was there.
class PaneCycle : public QObject
{
    Q_OBJECT

public:
    explicit PaneCycle(QWidget *window);
    /// Panes in order. \a entry gets the focus when nothing in \a pane had it before.
    void add(QWidget *pane, QWidget *entry);
    void next() { move(1); }
    void previous() { move(-1); }

private:
    struct Pane
    {
        QWidget *pane;
        QWidget *entry;
        QPointer<QWidget> last;
    };
    void move(int step);
    void remember(QWidget *focused);

    QList<Pane> m_panes;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace taskglass {

class Actions;

/// The views, one a row. Choosing one, by click or Enter, triggers its action.
class ViewList : public QListWidget
{
    Q_OBJECT

public:
    explicit ViewList(Actions &actions, QWidget *parent = nullptr);
    /// Marks the view that \a filterText is, if it is one.
    void setShown(const QString &filterText);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    Actions &m_actions;
};

} // namespace taskglass

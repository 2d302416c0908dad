// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <span>

class QActionGroup;

namespace taskglass {

/// How often the server is asked, 1 s … 15 min.
class IntervalMenu : public QMenu
{
    Q_OBJECT

public:
    explicit IntervalMenu(QWidget *parent = nullptr);
    /// The intervals on offer, in milliseconds, ascending.
    [[nodiscard]] static std::span<const int> choices();
    void setInterval(int ms);
    void retranslate();

signals:
    void chosen(int ms);

private:
    QActionGroup *m_group;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace taskglass {

/// "14 new ↑" over the table's top edge while new rows wait. Nothing moves until it is pressed (or N).
class NewRowsPill : public QPushButton
{
    Q_OBJECT

public:
    /// \a table is the scroll area over whose viewport it floats.
    explicit NewRowsPill(QWidget *table);
    void setCount(int count);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    int m_count = 0;
};

} // namespace taskglass

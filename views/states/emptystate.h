// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/states/emptiness.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace taskglass {

/// A 48 px glyph, one sentence, one primary button, over the empty table.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *table);
    void setEmptiness(const std::optional<Emptiness> &emptiness);
    [[nodiscard]] QString text() const;

signals:
    void clearFilterRequested();
    void searchOlderRequested();
    void showFinishedRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void press();
    void updateGlyph();

    Emptiness m_emptiness;
    QLabel *m_glyph = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_primary = nullptr;
    QPushButton *m_secondary = nullptr;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskfilter.h"

#include <QLineEdit>

#include <optional>

class QAction;

namespace taskglass {

/// The line in which a filter is written: a red wave under the part that is wrong, and an icon beside it.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    /// Empty: the text is fine.
    void setError(const std::optional<FilterError> &error);
    [[nodiscard]] const std::optional<FilterError> &error() const { return m_error; }

signals:
    /// Esc was pressed here.
    void escaped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int xOf(int position) const;

    std::optional<FilterError> m_error;
    QAction *m_icon = nullptr;
};

} // namespace taskglass

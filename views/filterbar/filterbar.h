// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskfilter.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace taskglass {

class FilterSuggestions;
class FilterEdit;
class TaskStore;
struct Capabilities;

/// The filter in words. While typing it waits a moment, then offers what parses; what does not parse is marked and the
/// last valid filter stays in force.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Where completion finds values that were seen; null for none. A store must be unset before it dies.
    void setStore(TaskStore *store);
    /// Which fields completion offers, and under which names.
    void setCapabilities(const Capabilities &can);
    [[nodiscard]] const TaskFilter &filter() const { return m_filter; }
    [[nodiscard]] QString text() const;
    /// Replaces the text and applies it at once.
    void setText(const QString &text);
    void focusEdit();
    [[nodiscard]] bool hasEditFocus() const;
    [[nodiscard]] FilterEdit &edit() { return *m_edit; }

signals:
    void filterChosen(const taskglass::TaskFilter &filter);
    /// A sentence with its position; empty when the text parses.
    void errorChanged(const QString &sentence);
    void helpRequested();
    /// Return or Down: on to the table.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyNow();
    void escape();

    FilterEdit *m_edit = nullptr;
    QToolButton *m_help = nullptr;
    FilterSuggestions *m_suggestions = nullptr;
    QTimer m_typing;
    TaskFilter m_filter;
};

} // namespace taskglass

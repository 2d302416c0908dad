// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace taskglass {

/// A line to search within a tab: text, previous, next, and which of how many matches is shown. What is searched belongs
/// to the owner. Enter goes to the next match, Shift+Enter to the one before, Esc clears.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(const QString &accessibleName, QWidget *parent = nullptr);
    [[nodiscard]] QString text() const;
    /// \a current from 0; -1 when none is shown yet.
    void setMatches(qsizetype current, qsizetype count);
    void activate();

signals:
    void textChanged(const QString &text);
    void nextRequested();
    void previousRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_count;
};

} // namespace taskglass

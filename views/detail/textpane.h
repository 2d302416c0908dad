// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QWidget>

class QPlainTextEdit;

namespace taskglass {

class FindBar;

/// Read-only text in the fixed font with a search line. Always plain text.
class TextPane : public QWidget
{
    Q_OBJECT

public:
    explicit TextPane(const QString &accessibleName, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    void setWrap(bool wrap);
    [[nodiscard]] FindBar *findBar() const { return m_find; }

private:
    void search(bool fromStart);
    void step(int by);
    void showMatch();

    QPlainTextEdit *m_edit;
    FindBar *m_find;
    QList<int> m_matches;
    qsizetype m_current = -1;
};

/// A window for one large value: the whole text, search, Copy and Close. Deletes itself when closed.
class TextViewer : public QDialog
{
    Q_OBJECT

public:
    TextViewer(const QString &title, const QString &text, QWidget *parent);
};

} // namespace taskglass

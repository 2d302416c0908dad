// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/taskfixture.h"
#include "views/dialogs/commanddialog.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <memory>

namespace taskglass::test {

/// A server's word that would do harm if it were taken for more than text.
inline const QString kEvil = QStringLiteral("<b>x</b><img src='file:///y'>");

/// The visible T whose text begins like that; null when there is none.
template<typename T>
[[nodiscard]] T *withText(QWidget *parent, const QString &start)
{
    for (T *widget : parent->findChildren<T *>()) {
        if (widget->isVisibleTo(parent) && widget->text().startsWith(start))
            return widget;
    }
    return nullptr;
}

/// The same by its accessible name.
template<typename T>
[[nodiscard]] T *named(QWidget *parent, const QString &start)
{
    for (T *widget : parent->findChildren<T *>()) {
        if (widget->isVisibleTo(parent) && widget->accessibleName().startsWith(start))
            return widget;
    }
    return nullptr;
}

/// A window, a server that can cancel and delete, and what was confirmed and sent: new for each test function.
class CommandFixture : public QObject
{
    Q_OBJECT

protected:
    CommandDraft draftOf(const QList<TaskId> &ids) const;
    CommandPreview previewOf(const CommandDraft &draft, qint64 count) const;
    void setEnvironment(Environment environment, bool readOnly = false);
    /// Opens a dialog and returns the token that it asked with; 0 when it did not ask.
    int openDialog(const CommandDraft &draft, bool brief = false);

    FakeClock m_clock;
    std::unique_ptr<WatchedServer> m_server;
    std::unique_ptr<QWidget> m_window;
    QPointer<CommandDialog> m_dialog;
    QList<Command> m_confirmed; ///< By the dialog.
    QList<Command> m_sent;      ///< To the server.

private slots:
    void init();
    void cleanup();
};

} // namespace taskglass::test

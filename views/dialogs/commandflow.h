// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;
class QWidget;

namespace taskglass {

class CommandDialog;
class SpeedDialog;
class UndoBar;

/// The one way of a command through the window: question → time to undo → sent. Whoever wants something canceled or
/// deleted calls begin(); nothing else in the views sends commands.
class CommandFlow : public QObject
{
    Q_OBJECT

public:
    /// \a window is the parent of the dialogs, \a bar holds what was confirmed; both must outlive this.
    CommandFlow(QWidget &window, UndoBar &bar, QObject *parent = nullptr);

    /// Asks, or for a single task that need not be asked about gets the preview and holds it right away. One question at a
    /// time: while one is open it is brought to the front instead.
    void begin(WatchedServer *server, const CommandDraft &draft);
    /// Asks how fast these shall work first, then goes on as begin() does.
    void askForSpeed(WatchedServer *server, const QList<TaskId> &ids);
    /// False: single tasks that are not on production are canceled without the question; true at first.
    void setAskForSingle(bool ask) { m_askForSingle = ask; }
    [[nodiscard]] bool askForSingle() const { return m_askForSingle; }

    /// Commands of \a server are waited for, see mayQuit().
    void follow(WatchedServer &server);
    /// True when nothing waits to be sent and nothing that was sent waits for its result. Otherwise asks what to do about
    /// it, and calls \a proceed later unless the user stays: at once, or when the results are known.
    [[nodiscard]] bool mayQuit(const std::function<void()> &proceed);

signals:
    /// "Don't ask again" was ticked: to be kept in the settings.
    void askForSingleChanged(bool ask);
    /// One sentence for the status bar.
    void noticed(const QString &sentence);

private:
    void ask(WatchedServer &server, const CommandDraft &draft, bool brief);
    void holdWithoutAsking(WatchedServer &server, const CommandDraft &draft);
    /// Commands that were sent and have no result yet.
    [[nodiscard]] int unconfirmed() const;
    void askAboutUnsent(int count);
    void askAboutUnconfirmed(int count);
    [[nodiscard]] QMessageBox *newQuitBox(const QString &name, const QString &title);
    void quitWhenKnown();
    void proceedNow();

    QWidget &m_window;
    UndoBar &m_bar;
    bool m_askForSingle = true;
    QPointer<CommandDialog> m_dialog;
    QPointer<SpeedDialog> m_speed;
    QPointer<QMessageBox> m_quit;
    QList<QPointer<WatchedServer>> m_servers;
    std::function<void()> m_proceed;
    bool m_quitWhenKnown = false;
    bool m_quitAnyway = false;
};

} // namespace taskglass

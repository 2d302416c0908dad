// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace taskglass {

/// One command that is held back: what it is, how long there is to think, Undo and Send Now.
class HeldCommand : public QWidget
{
    Q_OBJECT

public:
    /// \a holdMs: 0 or more; negative: until Send Now or Undo.
    HeldCommand(WatchedServer &server, Command command, int holdMs, QWidget *parent);

    /// Sends the command, unless it was sent or undone before.
    void sendNow();
    void undo();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] const Command &command() const { return m_command; }

signals:
    /// Exactly one of the two, once.
    void sent(const taskglass::Command &command);
    void undone(const taskglass::Command &command);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateText();

    QPointer<WatchedServer> m_server;
    QString m_serverName;
    Command m_command;
    bool m_open = true;
    QTimer m_end;
    QTimer m_paint;
    QLabel *m_text;
    QProgressBar *m_left;
    QPushButton *m_undo;
    QPushButton *m_send;
};

/// The bar of commands that wait for their time to undo; hidden while there are none. Nothing is sent before a command's
/// time ends. Esc while it has the focus undoes; the window's own Esc should call undoLatest() first.
class UndoBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kDefaultHoldMs = 5000;

    explicit UndoBar(QWidget *parent = nullptr);
    /// 0: commands are sent at once; negative: they wait until told. Holds that run already keep their time.
    void setHoldTime(int ms) { m_holdMs = ms; }
    void hold(WatchedServer &server, const Command &command);

    [[nodiscard]] int pending() const;
    /// False when there was nothing to undo.
    bool undoLatest();
    void sendAll();
    void discardAll();

signals:
    void pendingChanged(int count);
    /// "The cancel of 37 tasks was undone; nothing was sent.": for the status bar.
    void noticed(const QString &sentence);

private:
    [[nodiscard]] QList<HeldCommand *> open() const;
    void drop(HeldCommand *held);

    int m_holdMs = kDefaultHoldMs;
    QVBoxLayout *m_column;
    QList<QPointer<HeldCommand>> m_held;
};

} // namespace taskglass

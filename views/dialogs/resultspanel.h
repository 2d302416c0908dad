// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;
class QVBoxLayout;

namespace taskglass {

/// How one sent command stands: the sentence, the difference to the preview in words, a line per task, retry.
class ResultCard : public QWidget
{
    Q_OBJECT

public:
    ResultCard(const QString &serverName, QWidget *parent);
    void setReport(const CommandReport &report);
    [[nodiscard]] const CommandReport &report() const { return m_report; }

signals:
    void retryRequested(const taskglass::CommandDraft &draft);
    void taskActivated(const taskglass::TaskId &id);
    void closeRequested();

private:
    void fillList();

    QString m_serverName;
    CommandReport m_report;
    QLabel *m_sentence;
    QLabel *m_difference;
    QLabel *m_error;
    QToolButton *m_fold;
    QPushButton *m_retry;
    QToolButton *m_close;
    QTreeWidget *m_list;
};

/// What became of the commands sent in this session, newest first; hidden while there are none.
class ResultsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPanel(QWidget *parent = nullptr);
    /// Shows this server's reports from now on; called twice it does no more. The server may be destroyed at any time.
    void follow(WatchedServer &server);

signals:
    /// Refused or unconfirmed tasks should be tried again: goes through the confirmation like any other command.
    void retryRequested(taskglass::WatchedServer *server, const taskglass::CommandDraft &draft);
    void taskActivated(taskglass::WatchedServer *server, const taskglass::TaskId &id);
    /// "prod-eu: 36 canceled, 1 already finished", when a command has ended: for the status bar and screen readers.
    void noticed(const QString &sentence);

private:
    void onReport(WatchedServer *server, const CommandReport &report);
    void close(const QString &key);

    QVBoxLayout *m_column;
    QHash<QString, QPointer<ResultCard>> m_cards; // by the command's id
    QList<QPointer<WatchedServer>> m_followed;
};

} // namespace taskglass

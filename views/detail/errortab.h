// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/detailtab.h"
#include "views/detail/relations.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QToolButton;

namespace taskglass {

class LinkButton;

/// Why the task failed: the server's message first, then code and type, what can be done about it, how often it was seen.
class ErrorTab : public DetailTab
{
    Q_OBJECT

public:
    explicit ErrorTab(QWidget *parent = nullptr);
    void setTask(const Task &task, WatchedServer &server) override;

private:
    QWidget *makeCard();
    void showCauses();
    void showHistory(const WatchedServer &server);

    Task m_task;
    QPointer<WatchedServer> m_server;
    QWidget *m_card;
    QLabel *m_none;
    QLabel *m_message;
    QLabel *m_code;
    QLabel *m_type;
    QPushButton *m_documentation;
    QPushButton *m_report;
    QPushButton *m_alike;
    QToolButton *m_fold;
    QLabel *m_causes;
    QLabel *m_seen;
    LinkButton *m_first;
    FailureHistory m_history;
};

/// The chain of causes in \a raw (`caused_by`, as OpenSearch nests them), outermost first, each a line "type: reason".
[[nodiscard]] QStringList causeChain(const QByteArray &raw);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/detailtab.h"
#include "views/detail/relations.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace taskglass {

class FailureItemsModel;
class LinkButton;

/// Why the task failed: the server's message first, then code and type, what can be done about it, how often it was seen;
/// below it the single items that failed.
class ErrorTab : public DetailTab
{
    Q_OBJECT

public:
    explicit ErrorTab(QWidget *parent = nullptr);
    void setTask(const Task &task, WatchedServer &server) override;

private:
    QWidget *makeCard();
    QWidget *makeItems();
    void showCauses();
    void showItems(bool other);
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
    QWidget *m_itemsBox;
    QLabel *m_itemsCount;
    FailureItemsModel *m_items;
    QTableView *m_itemsTable;
    FailureHistory m_history;
};

/// The chain of causes in \a raw (`caused_by`, as OpenSearch nests them), outermost first, each a line "type: reason".
[[nodiscard]] QStringList causeChain(const QByteArray &raw);
/// Where a script failed (`script_stack` of the error or of one of its causes), line by line; empty when no script did.
[[nodiscard]] QStringList scriptStack(const QByteArray &raw);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTreeView;
class QVBoxLayout;

namespace taskglass {

class JsonTreeModel;

/// The ways on that the server offers for a task: a button and the address of each. Where the connection's keys may be
/// used, what is behind an address is read and shown here as JSON; every other one goes to the browser, after a question.
class LinksBox : public QWidget
{
    Q_OBJECT

public:
    explicit LinksBox(QWidget *parent = nullptr);
    /// Links to the task itself are left out; without any others the box hides. Called again with the same links it
    /// keeps what it shows.
    void setLinks(const QList<TaskLink> &links, WatchedServer &server);

private:
    void rebuild();
    void follow(const TaskLink &link);
    void show(const QString &sentence, const QByteArray &json = {});

    QPointer<WatchedServer> m_server;
    QList<TaskLink> m_links;
    TaskLink m_asked;
    QWidget *m_list;
    QLabel *m_sentence;
    JsonTreeModel *m_model;
    QTreeView *m_tree;
};

} // namespace taskglass

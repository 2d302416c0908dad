// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/failuregroups.h"

#include <QPointer>
#include <QTimer>
#include <QTreeWidget>

namespace taskglass {

class WatchedServer;

/// The failures of one server by what they say: message with what varies left out, and how many. Choosing one, by click
/// or Enter, asks for a filter that shows them. Groups are counted again some seconds after failures changed, and only
/// while somebody can see them.
class FailuresPanel : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FailuresPanel(QWidget *parent = nullptr);

    /// Null empties the panel. The server may be destroyed at any time.
    void setServer(WatchedServer *server);
    [[nodiscard]] const QList<FailureGroup> &groups() const { return m_groups; }
    /// For tests: how often the store was looked through.
    [[nodiscard]] int countings() const { return m_countings; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// In the language of the filter bar.
    void filterRequested(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void onDiff(const StoreDiff &diff);
    void schedule();
    void countNow();
    void showGroups();

    QPointer<WatchedServer> m_server;
    FailureCounter m_counter;
    QList<FailureGroup> m_groups;
    QTimer m_timer;
    bool m_dirty = false;
    int m_countings = 0;
};

} // namespace taskglass

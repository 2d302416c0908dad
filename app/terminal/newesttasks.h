// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/serversession.h"
#include "models/domain/taskfilter.h"
#include "models/table/tasktablemodel.h"

#include <QObject>

#include <optional>

namespace taskglass {

/// Brings the tasks that a command prints into the store, and in order (empty: the server's own): the newest \a limit that
/// match, or all. The
/// server is asked for no more than that.
class NewestTasks : public QObject
{
    Q_OBJECT

public:
    NewestTasks(ServerSession &session, const TaskFilter &filter, const std::optional<SortOrder> &order, qint64 limit, bool all);

    /// After the server's first answer.
    void begin();
    void statusChanged(const ConnectionStatus &status);

    /// Rows in the order wanted; meaningful from ready() on.
    [[nodiscard]] const TaskTableModel &model() const { return m_model; }
    /// Matching tasks beyond the limit that the server is known to have; -1 when there may be some but nobody counted.
    [[nodiscard]] qint64 leftOff() const;

signals:
    /// Once. The store holds what was asked for, and the model has it in order.
    void ready();

private:
    void finishLoading();
    void checkScan();

    ServerSession &m_session;
    qint64 m_limit;
    bool m_all;
    TaskTableModel m_model;
    bool m_begun = false;
    bool m_loaded = false;
    bool m_ready = false;
};

} // namespace taskglass

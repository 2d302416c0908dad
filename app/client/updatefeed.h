// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskpage.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace taskglass {

/// Hands updates to the store in order, large ones in parts with the event loop between them, so that no single one costs
/// the window a frame.
class UpdateFeed : public QObject
{
    Q_OBJECT

public:
    /// Tasks that one part names at most, whatever it says of them.
    static constexpr std::size_t kTasksAtOnce = 1000;

    explicit UpdateFeed(QObject *parent = nullptr);

    /// Emits at once when nothing waits and the update is small, else bit by bit.
    void push(const TaskUpdate &update);
    /// Runs \a done when all that was pushed before has been handed over; at once when nothing waits.
    void then(std::function<void()> done);
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty(); }
    /// One update is being handed over and another waits: time to fetch no more of them.
    [[nodiscard]] bool isFull() const;
    /// Forgets the updates that wait: they belong to a connection that is no more. What then() waits for is run.
    void clear();

signals:
    void updated(const taskglass::TaskUpdate &update);
    /// It is full no longer.
    void gotRoom();
    /// All that waited was handed over.
    void drained();

private:
    struct Entry
    {
        TaskUpdate update;
        std::function<void()> done; ///< Instead of an update.
    };
    void step();
    [[nodiscard]] TaskUpdate takePart();

    QList<Entry> m_waiting;
    std::size_t m_handedOver = 0; // tasks of the first waiting update
    QTimer m_timer;
};

} // namespace taskglass

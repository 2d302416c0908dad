// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/updatefeed.h"

#include "app/client/pageslice.h"

#include <algorithm>

namespace taskglass {

namespace {

std::size_t tasksIn(const TaskUpdate &update)
{
    return std::size_t(update.renamed.size() + update.gone.size() + update.forgotten.size()) + (update.page ? update.page->rows.size() : 0);
}

} // namespace

UpdateFeed::UpdateFeed(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UpdateFeed::step);
}

void UpdateFeed::push(const TaskUpdate &update)
{
    if (m_waiting.isEmpty() && tasksIn(update) <= kTasksAtOnce) {
        emit updated(update);
        return;
    }
    m_waiting.append({update, {}});
    if (!m_timer.isActive())
        m_timer.start(0);
}

bool UpdateFeed::isFull() const
{
    return std::count_if(m_waiting.begin(), m_waiting.end(), [](const Entry &entry) { return !entry.done; }) > 1;
}

void UpdateFeed::then(std::function<void()> done)
{
    if (m_waiting.isEmpty())
        done();
    else
        m_waiting.append({{}, std::move(done)});
}

void UpdateFeed::clear()
{
    QList<Entry> dropped;
    dropped.swap(m_waiting);
    m_handedOver = 0;
    m_timer.stop();
    for (const Entry &entry : dropped) {
        if (entry.done)
            entry.done(); // somebody waits to hear that it is over
    }
}

/// In the order in which the store takes a whole one: new names, rows, what is gone, what is to be forgotten. What speaks
/// about all of them comes with the last.
TaskUpdate UpdateFeed::takePart()
{
    const TaskUpdate &whole = m_waiting.constFirst().update;
    std::size_t before = 0; // tasks that come before those of the next list
    std::size_t room = kTasksAtOnce;
    const auto cut = [&](std::size_t size) {
        const std::size_t first = std::min(m_handedOver - std::min(m_handedOver, before), size);
        const std::size_t count = std::min(room, size - first);
        before += size;
        room -= count;
        return std::pair(first, count);
    };
    const auto part = [&](const auto &list) {
        const auto [first, count] = cut(std::size_t(list.size()));
        return list.mid(qsizetype(first), qsizetype(count));
    };
    TaskUpdate next;
    next.reset = whole.reset && m_handedOver == 0;
    next.receivedAt = whole.receivedAt;
    next.goneSeenAt = whole.goneSeenAt;
    next.renamed = part(whole.renamed);
    if (whole.page) {
        const auto [first, count] = cut(whole.page->rows.size());
        if (count == whole.page->rows.size())
            next.page = whole.page;
        else if (count > 0)
            next.page = slice(*whole.page, first, count);
    }
    next.gone = part(whole.gone);
    next.forgotten = part(whole.forgotten);
    m_handedOver += kTasksAtOnce - room;
    if (m_handedOver == before) {
        next.nodes = whole.nodes;
        next.batches = whole.batches;
        next.counts = whole.counts;
        m_handedOver = 0;
        m_waiting.removeFirst();
    }
    return next;
}

void UpdateFeed::step()
{
    if (m_waiting.isEmpty())
        return;
    const bool wasFull = isFull();
    if (m_waiting.constFirst().done) {
        const Entry entry = m_waiting.takeFirst();
        entry.done();
    } else {
        emit updated(takePart());
    }
    if (wasFull && !isFull())
        emit gotRoom();
    if (m_waiting.isEmpty())
        emit drained();
    else
        m_timer.start(0);
}

} // namespace taskglass

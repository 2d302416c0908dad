// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/updatefeed.h"

#include "app/client/pageslice.h"

namespace taskglass {

UpdateFeed::UpdateFeed(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UpdateFeed::step);
}

void UpdateFeed::push(const TaskUpdate &update)
{
    if (m_waiting.isEmpty() && (!update.page || update.page->rows.size() <= kRowsAtOnce)) {
        emit updated(update);
        return;
    }
    m_waiting.append({update, {}});
    if (!m_timer.isActive())
        m_timer.start(0);
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
    m_row = 0;
    m_timer.stop();
    for (const Entry &entry : dropped) {
        if (entry.done)
            entry.done(); // somebody waits to hear that it is over
    }
}

TaskUpdate UpdateFeed::takePart()
{
    const TaskUpdate &whole = m_waiting.constFirst().update;
    const std::size_t rows = whole.page ? whole.page->rows.size() : 0;
    TaskUpdate part = whole;
    if (rows > kRowsAtOnce) {
        part.page = slice(*whole.page, m_row, kRowsAtOnce);
        // Forgetting comes before the first rows; what speaks about the rows comes with the last.
        part.reset = whole.reset && m_row == 0;
        if (m_row != 0)
            part.renamed.clear();
        if (m_row + kRowsAtOnce < rows) {
            part.gone.clear();
            part.forgotten.clear();
            part.batches.clear();
            part.nodes.reset();
            part.counts.reset();
        }
    }
    m_row += kRowsAtOnce;
    if (m_row >= rows) {
        m_row = 0;
        m_waiting.removeFirst();
    }
    return part;
}

void UpdateFeed::step()
{
    if (m_waiting.isEmpty())
        return;
    if (m_waiting.constFirst().done) {
        const Entry entry = m_waiting.takeFirst();
        entry.done();
    } else {
        emit updated(takePart());
    }
    if (m_waiting.isEmpty())
        emit drained();
    else
        m_timer.start(0);
}

} // namespace taskglass

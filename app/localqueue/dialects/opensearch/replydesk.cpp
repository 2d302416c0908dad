// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/replydesk.h"

#include <QThread>

#include <utility>

namespace taskglass::localqueue::opensearch {

ReplyDesk::ReplyDesk()
    : m_home(std::make_unique<QObject>())
{
}

quint64 ReplyDesk::take(Respond respond)
{
    m_open.emplace(++m_last, std::move(respond));
    return m_last;
}

void ReplyDesk::give(quint64 number, HttpResponse response)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_home)
            return;
        if (m_home->thread() != QThread::currentThread()) {
            QMetaObject::invokeMethod(
                m_home.get(), [self = shared_from_this(), number, response = std::move(response)]() { self->send(number, response); },
                Qt::QueuedConnection);
            return;
        }
    }
    send(number, std::move(response));
}

void ReplyDesk::close()
{
    std::unique_ptr<QObject> home;
    {
        const std::lock_guard lock(m_mutex);
        home = std::move(m_home);
    }
    m_open.clear();
}

void ReplyDesk::send(quint64 number, HttpResponse response)
{
    auto node = m_open.extract(number);
    if (!node.empty())
        node.mapped()(std::move(response));
}

} // namespace taskglass::localqueue::opensearch

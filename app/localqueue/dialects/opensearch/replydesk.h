// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/requesthandler.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <unordered_map>

namespace taskglass::localqueue::opensearch {

/// Keeps the ways back to clients on the HTTP thread, where sockets live, and lets answers come from any thread. Shared by
/// everybody who may still answer.
class ReplyDesk : public std::enable_shared_from_this<ReplyDesk>
{
public:
    /// Belongs to the thread that makes it.
    ReplyDesk();

    /// Keeps \a respond and answers its number. The desk's own thread.
    [[nodiscard]] quint64 take(Respond respond);
    /// Sends an answer: at once on the desk's own thread, else from its event loop. Any thread; nothing after close().
    void give(quint64 number, HttpResponse response);
    /// Lets go of everything unanswered. The desk's own thread.
    void close();

private:
    void send(quint64 number, HttpResponse response);

    std::mutex m_mutex;                         ///< Guards m_home alone.
    std::unique_ptr<QObject> m_home;            ///< Null when closed.
    std::unordered_map<quint64, Respond> m_open;
    quint64 m_last = 0;
};

} // namespace taskglass::localqueue::opensearch

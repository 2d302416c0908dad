// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/server.h"

#include <QString>

#include <memory>

namespace taskglass {

/// A local queue of this test, on a free port of loopback and in a temporary folder.
class LocalServer
{
public:
    /// \a history: so many tasks of the past, the same each time. With \a key, everybody else is refused.
    explicit LocalServer(qint64 history, const QByteArray &key = {});
    [[nodiscard]] QString url() const { return m_url; }
    /// While held, tasks wait: for cancels that must find something.
    void hold(bool held) const { m_queue->engine()->setPaused(held); }
    /// Lets work go on as soon as a cancel waits: the server runs it first. Blocks until then, at most 20 s.
    void releaseWhenCancelWaits() const;
    /// Posts a document to \a index; the id of the task it became, or an empty text.
    [[nodiscard]] QString addDocument(const QString &index) const;
    /// The state of a task in the server's own word.
    [[nodiscard]] QString stateOf(const QString &id) const;

private:
    std::unique_ptr<localqueue::LocalQueue> m_queue;
    QString m_url;
};

} // namespace taskglass

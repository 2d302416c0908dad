// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"
#include "models/domain/doorbell.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace taskglass {

/// Decodes answers on a thread of its own, what somebody waits for before older pages. Results come back on the thread
/// that made the worker, in calls of their own. One a client; its destructor waits for the answer being decoded (a page of
/// 10,000 tasks takes some 100 ms), drops the others and delivers nothing more.
class DecodeWorker : public QObject
{
    Q_OBJECT

public:
    using Ticket = quint64;
    using Done = std::function<void(const Result<DecodedPtr> &)>;

    explicit DecodeWorker(QObject *parent = nullptr);
    ~DecodeWorker() override;

    /// Calls \a done later, once, unless drop() comes before. The ticket names this job.
    [[nodiscard]] Ticket decode(std::shared_ptr<const Decoder> decoder, HttpAnswer answer, Done done);
    /// Nobody wants that result any more: a stale answer after a reconnect, say. Unknown tickets are fine.
    void drop(Ticket ticket);

    /// Smaller bodies cost less than a change of threads: they are decoded at once.
    static constexpr qsizetype kWorthAThread = 64 * 1024;

private:
    struct Shared;
    void deliver();

    Doorbell m_bell;
    std::unique_ptr<Shared> m_shared;
    QHash<Ticket, Done> m_waiting;
    Ticket m_last = 0;
};

} // namespace taskglass

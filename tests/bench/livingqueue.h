// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/requesthandler.h"
#include "models/domain/time.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace taskglass::bench {

/// A Meilisearch 1.50 of any size that is busy at a fixed rate, as a client that polls it sees it: tasks wait, run and end
/// in order. Held in columns and written out as asked for, so that a poll costs it next to nothing. It knows the reads that
/// the polling client makes and refuses everything else.
class LivingQueue final : public localqueue::RequestHandler
{
public:
    /// Nine tenths of \a size tasks wait.
    explicit LivingQueue(quint32 size);

    void handle(const localqueue::HttpRequest &request, localqueue::Respond respond) override;

    /// A second of life: changes() tasks end or begin to run, kArrivals are new.
    void advance();
    static constexpr quint32 kArrivals = 20;
    /// 1,000, less in a small queue.
    [[nodiscard]] static quint32 changes(qint64 size);

private:
    struct Times
    {
        EpochNs enqueued = kNoTime;
        EpochNs started = kNoTime;
        EpochNs finished = kNoTime;
    };
    /// Which tasks, newest first: those of [begin, end) whose state is wanted.
    struct Asked;

    [[nodiscard]] QByteArray tasks(const Asked &asked) const;
    [[nodiscard]] QByteArray batches(const Asked &asked) const;
    [[nodiscard]] QByteArray state(quint32 uid) const;
    [[nodiscard]] bool matches(const Asked &asked, quint32 uid) const;
    [[nodiscard]] qint64 total(const Asked &asked) const;
    void append(QByteArray *json, quint32 uid) const;
    [[nodiscard]] quint32 size() const { return quint32(m_times.size()); }

    std::vector<Times> m_times;
    quint32 m_step;          ///< Half of the changes: as many end as begin to run.
    quint32 m_firstOpen;     ///< Below it, tasks have ended.
    quint32 m_firstWaiting;  ///< From it on they wait.
};

} // namespace taskglass::bench

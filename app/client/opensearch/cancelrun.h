// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/askqueue.h"
#include "app/client/opensearch/knowledge.h"
#include "app/client/opensearch/reportlines.h"
#include "app/client/opensearch/requests.h"
#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

#include <QHash>
#include <QSet>

namespace taskglass::opensearch {

/// Cancels tasks, and follows each until it is gone or its stored result tells what became of it.
///
/// Each task is asked to stop by a request of its own, a few side by side; where the command came from a filter that the
/// server understands and there are many, the server is listed once more with that filter, and when it hits exactly the
/// tasks that were shown, one request cancels them all. A request whose answer was lost is sent again: to ask twice does
/// no harm.
class CancelRun final : public CommandRun
{
public:
    CancelRun(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder, const Command &command, EpochNs now);

    std::optional<HttpRequest> next(EpochNs now) override;
    /// The first goes alone: a right that is missing, or a parameter that the server does not know, is told but once.
    int mostInFlight() const override { return m_answered ? kSideBySide : 1; }
    EpochNs waitUntil() const override { return m_asks.notBefore(); }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_lines.isOver(); }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    const CommandReport &report() const override { return m_lines.report(); }
    QList<TaskId> takeAccepted() override { return std::exchange(m_accepted, {}); }
    QList<TaskId> takeNotTaken() override { return std::exchange(m_notTaken, {}); }

    /// From so many tasks on one request by filter is worth the look before.
    static constexpr qsizetype kWorthAFilter = 8;
    static constexpr int kSideBySide = 4;
    /// A task that has not stopped by then is left alone: the table goes on showing it.
    static constexpr DurationNs kLongestFollow = 1'800 * kNsPerSecond;

private:
    enum class Topic { Recheck, CancelAll, CancelOne, Follow, Result };
    struct Ask
    {
        Topic topic;
        TaskId id = {};
        int tries = 0;
    };

    /// A request whose answer is lost is sent so often at most.
    static constexpr int kMostTries = 3;

    /// Nobody knows whether such a request arrived.
    [[nodiscard]] static bool isLost(const Error &error);
    [[nodiscard]] HttpRequest requestFor(const Ask &ask) const;
    void askOneByOne();
    void absorbRecheck(const Result<DecodedPtr> &outcome);
    void absorbCancel(const Ask &ask, const HttpRequest &request, const Result<DecodedPtr> &outcome);
    void takeAnswer(const Listing &listing);
    void judgeMissing(const TaskId &id, const Listing &listing, bool isByOne);
    void refuse(const TaskId &id, const QString &reason);
    void refuseAll(const Ask &ask, const Error &error);
    void absorbFollow(const Result<DecodedPtr> &outcome);
    void absorbResult(const Ask &ask, const Result<DecodedPtr> &outcome);
    void ended(const TaskId &id);
    void plan();
    [[nodiscard]] ListScope followScope() const;

    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
    ReportLines m_lines;
    ListScope m_scope;               ///< Of the command's filter; empty: one by one.
    AskQueue<Ask> m_asks;
    bool m_answered = false;
    QSet<TaskId> m_following;        ///< Asked to stop, still listed as far as known.
    QHash<TaskId, bool> m_mayHaveResult;
    QSet<TaskId> m_taken;            ///< The server said that it asked them to stop.
    EpochNs m_now = kNoTime;
    EpochNs m_followSince = kNoTime;
    DurationNs m_pause = 0;
    QList<TaskId> m_accepted;
    QList<TaskId> m_notTaken;
};

} // namespace taskglass::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/askqueue.h"
#include "app/client/meilisearch/commandrequests.h"
#include "app/client/meilisearch/wire.h"
#include "app/client/protocol.h"

#include <map>

namespace taskglass::meilisearch {

/// Sends each request of a command exactly once, follows the tasks that carry it out, then reads what became of the
/// members. A request whose answer was lost is never sent again: the server's own list tells whether it arrived.
class MeilisearchCommandRun final : public CommandRun
{
public:
    MeilisearchCommandRun(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder,
                          const Command &command, EpochNs now);

    std::optional<HttpRequest> next(EpochNs now) override;
    EpochNs waitUntil() const override { return m_asks.notBefore(); }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override;
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    const CommandReport &report() const override { return m_report; }
    QList<TaskId> takeAccepted() override { return std::exchange(m_accepted, {}); }
    QList<TaskId> takeNotTaken() override { return std::exchange(m_notTaken, {}); }

private:
    enum class Topic { Send, FindLost, Follow, Members };
    struct Ask
    {
        Topic topic;
        HttpRequest request;
        QList<TaskId> ids = {};
        qint64 uid = -1;
    };

    /// Before the server's task is looked at, or a lost one is searched for, the first time.
    static constexpr DurationNs kFirstPause = 150 * kNsPerMs;

    void absorbSend(const Ask &ask, const Result<DecodedPtr> &outcome);
    void absorbFindLost(const Ask &ask, const Result<DecodedPtr> &outcome);
    void absorbFollow(const Ask &ask, const Result<DecodedPtr> &outcome);
    void absorbMembers(const Ask &ask, const Result<DecodedPtr> &outcome);
    /// The server took what \a ask sent: its task \a uid carries it out.
    void followed(const Ask &ask, qint64 uid);
    void planFollow(EpochNs now);
    void planMembers();
    void finish(EpochNs now);
    void fail(const Error &error);
    void setOutcome(const TaskId &id, CommandOutcome::Kind kind, const QString &reason = {});
    [[nodiscard]] QString differenceInWords() const;

    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
    CommandReport m_report;
    std::map<TaskId, qsizetype> m_line; ///< Where a task's outcome stands.
    AskQueue<Ask> m_asks;
    QList<qint64> m_waitingFor;         ///< Server tasks that have not ended.
    EpochNs m_now = kNoTime;
    DurationNs m_pause = 0;
    int m_lost = 0;                     ///< Tries to find the task of a request without an answer.
    QByteArray m_lostQuery;
    bool m_membersPlanned = false;
    QList<TaskId> m_accepted;
    QList<TaskId> m_notTaken;
};

} // namespace taskglass::meilisearch

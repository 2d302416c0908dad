// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/knowledge.h"
#include "app/client/opensearch/nodewatch.h"
#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace taskglass::opensearch {

/// Follows one cluster. A round is one list of all that runs; what is no longer in it has ended, and then its stored
/// result is asked for, once, if it can have one. What ends without a result is gone, as nobody can say how.
///
/// A node that does not answer takes its tasks out of the list, but not out of the world: they stay as they were. Nodes
/// that restart count their tasks from 1 again, so a task is its id and its start: when an id comes back with another
/// start, the old task is kept under a name of its own. Of ended tasks the newest kPastKept stay, of the cluster's own none.
class OpenSearchSync final : public Sync
{
public:
    /// A busy cluster ends hundreds a second, for days.
    static constexpr std::size_t kPastKept = 50'000;

    OpenSearchSync(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder);

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    void beginRound(EpochNs now, bool afterGap) override;
    bool roundOver() const override { return m_roundOver; }
    std::optional<Error> takeError() override { return std::exchange(m_error, std::nullopt); }
    SyncProgress progress() const override;
    /// All there is comes with each list.
    void loadOlder(qint64) override { }
    void stopLoading() override { }
    std::pair<int, QString> leastInterval() const override;
    std::optional<DurationNs> clockSkew() const override { return m_skew.estimate(); }
    bool takeDetectAgain() override { return std::exchange(m_detectAgain, false); }

private:
    enum class Topic { Cluster, List, Result };
    struct Known
    {
        qint64 startMillis = -1;
        EpochNs seenAt = kNoTime;
        quint64 round = 0;
        bool mayHaveResult = false;
        bool housekeeping = false;
    };
    /// Looked up by views of an answer's own strings, without making a string of each.
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using Tasks = std::unordered_map<std::string, Known, Hash, std::equal_to<>>;
    /// A task that left the list, whose result is still to be asked for.
    struct Ended
    {
        std::string id;
        Known task;
        int tries = 0;
    };

    void absorbCluster(const Result<DecodedPtr> &outcome);
    void absorbList(const Result<DecodedPtr> &outcome);
    void takeListing(const Listing &listing);
    void takeRow(const TaskPage &page, const TaskRow &row, const TaskFacts &facts);
    void findEnded();
    void absorbResult(const Result<DecodedPtr> &outcome);
    void setGone(const std::string &id, const Known &task);
    void makeRoomFor(std::string_view id, qint64 startMillis);
    void keepForLater(const std::string &id, qint64 startMillis);
    void noteCost(const Listing &listing);
    void failRound(const Error &error);

    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;

    // The round
    std::optional<Topic> m_pending;
    quint64 m_serial = 0;
    bool m_roundOver = true;
    bool m_clusterWanted = false;
    bool m_listWanted = false;
    int m_resultsAsked = 0;        ///< In this round.
    std::optional<Error> m_error;
    bool m_detectAgain = false;

    // The tasks
    Tasks m_open;
    std::deque<Ended> m_ended;
    std::unordered_map<std::string, qint64, Hash, std::equal_to<>> m_past; ///< Ended tasks that the store still has: their start.
    std::deque<std::string> m_pastOrder; ///< Oldest first; some are not in m_past any more.
    NodeWatch m_nodes;
    quint64 m_round = 0;
    std::size_t m_listed = 0;      ///< Of m_open, in this round's list.
    bool m_started = false;
    bool m_detailed = true;        ///< False once an answer with descriptions was too large.
    bool m_busy = false;
    ClockSkew m_skew;
    DurationNs m_took = 0;         ///< By the last list.
    qint64 m_bytes = 0;
};

} // namespace taskglass::opensearch

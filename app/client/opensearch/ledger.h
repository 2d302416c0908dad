// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/nodewatch.h"
#include "app/client/opensearch/wire.h"
#include "models/domain/taskpage.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace taskglass::opensearch {

/// What is known of a cluster's tasks besides what the store shows: which were listed, which have ended and may have a
/// stored result. Turns each list into what is new in it. Pure: no time is read.
///
/// A node that does not answer takes its tasks out of the list, but not out of the world: they stay as they were. Nodes
/// that restart count their tasks from 1 again, so a task is its id and its start: when an id comes back with another
/// start, the old task is kept under a name of its own. What ends without a result is gone, as nobody can say how; of
/// ended tasks the newest kPastKept stay, of the cluster's own none.
class Ledger
{
public:
    /// A busy cluster ends hundreds a second, for days.
    static constexpr std::size_t kPastKept = 50'000;

    /// Takes in a list of all tasks that arrived at \a now. Costs some 0.5 µs a task. \a asksForResults: tasks that ended are
    /// to be asked for by nextEnded() where they may have a result; else they are gone at once.
    [[nodiscard]] TaskUpdate absorbList(const Listing &listing, EpochNs now, bool asksForResults);

    /// \name Tasks that left the list, whose result is still to be asked for, oldest first
    /// @{
    [[nodiscard]] bool hasEnded() const { return !m_ended.empty(); }
    [[nodiscard]] TaskId nextEnded() const;
    /// What became of the next one; null: the server knows nothing of it. Arrived at \a now.
    [[nodiscard]] TaskUpdate absorbResult(const TaskResult *result, EpochNs now);
    /// Its answer was lost: it is asked for again after the others. False when that was tried often enough.
    [[nodiscard]] bool askAgain();
    void forgetEnded() { m_ended.clear(); }
    /// @}

    [[nodiscard]] const NodeWatch &nodes() const { return m_nodes; }
    /// Tasks that run as far as known, those of silent nodes included.
    [[nodiscard]] std::size_t open() const { return m_open.size(); }
    /// Something else than the cluster's own work ran in the last list.
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
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
    struct Ended
    {
        std::string id;
        Known task;
        int tries = 0;
    };

    void takeRow(const TaskPage &page, const TaskRow &row, const TaskFacts &facts, TaskUpdate &update);
    void findEnded(bool asksForResults, TaskUpdate &update);
    void setGone(const std::string &id, const Known &task, TaskUpdate &update);
    void makeRoomFor(std::string_view id, qint64 startMillis, TaskUpdate &update);
    [[nodiscard]] std::string keepUnderOtherName(std::string_view id, qint64 startMillis, TaskUpdate &update) const;
    void keepForLater(const std::string &id, qint64 startMillis, TaskUpdate &update);

    Tasks m_open;
    std::deque<Ended> m_ended;
    std::unordered_map<std::string, qint64, Hash, std::equal_to<>> m_past; ///< Ended tasks that the store still has: their start.
    std::deque<std::string> m_pastOrder; ///< Oldest first; some are not in m_past any more.
    NodeWatch m_nodes;
    quint64 m_round = 0;
    std::size_t m_listed = 0;      ///< Of m_open, in the last list.
    bool m_busy = false;
};

/// A list and what is new in it.
struct Compared final : Decoded
{
    std::shared_ptr<const Listing> listing;
    TaskUpdate update;
};

/// Decodes one list and compares it with a ledger at once, on whatever thread: of 50,000 tasks that takes longer than a
/// frame. Whoever hands it out leaves the ledger alone until the answer was absorbed. All other answers, and errors, are
/// decoded as usual and leave the ledger as it is.
class ComparingDecoder final : public Decoder
{
public:
    ComparingDecoder(std::shared_ptr<const Decoder> plain, std::shared_ptr<Ledger> ledger, bool asksForResults);
    [[nodiscard]] Result<DecodedPtr> decode(const HttpAnswer &answer) const override;

private:
    std::shared_ptr<const Decoder> m_plain;
    std::shared_ptr<Ledger> m_ledger;
    bool m_asksForResults;
};

} // namespace taskglass::opensearch

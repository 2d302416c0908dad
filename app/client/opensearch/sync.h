// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/knowledge.h"
#include "app/client/opensearch/ledger.h"
#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

#include <memory>

namespace taskglass::opensearch {

/// Follows one cluster. A round is one list of all that runs; what is no longer in it has ended, and then its stored
/// result is asked for, once, if it can have one. What that means for the tasks is the Ledger's to say, on the thread that
/// decodes the list.
class OpenSearchSync final : public Sync
{
public:
    OpenSearchSync(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder);

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    std::shared_ptr<const Decoder> decoder() const override;
    void beginRound(EpochNs now, bool afterGap) override;
    bool roundOver() const override { return m_roundOver; }
    std::optional<Error> takeError() override { return std::exchange(m_error, std::nullopt); }
    SyncProgress progress() const override { return m_progress; }
    /// All there is comes with each list.
    void loadOlder(qint64) override { }
    void stopLoading() override { }
    std::pair<int, QString> leastInterval() const override;
    std::optional<DurationNs> clockSkew() const override { return m_skew.estimate(); }
    bool takeDetectAgain() override { return std::exchange(m_detectAgain, false); }

private:
    enum class Topic { Cluster, List, Result };

    void absorbCluster(const Result<DecodedPtr> &outcome);
    void absorbList(const Result<DecodedPtr> &outcome);
    void absorbResult(const Result<DecodedPtr> &outcome);
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
    std::shared_ptr<Ledger> m_ledger; ///< Another thread's while a list is on its way.
    SyncProgress m_progress;
    bool m_started = false;
    bool m_detailed = true;        ///< False once an answer with descriptions was too large.
    ClockSkew m_skew;
    DurationNs m_took = 0;         ///< By the last list.
    qint64 m_bytes = 0;
};

} // namespace taskglass::opensearch

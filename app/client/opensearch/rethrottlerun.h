// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/askqueue.h"
#include "app/client/opensearch/knowledge.h"
#include "app/client/opensearch/reportlines.h"
#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

#include <string>

namespace taskglass::opensearch {

/// Changes the speed of reindexes, updates and deletions by query, one after another. What kind of task it is decides
/// the path, so each is looked at first.
class RethrottleRun final : public CommandRun
{
public:
    RethrottleRun(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder, const Command &command, EpochNs now);

    std::optional<HttpRequest> next(EpochNs now) override;
    EpochNs waitUntil() const override { return m_asks.notBefore(); }
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_lines.isOver(); }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    const CommandReport &report() const override { return m_lines.report(); }
    QList<TaskId> takeAccepted() override { return {}; }
    QList<TaskId> takeNotTaken() override { return {}; }

private:
    /// First without, then with the name of the path.
    struct Ask
    {
        TaskId id;
        std::string name = {};
        int tries = 0;
    };

    [[nodiscard]] HttpRequest requestFor(const Ask &ask) const;
    void absorbTask(const Ask &ask, const Result<DecodedPtr> &outcome);
    void absorbChange(const Ask &ask, const Result<DecodedPtr> &outcome);
    void tryAgain(const Ask &ask, const QString &reason);

    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
    ReportLines m_lines;
    AskQueue<Ask> m_asks;
    EpochNs m_now = kNoTime;
};

} // namespace taskglass::opensearch

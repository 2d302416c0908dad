// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/knowledge.h"
#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

namespace taskglass::opensearch {

/// Reads one task: what it does now, or the stored result of its end.
class OpenSearchLookup final : public Lookup
{
public:
    OpenSearchLookup(const TaskId &id, std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder);
    /// Over before it began.
    static std::unique_ptr<OpenSearchLookup> ended(const std::optional<Error> &error, std::shared_ptr<Knowledge> knowledge,
                                                   std::shared_ptr<const Decoder> decoder);

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    std::optional<Error> error() const override { return m_error; }

private:
    TaskId m_id;
    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
    bool m_over = false;
    std::optional<Error> m_error;
};

/// True for the id that a task keeps when its own went to another one: "node:77@1722945600123". No server knows it.
[[nodiscard]] bool isKeptId(const TaskId &id);
/// That id.
[[nodiscard]] TaskId keptId(const TaskId &id, qint64 startMillis);

} // namespace taskglass::opensearch

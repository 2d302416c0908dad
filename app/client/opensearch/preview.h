// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/knowledge.h"
#include "app/client/opensearch/requests.h"
#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

namespace taskglass::opensearch {

/// Lists what runs, finds in it what a command would hit, and pins the command to exactly these tasks. A filter that the
/// server can say goes to the server; any other is matched here. What starts later is never hit.
class OpenSearchPreview final : public Preview
{
public:
    OpenSearchPreview(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder, CommandDraft draft, QUrl base,
                      EpochNs now);

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<CommandPreview> result() const override { return m_result; }

private:
    /// Why tasks that were meant are not hit.
    struct Skipped
    {
        int absent = 0;         ///< Named, and not listed any more.
        int uncancellable = 0;
        int unfit = 0;          ///< Cannot be rethrottled.
        int descendants = 0;    ///< Not meant, but stopped together with what is.
    };

    void take(const Listing &listing, EpochNs now);
    void add(const Task &task);
    [[nodiscard]] int countDescendants(const TaskPage &page) const;
    void finish(const Skipped &skipped);
    [[nodiscard]] QString noteFor(const Skipped &skipped) const;
    [[nodiscard]] QList<HttpRequest> requests() const;
    void fail(const Error &error);

    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
    CommandDraft m_draft;
    QUrl m_base;
    ListScope m_scope;
    quint64 m_serial = 0;
    bool m_over = false;
    CommandPreview m_preview;
    Result<CommandPreview> m_result;
};

} // namespace taskglass::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/knowledge.h"
#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

namespace taskglass::opensearch {

/// One cluster of OpenSearch 1.0+, Elasticsearch 5.0+ or Open Distro.
class OpenSearchProtocol final : public Protocol
{
public:
    /// \a clusterUuid is empty when the server did not tell.
    OpenSearchProtocol(const Dialect &dialect, const QString &clusterUuid);

    Capabilities capabilities() const override { return m_knowledge->capabilities(); }
    HttpHeaders authHeaders(const Credentials &credentials) const override;
    std::unique_ptr<Sync> startSync() override;
    std::unique_ptr<Lookup> fetchTask(const TaskId &id) override;
    /// There are no batches: over at once, with an error.
    std::unique_ptr<Lookup> fetchBatch(const QString &id) override;
    /// Cancels are no tasks that could be asked for: over at once.
    std::unique_ptr<Lookup> fetchCanceledBy(const TaskId &id) override;
    /// Over at once: all that the server lists comes with every poll.
    std::unique_ptr<Lookup> search(const TaskFilter &filter, EpochNs now, qint64 limit) override;
    /// Any but the empty one: what the server's parameters cannot say is matched here, in the list of everything.
    Ability canAsk(const TaskFilter &filter) const override;
    std::unique_ptr<Preview> preview(const CommandDraft &draft, const QUrl &base, EpochNs now) override;
    std::unique_ptr<CommandRun> send(const Command &command, EpochNs now) override;
    QString curlFor(const TaskId &id, const QUrl &base) const override;

    [[nodiscard]] const Dialect &dialect() const { return m_knowledge->dialect(); }

private:
    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
};

} // namespace taskglass::opensearch

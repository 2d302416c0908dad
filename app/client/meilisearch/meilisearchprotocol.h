// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/capabilities.h"
#include "app/client/meilisearch/wire.h"
#include "app/client/protocol.h"

namespace taskglass::meilisearch {

/// One Meilisearch of a known generation.
class MeilisearchProtocol final : public Protocol
{
public:
    explicit MeilisearchProtocol(const Dialect &dialect);

    Capabilities capabilities() const override { return m_knowledge->capabilities(); }
    HttpHeaders authHeaders(const Credentials &credentials) const override;
    std::unique_ptr<Sync> startSync() override;
    std::unique_ptr<Lookup> fetchTask(const TaskId &id) override;
    std::unique_ptr<Lookup> fetchBatch(const QString &id) override;
    std::unique_ptr<Lookup> fetchCanceledBy(const TaskId &id) override;
    std::unique_ptr<Lookup> search(const TaskFilter &filter, EpochNs now, qint64 limit) override;
    Ability canAsk(const TaskFilter &filter) const override;
    std::unique_ptr<Preview> preview(const CommandDraft &draft, const QUrl &base, EpochNs now) override;
    std::unique_ptr<CommandRun> send(const Command &command, EpochNs now) override;
    QString curlFor(const TaskId &id, const QUrl &base) const override;

    [[nodiscard]] const Dialect &dialect() const { return m_knowledge->dialect(); }

private:
    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
};

/// The header of a cURL line, with a placeholder that a shell fills in.
[[nodiscard]] QString curlKeyHeader();

} // namespace taskglass::meilisearch

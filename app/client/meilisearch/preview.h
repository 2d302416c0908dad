// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/commandrequests.h"
#include "app/client/meilisearch/wire.h"
#include "app/client/protocol.h"

#include <deque>

namespace taskglass::meilisearch {

/// Reads with the draft's own filter what a command would hit, and pins the command to it.
class MeilisearchPreview final : public Preview
{
public:
    MeilisearchPreview(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder, CommandDraft draft,
                       QUrl base, EpochNs now);

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<CommandPreview> result() const override { return m_result; }

private:
    enum class Topic { Members, Page, Oldest, StateCount, TypeCount, IndexCount };
    struct Ask
    {
        Topic topic;
        HttpRequest request;
        QString name = {};
        TaskState state = TaskState::Unknown;
    };

    void planIds();
    void planFilter(EpochNs now);
    void planCounts();
    void askCount(Topic topic, const TaskFilter &extra, const QString &name, TaskState state);
    void absorbList(const TaskList &list);
    void takeRows(const TaskList &list);
    void finish();
    void fail(const Error &error);

    std::shared_ptr<Knowledge> m_knowledge;
    std::shared_ptr<const Decoder> m_decoder;
    CommandDraft m_draft;
    QUrl m_base;
    TaskFilter m_filter;          ///< The draft's, with ages fixed.
    QByteArray m_query;
    std::deque<Ask> m_asks;
    std::optional<Ask> m_pending;
    quint64 m_serial = 0;
    bool m_over = false;
    bool m_countedByServer = false;
    qint64 m_total = -1;
    qint64 m_read = 0;
    qint64 m_skipped = 0;         ///< Named tasks that the command can do nothing to.
    QList<TaskId> m_hit;
    CommandPreview m_preview;
    Result<CommandPreview> m_result;
};

} // namespace taskglass::meilisearch

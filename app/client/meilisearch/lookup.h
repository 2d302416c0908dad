// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/wire.h"
#include "app/client/protocol.h"

#include <deque>
#include <optional>

namespace taskglass::meilisearch {

/// Sends a few read requests one after another and hands on what they bring.
class MeilisearchLookup final : public Lookup
{
public:
    MeilisearchLookup(std::deque<HttpRequest> requests, std::shared_ptr<const Decoder> decoder);

    /// Reads pages of a list with \a query (without from and limit), newest first, up to \a limit tasks.
    static std::unique_ptr<MeilisearchLookup> paged(const QByteArray &query, qint64 limit,
                                                    std::shared_ptr<const Decoder> decoder);
    /// Over before it began.
    static std::unique_ptr<MeilisearchLookup> refused(const Error &error, std::shared_ptr<const Decoder> decoder);

    /// A 404 of this task means that it is gone.
    void setTask(const TaskId &id) { m_task = id; }

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_requests.empty() && !m_inFlight; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    std::optional<Error> error() const override { return m_error; }

private:
    void askPage(qint64 from);

    std::deque<HttpRequest> m_requests;
    std::shared_ptr<const Decoder> m_decoder;
    QByteArray m_query;
    qint64 m_remaining = 0;
    bool m_inFlight = false;
    quint64 m_serial = 0;
    TaskId m_task;
    std::optional<Error> m_error;
};

} // namespace taskglass::meilisearch

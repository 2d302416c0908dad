// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/lookup.h"

#include "app/client/meilisearch/requests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {
constexpr qint64 kPage = 1'000;
} // namespace

MeilisearchLookup::MeilisearchLookup(std::deque<HttpRequest> requests, std::shared_ptr<const Decoder> decoder)
    : m_requests(std::move(requests))
    , m_decoder(std::move(decoder))
{
}

std::unique_ptr<MeilisearchLookup> MeilisearchLookup::paged(const QByteArray &query, qint64 limit,
                                                            std::shared_ptr<const Decoder> decoder)
{
    auto lookup = std::make_unique<MeilisearchLookup>(std::deque<HttpRequest> {}, std::move(decoder));
    lookup->m_query = query;
    lookup->m_remaining = limit;
    lookup->askPage(-1);
    return lookup;
}

std::unique_ptr<MeilisearchLookup> MeilisearchLookup::refused(const Error &error, std::shared_ptr<const Decoder> decoder)
{
    auto lookup = std::make_unique<MeilisearchLookup>(std::deque<HttpRequest> {}, std::move(decoder));
    lookup->m_error = error;
    return lookup;
}

void MeilisearchLookup::askPage(qint64 from)
{
    Query rest;
    if (from >= 0)
        rest.add("from", from);
    rest.add("limit", std::min(kPage, m_remaining));
    QByteArray text = rest.text();
    if (!m_query.isEmpty())
        text.replace(0, 1, "&");
    HttpRequest request = listTasks({}, Lane::Demand);
    request.target = QByteArray("/tasks" + m_query + text);
    m_requests.push_back(request);
}

std::optional<HttpRequest> MeilisearchLookup::next(EpochNs)
{
    if (m_requests.empty() || m_inFlight)
        return {};
    HttpRequest request = m_requests.front();
    m_requests.pop_front();
    request.lane = Lane::Demand;
    request.serial = ++m_serial;
    m_inFlight = true;
    return request;
}

void MeilisearchLookup::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    if (!m_inFlight || request.serial != m_serial)
        return;
    m_inFlight = false;
    m_update = TaskUpdate {};
    m_update->receivedAt = receivedAt;
    if (!outcome) {
        if (outcome.error().serverCode == "task_not_found"_L1 && !m_task.isEmpty())
            m_update->gone << m_task;
        else
            m_update.reset();
        m_error = outcome.error();
        return;
    }
    if (const auto *tasks = dynamic_cast<const TaskList *>(outcome.value().get())) {
        m_update->page = tasks->page;
        m_remaining -= qint64(tasks->page->rows.size());
        if (m_requests.empty() && m_remaining > 0 && tasks->next >= 0 && Shape(request.purpose) == Shape::TaskList)
            askPage(tasks->next);
    } else if (const auto *batches = dynamic_cast<const BatchList *>(outcome.value().get())) {
        m_update->batches = batches->batches;
    }
}

} // namespace taskglass::meilisearch

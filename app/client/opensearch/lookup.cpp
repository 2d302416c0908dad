// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/lookup.h"

#include "app/client/opensearch/requests.h"

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

bool isKeptId(const TaskId &id)
{
    return id.contains(u'@');
}

TaskId keptId(const TaskId &id, qint64 startMillis)
{
    return id + u'@' + QString::number(startMillis);
}

OpenSearchLookup::OpenSearchLookup(const TaskId &id, std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder)
    : m_id(id)
    , m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_over(isKeptId(id))
{
}

std::unique_ptr<OpenSearchLookup> OpenSearchLookup::ended(const std::optional<Error> &error, std::shared_ptr<Knowledge> knowledge,
                                                          std::shared_ptr<const Decoder> decoder)
{
    auto lookup = std::make_unique<OpenSearchLookup>(TaskId(), std::move(knowledge), std::move(decoder));
    lookup->m_over = true;
    lookup->m_error = error;
    return lookup;
}

std::optional<HttpRequest> OpenSearchLookup::next(EpochNs)
{
    if (m_over)
        return {};
    HttpRequest request = getTask(m_id, Lane::Demand);
    request.serial = 1; // there is no other
    return request;
}

void OpenSearchLookup::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    if (m_over)
        return;
    m_over = true;
    if (!outcome) {
        m_knowledge->learn(request, outcome.error());
        m_error = outcome.error();
        return; // 404 is for the sync to judge, which knows when the task was last listed
    }
    const auto *result = dynamic_cast<const TaskResult *>(outcome.value().get());
    // Of a running parent of slices only the list knows how far it is, and it comes every second.
    if (!result || !result->progressKnown)
        return;
    m_update = TaskUpdate {};
    m_update->receivedAt = receivedAt;
    m_update->page = withNode(*result->page, *m_knowledge);
}

} // namespace taskglass::opensearch

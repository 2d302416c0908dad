// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/preview.h"

#include "app/client/answererror.h"
#include "app/client/meilisearch/meilisearchprotocol.h"
#include "app/client/meilisearch/requests.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

constexpr qint64 kShown = 1'000;
/// Counting by paging (before 1.3) stops here: nobody can check more.
constexpr qint64 kMostRead = 100'000;
constexpr qsizetype kMostCounts = 20;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

std::optional<qint64> given(qint64 time)
{
    return time == kNoTime ? std::nullopt : std::optional(time);
}

template<typename T>
void setCount(QList<std::pair<T, qint64>> &counts, const T &what, qint64 count)
{
    counts.removeIf([&what](const auto &pair) { return pair.first == what; });
    if (count > 0)
        counts.append({what, count});
}

bool isHit(CommandKind kind, TaskState state)
{
    return kind == CommandKind::Cancel ? state == TaskState::Queued || state == TaskState::Running : isFinal(state);
}

} // namespace

MeilisearchPreview::MeilisearchPreview(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder,
                                       CommandDraft draft, QUrl base, EpochNs now)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_draft(std::move(draft))
    , m_base(std::move(base))
    , m_result(CommandPreview {})
{
    const Capabilities can = m_knowledge->capabilities();
    const bool isCancel = m_draft.kind == CommandKind::Cancel;
    const Ability &ability = abilityFor(can, m_draft.kind, m_draft.ids.isEmpty());
    m_preview.means = isCancel ? can.cancelMeans : can.deleteMeans;
    if (m_draft.isEmpty())
        fail(errorOf(Error::Kind::ReadOnly, Words::tr("Nothing is selected.")));
    else if (!ability)
        fail(errorOf(Error::Kind::Unsupported, ability.reason));
    else if (!m_draft.ids.isEmpty())
        planIds();
    else
        planFilter(now);
}

void MeilisearchPreview::planIds()
{
    const std::vector<qint64> uids = uidsOf(m_draft.ids);
    if (uids.empty()) {
        fail(errorOf(Error::Kind::BadRequest, Words::tr("A selected task has no number that this server would know.")));
        return;
    }
    const std::span<const qint64> all(uids);
    for (std::size_t begin = 0; begin < all.size(); begin += std::size_t(kUidsPerRequest)) {
        const auto chunk = all.subspan(begin, std::min(std::size_t(kUidsPerRequest), all.size() - begin));
        m_asks.push_back({Topic::Members,
                          listTasks(Query().add("uids", joined(chunk)).add("limit", qint64(chunk.size())), Lane::Demand)});
    }
}

void MeilisearchPreview::planFilter(EpochNs now)
{
    m_filter = fixedAt(m_draft.filter, now);
    const Result<FilterQuery> query = draftQuery(m_draft.kind, m_filter, m_knowledge->dialect());
    if (!query) {
        fail(query.error());
        return;
    }
    if (query.value().matchesNothing()) {
        finish();
        return;
    }
    m_query = query.value().query().text();
    m_asks.push_back({Topic::Page, listTasks(query.value().query().add("limit", kShown), Lane::Demand)});
}

std::optional<HttpRequest> MeilisearchPreview::next(EpochNs)
{
    if (m_over || m_pending || m_asks.empty())
        return {};
    m_pending = std::move(m_asks.front());
    m_asks.pop_front();
    HttpRequest request = m_pending->request;
    request.lane = Lane::Demand;
    request.serial = ++m_serial;
    return request;
}

void MeilisearchPreview::absorb(const HttpRequest &request, EpochNs, const Result<DecodedPtr> &outcome)
{
    if (m_over || !m_pending || request.serial != m_serial)
        return;
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    if (const auto *list = dynamic_cast<const TaskList *>(outcome.value().get()))
        absorbList(*list);
    m_pending.reset();
    if (!m_over && m_asks.empty())
        finish();
}

void MeilisearchPreview::absorbList(const TaskList &list)
{
    switch (m_pending->topic) {
    case Topic::Members:
        takeRows(list);
        return;
    case Topic::Page: {
        takeRows(list);
        if (m_pending->name.isEmpty())
            m_total = list.total;
        const bool isCounted = list.total >= 0;
        if (!isCounted && list.next >= 0) {
            if (m_read >= kMostRead) {
                fail(errorOf(Error::Kind::TooLarge, Words::tr("More than 100,000 tasks match: choose a narrower filter.")));
                return;
            }
            HttpRequest more = listTasks({}, Lane::Demand);
            more.target = QByteArray("/tasks" + m_query + "&from=" + QByteArray::number(list.next)
                                     + "&limit=" + QByteArray::number(kShown));
            m_asks.push_back({Topic::Page, more, u"more"_s});
        } else if (isCounted && list.next >= 0 && list.total > m_read) {
            m_countedByServer = true;
            planCounts();
        }
        return;
    }
    case Topic::Oldest:
        if (!list.page->rows.empty()) {
            const TaskRow &row = list.page->rows.front();
            m_preview.oldest = QString::number(row.idNumber);
            m_preview.oldestEnqueuedAt = given(row.enqueuedAt);
        }
        return;
    case Topic::StateCount:
        setCount(m_preview.byState, m_pending->state, list.total);
        return;
    case Topic::TypeCount:
        setCount(m_preview.byType, m_pending->name, list.total);
        return;
    case Topic::IndexCount:
        setCount(m_preview.byTarget, m_pending->name, list.total);
        return;
    }
}

void MeilisearchPreview::takeRows(const TaskList &list)
{
    for (const TaskRow &row : list.page->rows) {
        ++m_read;
        if (!isHit(m_draft.kind, row.state)) {
            ++m_skipped;
            continue;
        }
        const Task task = taskOf(*list.page, row);
        if (m_preview.tasks.size() < kShown)
            m_preview.tasks << task;
        m_hit << task.id;
        countOne(m_preview.byState, task.state);
        countOne(m_preview.byType, task.type);
        countOne(m_preview.byTarget, task.target);
        if (row.enqueuedAt == kNoTime)
            continue;
        if (!m_preview.newestEnqueuedAt || row.enqueuedAt > *m_preview.newestEnqueuedAt) {
            m_preview.newestEnqueuedAt = row.enqueuedAt;
            m_preview.newest = task.id;
        }
        if (!m_preview.oldestEnqueuedAt || row.enqueuedAt < *m_preview.oldestEnqueuedAt) {
            m_preview.oldestEnqueuedAt = row.enqueuedAt;
            m_preview.oldest = task.id;
        }
    }
}

void MeilisearchPreview::askCount(Topic topic, const TaskFilter &extra, const QString &name, TaskState state)
{
    const Result<FilterQuery> query = draftQuery(m_draft.kind, m_filter & extra, m_knowledge->dialect());
    if (query && !query.value().matchesNothing())
        m_asks.push_back({topic, listTasks(query.value().query().add("limit", 0), Lane::Demand), name, state});
}

/// More match than are shown: the server counts the parts.
void MeilisearchPreview::planCounts()
{
    const auto only = [](FilterField field, const QString &value) {
        FilterClause clause;
        clause.field = field;
        clause.values = {value};
        return TaskFilter::fromClauses({clause});
    };
    if (m_knowledge->dialect().hasBatches()) {
        HttpRequest oldest = listTasks({}, Lane::Demand);
        oldest.target = QByteArray("/tasks" + m_query + "&reverse=true&limit=1");
        m_asks.push_back({Topic::Oldest, oldest});
    }
    const bool isCancel = m_draft.kind == CommandKind::Cancel;
    for (const TaskState state : {TaskState::Queued, TaskState::Running, TaskState::Succeeded, TaskState::Failed,
                                  TaskState::Canceled}) {
        if (isHit(m_draft.kind, state) || !isCancel)
            askCount(Topic::StateCount, only(FilterField::Status, wordFor(state)), {}, state);
    }
    for (const auto &[type, count] : std::as_const(m_preview.byType).first(std::min(kMostCounts, m_preview.byType.size())))
        askCount(Topic::TypeCount, only(FilterField::Type, type), type, TaskState::Unknown);
    for (const auto &[index, count] : std::as_const(m_preview.byTarget).first(std::min(kMostCounts, m_preview.byTarget.size()))) {
        if (!index.isEmpty())
            askCount(Topic::IndexCount, only(FilterField::Index, index), index, TaskState::Unknown);
    }
}

void MeilisearchPreview::finish()
{
    m_over = true;
    Command &command = m_preview.command;
    command.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.kind = m_draft.kind;
    m_preview.count = m_countedByServer ? m_total : m_hit.size();
    command.previewed = m_preview.count;
    if (!m_draft.ids.isEmpty()) {
        command.ids = m_hit;
        const qint64 absent = qint64(m_draft.ids.size()) - m_read;
        if (m_skipped > 0 && m_draft.kind == CommandKind::Cancel)
            m_preview.note = QCoreApplication::translate("Meilisearch", "%n of them finished meanwhile.", nullptr, int(m_skipped));
        else if (m_skipped > 0)
            m_preview.note = QCoreApplication::translate("Meilisearch", "%n of them are not finished and stay.", nullptr, int(m_skipped));
        else if (absent > 0)
            m_preview.note = QCoreApplication::translate("Meilisearch", "%n of them do not exist any more.", nullptr, int(absent));
    } else if (m_preview.newestEnqueuedAt) {
        command.filter = m_filter;
        command.enqueuedBefore = *m_preview.newestEnqueuedAt + 1;
        if (m_total > m_preview.count)
            m_preview.note = Words::tr("More tasks match than this key may see.");
    }
    largestFirst(m_preview.byState);
    largestFirst(m_preview.byType);
    largestFirst(m_preview.byTarget);
    if (const Result<QList<HttpRequest>> requests = commandRequests(command, m_knowledge->dialect()))
        m_preview.curl = curlText(m_base, requests.value(), {curlKeyHeader()});
    m_result = m_preview;
}

void MeilisearchPreview::fail(const Error &error)
{
    m_over = true;
    m_result = error;
}

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/preview.h"

#include "app/client/answererror.h"
#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/cancelrun.h"
#include "app/client/opensearch/errors.h"
#include "app/client/opensearch/filterscope.h"
#include "app/client/pagetask.h"
#include "models/domain/filtermatch.h"

#include <QCoreApplication>
#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

constexpr qsizetype kShown = 1'000;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OpenSearch)
};

/// The nodes that \a ids run on, so that the others need not be asked.
QList<QByteArray> nodesOf(const QList<TaskId> &ids)
{
    QList<QByteArray> nodes;
    for (const TaskId &id : ids) {
        const QByteArray node = id.section(u':', 0, 0).toUtf8();
        if (!node.isEmpty() && !nodes.contains(node))
            nodes << node;
    }
    return nodes;
}

} // namespace

OpenSearchPreview::OpenSearchPreview(std::shared_ptr<Knowledge> knowledge, std::shared_ptr<const Decoder> decoder,
                                     CommandDraft draft, QUrl base, EpochNs)
    : m_knowledge(std::move(knowledge))
    , m_decoder(std::move(decoder))
    , m_draft(std::move(draft))
    , m_base(std::move(base))
    , m_result(CommandPreview {})
{
    const Capabilities can = m_knowledge->capabilities();
    const Ability &ability = abilityFor(can, m_draft.kind, m_draft.ids.isEmpty());
    const bool isRateWrong = m_draft.kind == CommandKind::Rethrottle && m_draft.requestsPerSecond != -1 && !(m_draft.requestsPerSecond > 0);
    if (m_draft.isEmpty())
        fail(errorOf(Error::Kind::ReadOnly, Words::tr("Nothing is selected.")));
    else if (!ability)
        fail(errorOf(Error::Kind::Unsupported, ability.reason));
    else if (isRateWrong)
        fail(errorOf(Error::Kind::BadRequest, Words::tr("The speed must be above 0 documents a second, or without limit.")));
    else if (m_draft.ids.isEmpty())
        m_scope = scopeOf(m_draft.filter, m_knowledge->nodes()).value_or(ListScope {});
    m_preview.means = m_draft.kind == CommandKind::Cancel ? can.cancelMeans
                                                          : Words::tr("The tasks go on at the new speed: at once when it is higher, after the present batch when it is lower. "
                                                                      "A task with slices shares it among them.");
}

std::optional<HttpRequest> OpenSearchPreview::next(EpochNs)
{
    if (m_over)
        return {};
    ListScope scope = m_scope;
    // Children live on other nodes, too; but how many there are matters only for what is told beside.
    if (!m_draft.ids.isEmpty() && m_draft.kind == CommandKind::Rethrottle)
        scope.nodes = nodesOf(m_draft.ids);
    HttpRequest request = listTasks(scope, true, *m_knowledge, Lane::Demand);
    request.serial = ++m_serial;
    return request;
}

void OpenSearchPreview::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    if (m_over || request.serial != m_serial)
        return;
    if (!outcome) {
        if (!m_knowledge->learn(request, outcome.error()))
            fail(outcome.error());
        return;
    }
    if (const auto *listing = dynamic_cast<const Listing *>(outcome.value().get()))
        take(*listing, receivedAt);
}

void OpenSearchPreview::take(const Listing &listing, EpochNs now)
{
    const QSet<TaskId> named(m_draft.ids.begin(), m_draft.ids.end());
    const bool isCancel = m_draft.kind == CommandKind::Cancel;
    Skipped skipped;
    skipped.absent = int(named.size());
    bool isExact = !m_scope.isEmpty();
    for (const TaskRow &row : listing.page->rows) {
        if (!named.isEmpty() && !named.contains(idOf(*listing.page, row)))
            continue; // cheaper than making a value of each
        const Task task = taskOf(*listing.page, row);
        const bool isMeant = !named.isEmpty() || (!task.housekeeping && matches(m_draft.filter, task, now));
        isExact = isExact && (isMeant || task.cancellable == false);
        if (!isMeant)
            continue;
        skipped.absent -= named.isEmpty() ? 0 : 1;
        if (isCancel && task.cancellable == false)
            ++skipped.uncancellable;
        else if (!isCancel && rethrottleName(task.type.toStdString()).empty())
            ++skipped.unfit;
        else
            add(task);
    }
    if (isCancel)
        skipped.descendants = countDescendants(*listing.page);
    if (!listing.nodeFailures.isEmpty() && m_preview.note.isEmpty())
        m_preview.note = Words::tr("Not all nodes answered: tasks of the others are left out.");
    // Kept beside the ids when the server's own filter hits just these: then one request will do.
    if (isCancel && isExact && m_preview.command.ids.size() >= CancelRun::kWorthAFilter)
        m_preview.command.filter = m_draft.filter;
    finish(skipped);
}

void OpenSearchPreview::add(const Task &task)
{
    m_preview.command.ids << task.id;
    if (m_preview.tasks.size() < kShown)
        m_preview.tasks << task;
    countOne(m_preview.byState, task.state);
    countOne(m_preview.byType, task.type);
    countOne(m_preview.byTarget, task.target);
}

int OpenSearchPreview::countDescendants(const TaskPage &page) const
{
    QHash<StringTable::Ref, QList<StringTable::Ref>> children;
    for (const TaskRow &row : page.rows) {
        if (row.parent != 0)
            children[row.parent] << row.id;
    }
    QSet<StringTable::Ref> hit;
    QList<StringTable::Ref> open;
    for (const TaskId &id : m_preview.command.ids) {
        const std::string text = id.toStdString();
        hit.insert(page.strings.find(text));
        open << page.strings.find(text);
    }
    const qsizetype meant = hit.size();
    while (!open.isEmpty()) { // each is looked at once, so that a circle ends
        for (const StringTable::Ref child : children.value(open.takeLast())) {
            if (hit.contains(child))
                continue;
            hit.insert(child);
            open << child;
        }
    }
    return int(hit.size() - meant);
}

QString OpenSearchPreview::noteFor(const Skipped &skipped) const
{
    QList<QString> notes;
    if (!m_preview.note.isEmpty())
        notes << m_preview.note;
    if (skipped.absent > 0)
        notes << QCoreApplication::translate("OpenSearch", "%n of them ended meanwhile.", nullptr, skipped.absent);
    if (skipped.uncancellable > 0)
        notes << QCoreApplication::translate("OpenSearch", "%n of them cannot be canceled: the server does not offer it.", nullptr, skipped.uncancellable);
    if (skipped.unfit > 0)
        notes << QCoreApplication::translate("OpenSearch", "%n of them have no speed that could be changed.", nullptr, skipped.unfit);
    if (skipped.descendants > 0)
        notes << QCoreApplication::translate("OpenSearch", "%n task(s) that these have started stop with them.", nullptr, skipped.descendants);
    return notes.join(u' ');
}

QList<HttpRequest> OpenSearchPreview::requests() const
{
    if (!m_preview.command.filter.isEmpty())
        return {cancelTasks(m_scope, m_draft.waitForEnd, *m_knowledge)};
    QList<HttpRequest> requests;
    for (qsizetype i = 0; i < m_preview.command.ids.size(); ++i) {
        const TaskId &id = m_preview.command.ids[i];
        if (m_draft.kind == CommandKind::Cancel) {
            requests << cancelTask(id, m_draft.waitForEnd, *m_knowledge);
        } else if (i < m_preview.tasks.size()) {
            const std::string action = m_preview.tasks[i].type.toStdString();
            requests << rethrottleTask(rethrottleName(action), id, m_draft.requestsPerSecond);
        }
    }
    return requests;
}

void OpenSearchPreview::finish(const Skipped &skipped)
{
    m_over = true;
    const auto earlier = [](const Task &a, const Task &b) { return a.startedAt.value_or(kNoTime) < b.startedAt.value_or(kNoTime); };
    if (!m_preview.tasks.isEmpty()) {
        m_preview.oldest = std::min_element(m_preview.tasks.cbegin(), m_preview.tasks.cend(), earlier)->id;
        m_preview.newest = std::max_element(m_preview.tasks.cbegin(), m_preview.tasks.cend(), earlier)->id;
    }
    m_preview.curl = curlText(m_base, requests(), curlHeaders(m_knowledge->scheme()));
    std::stable_sort(m_preview.tasks.begin(), m_preview.tasks.end(), [&](const Task &a, const Task &b) { return earlier(b, a); });
    m_preview.note = noteFor(skipped);
    m_preview.count = m_preview.command.ids.size();
    Command &command = m_preview.command;
    command.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.kind = m_draft.kind;
    command.previewed = m_preview.count;
    command.requestsPerSecond = m_draft.requestsPerSecond;
    command.waitForEnd = m_draft.waitForEnd;
    largestFirst(m_preview.byState);
    largestFirst(m_preview.byType);
    largestFirst(m_preview.byTarget);
    m_result = m_preview;
}

void OpenSearchPreview::fail(const Error &error)
{
    m_over = true;
    m_result = error;
}

} // namespace taskglass::opensearch

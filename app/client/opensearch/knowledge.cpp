// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/knowledge.h"

#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/errors.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OpenSearch)
};

Ability unlessRefused(const QString &right)
{
    if (right.isEmpty())
        return Ability::yes();
    return Ability::no(right == " "_L1 ? Words::tr("The server does not allow this to the user or key.")
                                       : Words::tr("The user or key lacks the right %1.").arg(right));
}

} // namespace

Capabilities Knowledge::capabilities() const
{
    Capabilities can;
    can.cancel = unlessRefused(m_cancelRefused);
    can.cancelByFilter = can.cancel;
    can.rethrottle = unlessRefused(m_rethrottleRefused);
    can.rethrottleTypes = {u"indices:data/write/reindex"_s, u"indices:data/write/update/byquery"_s,
                           u"indices:data/write/delete/byquery"_s};
    can.deleteTasks = Ability::no(Words::tr("OpenSearch and Elasticsearch list only what runs: there is nothing to delete."));
    can.batches = Ability::no(Words::tr("Tasks of OpenSearch and Elasticsearch form no batches."));
    can.progress = Ability::yes();
    can.parents = Ability::yes();
    can.serverCounts = Ability::no(Words::tr("OpenSearch and Elasticsearch do not count tasks: they list all that run."));
    can.waitTimes = false;
    can.labels = m_dialect.hasHeaders();
    can.columns = {u"state"_s, u"id"_s, u"index"_s, u"type"_s, u"ran"_s, u"progress"_s, u"started"_s, u"finished"_s, u"error"_s,
                   u"node"_s, u"parent"_s, u"description"_s};
    if (can.labels)
        can.columns << u"label"_s;
    if (m_dialect.hasResourceStats())
        can.columns << u"cpu"_s << u"memory"_s;
    can.firstOrder = {u"started"_s, Qt::DescendingOrder}; // ids count anew on each node
    can.columnTitles = {{u"type"_s, Words::tr("Action")}, {u"label"_s, u"X-Opaque-Id"_s}};
    can.cancelMeans = Words::tr("The tasks are asked to stop, and with them everything that they started on other nodes. They stop "
                                "at the next point where they look: a copy or an update after its present batch, a search often "
                                "some seconds later. What they have written stays. Tasks of other users are canceled just the same.");
    can.waitsForEnd = m_dialect.canWaitForCancel() && accepts("wait_for_completion");
    can.housekeeping = Housekeeping::InternalTasks;
    can.goneMeans = Words::tr("The cluster lists only what runs, and kept no result of this task: it ended some time after it was "
                              "last seen, nobody can say how.");
    can.keeps = Words::tr("The cluster lists only what runs. What ended while nobody watched is not shown.");
    return can;
}

QString Knowledge::labelOf(const QString &nodeId) const
{
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&nodeId](const NodeInfo &node) { return node.id == nodeId; });
    return found == m_nodes.end() ? nodeId : found->label;
}

TaskPagePtr withNode(const TaskPage &page, const Knowledge &knowledge)
{
    auto named = std::make_shared<TaskPage>();
    named->rawBlocks = page.rawBlocks;
    for (TaskRow row : page.rows) {
        for (StringTable::Ref TaskRow::*const text : kRowTexts)
            row.*text = named->strings.add(page.strings.at(row.*text));
        const std::string_view node = nodeOf(named->strings.at(row.id));
        row.node = named->strings.add(knowledge.labelOf(QString::fromUtf8(node.data(), qsizetype(node.size()))).toStdString());
        named->rows.push_back(row);
    }
    return named;
}

bool Knowledge::learn(const HttpRequest &request, const Error &error)
{
    bool news = false;
    for (const QString &parameter : unrecognizedParameters(error)) {
        news = news || !m_unknownParameters.contains(parameter);
        m_unknownParameters.insert(parameter);
    }
    if (error.kind == Error::Kind::Auth && error.httpStatus == 403) {
        const QString right = missingRight(error).isEmpty() ? u" "_s : missingRight(error);
        if (request.target.contains("/_rethrottle"))
            m_rethrottleRefused = right;
        else if (request.target.contains("/_cancel"))
            m_cancelRefused = right;
        else if (request.target.startsWith("/_tasks/"))
            m_resultsRefused = right;
    }
    return news;
}

} // namespace taskglass::opensearch

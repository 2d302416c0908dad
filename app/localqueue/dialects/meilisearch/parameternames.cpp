// SPDX-License-Identifier: GPL-3.0-or-later
// Which words each release knows, in the order in which its error messages list them.
#include "app/localqueue/dialects/meilisearch/parameters.h"
#include "app/localqueue/engine/vocabulary.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

QStringList taskParameterNames(ParameterSet set, ApiVersion api)
{
    const bool list = set == ParameterSet::List;
    if (api.singularFilters())
        return {u"type"_s, u"status"_s, u"indexUid"_s, u"limit"_s, u"from"_s};
    QStringList names;
    if (list)
        names << u"limit"_s << u"from"_s;
    if (list && api.batches())
        names << u"reverse"_s << u"batchUids"_s << u"uids"_s;
    else if (api.batches())
        names << u"uids"_s << u"batchUids"_s;
    else
        names << u"uids"_s;
    names << u"canceledBy"_s << u"types"_s << u"statuses"_s << u"indexUids"_s << u"afterEnqueuedAt"_s
          << u"beforeEnqueuedAt"_s << u"afterStartedAt"_s << u"beforeStartedAt"_s << u"afterFinishedAt"_s
          << u"beforeFinishedAt"_s;
    return names;
}

QStringList taskTypeNames(ApiVersion api)
{
    QStringList names {u"documentAdditionOrUpdate"_s};
    if (api.editions())
        names << u"documentEdition"_s;
    names << u"documentDeletion"_s << u"settingsUpdate"_s << u"indexCreation"_s << u"indexDeletion"_s
          << u"indexUpdate"_s;
    if (api.cancels())
        names << u"indexSwap"_s << u"taskCancelation"_s << u"taskDeletion"_s;
    names << u"dumpCreation"_s;
    if (api.cancels())
        names << u"snapshotCreation"_s;
    if (api.exports())
        names << u"export"_s;
    if (api.upgrades())
        names << u"upgradeDatabase"_s;
    if (api.compacts())
        names << u"indexCompaction"_s;
    if (api.topology())
        names << u"networkTopologyChange"_s;
    if (api.searchRules())
        names << u"dsrUpdate"_s << u"dsrClear"_s;
    return names;
}

QList<TaskKind> knownKinds(ApiVersion api)
{
    const QStringList names = taskTypeNames(api);
    QList<TaskKind> kinds;
    for (const TaskKind kind : kAllTaskKinds) {
        const bool isDump = kind == TaskKind::DumpCreation; // a task since 0.28 only
        if (names.contains(wordFor(kind)) && !(isDump && api.unpaginated()))
            kinds.append(kind);
    }
    return kinds;
}

} // namespace taskglass::localqueue::meilisearch

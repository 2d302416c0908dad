// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/capabilities.h"

#include "app/client/meilisearch/errors.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

/// A reason whose words fit the generation: each sentence names the versions that cannot and the one that can.
Ability since(const Dialect &dialect, Version version, const char *g1, const char *g2, const char *g3)
{
    if (dialect.knows(version))
        return Ability::yes();
    switch (dialect.generation()) {
    case Generation::Unpaged:
        return Ability::no(Words::tr(g1));
    case Generation::Singular:
        return Ability::no(Words::tr(g2));
    case Generation::Plural:
    case Generation::Batched:
        break;
    }
    return Ability::no(Words::tr(g3));
}

} // namespace

Capabilities Knowledge::capabilities() const
{
    const auto lacking = [this](const QString &right) {
        return m_missingRights.contains(right) ? Ability::no(Words::tr("The key lacks the right %1.").arg(right)) : Ability::yes();
    };
    Capabilities can;
    can.cancel = since(m_dialect, {0, 30, 0},
                       QT_TRANSLATE_NOOP("Meilisearch", "Meilisearch 0.25 to 0.27 cannot cancel tasks; that came with 0.30."),
                       QT_TRANSLATE_NOOP("Meilisearch", "Meilisearch 0.28 and 0.29 cannot cancel tasks; that came with 0.30."),
                       "");
    if (can.cancel)
        can.cancel = lacking(u"tasks.cancel"_s);
    can.cancelByFilter = can.cancel;
    can.deleteTasks = since(m_dialect, {0, 30, 0},
                            QT_TRANSLATE_NOOP("Meilisearch", "Meilisearch 0.25 to 0.27 cannot delete tasks; that came with 0.30."),
                            QT_TRANSLATE_NOOP("Meilisearch", "Meilisearch 0.28 and 0.29 cannot delete tasks; that came with 0.30."),
                            "");
    if (can.deleteTasks)
        can.deleteTasks = lacking(u"tasks.delete"_s);
    can.batches = hasBatches()
        ? Ability::yes()
        : Ability::no(Words::tr("This Meilisearch does not tell about its batches; that came with 1.12."));
    can.progress = hasBatches()
        ? Ability::yes()
        : Ability::no(Words::tr("This Meilisearch does not tell how far a task is; that came with 1.12."));
    can.parents = Ability::no(Words::tr("Tasks of Meilisearch have no parents."));
    can.serverCounts = m_dialect.hasTotals()
        ? Ability::yes()
        : Ability::no(Words::tr("This Meilisearch does not count its tasks; that came with 1.3."));
    can.waitTimes = true;
    can.labels = m_dialect.knows({1, 26, 0});
    can.columns = {u"state"_s, u"id"_s, u"index"_s, u"type"_s, u"waited"_s, u"ran"_s};
    if (can.progress)
        can.columns << u"progress"_s;
    can.columns << u"enqueued"_s << u"started"_s << u"finished"_s << u"error"_s;
    if (can.batches)
        can.columns << u"batch"_s;
    if (m_dialect.knows({0, 30, 0}))
        can.columns << u"canceledBy"_s;
    if (can.labels)
        can.columns << u"label"_s;
    can.cancelMeans = Words::tr("Queued tasks will not start. If the batch that runs now has one of these tasks, that whole batch "
                         "is stopped: its other tasks go back to the queue and start over. Documents that finished batches "
                         "have written stay. The cancellation is a task of its own and may wait for the running batch.");
    can.deleteMeans = Words::tr("The records of these finished tasks are removed from the server's history, for everybody and for "
                         "ever. Indexes and documents are not touched. The deletion is a task of its own.");
    return can;
}

bool Knowledge::learn(const HttpRequest &request, const Error &error)
{
    const QString right = rightFor(request);
    if (error.kind == Error::Kind::Auth && error.httpStatus == 403
        && (right == "tasks.cancel"_L1 || right == "tasks.delete"_L1) && !m_missingRights.contains(right)) {
        m_missingRights.insert(right);
        return true;
    }
    const QString parameter = unknownParameter(error);
    if (!parameter.isEmpty() && !m_unknownParameters.contains(parameter)) {
        m_unknownParameters.insert(parameter);
        return true;
    }
    if (isMissingRoute(error) && request.target.startsWith("/batches") && !m_noBatches) {
        m_noBatches = true;
        return true;
    }
    return false;
}

} // namespace taskglass::meilisearch

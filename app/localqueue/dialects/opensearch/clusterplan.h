// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/byscroll.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

#include <variant>
#include <vector>

namespace taskglass::localqueue::opensearch {

/// An index with its documents, as a bulk body.
struct FilledIndex
{
    QString name;
    int shards = 1;
    QByteArray mapping;             ///< JSON; empty: found out from the documents.
    QByteArray bulk;
};

/// Documents written to an index that is there, in one bulk request.
struct BulkWrite
{
    QString index;
    QByteArray bulk;
};

/// A job, in an index that is emptied first when \a startsAfresh.
struct JobStart
{
    cluster::ByScrollRequest request;
    bool startsAfresh = false;
    bool storesResult = true;
};

/// A search; slow when its query has a script.
struct SearchStart
{
    QStringList indices;
    QByteArray body;
    cluster::Origin origin;
};

/// Somebody cancels the oldest task of an action.
struct CancelOldest
{
    QByteArray action;
};

using PlannedAction = std::variant<FilledIndex, BulkWrite, JobStart, SearchStart, CancelOldest>;

/// What the demo's cluster is asked to do, one step after the other: the same sequence for the same seed. Knows no clock
/// and no cluster. Every failure comes from its own data.
class ClusterPlan
{
public:
    struct Step
    {
        int pauseMs = 0;            ///< Before the actions.
        std::vector<PlannedAction> actions;
    };

    /// \a nodes is how many there are to send work to.
    ClusterPlan(quint32 seed, int nodes);

    /// Indices to work on, and work that runs for a while: what somebody sees who looks at once.
    [[nodiscard]] std::vector<PlannedAction> opening();
    /// Never ends.
    [[nodiscard]] Step next();

private:
    [[nodiscard]] cluster::Origin origin(const QByteArray &opaqueId);
    [[nodiscard]] cluster::ByScrollRequest jobOn(const QString &source, const QByteArray &opaqueId);
    [[nodiscard]] PlannedAction slicedReindex();
    [[nodiscard]] PlannedAction smallReindex();
    [[nodiscard]] PlannedAction failingReindex();
    [[nodiscard]] PlannedAction failingScript();
    [[nodiscard]] std::vector<PlannedAction> disturbedUpdate();
    [[nodiscard]] PlannedAction tidyUp();
    [[nodiscard]] PlannedAction dashboard();
    [[nodiscard]] PlannedAction quickSearch();
    [[nodiscard]] PlannedAction newOrders();

    QRandomGenerator m_random;
    int m_nodes = 1;
    int m_nextOrder = 0;
    int m_night = 0;
};

} // namespace taskglass::localqueue::opensearch

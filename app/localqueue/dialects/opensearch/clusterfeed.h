// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/cluster.h"
#include "app/localqueue/dialects/opensearch/apiprofile.h"
#include "app/localqueue/dialects/opensearch/clusterplan.h"

#include <QObject>
#include <QTimer>

namespace taskglass::localqueue::opensearch {

/// Gives a cluster the work of a ClusterPlan, for demos. When more runs than a person could follow, it holds back. Lives on
/// the thread that made it; its cluster must outlive it.
class ClusterFeed final : public QObject
{
    Q_OBJECT
public:
    ClusterFeed(cluster::Cluster &cluster, const ApiProfile &api, quint32 seed, QObject *parent = nullptr);

    /// Opens, filling the indices that are not there yet, and goes on step by step from now on.
    void start();

private:
    void step();
    void carryOut(const PlannedAction &action);
    void startJob(const JobStart &job);
    void search(const SearchStart &search);
    void cancelOldest(const QByteArray &action);
    [[nodiscard]] int runningJobs() const;

    cluster::Cluster &m_cluster;
    const ApiProfile m_api;
    ClusterPlan m_plan;
    ClusterPlan::Step m_coming;
    QTimer m_timer;
};

} // namespace taskglass::localqueue::opensearch

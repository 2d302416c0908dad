// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/clusterstore.h"
#include "app/localqueue/dialects/opensearch/apiprofile.h"

namespace taskglass::localqueue::opensearch {

/// One item of a bulk request.
struct BulkItem
{
    QByteArray action;          ///< "index", "create", "update", "delete"
    QString index;
    cluster::Write write;
    QByteArray partial;         ///< Updates: the fields to be laid over the stored document.
    bool upserts = false;       ///< Updates: the partial document becomes the document where there is none.
};

/// Reads the lines of a bulk body; \a index stands for items that name none. Faults (400): a body that does not end with a
/// line feed, lines that are not JSON, unknown actions, no index.
[[nodiscard]] cluster::Fallible<std::vector<BulkItem>> parseBulk(const QByteArray &body, const QString &index);

/// Carries out \a items in one transaction and answers the response's body: each item with its own fate. Indices that are
/// missing are made. Fault: of the store.
[[nodiscard]] cluster::Fallible<QByteArray> runBulk(cluster::ClusterStore &store, const std::vector<BulkItem> &items,
                                                    const ApiProfile &api);

/// An index by its name, made with the defaults when there is none.
[[nodiscard]] cluster::Fallible<cluster::Index *> findOrCreate(cluster::ClusterStore &store, const QString &name);

} // namespace taskglass::localqueue::opensearch

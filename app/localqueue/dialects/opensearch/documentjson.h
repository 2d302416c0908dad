// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/clusterstore.h"
#include "app/localqueue/dialects/opensearch/apiprofile.h"
#include "app/localqueue/jsontext.h"

namespace taskglass::localqueue::opensearch {

/// `_index`, `_type` where releases have it, `_id`.
void addDocumentName(JsonObjectText &object, const QString &index, const QString &id, const ApiProfile &api);

/// What a write answers: name, version, result, shards, sequence number.
[[nodiscard]] JsonObjectText writtenJson(const QString &index, const cluster::Written &written, cluster::Write::Op op,
                                         const ApiProfile &api);
/// 201 for a new document, 404 for a delete of none, else 200.
[[nodiscard]] int writtenStatus(const cluster::Written &written, cluster::Write::Op op);

} // namespace taskglass::localqueue::opensearch

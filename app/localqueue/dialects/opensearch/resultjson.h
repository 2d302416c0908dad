// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/byscroll.h"
#include "app/localqueue/dialects/opensearch/apiprofile.h"

#include <QByteArray>

namespace taskglass::localqueue::opensearch {

/// A job's end as `response`: with texts beside the times, as stored results and no others have them.
[[nodiscard]] QByteArray storedResultJson(const cluster::TaskInfo &last, const cluster::ByScrollOutcome &outcome,
                                          const ApiProfile &api);

/// The same as the answer of a request that waited: \a kind decides which counters are told.
[[nodiscard]] QByteArray syncResultJson(const cluster::ByScrollOutcome &outcome, cluster::ByScrollRequest::Kind kind,
                                        const ApiProfile &api);
/// The worst status among the failures; 200 without any.
[[nodiscard]] int syncStatus(const cluster::ByScrollOutcome &outcome);

} // namespace taskglass::localqueue::opensearch

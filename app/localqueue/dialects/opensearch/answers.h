// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/fault.h"
#include "app/localqueue/http.h"

namespace taskglass::localqueue::opensearch {

[[nodiscard]] HttpResponse jsonAnswer(int status, const QByteArray &body);
[[nodiscard]] HttpResponse textAnswer(int status, const QByteArray &body);
/// `{"error":{"root_cause":[…],…},"status":…}` with the fault's own status, or \a status.
[[nodiscard]] HttpResponse faultAnswer(const cluster::Fault &fault, int status = 0);
/// The short form whose `error` is a string, as the HTTP layer itself answers; \a withStatus is false for unknown routes.
[[nodiscard]] HttpResponse plainErrorAnswer(int status, const QString &sentence, bool withStatus = true);

} // namespace taskglass::localqueue::opensearch

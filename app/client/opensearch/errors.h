// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace taskglass::opensearch {

/// What is wrong with \a answer before its JSON is read: its status, or a body that is no JSON at all. Empty when the
/// status is 2xx and the body may be what was asked for. serverCode is the innermost useful `error.type`.
[[nodiscard]] std::optional<Error> errorIn(const HttpAnswer &answer);

/// The parameters that a 400 "contains unrecognized parameter: [x]" complains about; empty for any other error.
[[nodiscard]] QList<QString> unrecognizedParameters(const Error &error);

/// The right that a 403 says is missing ("cluster:admin/tasks/cancel"); empty when it does not say.
[[nodiscard]] QString missingRight(const Error &error);

/// The route is not there (another server, Elasticsearch Serverless), as opposed to the task.
[[nodiscard]] bool isMissingRoute(const Error &error);

/// A wait ended before the task did: it still runs. Told by the type, since the status differs with version and node.
[[nodiscard]] bool isWaitOver(const Error &error);

} // namespace taskglass::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/http.h"
#include "models/domain/result.h"

#include <QByteArray>

namespace taskglass::localqueue::meilisearch {

/// A refusal in the server's own words: clients and people search for them. The engine's refusals have the same form.
[[nodiscard]] Error refusal(int status, const QString &code, const QString &message);

/// `{"message","code","type","link"}` with the refusal's status. An Error without a server code becomes a 500.
[[nodiscard]] HttpResponse errorResponse(const Error &error);
/// That object alone; also what a failed task carries.
[[nodiscard]] QByteArray errorJson(const QString &message, const QString &code, const QString &type,
                                   const QString &link);

/// A complete JSON answer.
[[nodiscard]] HttpResponse jsonResponse(int status, QByteArray body);
/// 404 and 405 of unknown routes: no body, no content type.
[[nodiscard]] HttpResponse emptyResponse(int status);

[[nodiscard]] Error missingAuthorization();
[[nodiscard]] Error invalidApiKey();
[[nodiscard]] Error payloadTooLarge(qint64 limitBytes);
[[nodiscard]] Error featureNotEnabled(const QString &action, const QString &feature, const QString &discussion);

/// \a where is how the sentence begins: "Invalid value at `.uid`: ", "Invalid value in parameter `indexUids`: ", or
/// nothing for a uid that stood in the path.
[[nodiscard]] Error invalidIndexUid(const QString &where, const QString &uid);

} // namespace taskglass::localqueue::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace taskglass::localqueue::opensearch {

/// Somebody who may come in, by HTTP's basic authentication: one line of a key file.
struct User
{
    QByteArray name;
    QByteArray password;
};

/// `USER PASSWORD`: a key file's line without its leading `opensearch`. The error's sentence names neither.
[[nodiscard]] Result<User> parseUser(const QStringList &words);

/// Whether a request with that Authorization header may come in. Without known users everybody may.
[[nodiscard]] bool letsIn(const std::vector<User> &known, const QByteArray &authorization);

} // namespace taskglass::localqueue::opensearch

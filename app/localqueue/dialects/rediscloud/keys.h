// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace taskglass::localqueue::rediscloud {

/// The two keys that go with every request, and what they allow: one line of a key file.
struct KeyPair
{
    QByteArray account;       ///< x-api-key.
    QByteArray secret;        ///< x-api-secret-key.
    bool mayWrite = true;     ///< False: a Viewer's key, which may only GET.
};

/// `ACCOUNT-KEY SECRET-KEY [viewer]`: a key file's line without its leading `redis-cloud`. The error's sentence names no
/// key.
[[nodiscard]] Result<KeyPair> parseKeyPair(const QStringList &words);

enum class Access {
    None,  ///< Keys missing or wrong.
    Read,
    Write
};

/// What the keys of a request allow. Without any known pairs, two keys that are not empty allow everything.
[[nodiscard]] Access accessOf(const std::vector<KeyPair> &known, const QByteArray &account, const QByteArray &secret);

} // namespace taskglass::localqueue::rediscloud

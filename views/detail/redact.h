// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

namespace taskglass {

/// \a json with the values of members that by their name hold a secret (apiKey, password, token, Authorization …)
/// replaced, and with user names and passwords taken out of addresses. Everything else stays byte for byte. Text that is
/// not JSON becomes empty, since nothing can be said about what it holds.
[[nodiscard]] QByteArray redactedJson(const QByteArray &json);

/// \a text with user names and passwords taken out of addresses ("https://user:pw@host").
[[nodiscard]] QByteArray withoutUserInfo(const QByteArray &text);

/// What a copied text shows of a server's address: no user, password, query or fragment.
[[nodiscard]] QString publicUrl(const QUrl &url);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

class QWidget;

namespace taskglass {

/// The address behind a link that a server sent, when it may be offered at all: absolute, http or https, with a host and
/// without a user name. Everything else (javascript:, file:, data: …) is empty.
[[nodiscard]] std::optional<QUrl> safeLink(const QString &text);

/// Shows where \a url goes, and opens it in the browser only when the user says so. Does not block.
void confirmAndOpen(const QUrl &url, QWidget *parent);

} // namespace taskglass

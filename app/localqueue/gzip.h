// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace taskglass::localqueue {

/// RFC 1952, at a level that favours speed. qCompress() writes another format.
[[nodiscard]] QByteArray gzip(const QByteArray &bytes);

/// Undoes gzip; empty when the input is not gzip, is cut short, or would grow beyond \a limit bytes.
[[nodiscard]] std::optional<QByteArray> gunzip(const QByteArray &bytes, qsizetype limit);

} // namespace taskglass::localqueue

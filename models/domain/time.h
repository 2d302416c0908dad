// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <limits>
#include <optional>
#include <string_view>

namespace taskglass {

/// Nanoseconds since 1970-01-01T00:00:00Z, as fine as the servers send. QDateTime would round to milliseconds.
using EpochNs = qint64;
/// Nanoseconds.
using DurationNs = qint64;

/// "The server gave no such time", for columns that must stay 8 bytes wide. Never shown, never compared as a time.
inline constexpr qint64 kNoTime = std::numeric_limits<qint64>::min();

inline constexpr qint64 kNsPerMs = 1'000'000;
inline constexpr qint64 kNsPerSecond = 1'000'000'000;

/// Reads an RFC 3339 stamp with 0 to 9 fractional digits and any offset. A stamp without zone, a 60th second, or one
/// outside what 64 bits of nanoseconds hold (1677 to 2262) is refused.
[[nodiscard]] std::optional<EpochNs> parseRfc3339(std::string_view text);

/// RFC 3339 in UTC with trailing zeros of the fraction trimmed, as Meilisearch writes it. Empty for kNoTime.
[[nodiscard]] QByteArray formatRfc3339(EpochNs time);

/// Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds ("PT0.001192S", "P1DT3600.5S"); years and
/// months have no length and are refused, digits beyond the ninth are dropped.
[[nodiscard]] std::optional<DurationNs> parseIsoDuration(std::string_view text);

/// ISO 8601 in days and seconds only, nine digits, as Meilisearch 1.x writes durations. Empty for kNoTime.
[[nodiscard]] QByteArray formatIsoDuration(DurationNs duration);

} // namespace taskglass

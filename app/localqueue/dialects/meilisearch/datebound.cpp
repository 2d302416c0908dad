// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/datebound.h"

#include <QByteArray>

namespace taskglass::localqueue::meilisearch {

namespace {

constexpr DurationNs kDay = 86'400 * kNsPerSecond;
constexpr qsizetype kDateLength = 10; // YYYY-MM-DD

} // namespace

std::optional<EpochNs> parseDateBound(QStringView text, BoundSide side)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() != kDateLength)
        return parseRfc3339(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    const QByteArray midnight = QByteArray(bytes).append("T00:00:00Z");
    const auto start = parseRfc3339(std::string_view(midnight.constData(), static_cast<std::size_t>(midnight.size())));
    if (!start)
        return std::nullopt;
    // The bound is exclusive: one nanosecond less lets the next midnight itself pass.
    return side == BoundSide::After ? *start + kDay - 1 : *start;
}

} // namespace taskglass::localqueue::meilisearch

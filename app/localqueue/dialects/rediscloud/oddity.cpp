// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/oddity.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

constexpr QLatin1StringView kWords[] {"late-tasks"_L1,  "json-401"_L1,     "text-error"_L1,   "new-status"_L1,
                                      "new-command"_L1, "no-timestamp"_L1, "object-links"_L1, "empty-array"_L1};
static_assert(std::size(kWords) == std::size_t(Oddity::EmptyArray) + 1);

} // namespace

std::optional<Oddity> oddityFor(QStringView word)
{
    for (std::size_t i = 0; i < std::size(kWords); ++i) {
        if (kWords[i] == word)
            return static_cast<Oddity>(i);
    }
    return std::nullopt;
}

QStringList oddityWords()
{
    return {std::begin(kWords), std::end(kWords)};
}

} // namespace taskglass::localqueue::rediscloud

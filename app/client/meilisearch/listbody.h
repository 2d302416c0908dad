// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/jsonwalk.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace taskglass::meilisearch {

/// A member beside a list's results, and where it goes.
struct ListCount
{
    std::string_view name;
    qint64 *place;
};

/// Reads {"results": […], "total": 7, …}: \a readResults(value) reads the results, which must be there, and says where it
/// failed; of the rest \a counts are kept.
template<typename ReadResults>
[[nodiscard]] json::Fault readListBody(json::ondemand::object &root, std::initializer_list<ListCount> counts, ReadResults &&readResults)
{
    bool hasResults = false;
    json::Fault fault;
    fault.code = json::eachField(root, [&](std::string_view key, json::ondemand::value &value) {
        if (key == "results") {
            hasResults = true;
            fault = readResults(value);
            return fault.code;
        }
        const auto count = std::find_if(counts.begin(), counts.end(), [key](const ListCount &one) { return one.name == key; });
        if (count == counts.end())
            return simdjson::SUCCESS;
        fault.path = json::textOf(key);
        return json::readCount(value, *count->place);
    });
    if (fault)
        return fault;
    return hasResults ? json::Fault {} : json::Fault {simdjson::NO_SUCH_FIELD, QStringLiteral("results")};
}

} // namespace taskglass::meilisearch

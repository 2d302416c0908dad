// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/actions.h"

#include <algorithm>
#include <array>

using namespace std::literals;

namespace taskglass::opensearch {

namespace {

/// The text behind \a before up to \a end; empty when either is missing.
std::string_view between(std::string_view text, std::string_view before, std::string_view end)
{
    const std::size_t begin = text.find(before);
    if (begin == std::string_view::npos)
        return {};
    text.remove_prefix(begin + before.size());
    const std::size_t length = text.find(end);
    return length == std::string_view::npos ? std::string_view() : text.substr(0, length);
}

} // namespace

bool isListing(std::string_view action)
{
    return action == "cluster:monitor/tasks/lists" || action == "cluster:monitor/tasks/lists[n]";
}

bool isHousekeeping(std::string_view action, std::string_view type, std::string_view parent, std::string_view target)
{
    static constexpr std::array kPrefixes {
        "cluster:monitor/"sv, "internal:"sv, "indices:monitor/"sv, "indices:admin/seq_no/"sv, "cluster:admin/tasks/"sv,
        "retention_lease_"sv, // registered under its bare name, "retention_lease_background_sync"
    };
    const bool byAction = std::any_of(kPrefixes.begin(), kPrefixes.end(),
                                      [action](std::string_view prefix) { return action.starts_with(prefix); });
    // Persistent tasks have "cluster:<n>" for a parent, which is no task.
    return byAction || type == "persistent" || parent.starts_with("cluster:") || action.ends_with("[c]") || target == ".tasks";
}

bool mayHaveResult(std::string_view action, std::string_view parent)
{
    static constexpr std::array kActions {
        "indices:data/write/reindex"sv, "indices:data/write/update/byquery"sv, "indices:data/write/delete/byquery"sv,
        "indices:admin/forcemerge"sv,   "indices:admin/resize"sv,              "indices:admin/open"sv,
        "cluster:admin/xpack/enrich/execute"sv,
    };
    return parent.empty() && std::find(kActions.begin(), kActions.end(), action) != kActions.end();
}

std::string_view rethrottleName(std::string_view action)
{
    return action == "indices:data/write/reindex"       ? "_reindex"sv
        : action == "indices:data/write/update/byquery" ? "_update_by_query"sv
        : action == "indices:data/write/delete/byquery" ? "_delete_by_query"sv
                                                        : std::string_view();
}

std::string_view targetIn(std::string_view description)
{
    if (description.starts_with("reindex from "))
        return between(description, " to [", "]");
    for (const std::string_view start : {"update-by-query ["sv, "delete-by-query ["sv, "indices["sv, "shardId[["sv, "index {["sv,
                                         "update {["sv, "delete {["sv, "get {["sv, "Force-merge indices ["sv}) {
        if (description.starts_with(start))
            return between(description, start, "]");
    }
    if (description.starts_with("requests["))
        return between(description, "], index[", "]");
    return {};
}

std::string_view nodeOf(std::string_view taskId)
{
    const std::size_t colon = taskId.find(':');
    return colon == std::string_view::npos ? std::string_view() : taskId.substr(0, colon);
}

} // namespace taskglass::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace taskglass::rediscloud {

/// The members of a task's JSON that are looked at. Texts lie in the parser's memory: they are gone with it.
struct TaskParts
{
    std::string_view member;          ///< Which one is being read: where a fault is.
    std::string id;
    std::string_view type;
    std::string_view status;
    std::string_view description;
    EpochNs timestamp = kNoTime;
    bool hasResponse = false;
    std::optional<qint64> resourceId;
    std::optional<qint64> additionalId;
    std::string_view resourceStatus;  ///< `response.resource.status`: of the resource, not of the task.
    std::string_view failureReason;   ///< `response.resource.failureReason`.
    std::string_view additionalInfo;
    std::string_view errorType;       ///< Also what a bare string says.
    std::string_view errorStatus;     ///< "404 NOT_FOUND"
    std::string_view errorMessage;
    std::string_view resourceAddress; ///< `href` of the link "resource".
};

/// Reads the task in \a object. Only a missing id and broken JSON are faults; parts.member says where then.
[[nodiscard]] simdjson::error_code readParts(json::ondemand::object &object, TaskParts &parts);

} // namespace taskglass::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/taskparts.h"

#include "app/client/jsonwalk.h"
#include "app/client/rediscloud/wire.h"

#include <charconv>

namespace taskglass::rediscloud {

namespace {

namespace ondemand = simdjson::ondemand;
using ondemand::json_type;
using simdjson::error_code;
using simdjson::SUCCESS;

/// A whole number, or a text of digits; leaves \a number empty for everything else.
[[nodiscard]] error_code readNumber(ondemand::value &value, std::optional<qint64> &number)
{
    qint64 read = -1;
    std::string_view text;
    if (const auto code = json::readCount(value, read))
        return code;
    if (const auto code = json::readText(value, text))
        return code;
    if (!text.empty()) {
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), read);
        if (fault != std::errc() || end != text.data() + text.size())
            read = -1;
    }
    if (read >= 0)
        number = read;
    return SUCCESS;
}

[[nodiscard]] error_code readId(ondemand::value &value, std::string &id)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    std::optional<qint64> number;
    if (text.empty()) {
        if (const auto code = readNumber(value, number))
            return code;
    }
    id = number ? std::to_string(*number) : std::string(text);
    return SUCCESS;
}

/// On the wire an object; the service's own schema says that it is a string.
[[nodiscard]] error_code readError(ondemand::value &value, TaskParts &parts)
{
    if (const auto code = json::readText(value, parts.errorType))
        return code;
    return json::eachField(value, [&parts](std::string_view key, ondemand::value &member) -> error_code {
        if (key == "type")
            return json::readText(member, parts.errorType);
        if (key == "status")
            return json::readText(member, parts.errorStatus);
        return key == "description" ? json::readText(member, parts.errorMessage) : SUCCESS;
    });
}

[[nodiscard]] error_code readResource(ondemand::value &value, TaskParts &parts)
{
    return json::eachField(value, [&parts](std::string_view key, ondemand::value &member) -> error_code {
        if (key == "status")
            return json::readText(member, parts.resourceStatus);
        return key == "failureReason" ? json::readText(member, parts.failureReason) : SUCCESS;
    });
}

[[nodiscard]] error_code readResponse(ondemand::value &value, TaskParts &parts)
{
    return json::eachField(value, [&parts](std::string_view key, ondemand::value &member) -> error_code {
        parts.hasResponse = true;
        if (key == "resourceId")
            return readNumber(member, parts.resourceId);
        if (key == "additionalResourceId")
            return readNumber(member, parts.additionalId);
        if (key == "resource")
            return readResource(member, parts);
        if (key == "error")
            return readError(member, parts);
        return key == "additionalInfo" ? json::readText(member, parts.additionalInfo) : SUCCESS;
    });
}

/// One link. \a relation: its key, in the form that is an object of links.
[[nodiscard]] error_code readLink(ondemand::value &value, std::string_view relation, TaskParts &parts)
{
    std::string_view address;
    const auto code = json::eachField(value, [&](std::string_view key, ondemand::value &member) -> error_code {
        if (key == "rel" && relation.empty())
            return json::readText(member, relation);
        return key == "href" ? json::readText(member, address) : SUCCESS;
    });
    if (relation == "resource" && !address.empty())
        parts.resourceAddress = address;
    return code;
}

/// Both forms under either name: an array of links with `rel`, or an object of links by relation.
[[nodiscard]] error_code readLinks(ondemand::value &value, TaskParts &parts)
{
    json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != json_type::array)
        return json::eachField(value, [&parts](std::string_view key, ondemand::value &member) { return readLink(member, key, parts); });
    return json::eachElement(value, [&parts](ondemand::value &link) { return readLink(link, {}, parts); });
}

[[nodiscard]] error_code readStamp(ondemand::value &value, EpochNs &time)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    time = parseStamp(text).value_or(time);
    return SUCCESS;
}

[[nodiscard]] error_code readMember(std::string_view key, ondemand::value &value, TaskParts &parts)
{
    const auto is = [&](std::string_view name) {
        const bool same = key == name;
        if (same)
            parts.member = name;
        return same;
    };
    if (is("taskId"))
        return readId(value, parts.id);
    if (is("commandType"))
        return json::readText(value, parts.type);
    if (is("status"))
        return json::readText(value, parts.status);
    if (is("description"))
        return json::readText(value, parts.description);
    if (is("timestamp"))
        return readStamp(value, parts.timestamp);
    if (is("response"))
        return readResponse(value, parts);
    return is("links") || is("_links") ? readLinks(value, parts) : SUCCESS;
}

} // namespace

simdjson::error_code readParts(ondemand::object &object, TaskParts &parts)
{
    const error_code code = json::eachField(object, [&parts](std::string_view key, ondemand::value &value) {
        return readMember(key, value, parts);
    });
    if (code)
        return code;
    parts.member = "taskId";
    return parts.id.empty() ? simdjson::NO_SUCH_FIELD : SUCCESS;
}

} // namespace taskglass::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/json.h"

#include <string_view>
#include <utility>

namespace taskglass::json {

using simdjson::error_code;

/// Calls \a take(key, value) for each member of \a object until one fails; returns that failure, or the JSON's own.
template<typename Take>
[[nodiscard]] error_code eachField(ondemand::object &object, Take &&take)
{
    for (auto each : object) {
        ondemand::field field;
        std::string_view key;
        if (const auto code = std::move(each).get(field))
            return code;
        if (const auto code = readKey(field, key))
            return code;
        if (const error_code code = take(key, field.value()))
            return code;
    }
    return simdjson::SUCCESS;
}

/// The same for a value; does nothing when that is no object.
template<typename Take>
[[nodiscard]] error_code eachField(ondemand::value &value, Take &&take)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != ondemand::json_type::object)
        return simdjson::SUCCESS;
    ondemand::object object;
    if (const auto code = value.get_object().get(object))
        return code;
    return eachField(object, take);
}

/// Calls \a take(value) for each element of \a array until one fails; returns that failure, or the JSON's own.
template<typename Take>
[[nodiscard]] error_code eachElement(ondemand::array &array, Take &&take)
{
    for (auto each : array) {
        ondemand::value element;
        if (const auto code = std::move(each).get(element))
            return code;
        if (const error_code code = take(element))
            return code;
    }
    return simdjson::SUCCESS;
}

/// The same for a value; does nothing when that is no array.
template<typename Take>
[[nodiscard]] error_code eachElement(ondemand::value &value, Take &&take)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != ondemand::json_type::array)
        return simdjson::SUCCESS;
    ondemand::array array;
    if (const auto code = value.get_array().get(array))
        return code;
    return eachElement(array, take);
}

} // namespace taskglass::json

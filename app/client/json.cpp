// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/json.h"

#include "app/client/answererror.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::json {

PaddedBody::PaddedBody(const QByteArray &body)
    : m_bytes(body)
{
    const qsizetype wanted = body.size() + qsizetype(simdjson::SIMDJSON_PADDING);
    if (m_bytes.capacity() < wanted)
        m_bytes.reserve(wanted);
}

simdjson::padded_string_view PaddedBody::view() const
{
    return simdjson::padded_string_view(m_bytes.constData(), std::size_t(m_bytes.size()), std::size_t(m_bytes.capacity()));
}

OpenBody::OpenBody(const QByteArray &body)
    : m_body(body)
    , m_code(m_parser.iterate(m_body.view()).get(m_document))
{
}

Fault OpenBody::enter(ondemand::object &root)
{
    return {m_code ? m_code : m_document.get_object().get(root), {}};
}

Fault OpenBody::close(Fault fault)
{
    if (!fault && m_document.current_location().error() == simdjson::SUCCESS)
        return {simdjson::TAPE_ERROR, {}};
    return fault;
}

Error badResponse(const Fault &fault)
{
    const bool cut = fault.code == simdjson::INCOMPLETE_ARRAY_OR_OBJECT || fault.code == simdjson::UNCLOSED_STRING
        || fault.code == simdjson::EMPTY;
    const QString sentence = cut ? QCoreApplication::translate("Protocol", "The server's answer ends too early.")
        : fault.path.isEmpty()   ? QCoreApplication::translate("Protocol", "The server's answer is not valid JSON.")
                                 : QCoreApplication::translate("Protocol", "The server's answer cannot be understood at %1.").arg(fault.path);
    return errorOf(Error::Kind::BadResponse, sentence);
}

simdjson::error_code readText(ondemand::value &value, std::string_view &text)
{
    const std::string_view token = trimmed(value.raw_json_token());
    if (!token.starts_with('"')) {
        ondemand::json_type type {};
        return value.type().get(type);
    }
    const std::string_view inside = token.substr(1, token.size() - 2); // no string is open at the end: iterate() sees to that
    if (inside.find('\\') != std::string_view::npos)
        return value.get_string().get(text);
    ondemand::raw_json_string taken;
    const auto code = value.get_raw_json_string().get(taken);
    if (!code)
        text = inside;
    return code;
}

simdjson::error_code readText(ondemand::value &value, StringTable &strings, StringTable::Ref &ref)
{
    std::string_view text;
    const auto code = readText(value, text);
    if (!code)
        ref = strings.add(text);
    return code;
}

simdjson::error_code readKey(ondemand::field &field, std::string_view &key)
{
    const char *const begin = field.key().raw();
    const char *end = begin;
    while (*end != '"' && *end != '\\')
        ++end;
    if (*end == '\\')
        return field.unescaped_key().get(key);
    key = {begin, std::size_t(end - begin)};
    return simdjson::SUCCESS;
}

simdjson::error_code readCount(ondemand::value &value, qint64 &number)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != ondemand::json_type::number)
        return simdjson::SUCCESS;
    int64_t read = 0;
    const auto code = value.get_int64().get(read);
    if (code == simdjson::SUCCESS && read >= 0)
        number = read;
    // A fraction or a huge number is not what we can use, but it is valid JSON: Raw shows it.
    return code == simdjson::INCORRECT_TYPE || code == simdjson::NUMBER_ERROR || code == simdjson::NUMBER_OUT_OF_RANGE
        ? simdjson::SUCCESS
        : code;
}

simdjson::error_code readFlag(ondemand::value &value, bool &flag)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    return type == ondemand::json_type::boolean ? value.get_bool().get(flag) : simdjson::SUCCESS;
}

simdjson::error_code readStamp(ondemand::value &value, EpochNs &time)
{
    std::string_view text;
    if (const auto code = readText(value, text))
        return code;
    if (const auto stamp = parseRfc3339(text))
        time = *stamp;
    return simdjson::SUCCESS;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::string_view clipped(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    return text.substr(0, most);
}

} // namespace taskglass::json

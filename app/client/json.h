// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/stringtable.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QString>

#include <simdjson.h>

#include <string_view>

namespace taskglass::json {

namespace ondemand = simdjson::ondemand;

/// A body with the readable room behind it that simdjson wants. Shares the bytes when their own buffer has that room,
/// copies them when not. Must outlive what is parsed from it.
class PaddedBody
{
public:
    explicit PaddedBody(const QByteArray &body);
    [[nodiscard]] simdjson::padded_string_view view() const;

private:
    QByteArray m_bytes;
};

/// Where reading went wrong, as a path for people: "results[3].uid". True when something did.
struct Fault
{
    simdjson::error_code code = simdjson::SUCCESS;
    QString path;
    explicit operator bool() const { return code != simdjson::SUCCESS; }
};

/// A body while it is being read. What was read from it must not outlive it.
class OpenBody
{
public:
    explicit OpenBody(const QByteArray &body);
    OpenBody(const OpenBody &) = delete;
    OpenBody &operator=(const OpenBody &) = delete;

    /// Only when fault() is none.
    [[nodiscard]] ondemand::document &document() { return m_document; }
    /// Why nothing of it can be read: it is empty, or no JSON from the start.
    [[nodiscard]] Fault fault() const { return {m_code, {}}; }
    /// Goes into the root, which must be an object.
    [[nodiscard]] Fault enter(ondemand::object &root);
    /// What reading all of it came to: \a fault if there is one, else whether anything stands behind the end.
    [[nodiscard]] Fault close(Fault fault);

private:
    PaddedBody m_body;
    ondemand::parser m_parser;
    ondemand::document m_document;
    simdjson::error_code m_code;
};

/// Error::BadResponse with the path in its sentence.
[[nodiscard]] Error badResponse(const Fault &fault);

/// The text of a string; leaves \a text alone for null and for everything that is no string. Where it lies in the body, unless
/// there is a backslash in it: hardly any text needs to be written anew, and that took a sixth of all decoding.
[[nodiscard]] simdjson::error_code readText(ondemand::value &value, std::string_view &text);
/// The same into \a strings; \a ref is 0 for null and for everything that is no string.
[[nodiscard]] simdjson::error_code readText(ondemand::value &value, StringTable &strings, StringTable::Ref &ref);
/// The name of a member, read likewise.
[[nodiscard]] simdjson::error_code readKey(ondemand::field &field, std::string_view &key);
/// A non-negative integer; leaves \a number alone for null and for everything that is none.
[[nodiscard]] simdjson::error_code readCount(ondemand::value &value, qint64 &number);
/// True or false; leaves \a flag alone for everything that is neither.
[[nodiscard]] simdjson::error_code readFlag(ondemand::value &value, bool &flag);
/// An RFC 3339 stamp; leaves \a time alone for null and for what cannot be read as one.
[[nodiscard]] simdjson::error_code readStamp(ondemand::value &value, EpochNs &time);

[[nodiscard]] inline QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}
[[nodiscard]] inline QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}
/// Without the white space that raw JSON slices may carry behind them.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// The longest start of \a text that is at most \a most bytes of UTF-8 and ends between characters.
[[nodiscard]] std::string_view clipped(std::string_view text, std::size_t most);

} // namespace taskglass::json

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
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

/// Where reading went wrong, as a path for people: "results[3].uid".
struct Fault
{
    simdjson::error_code code = simdjson::SUCCESS;
    QString path;
};

/// Error::BadResponse with the path in its sentence.
[[nodiscard]] Error badResponse(const Fault &fault);

/// The text of a string; empty for null and for everything that is no string.
[[nodiscard]] simdjson::error_code readText(ondemand::value &value, std::string_view &text);
/// A non-negative integer; leaves \a number alone for null and for everything that is none.
[[nodiscard]] simdjson::error_code readCount(ondemand::value &value, qint64 &number);
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

} // namespace taskglass::json

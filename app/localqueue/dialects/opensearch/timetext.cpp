// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/timetext.h"

#include <QRegularExpression>

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

namespace {

struct Unit
{
    const char *name;
    qint64 ns;
};

constexpr std::array kUnits {Unit {"d", 86'400'000'000'000}, Unit {"h", 3'600'000'000'000}, Unit {"m", 60'000'000'000},
                             Unit {"s", 1'000'000'000},      Unit {"ms", 1'000'000},        Unit {"micros", 1'000},
                             Unit {"nanos", 1}};

} // namespace

QByteArray timeText(qint64 ns)
{
    if (ns < 0)
        return QByteArray::number(ns);
    if (ns == 0)
        return "0s"_ba;
    for (const Unit &unit : kUnits) {
        if (ns < unit.ns)
            continue;
        const qint64 tenth = ns % unit.ns * 10 / unit.ns;
        QByteArray text = QByteArray::number(ns / unit.ns);
        if (tenth > 0)
            text += '.' + QByteArray::number(tenth);
        return text + unit.name;
    }
    return {};
}

cluster::Fallible<qint64> parseTime(const QString &name, const QString &text)
{
    static const QRegularExpression form(u"^(\\d+)(nanos|micros|ms|s|m|h|d)$"_s);
    if (text == "0"_L1 || text == "-1"_L1)
        return text.toLongLong() * 1'000'000;
    const auto match = form.match(text.trimmed().toLower());
    if (!match.hasMatch()) {
        return cluster::illegalArgument(
            u"failed to parse setting [%1] with value [%2] as a time value: unit is missing or unrecognized"_s.arg(name, text));
    }
    for (const Unit &unit : kUnits) {
        if (match.captured(2) == QLatin1StringView(unit.name))
            return match.captured(1).toLongLong() * unit.ns;
    }
    return qint64(0);
}

QByteArray rateText(float requestsPerSecond)
{
    if (std::isinf(requestsPerSecond))
        return "-1.0"_ba;
    std::array<char, 64> buffer {};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), requestsPerSecond, std::chars_format::fixed);
    const QByteArray text(buffer.data(), qsizetype(end.ptr - buffer.data()));
    return text.contains('.') ? text : text + ".0"_ba;
}

} // namespace taskglass::localqueue::opensearch

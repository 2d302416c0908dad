// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filtertime.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

struct Unit
{
    QLatin1StringView word;
    qint64 ns;
};

constexpr qint64 kHourNs = 3600 * kNsPerSecond;

/// Largest first; "m" before "ms" matters for writing only.
constexpr std::array<Unit, 8> kUnits {{{"w"_L1, 168 * kHourNs},
                                       {"d"_L1, 24 * kHourNs},
                                       {"h"_L1, kHourNs},
                                       {"m"_L1, 60 * kNsPerSecond},
                                       {"s"_L1, kNsPerSecond},
                                       {"ms"_L1, kNsPerMs},
                                       {"us"_L1, 1000},
                                       {"ns"_L1, 1}}};

std::optional<qint64> unitNs(QStringView word)
{
    if (word == "min"_L1)
        return 60 * kNsPerSecond;
    for (const Unit &unit : kUnits) {
        if (word == unit.word)
            return unit.ns;
    }
    return std::nullopt;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype skipDigits(QStringView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

/// Whole and decimal digits times \a unit; the digits of the fraction that the unit cannot hold are dropped.
std::optional<qint64> scaled(QStringView whole, QStringView fraction, qint64 unit)
{
    bool ok = whole.isEmpty();
    const qint64 number = ok ? 0 : whole.toLongLong(&ok);
    qint64 sum = 0;
    if (!ok || __builtin_mul_overflow(number, unit, &sum))
        return std::nullopt;
    qint64 share = unit;
    for (const QChar digit : fraction) {
        const qint64 part = qint64(digit.unicode() - u'0');
        const qint64 rest = share % 10;
        share /= 10;
        if (__builtin_add_overflow(sum, part * share + part * rest / 10, &sum))
            return std::nullopt;
        if (share == 0)
            break;
    }
    return sum;
}

} // namespace

std::optional<DurationNs> parseFilterDuration(QStringView text)
{
    DurationNs sum = 0;
    qsizetype at = 0;
    if (text.isEmpty())
        return std::nullopt;
    while (at < text.size()) {
        const qsizetype wholeEnd = skipDigits(text, at);
        qsizetype end = wholeEnd;
        if (end < text.size() && text[end] == u'.')
            end = skipDigits(text, end + 1);
        qsizetype unitEnd = end;
        while (unitEnd < text.size() && text[unitEnd].isLetter())
            ++unitEnd;
        const auto unit = unitNs(text.sliced(end, unitEnd - end));
        const bool hasDigits = wholeEnd > at || end > wholeEnd + 1;
        if (!unit || !hasDigits)
            return std::nullopt;
        const auto part = scaled(text.sliced(at, wholeEnd - at), end > wholeEnd ? text.sliced(wholeEnd + 1, end - wholeEnd - 1) : QStringView(), *unit);
        if (!part || __builtin_add_overflow(sum, *part, &sum))
            return std::nullopt;
        at = unitEnd;
    }
    return sum;
}

QString formatFilterDuration(DurationNs duration)
{
    if (duration == 0)
        return u"0s"_s;
    QString text;
    for (const Unit &unit : kUnits) {
        if (unit.ns > 24 * kHourNs) // nobody thinks in weeks when reading back
            continue;
        if (const qint64 count = duration / unit.ns; count > 0) {
            text += QString::number(count) + unit.word;
            duration -= count * unit.ns;
        }
    }
    return text;
}

std::optional<FilterStamp> parseFilterStamp(QStringView text)
{
    const auto localMidnight = [](const QDate &date) { return date.startOfDay().toMSecsSinceEpoch() * kNsPerMs; };
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text.toString(), u"yyyy-MM-dd"_s);
        if (!date.isValid() || date.year() < 1700 || date.year() > 2200)
            return std::nullopt;
        return FilterStamp {localMidnight(date), localMidnight(date.addDays(1)) - 1};
    }
    QString whole = text.toString();
    qint64 covers = 1;
    const bool toTheMinute = whole.size() >= 16 && (whole.size() == 16 || !(whole[16] == u':'));
    if (toTheMinute) {
        whole.insert(16, u":00"_s);
        covers = 60 * kNsPerSecond;
    } else if (whole.size() >= 19 && !(whole.size() > 19 && whole[19] == u'.')) {
        covers = kNsPerSecond;
    }
    const auto at = [](const QString &stamp) { return parseRfc3339(stamp.toLatin1().toStdString()); };
    if (const auto zoned = at(whole))
        return FilterStamp {*zoned, *zoned + covers - 1};
    const auto asUtc = at(QString(whole + u'Z'));
    if (!asUtc)
        return std::nullopt;
    // The wall clock is read as UTC first, so that fractions keep their nanoseconds; then the local offset is taken off.
    const qint64 wallSeconds = *asUtc / kNsPerSecond;
    const QDateTime wall = QDateTime::fromSecsSinceEpoch(wallSeconds, QTimeZone::utc());
    const QDateTime local(wall.date(), wall.time());
    const EpochNs first = local.toSecsSinceEpoch() * kNsPerSecond + (*asUtc - wallSeconds * kNsPerSecond);
    return FilterStamp {first, first + covers - 1};
}

} // namespace taskglass

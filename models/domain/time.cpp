// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace taskglass {

namespace {

/// What the digits behind a decimal point are worth, in nanoseconds; those beyond the ninth nothing.
constexpr std::array<qint64, 10> kFractionUnits {100'000'000, 10'000'000, 1'000'000, 100'000, 10'000, 1'000, 100, 10, 1, 0};

/// Reads text from left to right; every step says whether it found what it wanted.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) { }

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    char next() { return atEnd() ? '\0' : m_text[m_at++]; }
    bool skip(char wanted) { return peek() == wanted && (++m_at, true); }

    /// Exactly \a count digits.
    bool digits(int count, int &value)
    {
        value = 0;
        for (int i = 0; i < count; ++i) {
            const char c = next();
            if (c < '0' || c > '9')
                return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }

    /// One digit or more; false when it would not fit \a limit.
    bool number(qint64 &value, qint64 limit)
    {
        if (peek() < '0' || peek() > '9')
            return false;
        value = 0;
        while (peek() >= '0' && peek() <= '9') {
            const int digit = next() - '0';
            if (value > (limit - digit) / 10)
                return false;
            value = value * 10 + digit;
        }
        return true;
    }

    /// The digits behind a decimal point as nanoseconds; those beyond the ninth are dropped.
    bool fraction(qint64 &ns)
    {
        ns = 0;
        std::size_t count = 0;
        while (peek() >= '0' && peek() <= '9')
            ns += (next() - '0') * kFractionUnits[std::min(count++, kFractionUnits.size() - 1)];
        return count > 0;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

/// Multiplies and adds without overflow; empty when 64 bits do not hold it.
std::optional<qint64> secondsAndNs(qint64 seconds, qint64 ns)
{
    qint64 result = 0;
    if (__builtin_mul_overflow(seconds, kNsPerSecond, &result) || __builtin_add_overflow(result, ns, &result))
        return std::nullopt;
    if (result == kNoTime)
        return std::nullopt;
    return result;
}

/// "Z" or "+hh:mm", as seconds east of UTC.
std::optional<int> parseOffset(Scanner &scan)
{
    const char sign = scan.next();
    if (sign == 'Z' || sign == 'z')
        return 0;
    int hours = 0;
    int minutes = 0;
    if ((sign != '+' && sign != '-') || !scan.digits(2, hours) || !scan.skip(':') || !scan.digits(2, minutes)
        || hours > 23 || minutes > 59)
        return std::nullopt;
    const int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
}

/// Appends \a ns as ".123" with trailing zeros trimmed down to \a leastDigits.
void appendFraction(QByteArray &text, qint64 ns, qsizetype leastDigits)
{
    QByteArray digits = QByteArray::number(ns).rightJustified(9, '0');
    while (digits.size() > leastDigits && digits.endsWith('0'))
        digits.chop(1);
    if (!digits.isEmpty())
        text.append('.').append(digits);
}

} // namespace

namespace {

/// Two digits at \a at; negative when they are none.
int pair(const char *at)
{
    const unsigned tens = unsigned(at[0]) - '0';
    const unsigned ones = unsigned(at[1]) - '0';
    return tens > 9 || ones > 9 ? -1 : int(tens * 10 + ones);
}

/// Days from 1970-01-01 to a day that is known to exist, in the proleptic Gregorian calendar.
qint64 daysTo(int year, int month, int day)
{
    return std::chrono::sys_days(std::chrono::year(year) / month / day).time_since_epoch().count();
}

/// "2026-01-31T23:59:59.123456789Z", as servers write it: all in fixed places. Empty for all else, valid or not.
std::optional<EpochNs> parseUsual(std::string_view text)
{
    constexpr std::size_t kSeconds = 19;
    if (text.size() <= kSeconds || text.size() > kSeconds + 11 || text.back() != 'Z')
        return std::nullopt;
    const char *const t = text.data();
    const int century = pair(t), ofCentury = pair(t + 2), month = pair(t + 5), day = pair(t + 8), hour = pair(t + 11), minute = pair(t + 14),
              second = pair(t + 17);
    // Days above 28 depend on the month: the careful way knows how.
    if ((century | ofCentury | hour | minute | second) < 0 || month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59
        || second > 59 || century < 17 || century > 21 || t[4] != '-' || t[7] != '-' || t[10] != 'T' || t[13] != ':' || t[16] != ':')
        return std::nullopt;
    qint64 ns = 0;
    if (text.size() > kSeconds + 1) {
        if (t[kSeconds] != '.' || text.size() == kSeconds + 2)
            return std::nullopt;
        const std::string_view fraction = text.substr(kSeconds + 1, text.size() - kSeconds - 2);
        for (std::size_t i = 0; i < fraction.size(); ++i) {
            if (fraction[i] < '0' || fraction[i] > '9')
                return std::nullopt;
            ns += (fraction[i] - '0') * kFractionUnits[i];
        }
    }
    return (daysTo(century * 100 + ofCentury, month, day) * 86400 + hour * 3600 + minute * 60 + second) * kNsPerSecond + ns;
}

} // namespace

std::optional<EpochNs> parseRfc3339(std::string_view text)
{
    if (const std::optional<EpochNs> usual = parseUsual(text))
        return usual;
    Scanner scan(text);
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (!scan.digits(4, year) || !scan.skip('-') || !scan.digits(2, month) || !scan.skip('-') || !scan.digits(2, day))
        return std::nullopt;
    const char separator = scan.next();
    if (separator != 'T' && separator != 't' && separator != ' ')
        return std::nullopt;
    if (!scan.digits(2, hour) || !scan.skip(':') || !scan.digits(2, minute) || !scan.skip(':') || !scan.digits(2, second))
        return std::nullopt;
    qint64 ns = 0;
    if (scan.skip('.') && !scan.fraction(ns))
        return std::nullopt;
    const std::optional<int> offset = parseOffset(scan);
    const std::chrono::year_month_day date {std::chrono::year(year), std::chrono::month(unsigned(month)),
                                            std::chrono::day(unsigned(day))};
    if (!offset || !scan.atEnd() || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    return secondsAndNs(days * 86400 + hour * 3600 + minute * 60 + second - *offset, ns);
}

QByteArray formatRfc3339(EpochNs time)
{
    if (time == kNoTime)
        return {};
    using namespace std::chrono;
    const sys_time<nanoseconds> point {nanoseconds(time)};
    const sys_days midnight = floor<days>(point);
    const year_month_day date {midnight};
    const hh_mm_ss<nanoseconds> clock {point - midnight};
    std::array<char, 80> buffer; // far more than any int needs, which the compiler cannot know to be small
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                                     unsigned(date.day()), int(clock.hours().count()), int(clock.minutes().count()),
                                     int(clock.seconds().count()));
    QByteArray text(buffer.data(), length);
    appendFraction(text, clock.subseconds().count(), 0);
    return text.append('Z');
}

std::optional<DurationNs> parseIsoDuration(std::string_view text)
{
    constexpr qint64 kMostSeconds = std::numeric_limits<qint64>::max() / kNsPerSecond;
    Scanner scan(text);
    const bool negative = scan.skip('-');
    if (!scan.skip('P') || scan.atEnd())
        return std::nullopt;
    qint64 seconds = 0;
    qint64 ns = 0;
    bool inTime = false;
    bool any = false;
    while (!scan.atEnd()) {
        if (!inTime && scan.skip('T')) {
            inTime = true;
            continue;
        }
        qint64 value = 0;
        if (!scan.number(value, kMostSeconds))
            return std::nullopt;
        const bool hasFraction = scan.skip('.') || scan.skip(',');
        if (hasFraction && !scan.fraction(ns))
            return std::nullopt;
        const char unit = scan.next();
        qint64 factor = 0;
        if (inTime)
            factor = unit == 'H' ? 3600 : unit == 'M' ? 60 : unit == 'S' ? 1 : 0;
        else
            factor = unit == 'W' ? 7 * 86400 : unit == 'D' ? 86400 : 0;
        if (factor == 0 || (hasFraction && unit != 'S'))
            return std::nullopt;
        qint64 part = 0;
        if (__builtin_mul_overflow(value, factor, &part) || __builtin_add_overflow(seconds, part, &seconds))
            return std::nullopt;
        any = true;
    }
    const std::optional<qint64> total = any ? secondsAndNs(seconds, ns) : std::nullopt;
    return total && negative ? -*total : total;
}

QByteArray formatIsoDuration(DurationNs duration)
{
    if (duration == kNoTime)
        return {};
    const qint64 length = duration < 0 ? -duration : duration;
    const qint64 seconds = length / kNsPerSecond;
    QByteArray text = duration < 0 ? "-P" : "P";
    if (seconds >= 86400)
        text.append(QByteArray::number(seconds / 86400)).append('D');
    text.append('T').append(QByteArray::number(seconds % 86400));
    appendFraction(text, length % kNsPerSecond, 9);
    return text.append('S');
}

} // namespace taskglass

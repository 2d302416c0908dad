// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Format
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr qint64 kMinute = 60 * kNsPerSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

/// Milliseconds since the epoch, rounded down also before 1970.
qint64 msOf(EpochNs time)
{
    return time / kNsPerMs - (time % kNsPerMs < 0 ? 1 : 0);
}

TimeStyle g_timeStyle;

QDateTime dateTimeOf(EpochNs time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(msOf(time));
    return g_timeStyle.utc ? local.toUTC() : local;
}

// The singular stands here so that English is right without any translation loaded; other languages choose by %n.
QString days(int count)
{
    return count == 1 ? Format::tr("1 day") : Format::tr("%n days", nullptr, count);
}

QString hours(int count)
{
    return count == 1 ? Format::tr("1 hour") : Format::tr("%n hours", nullptr, count);
}

QString minutes(int count)
{
    return count == 1 ? Format::tr("1 minute") : Format::tr("%n minutes", nullptr, count);
}

QString seconds(int count)
{
    return count == 1 ? Format::tr("1 second") : Format::tr("%n seconds", nullptr, count);
}

} // namespace

QString stateTitle(TaskState state)
{
    switch (state) {
    case TaskState::Queued: return Format::tr("Queued");
    case TaskState::Running: return Format::tr("Running");
    case TaskState::CancelRequested: return Format::tr("Cancel requested");
    case TaskState::Succeeded: return Format::tr("Succeeded");
    case TaskState::Failed: return Format::tr("Failed");
    case TaskState::Canceled: return Format::tr("Canceled");
    case TaskState::Unknown: return Format::tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString formatClock(DurationNs duration)
{
    if (duration == kNoTime)
        return {};
    const qint64 seconds = std::max<qint64>(duration, 0) / kNsPerSecond;
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    const QString tail = two(seconds % 60);
    if (seconds < 3600)
        return QString::number(seconds / 60) + u':' + tail;
    const QString clock = QString::number(seconds / 3600 % 24) + u':' + two(seconds / 60 % 60) + u':' + tail;
    if (seconds < 86400)
        return clock;
    //: A duration of days and a clock, "2 d 1:02:03"
    return Format::tr("%1 d %2").arg(QString::number(seconds / 86400), clock);
}

QString formatDuration(DurationNs duration)
{
    if (duration == kNoTime)
        return {};
    const QLocale locale;
    if (duration < 0 || duration >= kNsPerSecond)
        return formatClock(duration);
    if (duration >= 100 * kNsPerMs)
        return Format::tr("%1 s").arg(locale.toString(double(duration / (100 * kNsPerMs)) / 10.0, 'f', 1));
    if (duration >= 10 * kNsPerMs)
        return Format::tr("%1 ms").arg(locale.toString(duration / kNsPerMs));
    if (duration >= kNsPerMs / 10)
        return Format::tr("%1 ms").arg(locale.toString(double(duration / (kNsPerMs / 10)) / 10.0, 'f', 1));
    // What a cluster does at once takes microseconds: not nothing.
    if (duration >= kNsPerMs / 1000)
        return Format::tr("%1 µs").arg(locale.toString(duration / (kNsPerMs / 1000)));
    return duration == 0 ? Format::tr("%1 ms").arg(locale.toString(0)) : Format::tr("%1 ns").arg(locale.toString(duration));
}

QString formatDurationWords(DurationNs duration)
{
    if (duration == kNoTime)
        return {};
    const qint64 length = std::max<qint64>(duration, 0);
    const int dayCount = int(length / kDay);
    const int hourCount = int(length / kHour % 24);
    const int minuteCount = int(length / kMinute % 60);
    const int secondCount = int(length / kNsPerSecond % 60);
    const auto both = [](const QString &large, const QString &small) {
        //: Two units of a duration, the larger first: "3 minutes 4 seconds"
        return Format::tr("%1 %2").arg(large, small);
    };
    if (dayCount > 0)
        return both(days(dayCount), hours(hourCount));
    if (hourCount > 0)
        return both(hours(hourCount), minutes(minuteCount));
    if (minuteCount > 0)
        return both(minutes(minuteCount), seconds(secondCount));
    if (secondCount > 0 || length == 0)
        return seconds(secondCount);
    return Format::tr("less than a second");
}

QString formatAge(DurationNs age)
{
    if (age == kNoTime)
        return {};
    if (age <= -kNsPerSecond)
        return Format::tr("in %1").arg(formatDuration(-age));
    if (age < kNsPerSecond)
        return Format::tr("just now");
    if (age < kMinute)
        return Format::tr("%1 s ago").arg(QLocale().toString(age / kNsPerSecond));
    if (age < kHour)
        return Format::tr("%1 min ago").arg(QLocale().toString(age / kMinute));
    if (age < kDay)
        return Format::tr("%1 h ago").arg(QLocale().toString(age / kHour));
    return Format::tr("%1 d ago").arg(QLocale().toString(age / kDay));
}

void setTimeStyle(TimeStyle style) { g_timeStyle = style; }

TimeStyle timeStyle() { return g_timeStyle; }

QString formatTimestamp(EpochNs time, EpochNs now)
{
    if (time == kNoTime)
        return {};
    const QDateTime local = dateTimeOf(time);
    const QLocale locale;
    QString clock = locale.toString(local.time(), u"HH:mm:ss"_s);
    if (g_timeStyle.utc)
        clock += u'Z';
    if (now != kNoTime && dateTimeOf(now).date() == local.date())
        return clock;
    //: Date and time of day
    return Format::tr("%1 %2").arg(locale.toString(local.date(), QLocale::ShortFormat), clock);
}

QString formatWhen(EpochNs time, EpochNs now)
{
    const bool relative = g_timeStyle.relative && time != kNoTime && now != kNoTime;
    return relative ? formatAge(now - time) : formatTimestamp(time, now);
}

QString formatTimestampFull(EpochNs time)
{
    if (time == kNoTime)
        return {};
    const QDateTime local = dateTimeOf(time);
    const QLocale locale;
    //: Date, time of day, zone
    return Format::tr("%1 %2 %3").arg(locale.toString(local.date(), QLocale::ShortFormat), locale.toString(local.time(), u"HH:mm:ss.zzz"_s),
                              local.timeZoneAbbreviation());
}

QString formatNumber(qint64 number)
{
    return QLocale().toString(number);
}

QString formatBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

QString formatPercent(double percent)
{
    //: A share of a hundred; the blank does not break
    return Format::tr("%1\u00a0%").arg(QLocale().toString(qint64(std::clamp(percent, 0.0, 100.0))));
}

QString oneLine(const QString &text, int most)
{
    QString line = text.left(2 * most).simplified();
    if (line.size() > most)
        line = QString(line.left(most - 1) + u'…');
    return line;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QString(u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</qt>"_s);
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/states/situation.h"

#include "models/table/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

using Phase = ConnectionStatus::Phase;

/// Context for translators; nothing else.
class Situation
{
    Q_DECLARE_TR_FUNCTIONS(Situation)
};

QString number(qint64 value) { return QLocale().toString(value); }

/// "Next try in 8 s." or "Trying again now…".
QString nextTry(const ConnectionStatus &status, EpochNs now)
{
    if (status.nextTryAt == kNoTime)
        return {};
    if (status.nextTryAt <= now)
        return Situation::tr("Trying again now…");
    return Situation::tr("Next try in %1.").arg(ageText(status.nextTryAt - now + kNsPerSecond - 1));
}

Notice failingNotice(const ConnectionStatus &status, const ServerProfile &profile, EpochNs now)
{
    Notice notice {Notice::Tone::Warning, {}, {}, {NoticeAction::Retry}};
    const QString why = status.error ? status.error->message : QString();
    notice.text = status.lastAnswerAt == kNoTime
        ? Situation::tr("%1 has not answered yet. %2").arg(profile.name, why)
        : Situation::tr("No answer from %1 for %2. %3").arg(profile.name, ageText(now - status.lastAnswerAt), why);
    notice.text = QString(notice.text.trimmed() + u' ' + nextTry(status, now)).trimmed();
    if (status.error)
        notice.detail = status.error->serverMessage;
    return notice;
}

Notice refusedNotice(const ConnectionStatus &status, const ServerProfile &profile)
{
    Notice notice {Notice::Tone::Problem, {}, {}, {NoticeAction::EditServer, NoticeAction::Retry}};
    const Error error = status.error.value_or(Error {});
    notice.detail = error.serverMessage;
    switch (error.kind) {
    case Error::Kind::Auth:
        notice.text = error.httpStatus == 403
            ? Situation::tr("The key may not read tasks on %1: it is wrong, expired, or lacks the right “tasks.get”. Updates have stopped.").arg(profile.name)
            : Situation::tr("%1 does not accept the key. Updates have stopped.").arg(profile.name);
        break;
    case Error::Kind::Tls: {
        notice.text = Situation::tr("The certificate of %1 is not trusted, so nothing was sent. Compare the fingerprint with the "
                         "server's own before trusting it.").arg(profile.name);
        QStringList lines;
        if (!error.certificate.isEmpty())
            lines.append(error.certificate);
        if (!error.fingerprint.isEmpty()) {
            lines.append(Situation::tr("SHA-256 %1").arg(fingerprintText(error.fingerprint)));
            notice.actions = {NoticeAction::Trust, NoticeAction::EditServer, NoticeAction::Retry};
        } else {
            lines.append(error.message);
        }
        notice.detail = lines.join(u'\n');
        break;
    }
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::TooLarge:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
    case Error::Kind::BadRequest:
    case Error::Kind::BadResponse:
    case Error::Kind::Redirected:
    case Error::Kind::ReadOnly:
    case Error::Kind::Unsupported:
    case Error::Kind::Local:
        notice.text = Situation::tr("%1 cannot be watched. %2").arg(profile.name, error.message).trimmed();
        break;
    }
    return notice;
}

} // namespace

std::optional<Notice> connectionNotice(const ConnectionStatus &status, const ServerProfile &profile, EpochNs now)
{
    switch (status.phase) {
    case Phase::Live: return std::nullopt;
    case Phase::Idle:
        return Notice {Notice::Tone::Info, Situation::tr("Not connected to %1.").arg(profile.name), {}, {NoticeAction::Retry}};
    case Phase::Connecting: {
        const DurationNs since = status.connectingSince == kNoTime ? 0 : now - status.connectingSince;
        return Notice {Notice::Tone::Info, Situation::tr("Connecting to %1… %2").arg(profile.name, ageText(since)), {},
                       {NoticeAction::Stop}};
    }
    case Phase::Paused:
        return Notice {Notice::Tone::Info,
                       status.lastAnswerAt == kNoTime
                           ? Situation::tr("Updates are paused; nothing is sent to %1.").arg(profile.name)
                           : Situation::tr("Updates are paused; nothing is sent to %1. What you see is %2 old.")
                                 .arg(profile.name, ageText(now - status.lastAnswerAt)),
                       {}, {NoticeAction::Resume}};
    case Phase::Failing: return failingNotice(status, profile, now);
    case Phase::Refused: return refusedNotice(status, profile);
    }
    Q_UNREACHABLE();
}

std::optional<Notice> partialNotice(const ConnectionStatus &status)
{
    if (status.complete || status.loaded <= 0)
        return std::nullopt;
    const qint64 total = status.counts.total;
    if (total >= 0 && total <= status.loaded && !status.backfilling)
        return std::nullopt;
    Notice notice;
    notice.text = total >= 0
        ? Situation::tr("Showing the newest %1 of %2; counts are from the server.").arg(number(status.loaded), number(total))
        : Situation::tr("Showing the newest %1; the server has more.").arg(number(status.loaded));
    if (status.backfilling) {
        notice.text = total > 0 ? Situation::tr("Loading older tasks: %1 of %2 (%3 %).")
                                      .arg(number(status.loaded), number(total))
                                      .arg(std::clamp<qint64>(status.loaded * 100 / total, 0, 100))
                                : Situation::tr("Loading older tasks: %1 so far.").arg(number(status.loaded));
        if (status.loadingLeft && *status.loadingLeft > 0)
            notice.text += u' ' + Situation::tr("About %1 left.", "duration").arg(formatDurationWords(*status.loadingLeft));
        notice.actions = {NoticeAction::StopLoading};
        if (total > 0)
            notice.done = std::clamp(double(status.loaded) / double(total), 0.0, 1.0);
    } else {
        notice.actions = {NoticeAction::LoadMore, NoticeAction::LoadAll};
    }
    return notice;
}

std::optional<Notice> remarkNotice(const ConnectionStatus &status)
{
    QStringList remarks;
    if (!status.note.isEmpty())
        remarks.append(status.note);
    if (status.clockSkew && qAbs(*status.clockSkew) > 5 * kNsPerSecond) {
        const QString skew = ageText(qAbs(*status.clockSkew));
        remarks.append(*status.clockSkew > 0 ? Situation::tr("The server's clock is %1 ahead; ages are corrected for it.").arg(skew)
                                             : Situation::tr("The server's clock is %1 behind; ages are corrected for it.").arg(skew));
    }
    if (!status.intervalReason.isEmpty())
        remarks.append(status.intervalReason);
    if (remarks.isEmpty())
        return std::nullopt;
    return Notice {Notice::Tone::Info, remarks.join(u' '), {}, {}};
}

bool isStale(const ConnectionStatus &status, EpochNs now)
{
    if (status.phase == Phase::Connecting || status.phase == Phase::Refused || status.phase == Phase::Idle)
        return true;
    if (status.phase != Phase::Failing)
        return false;
    const DurationNs limit = std::max<DurationNs>(2 * qint64(status.intervalMs) * kNsPerMs, 2 * kNsPerSecond);
    return status.lastAnswerAt == kNoTime || now - status.lastAnswerAt > limit;
}

QString stateWords(const ConnectionStatus &status)
{
    switch (status.phase) {
    case Phase::Idle: return Situation::tr("not connected");
    case Phase::Connecting: return Situation::tr("connecting…");
    case Phase::Live: return Situation::tr("live");
    case Phase::Paused: return Situation::tr("paused");
    case Phase::Failing:
        if (status.error && status.error->kind == Error::Kind::RateLimited)
            return Situation::tr("asked to slow down");
        return status.error && status.error->kind == Error::Kind::Timeout ? Situation::tr("no answer in time") : Situation::tr("no answer");
    case Phase::Refused:
        if (status.error && status.error->kind == Error::Kind::Auth)
            return Situation::tr("key refused");
        if (status.error && status.error->kind == Error::Kind::Tls)
            return Situation::tr("certificate not trusted");
        return Situation::tr("stopped");
    }
    Q_UNREACHABLE();
}

QString intervalText(int ms)
{
    if (ms < 1000)
        return Situation::tr("%1 ms").arg(number(ms));
    if (ms < 60'000)
        return Situation::tr("%1 s").arg(QLocale().toString(ms / 1000.0, 'g', 3));
    return Situation::tr("%1 min").arg(QLocale().toString(ms / 60'000.0, 'g', 3));
}

QString ageText(DurationNs age)
{
    const qint64 seconds = std::max<qint64>(0, age / kNsPerSecond);
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (minutes == 0)
        return Situation::tr("%1 s").arg(number(seconds));
    if (hours == 0)
        return Situation::tr("%1 min %2 s").arg(number(minutes), number(seconds % 60));
    if (hours < 24)
        return Situation::tr("%1 h %2 min").arg(number(hours), number(minutes % 60));
    return Situation::tr("%1 d %2 h").arg(number(hours / 24), number(hours % 24));
}

QString fingerprintText(const QString &hex)
{
    QString result;
    for (qsizetype i = 0; i < hex.size(); ++i) {
        if (i > 0 && i % 2 == 0)
            result += u':';
        result += hex[i].toUpper();
    }
    return result;
}

QString environmentText(Environment environment)
{
    switch (environment) {
    case Environment::Development: return Situation::tr("Development");
    case Environment::Staging: return Situation::tr("Staging");
    case Environment::Production: return Situation::tr("Production");
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

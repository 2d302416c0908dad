// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/options.h"

#include "app/settings/settingsjson.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr unsigned kWindow = bit(Action::Window);
constexpr unsigned kTasks = bit(Action::List) | bit(Action::Watch) | bit(Action::Show);
constexpr unsigned kLists = bit(Action::List) | bit(Action::Watch);
constexpr unsigned kCancel = bit(Action::Cancel);
constexpr unsigned kServers = bit(Action::Servers);
constexpr unsigned kAsking = kTasks | kCancel;
constexpr unsigned kAll = kWindow | kAsking | kServers;

QString notOneOf(const QString &value, const QString &words)
{
    return QCoreApplication::translate("Arguments", "“%1” is not one of %2.").arg(value, words);
}

/// A whole number from \a least to \a most into \a target.
template<typename Number>
QString takeNumber(Number &target, const QString &value, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (!ok || number < least || number > most)
        return QCoreApplication::translate("Arguments", "“%1” is not a whole number from %2 to %3.").arg(value).arg(least).arg(most);
    if constexpr (std::is_same_v<Number, std::optional<qint64>>)
        target = number;
    else
        target = int(number);
    return {};
}

/// Seconds, with a fraction if wanted, as milliseconds.
QString takeSeconds(std::optional<int> &targetMs, const QString &value)
{
    bool ok = false;
    const double seconds = value.toDouble(&ok);
    if (!ok || !(seconds >= 0.1 && seconds <= 900))
        return QCoreApplication::translate("Arguments", "“%1” is not a number of seconds from 0.1 to 900.").arg(value);
    targetMs = qRound(seconds * 1000);
    return {};
}

QString takeSize(QSize &target, const QString &value)
{
    static const QRegularExpression pattern(u"^(\\d{2,5})x(\\d{2,5})$"_s);
    const QRegularExpressionMatch match = pattern.match(value);
    if (!match.hasMatch())
        return QCoreApplication::translate("Arguments", "“%1” is not a size; one looks like 1280x800.").arg(value);
    target = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    return {};
}

QString takeText(QString &target, const QString &value)
{
    if (value.isEmpty())
        return QCoreApplication::translate("Arguments", "its value is empty.");
    target = value;
    return {};
}

using I = Invocation;
using V = const QString;

constexpr std::array kOptions = std::to_array<OptionSpec>({
    {"format", "FORMAT", QT_TRANSLATE_NOOP("Arguments", "table, json, ndjson, csv or markdown; a table on a terminal, else ndjson"), kTasks,
     [](I &i, V &v) { i.format = textFormatFromWord(v); return i.format ? QString() : notOneOf(v, u"table, json, ndjson, csv, markdown"_s); }},
    {"columns", "A,B,C", QT_TRANSLATE_NOOP("Arguments", "columns of table, csv and markdown, in this order"), kLists,
     [](I &i, V &v) { i.columns = v.split(u',', Qt::SkipEmptyParts); return i.columns.isEmpty() ? QCoreApplication::translate("Arguments", "it names no column.") : QString(); }},
    {"sort", "[-]COLUMN", QT_TRANSLATE_NOOP("Arguments", "order by a column; with a minus, largest first (default: newest first)"), bit(Action::List),
     [](I &i, V &v) { return takeText(i.sort, v); }},
    {"limit", "N", QT_TRANSLATE_NOOP("Arguments", "at most N tasks, the newest (default 1000)"), kLists,
     [](I &i, V &v) { return takeNumber(i.limit, v, 1, 1'000'000'000); }},
    {"all", nullptr, QT_TRANSLATE_NOOP("Arguments", "fetch every page that the server has"), kLists,
     [](I &i, V &) { i.all = true; return QString(); }},
    {"raw", nullptr, QT_TRANSLATE_NOOP("Arguments", "add the server's own bytes to each task (json and ndjson)"), kTasks,
     [](I &i, V &) { i.raw = true; return QString(); }},
    {"detail", nullptr, QT_TRANSLATE_NOOP("Arguments", "ask for details where that is a choice (always on)"), kTasks,
     [](I &, V &) { return QString(); }},
    {"interval", "S", QT_TRANSLATE_NOOP("Arguments", "seconds from an answer to the next question (default 1)"), bit(Action::Watch) | kWindow,
     [](I &i, V &v) { return takeSeconds(i.intervalMs, v); }},
    {"until-idle", nullptr, QT_TRANSLATE_NOOP("Arguments", "end when no watched task is queued or running"), bit(Action::Watch),
     [](I &i, V &) { i.untilIdle = true; return QString(); }},
    {"timeout", "S", QT_TRANSLATE_NOOP("Arguments", "end after S seconds"), bit(Action::Watch) | kCancel,
     [](I &i, V &v) { return takeNumber(i.timeoutSeconds, v, 1, 10'000'000); }},
    {"exit-status", nullptr, QT_TRANSLATE_NOOP("Arguments", "end with 3 when a watched task failed"), bit(Action::Watch),
     [](I &i, V &) { i.exitStatus = true; return QString(); }},
    {"filter", "FILTER", QT_TRANSLATE_NOOP("Arguments", "everything that matches, instead of ids"), kCancel | kWindow,
     [](I &i, V &v) { i.filters.append(v); return v.trimmed().isEmpty() ? QCoreApplication::translate("Arguments", "an empty filter would mean every task.") : QString(); }},
    {"yes", nullptr, QT_TRANSLATE_NOOP("Arguments", "do not ask; needed without a terminal"), kCancel,
     [](I &i, V &) { i.yes = true; return QString(); }},
    {"reason", "TEXT", QT_TRANSLATE_NOOP("Arguments", "why, for your local audit file"), kCancel,
     [](I &i, V &v) { return takeText(i.reason, v); }},
    {"wait", nullptr, QT_TRANSLATE_NOOP("Arguments", "follow until every task has really ended, however long that takes"), kCancel,
     [](I &i, V &) { i.wait = true; return QString(); }},
    {"dry-run", nullptr, QT_TRANSLATE_NOOP("Arguments", "print the preview and the request as cURL; send nothing that changes anything"), kCancel,
     [](I &i, V &) { i.dryRun = true; return QString(); }},
    {"demo", nullptr, QT_TRANSLATE_NOOP("Arguments", "a local queue that really works, with sample data"), kWindow | kAsking,
     [](I &i, V &) { i.demo = true; return QString(); }},
    {"kind", "KIND", QT_TRANSLATE_NOOP("Arguments", "meilisearch, opensearch or redis-cloud, instead of asking the server"), kAll,
     [](I &i, V &v) { i.kind = serverKindFromWord(v); return i.kind ? QString() : notOneOf(v, u"meilisearch, opensearch, redis-cloud"_s); }},
    {"environment", "ENV", QT_TRANSLATE_NOOP("Arguments", "development, staging or production (read-only unless said otherwise), for servers add"), kServers,
     [](I &i, V &v) { i.environment = environmentFromWord(v); return i.environment ? QString() : notOneOf(v, u"development, staging, production"_s); }},
    {"key-file", "FILE", QT_TRANSLATE_NOOP("Arguments", "the key is in FILE (or in TASKGLASS_KEY)"), kAll,
     [](I &i, V &v) { return takeText(i.credentials.keyFile, v); }},
    {"key-stdin", nullptr, QT_TRANSLATE_NOOP("Arguments", "the key is the first line of the standard input"), kAll,
     [](I &i, V &) { i.credentials.keyFromStdin = true; return QString(); }},
    {"secret-file", "FILE", QT_TRANSLATE_NOOP("Arguments", "the secret, or the password of --user, is in FILE"), kAll,
     [](I &i, V &v) { return takeText(i.credentials.secretFile, v); }},
    {"user", "USER", QT_TRANSLATE_NOOP("Arguments", "user name (or in TASKGLASS_USER)"), kAll,
     [](I &i, V &v) { return takeText(i.credentials.user, v); }},
    {"allow-host", "HOST", QT_TRANSLATE_NOOP("Arguments", "send Redis Cloud's keys to HOST though it is none of its own hosts"), kAll,
     [](I &i, V &v) { return takeText(i.keysHost, v); }},
    {"ca", "FILE", QT_TRANSLATE_NOOP("Arguments", "trust certificates of this authority (PEM)"), kAll,
     [](I &i, V &v) { return takeText(i.caFile, v); }},
    {"client-cert", "FILE", QT_TRANSLATE_NOOP("Arguments", "certificate to show to the server (PEM)"), kAll,
     [](I &i, V &v) { return takeText(i.clientCertFile, v); }},
    {"client-key", "FILE", QT_TRANSLATE_NOOP("Arguments", "its private key (PEM)"), kAll,
     [](I &i, V &v) { return takeText(i.clientKeyFile, v); }},
    {"proxy", "URL", QT_TRANSLATE_NOOP("Arguments", "proxy instead of the system's"), kAll,
     [](I &i, V &v) { return takeText(i.proxy, v); }},
    {"timeout-ms", "N", QT_TRANSLATE_NOOP("Arguments", "give a request up after N milliseconds (default 10000)"), kAll,
     [](I &i, V &v) { return takeNumber(i.timeoutMs, v, 100, 600'000); }},
    {"read-only", nullptr, QT_TRANSLATE_NOOP("Arguments", "refuse everything that changes a server"), kAll,
     [](I &i, V &) { i.readOnly = true; return QString(); }},
    {"screenshot", "PNG", QT_TRANSLATE_NOOP("Arguments", "write a picture of the window and quit"), kWindow,
     [](I &i, V &v) { return takeText(i.screenshot, v); }},
    {"size", "WxH", QT_TRANSLATE_NOOP("Arguments", "size of the window (default 1280x800)"), kWindow,
     [](I &i, V &v) { return takeSize(i.size, v); }},
    {"after", "MS", QT_TRANSLATE_NOOP("Arguments", "take the picture MS milliseconds after the first answer"), kWindow,
     [](I &i, V &v) { return takeNumber(i.afterMs, v, 0, 3'600'000); }},
    {"select", "ID", QT_TRANSLATE_NOOP("Arguments", "select this task"), kWindow,
     [](I &i, V &v) { return takeText(i.select, v); }},
    {"tab", "NAME", QT_TRANSLATE_NOOP("Arguments", "show this tab: summary, error, details, timeline, raw or related"), kWindow,
     [](I &i, V &v) { return takeText(i.tab, v); }},
    {"theme", "THEME", QT_TRANSLATE_NOOP("Arguments", "light or dark instead of the desktop's"), kWindow,
     [](I &i, V &v) { i.theme = v; return v == "light"_L1 || v == "dark"_L1 ? QString() : notOneOf(v, u"light, dark"_s); }},
    {"language", "XX", QT_TRANSLATE_NOOP("Arguments", "language of the interface instead of the desktop's"), kAll,
     [](I &i, V &v) { return takeText(i.language, v); }},
    {"timing", nullptr, QT_TRANSLATE_NOOP("Arguments", "at the end, one JSON line of timings on stderr"), kWindow,
     [](I &i, V &) { i.timing = true; return QString(); }},
    {"until-loaded", nullptr, QT_TRANSLATE_NOOP("Arguments", "load everything, and quit when the last page is painted"), kWindow,
     [](I &i, V &) { i.untilLoaded = true; return QString(); }},
    {"load-all", nullptr, QT_TRANSLATE_NOOP("Arguments", "load every task of the server, however old"), kWindow,
     [](I &i, V &) { i.loadAll = true; return QString(); }},
    {"config", "DIR", QT_TRANSLATE_NOOP("Arguments", "keep settings in DIR"), kAll,
     [](I &i, V &v) { return takeText(i.config, v); }},
    {"no-history", nullptr, QT_TRANSLATE_NOOP("Arguments", "remember nothing of what was seen"), kAll,
     [](I &i, V &) { i.noHistory = true; return QString(); }},
    {"verbose", nullptr, QT_TRANSLATE_NOOP("Arguments", "write requests to stderr, without secrets"), kAll,
     [](I &i, V &) { i.verbose = true; return QString(); }},
    {"version", nullptr, QT_TRANSLATE_NOOP("Arguments", "print the version"), kAll,
     [](I &i, V &) { i.version = true; return QString(); }},
    {"help", nullptr, QT_TRANSLATE_NOOP("Arguments", "print this help; with a command, that command's"), kAll,
     [](I &i, V &) { i.help = true; return QString(); }},
});

} // namespace

std::span<const OptionSpec> options()
{
    return kOptions;
}

} // namespace taskglass

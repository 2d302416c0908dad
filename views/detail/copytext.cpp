// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/copytext.h"

#include "views/detail/jsonscanner.h"
#include "views/detail/redact.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QString stamp(const std::optional<EpochNs> &time)
{
    return time ? QString::fromLatin1(formatRfc3339(*time)) : QString();
}

QString length(const std::optional<DurationNs> &duration)
{
    return duration ? QString::fromLatin1(formatIsoDuration(*duration)) : QString();
}

QString stateWord(const Task &task)
{
    return task.state == TaskState::Unknown && !task.serverState.isEmpty() ? task.serverState : wordFor(task.state);
}

// Tabs and line ends separate columns and rows.
QString cell(QString text)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return text;
}

// A fence longer than any run of backticks inside, so that nothing in the text can end it.
QString fenced(const QString &text, const QString &language)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + language + u'\n' + text + (text.endsWith(u'\n') ? u""_s : u"\n"_s) + fence + u'\n';
}

QString pathFor(ServerKind kind, const QString &id)
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(id, QByteArray(":")));
    switch (kind) {
    case ServerKind::OpenSearch:
        return u"/_tasks/"_s + encoded;
    case ServerKind::Auto:
    case ServerKind::Meilisearch:
    case ServerKind::RedisCloud:
        break;
    }
    return u"/tasks/"_s + encoded;
}

// In double quotes, so that the shell puts the secret in when the line is run.
QString credentialsFor(ServerKind kind)
{
    switch (kind) {
    case ServerKind::OpenSearch:
        return u"-u \"$OPENSEARCH_USERNAME:$OPENSEARCH_PASSWORD\""_s;
    case ServerKind::RedisCloud:
        return u"-H \"x-api-key: $REDIS_CLOUD_ACCOUNT_KEY\" -H \"x-api-secret-key: $REDIS_CLOUD_USER_KEY\""_s;
    case ServerKind::Auto:
    case ServerKind::Meilisearch:
        break;
    }
    return u"-H \"Authorization: Bearer $MEILI_MASTER_KEY\""_s;
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString taskAsLine(const Task &task)
{
    const QStringList cells {task.id,
                             stateWord(task),
                             task.type,
                             task.target,
                             stamp(task.enqueuedAt),
                             length(waited(task)),
                             length(task.ran),
                             task.error ? task.error->message : QString()};
    QStringList safe;
    for (const QString &text : cells)
        safe.append(cell(text));
    return safe.join(u'\t');
}

QString taskAsJson(const Task &task)
{
    return QString::fromUtf8(task.raw);
}

QString taskAsCurl(const Task &task, const ServerProfile &server, ServerKind detected)
{
    const ServerKind kind = server.kind == ServerKind::Auto ? detected : server.kind;
    QString base = publicUrl(server.url);
    while (base.endsWith(u'/'))
        base.chop(1);
    return u"curl -sS %1 %2"_s.arg(credentialsFor(kind), shellQuoted(base + pathFor(kind, task.id)));
}

QString taskAsBugReport(const Task &task, const ServerProfile &server, const ConnectionStatus &status)
{
    QString text;
    const auto line = [&text](const QString &name, const QString &value) {
        if (!value.isEmpty())
            text += u"- %1: %2\n"_s.arg(name, cell(value));
    };
    // Every value stands in a code span or fence: the server's words must not become mark-up in somebody's tracker.
    const auto code = [](const QString &value) {
        if (value.isEmpty())
            return QString();
        const QString ticks = value.contains(u'`') ? u"``"_s : u"`"_s;
        const QString pad = ticks.size() > 1 ? u" "_s : QString();
        return QString(ticks + pad + value + pad + ticks);
    };
    text += u"## Task %1: %2\n\n"_s.arg(code(cell(task.id)), code(cell(stateWord(task))));
    line(u"Server"_s, QString(status.product + u' ' + status.version).trimmed());
    line(u"Address"_s, code(publicUrl(server.url)));
    line(u"Type"_s, code(task.type));
    line(u"Index"_s, code(task.target));
    line(u"Batch"_s, code(task.batch));
    line(u"Enqueued"_s, stamp(task.enqueuedAt));
    line(u"Started"_s, stamp(task.startedAt));
    line(u"Seen started"_s, stamp(task.seenStartedAt));
    line(u"Finished"_s, stamp(task.finishedAt));
    line(u"Waited"_s, length(waited(task)));
    line(u"Ran"_s, length(task.ran));
    line(u"Canceled by"_s, code(task.canceledBy.value_or(QString())));
    if (task.error) {
        text += u"\n### Error\n\n"_s + fenced(QString::fromUtf8(withoutUserInfo(task.error->message.toUtf8())), u"text"_s) + u'\n';
        line(u"Code"_s, code(task.error->code));
        line(u"Type"_s, code(task.error->type));
        line(u"Documentation"_s, code(task.error->link));
    }
    const QByteArray raw = redactedJson(task.raw);
    if (!raw.isEmpty())
        text += u"\n### Answer of the server\n\n"_s + fenced(QString::fromUtf8(prettyJson(raw)), u"json"_s);
    text += u"\nReported with Taskglass %1.\n"_s.arg(QLatin1StringView(TASKGLASS_VERSION));
    return text;
}

} // namespace taskglass

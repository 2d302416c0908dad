// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/taskjson.h"

#include "app/terminal/safetext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Writes an object key by key in the order of the calls, which QJsonObject would sort.
class ObjectWriter
{
public:
    void raw(const char *key, const QByteArray &json)
    {
        m_text.append(m_text.isEmpty() ? "{\"" : ", \"").append(key).append("\": ").append(json);
    }
    void text(const char *key, const QString &text) { raw(key, text.isEmpty() ? "null"_ba : jsonString(text)); }
    void number(const char *key, const std::optional<qint64> &number) { raw(key, number ? QByteArray::number(*number) : "null"_ba); }
    void time(const char *key, const std::optional<EpochNs> &time) { text(key, QString::fromLatin1(formatRfc3339(time.value_or(kNoTime)))); }
    void flag(const char *key, bool flag) { raw(key, flag ? "true"_ba : "false"_ba); }
    QByteArray finish() { return m_text.isEmpty() ? "{}"_ba : m_text + '}'; }

private:
    QByteArray m_text;
};

QByteArray progressJson(const std::optional<Progress> &progress)
{
    if (!progress)
        return "null"_ba;
    ObjectWriter writer;
    writer.number("done", progress->done);
    writer.number("total", progress->total);
    writer.raw("percent", progress->percent ? QByteArray::number(*progress->percent, 'g', QLocale::FloatingPointShortest) : "null"_ba);
    writer.text("phase", progress->phase);
    return writer.finish();
}

QByteArray errorJson(const std::optional<TaskError> &error)
{
    if (!error)
        return "null"_ba;
    ObjectWriter writer;
    writer.text("message", error->message);
    writer.text("code", error->code);
    writer.text("type", error->type);
    writer.text("link", error->link);
    return writer.finish();
}

QByteArray labelsJson(const QList<std::pair<QString, QString>> &labels)
{
    ObjectWriter writer;
    for (const auto &[name, text] : labels) {
        const QByteArray key = jsonString(name);
        writer.raw(key.mid(1, key.size() - 2).constData(), jsonString(text));
    }
    return writer.finish();
}

/// The server's bytes within our line: a line end can only stand between tokens, where a blank means the same.
QByteArray embedded(QByteArray json, bool escaped)
{
    if (json.isEmpty())
        return "null"_ba;
    json.replace('\n', ' ').replace('\r', ' ');
    return escaped ? safeJson(json) : json;
}

} // namespace

QByteArray wordFor(TaskEvent event)
{
    switch (event) {
    case TaskEvent::None: return {};
    case TaskEvent::Added: return "added"_ba;
    case TaskEvent::Changed: return "changed"_ba;
    case TaskEvent::Gone: return "gone"_ba;
    }
    Q_UNREACHABLE();
}

QByteArray jsonString(const QString &text)
{
    QString escaped;
    escaped.reserve(text.size() + 2);
    escaped.append(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped.append(u'\\').append(c);
        else if (c == u'\n')
            escaped.append("\\n"_L1);
        else if (isUnsafe(c.unicode()))
            escaped.append(u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0')));
        else
            escaped.append(c);
    }
    return escaped.append(u'"').toUtf8();
}

QByteArray taskToJson(const Task &task, const TaskContext &context, TaskEvent event, TaskJsonOptions options)
{
    ObjectWriter writer;
    if (event != TaskEvent::None)
        writer.raw("event", '"' + wordFor(event) + '"');
    writer.text("server", context.server);
    writer.text("kind", context.kind == ServerKind::Auto ? QString() : wordFor(context.kind));
    writer.text("id", task.id);
    writer.text("state", wordFor(task.state));
    writer.text("serverState", task.serverState);
    writer.text("type", task.type);
    writer.text("target", task.target);
    writer.time("enqueuedAt", task.enqueuedAt);
    writer.time("startedAt", task.startedAt);
    writer.time("finishedAt", task.finishedAt);
    writer.number("waitedNs", waited(task));
    writer.number("ranNs", task.ranAtLeast ? std::nullopt : task.ran); // what we saw is not what the server said
    writer.raw("progress", progressJson(task.progress));
    writer.raw("error", errorJson(task.error));
    writer.text("canceledBy", task.canceledBy.value_or(QString()));
    writer.text("parent", task.parent.value_or(QString()));
    writer.text("batch", task.batch);
    writer.text("node", task.node);
    writer.flag("cancellable", context.canCancel && !task.gone && task.cancellable.value_or(true) && (task.state == TaskState::Queued || task.state == TaskState::Running));
    writer.raw("labels", labelsJson(task.labels));
    writer.raw("details", embedded(task.details, options.escaped));
    if (options.raw)
        writer.raw("raw", embedded(task.raw, options.escaped));
    return writer.finish();
}

} // namespace taskglass

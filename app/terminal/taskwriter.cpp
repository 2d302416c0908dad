// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/taskwriter.h"

#include "app/terminal/safetext.h"
#include "app/terminal/tablewriter.h"
#include "app/terminal/taskcells.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// `json` is one array over the whole run, `ndjson` one object a line.
class JsonTaskWriter final : public TaskWriter
{
public:
    explicit JsonTaskWriter(const WriterOptions &options) : m_options(options), m_array(options.format == TextFormat::Json) { }

    QByteArray begin() override { return m_array ? "["_ba : QByteArray(); }

    QByteArray task(const Task &task, TaskEvent event, EpochNs) override
    {
        const QByteArray json = taskToJson(task, m_options.context, m_options.events ? event : TaskEvent::None,
                                           {.raw = m_options.raw, .escaped = m_options.terminal});
        if (!m_array)
            return json + '\n';
        return (std::exchange(m_first, false) ? "\n"_ba : ",\n"_ba) + json;
    }

    QByteArray end() override
    {
        if (!m_array)
            return {};
        return m_first ? "]\n"_ba : "\n]\n"_ba;
    }

private:
    WriterOptions m_options;
    bool m_array;
    bool m_first = true;
};

class CsvTaskWriter final : public TaskWriter
{
public:
    explicit CsvTaskWriter(const WriterOptions &options) : m_options(options) { }

    QByteArray begin() override
    {
        QStringList names;
        if (m_options.events)
            names.append(u"event"_s);
        for (const PrintedColumn &column : m_options.columns)
            names.append(csvField(column.id));
        return line(names);
    }

    QByteArray task(const Task &task, TaskEvent event, EpochNs now) override
    {
        QStringList fields;
        if (m_options.events)
            fields.append(QString::fromLatin1(wordFor(event)));
        for (const PrintedColumn &column : m_options.columns) {
            const QString text = cellText(task, column.column, CellStyle::Programs, now);
            fields.append(csvField(m_options.terminal ? oneSafeLine(text) : text));
        }
        return line(fields);
    }

private:
    static QByteArray line(const QStringList &fields) { return fields.join(u',').toUtf8() + "\r\n"; }
    WriterOptions m_options;
};

class MarkdownTaskWriter final : public TaskWriter
{
public:
    explicit MarkdownTaskWriter(const WriterOptions &options) : m_options(options) { }

    QByteArray begin() override
    {
        QStringList titles;
        QStringList rules;
        if (m_options.events) {
            titles.append(u"event"_s);
            rules.append(u"---"_s);
        }
        for (const PrintedColumn &column : m_options.columns) {
            titles.append(markdownText(column.title));
            rules.append(column.alignRight ? u"---:"_s : u"---"_s);
        }
        return line(titles) + line(rules);
    }

    QByteArray task(const Task &task, TaskEvent event, EpochNs now) override
    {
        QStringList cells;
        if (m_options.events)
            cells.append(QString::fromLatin1(wordFor(event)));
        for (const PrintedColumn &column : m_options.columns)
            cells.append(markdownText(cellText(task, column.column, CellStyle::People, now)));
        return line(cells);
    }

private:
    static QByteArray line(const QStringList &cells) { return "| " + cells.join(" | "_L1).toUtf8() + " |\n"; }
    WriterOptions m_options;
};

} // namespace

std::optional<TextFormat> textFormatFromWord(QStringView word)
{
    constexpr std::array<std::pair<const char16_t *, TextFormat>, 5> kWords {{{u"table", TextFormat::Table},
                                                                             {u"json", TextFormat::Json},
                                                                             {u"ndjson", TextFormat::NdJson},
                                                                             {u"csv", TextFormat::Csv},
                                                                             {u"markdown", TextFormat::Markdown}}};
    for (const auto &[known, format] : kWords) {
        if (word == QStringView(known))
            return format;
    }
    return std::nullopt;
}

QString csvField(const QString &text)
{
    static const QString formulaStarts = u"=+-@\t\r\n＝＋－＠"_s;
    static const auto mustQuote = [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r' || c == u'\t'; };
    QString field = text;
    field.remove(QChar(u'\0'));
    if (!field.isEmpty() && formulaStarts.contains(field.front()))
        field.prepend(u'\'');
    const bool blankEnds = !field.isEmpty() && (field.front().isSpace() || field.back().isSpace());
    if (!blankEnds && std::none_of(field.cbegin(), field.cend(), mustQuote))
        return field;
    return u'"' + field.replace(u'"', "\"\""_L1) + u'"';
}

QString markdownText(const QString &text)
{
    static const QString markup = u"\\`*_{}[]()#+!|~"_s;
    QString escaped;
    for (const QChar c : oneSafeLine(QString(text).replace("\r\n"_L1, " "_L1).replace(u'\n', u' ').replace(u'\t', u' '))) {
        if (c == u'<')
            escaped += "&lt;"_L1;
        else if (c == u'>')
            escaped += "&gt;"_L1;
        else if (c == u'&')
            escaped += "&amp;"_L1;
        else if (markup.contains(c))
            escaped += QString(u'\\') + c;
        else
            escaped += c;
    }
    return escaped;
}

std::unique_ptr<TaskWriter> makeTaskWriter(const WriterOptions &options)
{
    switch (options.format) {
    case TextFormat::Table: return std::make_unique<TableTaskWriter>(options);
    case TextFormat::Json:
    case TextFormat::NdJson: return std::make_unique<JsonTaskWriter>(options);
    case TextFormat::Csv: return std::make_unique<CsvTaskWriter>(options);
    case TextFormat::Markdown: return std::make_unique<MarkdownTaskWriter>(options);
    }
    Q_UNREACHABLE();
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/payload.h"
#include "app/localqueue/engine/refusal.h"

#include <QList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

enum class ColumnType { Text, Number, Boolean };

struct Column
{
    QByteArray name; // as a JSON literal
    ColumnType type = ColumnType::Text;
};

/// Reads records one after the other; remembers where each began, for messages.
class CsvReader
{
public:
    CsvReader(QByteArrayView text, char delimiter) : m_text(text), m_delimiter(delimiter) { }

    /// Blank lines are skipped. False at the end.
    bool next(QList<QByteArray> *record)
    {
        while (m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            step();
        if (m_at >= m_text.size())
            return false;
        recordLine = m_line;
        recordByte = m_at;
        record->clear();
        while (true) {
            record->append(field());
            if (m_at < m_text.size() && m_text[m_at] == m_delimiter) {
                step();
                continue;
            }
            break;
        }
        return true;
    }

    qsizetype recordLine = 1;
    qsizetype recordByte = 0;

private:
    QByteArray field()
    {
        QByteArray value;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            step();
            while (m_at < m_text.size()) {
                if (m_text[m_at] == '"') {
                    step();
                    if (m_at >= m_text.size() || m_text[m_at] != '"')
                        break;
                }
                value.append(m_text[m_at]);
                step();
            }
        }
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != '\n' && m_text[m_at] != '\r') {
            value.append(m_text[m_at]);
            step();
        }
        return value;
    }

    void step()
    {
        if (m_text[m_at] == '\n')
            ++m_line;
        ++m_at;
    }

    QByteArrayView m_text;
    char m_delimiter;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
};

Error malformedCsv(const QString &fault)
{
    return refusal(400, u"malformed_payload"_s, u"The `csv` payload provided is malformed: `%1`."_s.arg(fault));
}

Column columnFrom(const QByteArray &header)
{
    const qsizetype colon = header.lastIndexOf(':');
    const QByteArray suffix = colon < 0 ? QByteArray() : header.sliced(colon + 1).trimmed();
    const auto named = [](const QByteArray &name) { return quoted(QString::fromUtf8(name)); };
    if (suffix == "number")
        return {named(header.first(colon)), ColumnType::Number};
    if (suffix == "boolean")
        return {named(header.first(colon)), ColumnType::Boolean};
    if (suffix == "string")
        return {named(header.first(colon)), ColumnType::Text};
    return {named(header), ColumnType::Text};
}

Result<QByteArray> cellAsJson(const Column &column, const QByteArray &cell, qsizetype line)
{
    const QByteArray value = cell.trimmed();
    if (value.isEmpty())
        return QByteArray("null");
    const QString shown = QString::fromUtf8(quoted(QString::fromUtf8(cell)));
    switch (column.type) {
    case ColumnType::Text:
        return quoted(QString::fromUtf8(cell));
    case ColumnType::Boolean:
        if (value == "true" || value == "false")
            return value;
        return malformedCsv(u"Error parsing boolean %1 at line %2: provided string was not `true` or `false`"_s.arg(shown)
                                .arg(line));
    case ColumnType::Number: {
        bool ok = false;
        const qint64 integer = value.toLongLong(&ok);
        if (ok)
            return QByteArray::number(integer);
        const double number = value.toDouble(&ok);
        if (ok && std::isfinite(number))
            return QByteArray::number(number, 'g', 17);
        return malformedCsv(u"Error parsing number %1 at line %2: invalid float literal"_s.arg(shown).arg(line));
    }
    }
    return internalError(u"unknown column type"_s);
}

} // namespace

Result<DocumentStream> readCsv(QByteArrayView body, char delimiter)
{
    if (body.startsWith("\xEF\xBB\xBF"))
        body = body.sliced(3);
    CsvReader reader(body, delimiter);
    QList<QByteArray> record;
    if (!reader.next(&record))
        return refusal(400, u"missing_payload"_s, u"A csv payload is missing."_s);
    QList<Column> columns;
    for (const QByteArray &header : std::as_const(record))
        columns.append(columnFrom(header));

    DocumentStream stream;
    while (reader.next(&record)) {
        ++stream.count;
        if (record.size() != columns.size()) {
            return malformedCsv(
                u"CSV error: record %1 (line: %2, byte: %3): found record with %4 fields, but the previous record has %5 fields"_s
                    .arg(stream.count)
                    .arg(reader.recordLine)
                    .arg(reader.recordByte)
                    .arg(record.size())
                    .arg(columns.size()));
        }
        QByteArray object("{");
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Result<QByteArray> value = cellAsJson(columns[i], record[i], reader.recordLine);
            if (!value)
                return value.error();
            if (i > 0)
                object += ',';
            object += columns[i].name + ':' + value.value();
        }
        stream.bytes += object + '}';
    }
    return stream;
}

} // namespace taskglass::localqueue

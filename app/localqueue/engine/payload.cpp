// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/payload.h"

#include "app/localqueue/engine/engine.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

QString wordFor(PayloadFormat format)
{
    switch (format) {
    case PayloadFormat::Json: return u"json"_s;
    case PayloadFormat::Ndjson: return u"ndjson"_s;
    case PayloadFormat::Csv: return u"csv"_s;
    }
    return {};
}

Error malformed(PayloadFormat format, const QString &fault)
{
    return refusal(400, u"malformed_payload"_s,
                   u"The `%1` payload provided is malformed. `Couldn't serialize document value: %2`."_s.arg(
                       wordFor(format), fault));
}

/// serde's words for a value that is not what it should be.
QString unexpectedType(QByteArrayView value)
{
    switch (value.isEmpty() ? '\0' : value.front()) {
    case '"': return u"string "_s + QString::fromUtf8(value);
    case '{': return u"map"_s;
    case '[': return u"sequence"_s;
    case 't':
    case 'f': return u"boolean `%1`"_s.arg(QLatin1StringView(value));
    case 'n': return u"null"_s;
    default: break;
    }
    const bool isFloat = value.contains('.') || value.contains('e') || value.contains('E');
    return (isFloat ? u"floating point `%1`"_s : u"integer `%1`"_s).arg(QLatin1StringView(value));
}

/// One value, which must be an object. On failure \a scanner has the fault.
bool scanDocument(JsonScanner &scanner, QByteArrayView text, QByteArrayView *document, QLatin1StringView expected)
{
    scanner.skipSpace();
    const qsizetype start = scanner.position();
    const bool isObject = scanner.peek() == '{';
    if (!scanner.value())
        return false;
    *document = text.sliced(start, scanner.position() - start);
    if (!isObject)
        return scanner.fail(u"invalid type: %1, expected %2"_s.arg(unexpectedType(*document), expected));
    return true;
}

Result<DocumentStream> readJson(QByteArrayView body)
{
    DocumentStream stream;
    JsonScanner scanner(body);
    scanner.skipSpace();
    QByteArrayView document;
    if (scanner.peek() != '[') {
        if (!scanDocument(scanner, body, &document, "a documents, or a sequence of documents."_L1))
            return malformed(PayloadFormat::Json, scanner.fault());
        stream.bytes = compact(document);
        stream.count = 1;
    } else {
        scanner.advance();
        scanner.skipSpace();
        stream.bytes.reserve(body.size());
        bool first = true;
        while (scanner.peek() != ']' || !first) {
            if (!first && scanner.peek() == ']') {
                scanner.fail(u"trailing comma"_s);
                return malformed(PayloadFormat::Json, scanner.fault());
            }
            if (!scanDocument(scanner, body, &document, "a document"_L1))
                return malformed(PayloadFormat::Json, scanner.fault());
            stream.bytes += compact(document);
            ++stream.count;
            first = false;
            scanner.skipSpace();
            if (scanner.peek() == ']' && !scanner.atEnd())
                break;
            if (scanner.peek() != ',') {
                scanner.fail(scanner.atEnd() ? u"EOF while parsing a list"_s : u"expected `,` or `]`"_s);
                return malformed(PayloadFormat::Json, scanner.fault());
            }
            scanner.advance();
            scanner.skipSpace();
        }
        scanner.advance();
    }
    scanner.skipSpace();
    if (!scanner.atEnd()) {
        scanner.fail(u"trailing characters"_s);
        return malformed(PayloadFormat::Json, scanner.fault());
    }
    return stream;
}

Result<DocumentStream> readNdjson(const QByteArray &body)
{
    DocumentStream stream;
    JsonScanner scanner(body);
    for (scanner.skipSpace(); !scanner.atEnd(); scanner.skipSpace()) {
        QByteArrayView document;
        if (!scanDocument(scanner, body, &document, "a document"_L1))
            return malformed(PayloadFormat::Ndjson, scanner.fault());
        ++stream.count;
    }
    stream.bytes = body;
    return stream;
}

} // namespace

Result<DocumentStream> readDocuments(PayloadFormat format, const QByteArray &body, char csvDelimiter)
{
    if (body.trimmed().isEmpty())
        return refusal(400, u"missing_payload"_s, u"A %1 payload is missing."_s.arg(wordFor(format)));
    if (!QByteArrayView(body).isValidUtf8())
        return malformed(format, u"invalid unicode code point"_s);
    switch (format) {
    case PayloadFormat::Json: return readJson(body);
    case PayloadFormat::Ndjson: return readNdjson(body);
    case PayloadFormat::Csv: return readCsv(body, csvDelimiter);
    }
    return internalError(u"unknown payload format"_s);
}

std::vector<QByteArrayView> documentsOf(QByteArrayView stream)
{
    std::vector<QByteArrayView> documents;
    JsonScanner scanner(stream);
    for (scanner.skipSpace(); !scanner.atEnd(); scanner.skipSpace()) {
        const qsizetype start = scanner.position();
        if (!scanner.value())
            break;
        documents.push_back(stream.sliced(start, scanner.position() - start));
    }
    return documents;
}

Result<qint64> validatePayload(PayloadFormat format, const QByteArray &body, char csvDelimiter)
{
    const Result<DocumentStream> stream = readDocuments(format, body, csvDelimiter);
    if (!stream)
        return stream.error();
    return stream.value().count;
}

} // namespace taskglass::localqueue

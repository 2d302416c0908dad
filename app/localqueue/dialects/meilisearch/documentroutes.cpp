// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/routes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

constexpr auto kFormats = "`application/json`, `application/x-ndjson`, `text/csv`"_L1;

QStringList queryNames(const Call &call)
{
    QStringList names;
    for (const QueryItem &item : parseQuery(call.request.query))
        names.append(QString::fromUtf8(item.key));
    return names;
}

/// `customMetadata`, where the release has it.
std::optional<QString> metadata(const Call &call)
{
    return call.api().customMetadata() ? queryValue(call, "customMetadata") : std::nullopt;
}

/// Refuses other parameters than \a names and, where known, customMetadata.
std::optional<Error> refuseOtherParameters(const Call &call, QStringList names)
{
    if (call.api().customMetadata())
        names.append(u"customMetadata"_s);
    return refuseUnknown(call, queryNames(call), names, u"parameter"_s);
}

Result<PayloadFormat> formatOf(const Call &call)
{
    const QByteArray type = call.request.header("content-type").split(';').first().trimmed().toLower();
    if (type.isEmpty())
        return refusal(415, u"missing_content_type"_s,
                       u"A Content-Type header is missing. Accepted values for the Content-Type header are: "_s
                           + kFormats);
    if (type == "application/json")
        return PayloadFormat::Json;
    if (type == "application/x-ndjson")
        return PayloadFormat::Ndjson;
    if (type == "text/csv")
        return PayloadFormat::Csv;
    return refusal(415, u"invalid_content_type"_s,
                   u"The Content-Type `%1` is invalid. Accepted values for the Content-Type header are: %2"_s
                       .arg(QString::fromUtf8(type), kFormats));
}

Result<char> delimiterOf(const Call &call, PayloadFormat format)
{
    const auto text = queryValue(call, "csvDelimiter");
    if (!text)
        return ',';
    const QString code = u"invalid_document_csv_delimiter"_s;
    if (text->isEmpty())
        return refusal(400, code, u"Invalid value in parameter `csvDelimiter`: expected a string of one character, but "
                                   "found an empty string"_s);
    if (text->size() > 1)
        return refusal(400, code, u"Invalid value in parameter `csvDelimiter`: expected a string of one character, but "
                                   "found the following string of %1 characters: `%2`"_s.arg(text->size()).arg(*text));
    if (text->front() > u'\x7f')
        return refusal(400, code,
                       u"Invalid value in parameter `csvDelimiter`: csv delimiter must be an ascii character. Found: "
                        "`%1`"_s.arg(*text));
    if (format != PayloadFormat::Csv)
        return refusal(400, code,
                       u"The Content-Type `%1` does not support the use of a csv delimiter. The csv delimiter can only "
                        "be used with the Content-Type `text/csv`."_s
                           .arg(format == PayloadFormat::Json ? "application/json"_L1 : "application/x-ndjson"_L1));
    return text->front().toLatin1();
}

HttpResponse import(Call &call, ImportMethod method)
{
    if (const auto unknown = refuseOtherParameters(call, {u"primaryKey"_s, u"csvDelimiter"_s}))
        return errorResponse(*unknown);
    if (!isValidIndexUid(call.argument(0)))
        return errorResponse(invalidIndexUid({}, call.argument(0)));
    const auto format = formatOf(call);
    if (!format)
        return errorResponse(format.error());
    const auto delimiter = delimiterOf(call, format.value());
    if (!delimiter)
        return errorResponse(delimiter.error());
    auto body = plainBody(call);
    if (!body)
        return errorResponse(body.error());
    DocumentImport work {.method = method, .format = format.value(), .csvDelimiter = delimiter.value(),
                         .body = body.take(), .primaryKey = queryValue(call, "primaryKey")};
    return enqueued(call, {.indexUid = call.argument(0), .work = std::move(work), .customMetadata = metadata(call)});
}

HttpResponse replaceDocuments(Call &call)
{
    return import(call, ImportMethod::Replace);
}

HttpResponse updateDocuments(Call &call)
{
    return import(call, ImportMethod::Update);
}

// --- deletions ---

HttpResponse deletion(Call &call, Work work)
{
    if (const auto unknown = refuseOtherParameters(call, {}))
        return errorResponse(*unknown);
    return enqueued(call, {.indexUid = call.argument(0), .work = std::move(work), .customMetadata = metadata(call)});
}

HttpResponse clearDocuments(Call &call)
{
    return deletion(call, DocumentClear {});
}

HttpResponse deleteDocument(Call &call)
{
    return deletion(call, DocumentDeletionByIds {{call.argument(1)}});
}

HttpResponse deleteBatch(Call &call)
{
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    if (!body.value().isArray())
        return errorResponse(refusal(400, u"malformed_payload"_s,
                                     u"The json payload provided is malformed. `expected a sequence`."_s));
    QStringList ids;
    const QJsonArray given = body.value().toArray();
    for (const QJsonValue &id : given) {
        if (id.isString())
            ids.append(id.toString());
        else if (id.isDouble() && id.toInteger(0) == id.toInteger(1))
            ids.append(QString::number(id.toInteger()));
        else
            ids.append(QString::fromUtf8(QJsonDocument(QJsonArray {id}).toJson(QJsonDocument::Compact)));
    }
    return deletion(call, DocumentDeletionByIds {ids});
}

HttpResponse deleteByFilter(Call &call)
{
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    const QJsonObject object = body.value().toObject();
    if (const auto unknown = refuseUnknown(call, object.keys(), {u"filter"_s}, u"field"_s))
        return errorResponse(*unknown);
    const QJsonValue filter = object["filter"_L1];
    if (filter.isUndefined())
        return errorResponse(refusal(400, u"missing_document_filter"_s, u"Missing field `filter`"_s));
    if (!filter.isString() && !filter.isArray()) {
        return errorResponse(refusal(400, u"invalid_document_filter"_s,
                                     u"Invalid syntax for the filter parameter: `expected String, Array`."_s));
    }
    if (filter.toString().trimmed().isEmpty() && filter.toArray().isEmpty())
        return errorResponse(refusal(400, u"invalid_document_filter"_s, u"Sending an empty filter is forbidden."_s));
    const QByteArray json = filter.isString() ? jsonString(filter.toString())
                                              : QJsonDocument(filter.toArray()).toJson(QJsonDocument::Compact);
    return deletion(call, DocumentDeletionByFilter {json});
}

// --- reading ---

/// The fields of a stored document that \a fields names; all when it is empty or holds "*".
QByteArray withFields(const QByteArray &document, const QStringList &fields)
{
    if (fields.isEmpty() || fields.contains(u"*"_s))
        return document;
    QJsonObject object = QJsonDocument::fromJson(document).object();
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!fields.contains(key))
            object.remove(key);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

HttpResponse documentPage(const Call &call, const Paging &page, const QStringList &fields)
{
    const auto list = call.engine.documents(call.argument(0), page.offset, page.limit);
    if (!list)
        return errorResponse(list.error());
    QByteArrayList results;
    for (const QByteArray &document : list.value().documents)
        results.append(withFields(document, fields));
    return jsonResponse(200, pageJson(call, results, page, list.value().total, true));
}

Error filterUnsupported()
{
    return refusal(400, u"invalid_document_filter"_s,
                   u"This queue stores documents for its tasks; it does not search or filter them for reading."_s);
}

HttpResponse getDocuments(Call &call)
{
    const QStringList known {u"offset"_s, u"limit"_s, u"fields"_s, u"retrieveVectors"_s, u"ids"_s, u"filter"_s,
                             u"sort"_s};
    if (const auto unknown = refuseUnknown(call, queryNames(call), known, u"parameter"_s))
        return errorResponse(*unknown);
    if (queryValue(call, "filter"))
        return errorResponse(filterUnsupported());
    const auto page = paging(call, u"invalid_document_%1"_s);
    if (!page)
        return errorResponse(page.error());
    const QString fields = queryValue(call, call.api().unpaginated() ? "attributesToRetrieve" : "fields").value_or(QString());
    return documentPage(call, page.value(), fields.split(u',', Qt::SkipEmptyParts));
}

HttpResponse fetchDocuments(Call &call)
{
    const auto body = jsonBody(call);
    if (!body)
        return errorResponse(body.error());
    const QJsonObject object = body.value().toObject();
    const QStringList known {u"offset"_s, u"limit"_s, u"fields"_s, u"retrieveVectors"_s, u"ids"_s, u"filter"_s,
                             u"sort"_s};
    if (const auto unknown = refuseUnknown(call, object.keys(), known, u"field"_s))
        return errorResponse(*unknown);
    if (object.contains("filter"_L1) && !object["filter"_L1].isNull())
        return errorResponse(filterUnsupported());
    QStringList fields;
    const QJsonArray given = object["fields"_L1].toArray();
    for (const QJsonValue &field : given)
        fields.append(field.toString());
    const Paging page {.offset = wholeNumber(object["offset"_L1]).value_or(0),
                       .limit = wholeNumber(object["limit"_L1]).value_or(20)};
    return documentPage(call, page, fields);
}

HttpResponse getDocument(Call &call)
{
    const auto document = call.engine.document(call.argument(0), call.argument(1));
    if (!document)
        return errorResponse(document.error());
    const QString fields = queryValue(call, "fields").value_or(QString());
    return jsonResponse(200, withFields(document.value(), fields.split(u',', Qt::SkipEmptyParts)));
}

constexpr std::array kRoutes {
    Route {"GET", "/indexes/:index/documents", "documents.get", getDocuments},
    Route {"POST", "/indexes/:index/documents", "documents.add", replaceDocuments},
    Route {"PUT", "/indexes/:index/documents", "documents.add", updateDocuments},
    Route {"DELETE", "/indexes/:index/documents", "documents.delete", clearDocuments},
    Route {"POST", "/indexes/:index/documents/delete-batch", "documents.delete", deleteBatch},
    Route {"POST", "/indexes/:index/documents/delete", "documents.delete", deleteByFilter, {1, 2}},
    Route {"POST", "/indexes/:index/documents/fetch", "documents.get", fetchDocuments, {1, 2}},
    Route {"GET", "/indexes/:index/documents/:id", "documents.get", getDocument},
    Route {"DELETE", "/indexes/:index/documents/:id", "documents.delete", deleteDocument},
};

} // namespace

std::span<const Route> documentRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::meilisearch

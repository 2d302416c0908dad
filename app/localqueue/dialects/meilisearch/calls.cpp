// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/parameters.h"
#include "app/localqueue/dialects/meilisearch/routes.h"
#include "app/localqueue/dialects/meilisearch/taskjson.h"
#include "app/localqueue/gzip.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

HttpResponse enqueued(Call &call, NewTask task, int status)
{
    if (!task.indexUid.isEmpty() && !isValidIndexUid(task.indexUid))
        return errorResponse(invalidIndexUid({}, task.indexUid));
    const auto record = call.engine.enqueue(task);
    return record ? jsonResponse(status, summaryJson(record.value(), call.api())) : errorResponse(record.error());
}

Result<QByteArray> plainBody(const Call &call)
{
    const qint64 limit = call.options.payloadLimit;
    if (call.request.body.size() > limit)
        return payloadTooLarge(limit);
    const QByteArray encoding = call.request.header("content-encoding");
    if (encoding.isEmpty() || encoding == "identity")
        return call.request.body;
    if (encoding != "gzip")
        return refusal(415, u"bad_request"_s, u"The Content-Encoding is not supported; gzip is."_s);
    if (const auto plain = gunzip(call.request.body, limit))
        return *plain;
    return refusal(400, u"bad_request"_s, u"The gzip payload cannot be read, or is larger than the limit."_s);
}

Result<QJsonValue> jsonBody(const Call &call)
{
    const auto body = plainBody(call);
    if (!body)
        return body.error();
    const QByteArray type = call.request.header("content-type").split(';').first().trimmed().toLower();
    if (type.isEmpty()) {
        return refusal(415, u"missing_content_type"_s,
                       u"A Content-Type header is missing. Accepted values for the Content-Type header are: "
                        "`application/json`"_s);
    }
    if (type != "application/json") {
        return refusal(415, u"invalid_content_type"_s,
                       u"The Content-Type `%1` is invalid. Accepted values for the Content-Type header are: "
                        "`application/json`"_s.arg(QString::fromUtf8(type)));
    }
    if (body.value().trimmed().isEmpty())
        return refusal(400, u"missing_payload"_s, u"A json payload is missing."_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body.value(), &error);
    if (error.error != QJsonParseError::NoError) {
        return refusal(400, u"malformed_payload"_s,
                       u"The json payload provided is malformed. `%1 at offset %2`."_s
                           .arg(error.errorString(), QString::number(error.offset)));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

std::optional<Error> refuseUnknown(const Call &call, const QStringList &given, const QStringList &accepted,
                                   const QString &what)
{
    if (!call.api().preciseCodes() || call.options.lenient)
        return std::nullopt;
    for (const QString &name : given) {
        if (accepted.contains(name))
            continue;
        Error error = unknownParameter(name, accepted);
        if (what != "parameter"_L1)
            error.serverMessage.replace("Unknown parameter"_L1, "Unknown "_L1 + what);
        return error;
    }
    return std::nullopt;
}

std::optional<QString> queryValue(const Call &call, QByteArrayView name)
{
    std::optional<QString> value;
    for (const QueryItem &item : parseQuery(call.request.query)) {
        if (item.key == name)
            value = QString::fromUtf8(item.value);
    }
    return value;
}

Result<Paging> paging(const Call &call, const QString &codePattern)
{
    Paging result;
    const std::pair<QLatin1StringView, qint64 &> fields[] = {{"offset"_L1, result.offset}, {"limit"_L1, result.limit}};
    for (const auto &[name, target] : fields) {
        const auto text = queryValue(call, QByteArrayView(name.data(), name.size()));
        if (!text)
            continue;
        bool ok = false;
        const qint64 value = text->toLongLong(&ok);
        if (!ok || value < 0) {
            return refusal(400, codePattern.arg(name),
                           u"Invalid value in parameter `%1`: could not parse `%2` as a positive integer"_s.arg(name,
                                                                                                               *text));
        }
        target = value;
    }
    return result;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    // The default tells an integer from a fraction: QJsonValue has no other way to ask.
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1) || value.toInteger(-1) < 0)
        return std::nullopt;
    return value.toInteger();
}

QByteArray pageJson(const Call &call, const QByteArrayList &results, const Paging &paging, qint64 total,
                    bool bareBefore28)
{
    if (bareBefore28 && call.api().unpaginated())
        return jsonArray(results);
    return JsonObjectText()
        .raw("results", jsonArray(results))
        .integer("offset", paging.offset)
        .integer("limit", paging.limit)
        .integer("total", total)
        .text();
}

} // namespace taskglass::localqueue::meilisearch

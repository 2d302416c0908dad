// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/apierror.h"

#include "app/localqueue/engine/records.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/jsontext.h"
#include "app/localqueue/trouble.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

QString typeOf(const QString &code)
{
    if (code == "missing_authorization_header"_L1 || code == "invalid_api_key"_L1 || code == "missing_master_key"_L1)
        return u"auth"_s;
    return failureOf(code, {}).type;
}

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
    case 403: return Error::Kind::Auth;
    case 404: return Error::Kind::NotFound;
    case 413: return Error::Kind::TooLarge;
    default: return status >= 500 ? Error::Kind::Server : Error::Kind::BadRequest;
    }
}

} // namespace

Error refusal(int status, const QString &code, const QString &message)
{
    Error error = trouble(kindOf(status), message);
    error.httpStatus = status;
    error.serverCode = code;
    error.serverMessage = message;
    return error;
}

QByteArray errorJson(const QString &message, const QString &code, const QString &type, const QString &link)
{
    return JsonObjectText()
        .string("message", message)
        .string("code", code)
        .string("type", type)
        .string("link", link)
        .text();
}

HttpResponse errorResponse(const Error &error)
{
    if (isNotWrittenYet(error)) {
        HttpResponse early;
        early.tooEarly = true;
        return early;
    }
    if (error.serverCode.isEmpty())
        return errorResponse(refusal(500, u"internal"_s, error.message));
    return jsonResponse(error.httpStatus > 0 ? error.httpStatus : 500,
                        errorJson(error.serverMessage, error.serverCode, typeOf(error.serverCode),
                                  failureOf(error.serverCode, {}).link));
}

HttpResponse jsonResponse(int status, QByteArray body)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json"_ba;
    response.body = std::move(body);
    response.headers.emplace_back("vary"_ba,
                                  "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"_ba);
    return response;
}

HttpResponse emptyResponse(int status)
{
    HttpResponse response;
    response.status = status;
    return response;
}

Error missingAuthorization()
{
    return refusal(401, u"missing_authorization_header"_s,
                   u"The Authorization header is missing. It must use the bearer authorization method."_s);
}

Error invalidApiKey()
{
    return refusal(403, u"invalid_api_key"_s, u"The provided API key is invalid."_s);
}

Error payloadTooLarge(qint64 limitBytes)
{
    return refusal(413, u"payload_too_large"_s,
                   u"The provided payload reached the size limit. The maximum accepted payload size is %1 bytes."_s
                       .arg(limitBytes));
}

Error featureNotEnabled(const QString &action, const QString &feature, const QString &discussion)
{
    return refusal(400, u"feature_not_enabled"_s,
                   u"%1 requires enabling the `%2` experimental feature. See %3"_s.arg(action, feature, discussion));
}

Error invalidIndexUid(const QString &where, const QString &uid)
{
    return refusal(400, u"invalid_index_uid"_s,
                   QString(where % u'`' % uid
                           % u"` is not a valid index uid. Index uid can be an integer or a string containing only "
                             "alphanumeric characters, hyphens (-) and underscores (_), and can not be more than 512 "
                             "bytes."_s));
}

} // namespace taskglass::localqueue::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/answererror.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Protocol)
};

QByteArray contentTypeOf(const HttpAnswer &answer)
{
    return answer.header(QByteArrayLiteral("content-type"));
}

} // namespace

Error errorOf(Error::Kind kind, const QString &sentence, int httpStatus)
{
    Error error;
    error.kind = kind;
    error.message = sentence;
    error.httpStatus = httpStatus;
    return error;
}

bool isWebPage(const HttpAnswer &answer)
{
    return looksLikeHtml(answer.body) || contentTypeOf(answer).toLower().startsWith("text/html");
}

Error::Kind kindForStatus(int status)
{
    if (status == 401 || status == 403)
        return Error::Kind::Auth;
    if (status == 404)
        return Error::Kind::NotFound;
    if (status == 409)
        return Error::Kind::Conflict;
    if (status == 413)
        return Error::Kind::TooLarge;
    if (status == 429)
        return Error::Kind::RateLimited;
    if (status == 408 || status >= 500)
        return Error::Kind::Server;
    if (status >= 300 && status < 400)
        return Error::Kind::Redirected;
    return status >= 400 ? Error::Kind::BadRequest : Error::Kind::BadResponse;
}

namespace {

Error notJson(const HttpAnswer &answer)
{
    return errorOf(Error::Kind::BadResponse,
                   isWebPage(answer)
                       ? Words::tr("A web page came back instead of tasks: a proxy, a login page or another program answers here.")
                       : Words::tr("The answer is not JSON but \"%1\".").arg(QString::fromLatin1(contentTypeOf(answer).left(80))),
                   answer.status);
}

QString troubleOf(int status)
{
    if (status == 408)
        return Words::tr("The server gave up waiting for our request.");
    if (status == 502 || status == 504)
        return Words::tr("A proxy answers, but the server behind it does not.");
    if (status == 503)
        return Words::tr("The server is not available at the moment.");
    return Words::tr("The server has a problem of its own (HTTP status %1).").arg(status);
}

} // namespace

std::optional<Error> foreignAnswer(const HttpAnswer &answer)
{
    const QByteArray type = contentTypeOf(answer).toLower();
    const bool saysJson = type.isEmpty() || type.contains("json");
    const bool isSuccess = answer.status >= 200 && answer.status < 300;
    const bool isForeign = (isSuccess && !saysJson) || ((isSuccess || answer.status == 404) && isWebPage(answer));
    return isForeign ? std::optional(notJson(answer)) : std::nullopt;
}

QString generalSentence(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return Words::tr("This address has no such page: perhaps another program answers here, or the path prefix is wrong.");
    case Error::Kind::Conflict:
        return Words::tr("The server says that this collides with something else that is going on.");
    case Error::Kind::TooLarge:
        return Words::tr("The server, or a proxy before it, refuses the request as too large.");
    case Error::Kind::RateLimited:
        return Words::tr("The server asks for fewer requests.");
    case Error::Kind::Server:
        return troubleOf(error.httpStatus);
    case Error::Kind::Redirected:
        return Words::tr("The server wants to send us to another address, which is not followed.");
    case Error::Kind::BadRequest:
        return error.serverMessage.isEmpty()
            ? Words::tr("The server does not understand the request (HTTP status %1).").arg(error.httpStatus)
            : Words::tr("The server does not accept the request.");
    case Error::Kind::Auth:
    case Error::Kind::BadResponse:
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::ReadOnly:
    case Error::Kind::Unsupported:
    case Error::Kind::Local:
        break;
    }
    return Words::tr("The request failed (HTTP status %1).").arg(error.httpStatus);
}

} // namespace taskglass

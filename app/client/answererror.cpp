// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/answererror.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass {

bool isWebPage(const HttpAnswer &answer)
{
    return looksLikeHtml(answer.body) || answer.header(QByteArrayLiteral("content-type")).toLower().startsWith("text/html");
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

Error notJson(const HttpAnswer &answer)
{
    Error error;
    error.kind = Error::Kind::BadResponse;
    error.httpStatus = answer.status;
    if (isWebPage(answer))
        error.message = QCoreApplication::translate("Protocol", "A web page came back instead of tasks: a proxy, a login page or another program answers here.");
    else
        error.message = QCoreApplication::translate("Protocol", "The answer is not JSON but \"%1\".")
                            .arg(QString::fromLatin1(answer.header(QByteArrayLiteral("content-type")).left(80)));
    return error;
}

} // namespace taskglass

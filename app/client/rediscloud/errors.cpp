// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/errors.h"

#include "app/client/answererror.h"
#include "app/client/rediscloud/wire.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

constexpr qint64 kSecondsPerDay = 24 * 3600;
constexpr int kPreconditionFailed = 412; ///< The service's word for a function that the account does not have.

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RedisCloud)
};

QString notFound(const HttpRequest &request)
{
    switch (Shape(request.purpose)) {
    case Shape::Task:
        return Words::tr("Redis Cloud does not know this task: its ID is wrong, it belongs to another account, or it is older than 10 days.");
    case Shape::Link:
        return Words::tr("What the link leads to does not exist (any more).");
    case Shape::Account:
    case Shape::TaskList:
        break;
    }
    return Words::tr("There is no Redis Cloud API at this address: it is usually https://api.redislabs.com/v1.");
}

QString sentence(const Error &error, const HttpRequest &request)
{
    switch (error.kind) {
    case Error::Kind::Auth:
        if (error.httpStatus == 403)
            return Words::tr("The keys were accepted, access was refused: the user key may be limited to certain IP addresses, or its role may not allow this.");
        return Words::tr("Redis Cloud rejected the keys. Check the account key and the user key, that both are of the same account, and that its API is enabled.");
    case Error::Kind::NotFound:
        return notFound(request);
    case Error::Kind::Unsupported:
        return Words::tr("This function is switched off for the account.");
    case Error::Kind::RateLimited:
        return Words::tr("The request limit of the account is reached. All its programs share it.");
    case Error::Kind::Server:
        if (error.httpStatus == 408)
            return Words::tr("Redis Cloud gave up waiting for our request.");
        if (error.httpStatus == 502 || error.httpStatus == 504)
            return Words::tr("A proxy answers, but Redis Cloud behind it does not.");
        if (error.httpStatus == 503)
            return Words::tr("Redis Cloud is not available at the moment.");
        return Words::tr("Redis Cloud has a problem of its own (HTTP status %1).").arg(error.httpStatus);
    case Error::Kind::Redirected:
        return Words::tr("Redis Cloud wants to send us to another address, which is not followed.");
    case Error::Kind::BadRequest:
        return Words::tr("Redis Cloud does not accept the request (HTTP status %1).").arg(error.httpStatus);
    case Error::Kind::Conflict:
    case Error::Kind::TooLarge:
    case Error::Kind::BadResponse:
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::ReadOnly:
    case Error::Kind::Local:
        break;
    }
    return generalSentence(error);
}

/// Digits only: a header that says anything else says nothing.
qint64 wholeNumber(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 number = text.trimmed().toLongLong(&isNumber);
    return isNumber && number >= 0 ? number : -1;
}

} // namespace

qint64 rateLimitRemaining(const HttpAnswer &answer)
{
    return wholeNumber(answer.header(QByteArrayLiteral("x-rate-limit-remaining")));
}

qint64 rateLimitWaitMs(const HttpAnswer &answer)
{
    const qint64 seconds = wholeNumber(answer.header(QByteArrayLiteral("x-rate-limit-retry-after-seconds")));
    return seconds < 0 ? retryAfterMs(answer) : std::min(seconds, kSecondsPerDay) * 1000;
}

std::optional<Error> errorIn(const HttpAnswer &answer)
{
    if (answer.status >= 200 && answer.status < 300)
        return {};
    Error error;
    error.httpStatus = answer.status;
    error.kind = answer.status == kPreconditionFailed ? Error::Kind::Unsupported : kindForStatus(answer.status);
    // An object with `timestamp`, `status` (a number), `error`, `message` and `path`; or nothing, or a proxy's page.
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    error.serverCode = body.value("error"_L1).toString().left(kServerWordsKept);
    error.serverMessage = body.value("message"_L1).toString().left(kServerWordsKept);
    error.retryAfterMs = error.kind == Error::Kind::RateLimited ? rateLimitWaitMs(answer) : retryAfterMs(answer);
    error.message = sentence(error, answer.request);
    return error;
}

Error unexpectedBody(const HttpAnswer &answer)
{
    const QString status = QString::number(answer.status);
    const QString size = QLocale().formattedDataSize(answer.body.size());
    QString sentence = Words::tr("Unexpected answer from the server: HTTP status %1 and %2 that are no list of tasks.").arg(status, size);
    if (answer.body.trimmed().isEmpty())
        sentence = Words::tr("Unexpected answer from the server: HTTP status %1 and an empty body.").arg(status);
    else if (looksLikeHtml(answer.body))
        sentence = Words::tr("Unexpected answer from the server: HTTP status %1 and a web page of %2. A proxy, a login page or another program answers here.")
                       .arg(status, size);
    return errorOf(Error::Kind::BadResponse, sentence, answer.status);
}

} // namespace taskglass::rediscloud

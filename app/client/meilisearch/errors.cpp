// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/errors.h"

#include "app/client/answererror.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

/// Enough for a sentence; a server that sends more has lost its mind.
constexpr qsizetype kMessageChars = 2000;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

/// 422 is what 1.0 and newer say when a disk or the task store is full.
Error::Kind kindFor(int status)
{
    return status == 422 ? Error::Kind::Server : kindForStatus(status);
}

QString refusal(const Error &error, const HttpRequest &request)
{
    if (error.serverCode == "missing_authorization_header"_L1 || (error.httpStatus == 401 && error.serverCode.isEmpty()))
        return Words::tr("The server asks for a key. Add one to this connection.");
    const QString right = rightFor(request);
    if (right.isEmpty())
        return Words::tr("The server refuses the key.");
    if (right == "tasks.get"_L1)
        return Words::tr("The key may not read tasks: it is wrong, expired, or lacks the right %1.").arg(right);
    return Words::tr("The key is wrong or expired, or it lacks the right %1.").arg(right);
}

QString sentence(const Error &error, const HttpRequest &request)
{
    switch (error.kind) {
    case Error::Kind::Auth:
        return refusal(error, request);
    case Error::Kind::NotFound:
        if (error.serverCode == "task_not_found"_L1)
            return Words::tr("The task does not exist any more, or this key may not see it.");
        if (error.serverCode == "batch_not_found"_L1)
            return Words::tr("The batch does not exist any more.");
        if (error.serverCode == "index_not_found"_L1)
            return Words::tr("The index does not exist any more.");
        return Words::tr("This address has no such page: perhaps another program answers here, or the path prefix is wrong.");
    case Error::Kind::Conflict:
        return Words::tr("The server says that this collides with something else that is going on.");
    case Error::Kind::TooLarge:
        return Words::tr("The server, or a proxy before it, refuses the request as too large.");
    case Error::Kind::RateLimited:
        return Words::tr("The server asks for fewer requests.");
    case Error::Kind::Server:
        if (error.serverCode == "no_space_left_on_device"_L1 || error.serverCode == "database_size_limit_reached"_L1)
            return Words::tr("The server's disk or task store is full: it takes no new tasks until old ones are deleted.");
        if (error.httpStatus == 408)
            return Words::tr("The server gave up waiting for our request.");
        if (error.httpStatus == 502 || error.httpStatus == 504)
            return Words::tr("A proxy answers, but the server behind it does not.");
        if (error.httpStatus == 503)
            return Words::tr("The server is not available at the moment.");
        return Words::tr("The server has a problem of its own (HTTP status %1).").arg(error.httpStatus);
    case Error::Kind::Redirected:
        return Words::tr("The server wants to send us to another address, which is not followed.");
    case Error::Kind::BadResponse:
        return Words::tr("The answer is not one of Meilisearch's (HTTP status %1).").arg(error.httpStatus);
    case Error::Kind::BadRequest:
        if (error.serverCode == "missing_task_filters"_L1)
            return Words::tr("The server refuses a command without a filter.");
        return error.serverMessage.isEmpty()
            ? Words::tr("The server does not understand the request (HTTP status %1).").arg(error.httpStatus)
            : Words::tr("The server does not accept the request.");
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

} // namespace

QString rightFor(const HttpRequest &request)
{
    if (request.target.startsWith("/tasks/cancel"))
        return u"tasks.cancel"_s;
    if (request.verb == QByteArrayLiteral("DELETE"))
        return u"tasks.delete"_s;
    if (request.target.startsWith("/tasks") || request.target.startsWith("/batches"))
        return u"tasks.get"_s;
    return request.target.startsWith("/version") ? u"version"_s : QString();
}

QString unknownParameter(const Error &error)
{
    static const QRegularExpression pattern(u"^Unknown (?:parameter|query parameter) `([A-Za-z_]+)`"_s);
    if (error.httpStatus != 400 || error.serverCode != "bad_request"_L1)
        return {};
    return pattern.match(error.serverMessage).captured(1);
}

bool isMissingRoute(const Error &error)
{
    return error.httpStatus == 404 && error.serverCode.isEmpty();
}

std::optional<Error> errorIn(const HttpAnswer &answer)
{
    if (answer.status >= 200 && answer.status < 300) {
        const QByteArray type = answer.header(QByteArrayLiteral("content-type")).toLower();
        const bool saysJson = type.isEmpty() || type.contains("json");
        if (!saysJson || isWebPage(answer))
            return notJson(answer);
        return {};
    }
    Error error;
    error.httpStatus = answer.status;
    const QJsonObject body = answer.body.size() < 1024 * 1024 ? QJsonDocument::fromJson(answer.body).object()
                                                              : QJsonObject();
    error.serverCode = body.value("code"_L1).toString().left(kMessageChars);
    error.serverMessage = body.value("message"_L1).toString().left(kMessageChars);
    error.kind = kindFor(answer.status);
    error.retryAfterMs = retryAfterMs(answer);
    if (error.kind == Error::Kind::NotFound && isWebPage(answer))
        return notJson(answer);
    error.message = sentence(error, answer.request);
    return error;
}

} // namespace taskglass::meilisearch

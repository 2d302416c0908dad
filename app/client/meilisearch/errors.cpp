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
    const QString &code = error.serverCode;
    if (error.kind == Error::Kind::Auth)
        return refusal(error, request);
    if (error.kind == Error::Kind::BadResponse)
        return Words::tr("The answer is not one of Meilisearch's (HTTP status %1).").arg(error.httpStatus);
    if (code == "task_not_found"_L1)
        return Words::tr("The task does not exist any more, or this key may not see it.");
    if (code == "batch_not_found"_L1)
        return Words::tr("The batch does not exist any more.");
    if (code == "index_not_found"_L1)
        return Words::tr("The index does not exist any more.");
    if (code == "no_space_left_on_device"_L1 || code == "database_size_limit_reached"_L1)
        return Words::tr("The server's disk or task store is full: it takes no new tasks until old ones are deleted.");
    if (code == "missing_task_filters"_L1)
        return Words::tr("The server refuses a command without a filter.");
    return generalSentence(error);
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
    if (auto foreign = foreignAnswer(answer))
        return foreign;
    if (answer.status >= 200 && answer.status < 300)
        return {};
    Error error;
    error.httpStatus = answer.status;
    const QJsonObject body = answer.body.size() <= kLargestErrorBody ? QJsonDocument::fromJson(answer.body).object()
                                                                   : QJsonObject();
    error.serverCode = body.value("code"_L1).toString().left(kServerWordsKept);
    error.serverMessage = body.value("message"_L1).toString().left(kServerWordsKept);
    error.kind = kindFor(answer.status);
    error.retryAfterMs = retryAfterMs(answer);
    error.message = sentence(error, answer.request);
    return error;
}

} // namespace taskglass::meilisearch

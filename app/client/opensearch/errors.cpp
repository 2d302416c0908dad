// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/errors.h"

#include "app/client/answererror.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OpenSearch)
};

/// The server's words: of an `error` object, of an `error` text (405, unknown routes, proxies), of a plain 401 text.
void readWords(const HttpAnswer &answer, Error &error)
{
    if (answer.body.size() > kLargestErrorBody || isWebPage(answer))
        return;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject()) {
        error.serverMessage = QString::fromUtf8(answer.body).trimmed().left(kServerWordsKept);
        return;
    }
    const QJsonValue said = document.object().value("error"_L1);
    if (said.isString()) {
        error.serverMessage = said.toString().left(kServerWordsKept);
        return;
    }
    const QJsonObject object = said.toObject();
    error.serverCode = object.value("type"_L1).toString().left(kServerWordsKept);
    error.serverMessage = object.value("reason"_L1).toString().left(kServerWordsKept);
}

QString refusal(const Error &error)
{
    const QString right = missingRight(error);
    if (!right.isEmpty())
        return Words::tr("The user or key lacks the right %1.").arg(right);
    if (error.httpStatus == 403)
        return Words::tr("The user or key may not do this.");
    if (error.serverMessage.contains("missing authentication"_L1, Qt::CaseInsensitive) || error.serverMessage.isEmpty()
        || error.serverMessage == "Unauthorized"_L1)
        return Words::tr("The server asks for a user and password or a key. Add them to this connection.");
    return Words::tr("The server refuses the user and password or the key.");
}

bool isNoMaster(const QString &code)
{
    return code == "master_not_discovered_exception"_L1 || code == "cluster_manager_not_discovered_exception"_L1;
}

QString sentence(const Error &error)
{
    if (isWaitOver(error))
        return Words::tr("The task still runs.");
    if (error.kind == Error::Kind::Auth)
        return refusal(error);
    if (error.kind == Error::Kind::NotFound && error.serverCode == "resource_not_found_exception"_L1)
        return Words::tr("The task does not run any more, and the server kept no result of it.");
    if (error.kind == Error::Kind::RateLimited)
        return Words::tr("The cluster is short of memory or threads and asks for fewer requests.");
    if (error.kind == Error::Kind::Server && isNoMaster(error.serverCode))
        return Words::tr("The cluster has no elected manager at the moment.");
    if (error.kind == Error::Kind::BadResponse)
        return Words::tr("The answer is not one of OpenSearch's or Elasticsearch's (HTTP status %1).").arg(error.httpStatus);
    return generalSentence(error);
}

} // namespace

QList<QString> unrecognizedParameters(const Error &error)
{
    static const QRegularExpression which(u"unrecognized parameters?: (.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression name(u"(?:^|, )\\[([A-Za-z_.]+)\\]"_s);
    QList<QString> names;
    if (error.httpStatus != 400)
        return names;
    QRegularExpressionMatchIterator found = name.globalMatch(which.match(error.serverMessage).captured(1));
    while (found.hasNext())
        names << found.next().captured(1);
    return names;
}

QString missingRight(const Error &error)
{
    // OpenSearch: "no permissions for [RIGHT] and User […]"; Elasticsearch: "action [RIGHT] is unauthorized for user […]".
    static const QRegularExpression pattern(u"(?:no permissions for|action) \\[([^\\]]{1,200})\\]"_s);
    return error.httpStatus == 403 ? pattern.match(error.serverMessage).captured(1) : QString();
}

bool isMissingRoute(const Error &error)
{
    const bool isOther = error.httpStatus == 405 || error.httpStatus == 410
        || (error.httpStatus == 404 && error.serverCode != "resource_not_found_exception"_L1);
    const bool isUnknown = error.httpStatus == 400
        && (error.serverCode.isEmpty() || error.serverCode == "invalid_index_name_exception"_L1);
    return isOther || isUnknown;
}

bool isWaitOver(const Error &error)
{
    return error.serverCode == "timeout_exception"_L1 || error.serverCode == "receive_timeout_transport_exception"_L1;
}

std::optional<Error> errorIn(const HttpAnswer &answer)
{
    if (auto foreign = foreignAnswer(answer))
        return foreign;
    if (answer.status >= 200 && answer.status < 300)
        return {};
    Error error;
    error.httpStatus = answer.status;
    error.kind = kindForStatus(answer.status);
    error.retryAfterMs = retryAfterMs(answer);
    readWords(answer, error);
    error.message = sentence(error);
    return error;
}

} // namespace taskglass::opensearch

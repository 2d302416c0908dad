// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/localserver.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

localqueue::LocalQueueOptions optionsFor(qint64 history, const QByteArray &key)
{
    localqueue::LocalQueueOptions options;
    options.pace = localqueue::Pace::Instant;
    options.historySize = history;
    if (!key.isEmpty())
        options.keys.push_back({.isMaster = true, .key = key, .actions = {}, .indexes = {}});
    return options;
}

QJsonObject answerOf(QNetworkReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    reply->deleteLater();
    return answer;
}

} // namespace

LocalServer::LocalServer(qint64 history, const QByteArray &key)
    : m_queue(std::make_unique<localqueue::LocalQueue>(optionsFor(history, key)))
{
    const Result<QUrl> url = m_queue->start();
    if (url)
        m_url = url.value().toString();
    else
        qWarning("%s", qPrintable(url.error().message));
}

void LocalServer::releaseWhenCancelWaits() const
{
    QNetworkAccessManager network;
    const QUrl waiting(m_url + u"/tasks?types=taskCancelation&statuses=enqueued"_s);
    for (int attempt = 0; attempt < 200; ++attempt) {
        if (answerOf(network.get(QNetworkRequest(waiting))).value("total"_L1).toInteger() > 0)
            break;
        QThread::msleep(100);
    }
    hold(false);
}

QString LocalServer::addDocument(const QString &index) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_url + u"/indexes/"_s + index + u"/documents"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QJsonObject answer = answerOf(network.post(request, R"([{"id":1,"title":"Carol"}])"_ba));
    return answer.contains("taskUid"_L1) ? QString::number(answer.value("taskUid"_L1).toInteger()) : QString();
}

QString LocalServer::stateOf(const QString &id) const
{
    QNetworkAccessManager network;
    return answerOf(network.get(QNetworkRequest(QUrl(m_url + u"/tasks/"_s + id)))).value("status"_L1).toString();
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/routes.h"
#include "app/localqueue/dialects/rediscloud/taskjson.h"
#include "app/localqueue/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

qint64 Call::id(int position) const
{
    bool ok = false;
    const qint64 value = arguments.at(position).toLongLong(&ok);
    return ok && value >= 0 ? value : -1;
}

HttpResponse order(Call &call, account::Order order, bool wantsBody)
{
    if (wantsBody) {
        if (call.request.body.size() > call.options.payloadLimit)
            return problem(call.request, 413, u"The request's body is too large."_s, call.now);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(call.request.body, &error);
        if (!document.isObject())
            return problem(call.request, 400, u"The request's body is not a JSON object."_s, call.now);
        order.body = document.object();
    }
    const auto task = call.account.accept(std::move(order));
    return task ? json(202, taskJson(task.value(), TaskView::Receipt, call.options)) : storeTrouble(call, task.error());
}

HttpResponse problem(const HttpRequest &request, int status, const QString &message, EpochNs now)
{
    // Here, and only here, the service writes milliseconds and an offset.
    QByteArray stamp = formatRfc3339(now - now % kNsPerMs);
    stamp.chop(1);
    return json(status, JsonObjectText()
                            .string("timestamp", QByteArray(stamp + "+00:00"_ba))
                            .integer("status", status)
                            .string("error", reasonPhrase(status))
                            .string("message", message)
                            .string("path", request.path)
                            .text());
}

HttpResponse storeTrouble(const Call &call, const Error &error)
{
    return problem(call.request, 500, error.message, call.now);
}

HttpResponse json(int status, QByteArray body)
{
    return {status, "application/json"_ba, std::move(body), {}};
}

QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray selfLink(const DialectOptions &options, const QByteArray &path)
{
    return jsonArray({linkJson("self", options.root + path)});
}

} // namespace taskglass::localqueue::rediscloud

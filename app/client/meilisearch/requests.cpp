// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/requests.h"

namespace taskglass::meilisearch {

namespace {

HttpRequest get(const QByteArray &target, Shape shape, Lane lane)
{
    HttpRequest request;
    request.target = target;
    request.purpose = int(shape);
    request.lane = lane;
    return request;
}

} // namespace

HttpRequest getHealth()
{
    HttpRequest request = get(QByteArrayLiteral("/health"), Shape::Health, Lane::Demand);
    request.maxBytes = 64 * 1024;
    return request;
}

HttpRequest getVersion()
{
    HttpRequest request = get(QByteArrayLiteral("/version"), Shape::Version, Lane::Demand);
    request.maxBytes = 64 * 1024;
    return request;
}

HttpRequest listTasks(const Query &query, Lane lane)
{
    HttpRequest request = get(QByteArray("/tasks" + query.text()), Shape::TaskList, lane);
    request.maxBytes = kLargestList;
    return request;
}

HttpRequest listBatches(const Query &query, Lane lane)
{
    HttpRequest request = get(QByteArray("/batches" + query.text()), Shape::BatchList, lane);
    request.maxBytes = 64 * 1024 * 1024;
    return request;
}

HttpRequest getTask(qint64 uid, Lane lane)
{
    HttpRequest request = get(QByteArray("/tasks/" + QByteArray::number(uid)), Shape::Task, lane);
    request.maxBytes = 64 * 1024 * 1024; // details of an edition or of 65 kB uids are part of it
    return request;
}

HttpRequest getBatch(const QByteArray &uid, Lane lane)
{
    HttpRequest request = get(QByteArray("/batches/" + uid.toPercentEncoding()), Shape::Batch, lane);
    request.maxBytes = 64 * 1024 * 1024;
    return request;
}

HttpRequest postCancel(const Query &query)
{
    HttpRequest request = get(QByteArray("/tasks/cancel" + query.text()), Shape::Summary, Lane::Demand);
    request.verb = QByteArrayLiteral("POST");
    request.idempotent = false;
    return request;
}

HttpRequest deleteTasks(const Query &query)
{
    HttpRequest request = get(QByteArray("/tasks" + query.text()), Shape::Summary, Lane::Demand);
    request.verb = QByteArrayLiteral("DELETE");
    request.idempotent = false;
    return request;
}

QByteArray joined(std::span<const qint64> uids)
{
    QByteArray text;
    for (const qint64 uid : uids) {
        if (!text.isEmpty())
            text += ',';
        text += QByteArray::number(uid);
    }
    return text;
}

} // namespace taskglass::meilisearch

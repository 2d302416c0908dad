// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/requests.h"

#include "app/client/newrequest.h"

namespace taskglass::meilisearch {

namespace {

constexpr qint64 kKilobyte = 1024;
constexpr qint64 kSmall = 64 * kKilobyte;
/// Details of an edition, or of 65 kB of uids, are part of a task; a batch lists what it holds.
constexpr qint64 kLargestTask = 64 * kKilobyte * kKilobyte;
constexpr qint64 kLargestSummary = kKilobyte * kKilobyte;

HttpRequest get(const QByteArray &target, Shape shape, Lane lane, qint64 maxBytes)
{
    return newGet(target, int(shape), lane, maxBytes);
}

HttpRequest command(const QByteArray &verb, const QByteArray &target)
{
    return newCommand(verb, target, int(Shape::Summary), kLargestSummary);
}

} // namespace

HttpRequest getHealth()
{
    return get(QByteArrayLiteral("/health"), Shape::Health, Lane::Demand, kSmall);
}

HttpRequest getVersion()
{
    return get(QByteArrayLiteral("/version"), Shape::Version, Lane::Demand, kSmall);
}

HttpRequest listTasks(const Query &query, Lane lane)
{
    return get(QByteArray("/tasks" + query.text()), Shape::TaskList, lane, kLargestList);
}

HttpRequest listBatches(const Query &query, Lane lane)
{
    return get(QByteArray("/batches" + query.text()), Shape::BatchList, lane, kLargestTask);
}

HttpRequest getTask(qint64 uid, Lane lane)
{
    return get(QByteArray("/tasks/" + QByteArray::number(uid)), Shape::Task, lane, kLargestTask);
}

HttpRequest getBatch(const QByteArray &uid, Lane lane)
{
    return get(QByteArray("/batches/" + uid.toPercentEncoding()), Shape::Batch, lane, kLargestTask);
}

HttpRequest postCancel(const Query &query)
{
    return command(QByteArrayLiteral("POST"), QByteArray("/tasks/cancel" + query.text()));
}

HttpRequest deleteTasks(const Query &query)
{
    return command(QByteArrayLiteral("DELETE"), QByteArray("/tasks" + query.text()));
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

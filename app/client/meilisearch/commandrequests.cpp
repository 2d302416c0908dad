// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/commandrequests.h"

#include "app/client/answererror.h"
#include "app/client/meilisearch/requests.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <span>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

HttpRequest commandRequest(CommandKind kind, const Query &query)
{
    switch (kind) {
    case CommandKind::Cancel:
        return postCancel(query);
    case CommandKind::Delete:
    case CommandKind::Rethrottle: // refused before: no capability
        break;
    }
    return deleteTasks(query);
}

} // namespace

std::vector<qint64> uidsOf(const QList<TaskId> &ids)
{
    std::vector<qint64> uids;
    for (const TaskId &id : ids) {
        bool isNumber = false;
        const qint64 uid = id.toLongLong(&isNumber);
        if (!isNumber || uid < 0 || uid > std::numeric_limits<quint32>::max())
            return {};
        uids.push_back(uid);
    }
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    return uids;
}

Result<FilterQuery> draftQuery(CommandKind kind, const TaskFilter &filter, const Dialect &dialect)
{
    if (filter.isEmpty())
        return errorOf(Error::Kind::ReadOnly, Words::tr("A command needs tasks or a filter: an empty filter would be all tasks."));
    Result<FilterQuery> query = FilterQuery::from(filter, dialect, 0);
    if (!query)
        return query;
    if (query.value().isEmpty())
        return errorOf(Error::Kind::ReadOnly, Words::tr("A command needs tasks or a filter: an empty filter would be all tasks."));
    query.value().restrictTo(kind);
    return query;
}

Result<QList<HttpRequest>> commandRequests(const Command &command, const Dialect &dialect)
{
    if (!command.isPinned())
        return errorOf(Error::Kind::ReadOnly, Words::tr("The command does not say which tasks it means; nothing was sent."));
    QList<HttpRequest> requests;
    if (command.ids.isEmpty()) {
        Result<FilterQuery> query = draftQuery(command.kind, command.filter, dialect);
        if (!query)
            return query.error();
        query.value().pin(*command.enqueuedBefore);
        if (query.value().matchesNothing())
            return errorOf(Error::Kind::ReadOnly, Words::tr("The filter matches no task that the command could change."));
        requests << commandRequest(command.kind, query.value().query());
        return requests;
    }
    const std::vector<qint64> uids = uidsOf(command.ids);
    if (uids.empty())
        return errorOf(Error::Kind::ReadOnly, Words::tr("A task of the command has no number; nothing was sent."));
    const std::span<const qint64> all(uids);
    for (std::size_t begin = 0; begin < all.size(); begin += std::size_t(kUidsPerRequest)) {
        const std::size_t size = std::min(std::size_t(kUidsPerRequest), all.size() - begin);
        requests << commandRequest(command.kind, Query().add("uids", joined(all.subspan(begin, size))));
    }
    return requests;
}

} // namespace taskglass::meilisearch

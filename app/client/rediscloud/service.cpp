// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/service.h"

#include "app/client/rediscloud/wire.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RedisCloud)
};

} // namespace

Result<DecodedPtr> Service::noted(const Result<DecodedPtr> &outcome, EpochNs receivedAt)
{
    if (outcome) {
        if (const auto *answer = dynamic_cast<const Answer *>(outcome.value().get()))
            quota.learn(answer->remaining, receivedAt);
        return outcome;
    }
    Error error = outcome.error();
    if (error.kind == Error::Kind::RateLimited)
        error.retryAfterMs = quota.refused(error.retryAfterMs, receivedAt);
    return error;
}

HttpHeaders keyHeaders(const Credentials &credentials)
{
    HttpHeaders headers;
    const auto add = [&headers](const QByteArray &name, const QString &key) {
        if (!key.trimmed().isEmpty())
            headers.append({name, key.trimmed().toUtf8()});
    };
    add(QByteArrayLiteral("x-api-key"), credentials.key);
    add(QByteArrayLiteral("x-api-secret-key"), credentials.secret);
    return headers;
}

QList<QString> curlKeyHeaders()
{
    return {u"x-api-key: $REDISCLOUD_ACCESS_KEY"_s, u"x-api-secret-key: $REDISCLOUD_SECRET_KEY"_s};
}

Capabilities capabilitiesOfRedisCloud()
{
    Capabilities can;
    can.cancel = Ability::no(Words::tr("Redis Cloud cannot cancel a task. Undo it with the opposite operation, for example delete what was created."));
    can.cancelByFilter = can.cancel;
    can.deleteTasks = Ability::no(Words::tr("Redis Cloud removes tasks itself, 10 days after they were submitted."));
    can.batches = Ability::no(Words::tr("Redis Cloud works on one task at a time; there are no batches."));
    can.progress = Ability::no(Words::tr("Redis Cloud does not report progress."));
    can.parents = Ability::no(Words::tr("Tasks of Redis Cloud have no parents."));
    can.serverCounts = Ability::no(Words::tr("Redis Cloud does not count its tasks; it lists all of them at once."));
    can.rethrottle = Ability::no(Words::tr("Redis Cloud has no tasks whose speed could be changed."));
    can.followLinks = Ability::yes();
    can.waitTimes = false;
    can.labels = false;
    can.columns = {u"state"_s, u"id"_s, u"index"_s, u"type"_s, u"ran"_s, u"finished"_s, u"error"_s, u"description"_s, u"subscription"_s, u"database"_s};
    can.firstOrder = {{}, Qt::DescendingOrder}; // no column says when a task that is under way began
    can.columnTitles = {{u"index"_s, Words::tr("Resource")}, {u"type"_s, Words::tr("Operation")}};
    can.housekeeping = Housekeeping::ReadOnlyQueries;
    can.goneMeans = Words::tr("No longer listed by the service, which keeps tasks for 10 days.");
    can.keeps = Words::tr("Redis Cloud keeps tasks for 10 days. Older rows come from this computer.");
    return can;
}

} // namespace taskglass::rediscloud

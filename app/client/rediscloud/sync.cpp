// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/sync.h"

#include "app/client/rediscloud/requests.h"
#include "app/client/rediscloud/wire.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace taskglass::rediscloud {

namespace {

/// Between two lists, however often somebody asks for an update.
constexpr DurationNs kLeastPause = 2 * kNsPerSecond;

constexpr int kOpenMs = 5'000;
constexpr int kUnclearMs = 15'000;  ///< A status that we don't know may stay for ever.
constexpr int kStrainedMs = 20'000;
constexpr int kQuietMs = 60'000;

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RedisCloud)
};

} // namespace

RedisCloudSync::RedisCloudSync(std::shared_ptr<Service> service, std::shared_ptr<const Decoder> decoder)
    : m_service(std::move(service))
    , m_decoder(std::move(decoder))
{
}

void RedisCloudSync::beginRound(EpochNs now, bool)
{
    m_now = now;
    m_roundOver = false; // one under way serves as well
}

std::optional<HttpRequest> RedisCloudSync::next(EpochNs now)
{
    m_now = now;
    m_waitUntil = kNoTime;
    if (m_roundOver)
        return nextDetail(now);
    EpochNs at = m_service->quota.freeAt(now, Lane::Poll);
    if (m_listedAt != kNoTime && m_listedAt <= now) // a clock that was set back has no say
        at = std::max(at, m_listedAt + kLeastPause);
    if (at > now) {
        m_waitUntil = at;
        return {};
    }
    m_listedAt = now;
    m_detail.clear();
    m_inFlight = true;
    m_service->quota.spend(now);
    HttpRequest request = listTasks(m_service->prefix, Lane::Poll);
    request.serial = ++m_serial;
    return request;
}

std::optional<HttpRequest> RedisCloudSync::nextDetail(EpochNs now)
{
    const std::optional<QByteArray> id = m_service->ledger.takeWanted();
    if (!id)
        return {};
    if (const EpochNs at = m_service->quota.freeAt(now, Lane::Background); at > now) {
        m_service->ledger.wantAgain(*id);
        m_waitUntil = at;
        return {};
    }
    m_detail = *id;
    m_inFlight = true;
    m_service->quota.spend(now);
    HttpRequest request = getTask(m_service->prefix, *id, Lane::Background);
    request.serial = ++m_serial;
    return request;
}

void RedisCloudSync::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &given)
{
    if (!m_inFlight || request.serial != m_serial)
        return;
    m_inFlight = false;
    m_now = receivedAt;
    const Result<DecodedPtr> outcome = m_service->noted(given, receivedAt);
    if (!m_detail.isEmpty()) {
        absorbDetail(receivedAt, outcome);
        return;
    }
    m_roundOver = true;
    if (!outcome) {
        m_error = outcome.error();
        return;
    }
    const auto *list = dynamic_cast<const TaskList *>(outcome.value().get());
    Q_ASSERT(list);
    TaskUpdate update = m_service->ledger.absorbList(*list, receivedAt);
    if (update.page || !update.gone.isEmpty())
        m_update = std::move(update);
}

void RedisCloudSync::absorbDetail(EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    const QByteArray id = std::exchange(m_detail, {});
    if (outcome) {
        if (const auto *one = dynamic_cast<const TaskList *>(outcome.value().get())) {
            TaskUpdate update = m_service->ledger.absorbTask(*one, receivedAt);
            if (update.page)
                m_update = std::move(update);
        }
        return;
    }
    // Fresh tasks are not found for a while, and old ones no longer: the list goes on telling what it knows of them.
    if (outcome.error().kind == Error::Kind::NotFound || outcome.error().kind == Error::Kind::BadResponse)
        return;
    m_service->ledger.wantAgain(id);
    m_error = outcome.error();
}

SyncProgress RedisCloudSync::progress() const
{
    const Ledger &ledger = m_service->ledger;
    SyncProgress progress;
    progress.loaded = ledger.listed();
    progress.complete = ledger.hasList();
    progress.busy = ledger.open() + ledger.unclear() > 0;
    return progress;
}

std::pair<int, QString> RedisCloudSync::leastInterval() const
{
    const Ledger &ledger = m_service->ledger;
    switch (m_now == kNoTime ? Quota::Strain::None : m_service->quota.strain(m_now)) {
    case Quota::Strain::Spent:
        return {kQuietMs, Words::tr("The account's request limit is nearly used up, so nothing is asked until the minute is over.")};
    case Quota::Strain::Low:
        if (ledger.open() + ledger.unclear() > 0)
            return {kStrainedMs, Words::tr("Less than a quarter of the account's request limit is left, so Redis Cloud is asked less often.")};
        break;
    case Quota::Strain::None:
        break;
    }
    if (ledger.open() > 0 || !ledger.hasList())
        return {kOpenMs, Words::tr("All programs of the account share its request limit, so Redis Cloud is asked every 5 seconds at most.")};
    if (ledger.unclear() > 0)
        return {kUnclearMs, Words::tr("Only tasks with an unknown status are open, so Redis Cloud is asked every 15 seconds.")};
    return {kQuietMs, Words::tr("No task is under way, so Redis Cloud is asked once a minute.")};
}

std::optional<RequestBudget> RedisCloudSync::budget() const
{
    if (m_now == kNoTime)
        return {};
    return m_service->quota.budget(m_now);
}

} // namespace taskglass::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/account.h"

#include <QJsonArray>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

/// A clock that stands still until it is told.
class StandingClock final : public Clock
{
public:
    [[nodiscard]] EpochNs now() const override { return m_now.load(); }
    void pass(DurationNs time) { m_now.fetch_add(time); }

private:
    std::atomic<EpochNs> m_now {1'790'000'000LL * kNsPerSecond + 123'456'789}; // a day in September 2026
};

inline constexpr DurationNs kHour = 3600 * kNsPerSecond;
inline constexpr DurationNs kDay = 24 * kHour;

/// An account at the real pace, with a clock of its own and short words for what tests do with it.
struct AccountFixture
{
    explicit AccountFixture(quint32 seed = 1, const QString &dataDir = {})
    {
        AccountOptions options;
        options.pace = Pace::Real;
        options.seed = seed;
        options.dataDir = dataDir;
        options.clock = &clock;
        auto opened = Account::open(options);
        if (opened)
            account = opened.take();
        else
            openError = opened.error();
    }

    static QJsonObject databaseBody(const QString &name, double gb = 1)
    {
        return {{u"name"_s, name}, {u"datasetSizeInGb"_s, gb}};
    }

    static QJsonObject subscriptionBody(const QString &cidr = {}, const QString &region = u"eu-west-1"_s)
    {
        QJsonObject where {{u"region"_s, region}};
        if (!cidr.isEmpty())
            where[u"networking"_s] = QJsonObject {{u"deploymentCIDR"_s, cidr}};
        return {{u"name"_s, u"shop"_s},
                {u"cloudProviders"_s, QJsonArray {QJsonObject {{u"regions"_s, QJsonArray {where}}}}},
                {u"databases"_s, QJsonArray {databaseBody(u"first"_s)}}};
    }

    Task order(const Order &order) { return account->accept(order).value(); }

    Task look(const Task &task) { return account->task(task.id).value().value_or(Task()); }

    /// Orders, lets all the time pass that it and its resources need, and answers the final task.
    Task settle(const Order &wanted)
    {
        const Task task = order(wanted);
        clock.pass(2 * kHour);
        return look(task);
    }

    /// A subscription with one database, both active; their ids.
    std::pair<qint64, qint64> makeSubscription(const QString &cidr = {})
    {
        const Task task = settle({Command::SubscriptionCreate, 0, 0, 0, subscriptionBody(cidr)});
        const qint64 id = task.resourceId.value_or(0);
        const auto databases = account->databasesOf(id).value();
        return {id, databases.empty() ? 0 : databases.front().id};
    }

    Condition conditionOf(qint64 subscription)
    {
        const auto found = account->subscription(subscription).value();
        return found ? found->condition : Condition::Failed;
    }

    StandingClock clock;
    std::unique_ptr<Account> account;
    Error openError;
};

} // namespace taskglass::localqueue::account

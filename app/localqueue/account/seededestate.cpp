// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/seededestate.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

constexpr std::array kSubscriptionNames {"production-eu"_L1, "production-us"_L1, "analytics"_L1, "staging"_L1};
constexpr std::array kRegions {"eu-west-1"_L1, "us-east-1"_L1, "eu-central-1"_L1, "us-west-2"_L1};
constexpr std::array kDatabaseNames {"session-store"_L1, "checkout-cache"_L1, "rate-limits"_L1, "feature-flags"_L1,
                                     "product-search"_L1, "leaderboards"_L1, "carts"_L1, "geo-index"_L1, "job-queue"_L1,
                                     "price-cache"_L1, "inbox"_L1, "audit-stream"_L1};
constexpr std::pair<QLatin1StringView, QLatin1StringView> kRules[] {
    {"cache-reader"_L1, "+@read ~cache:*"_L1}, {"cache-writer"_L1, "+@read +@write ~cache:*"_L1},
    {"analytics-export"_L1, "+@read -@dangerous ~events:*"_L1}, {"operations"_L1, "+@all -flushall ~*"_L1}};

} // namespace

Failure SeededEstate::establish()
{
    const EpochNs made = m_now - 2 * kTaskWindow;
    std::size_t nextName = 0;
    for (std::size_t i = 0; i < kSubscriptionNames.size(); ++i) {
        const Result<qint64> id = store::nextId(m_database, store::Sequence::Subscription);
        if (!id)
            return id.error();
        const QJsonObject region {{u"region"_s, QString(kRegions[i])},
                                  {u"networking"_s, QJsonObject {{u"deploymentCIDR"_s, u"10.%1.0.0/24"_s.arg(i)}}}};
        const QJsonObject provider {{u"provider"_s, u"AWS"_s}, {u"cloudAccountId"_s, 1},
                                    {u"regions"_s, QJsonArray {region}}};
        const Subscription subscription {id.value(), kSubscriptionNames[i], Condition::Active, kNoTime,
                                         {{u"cloudProviders"_s, QJsonArray {provider}}}};
        if (const Failure failure = store::save(m_database, subscription))
            return failure;
        for (int copies = 3; copies > 0; --copies) {
            const Result<qint64> database = store::nextId(m_database, store::Sequence::Database);
            if (!database)
                return database.error();
            m_databases.push_back({subscription.id, database.value()});
            if (const Failure failure = keepDatabase(m_databases.back(), kDatabaseNames[nextName++], made))
                return failure;
        }
    }
    for (const auto &[name, acl] : kRules) {
        const Result<qint64> id = store::nextId(m_database, store::Sequence::Rule);
        if (!id)
            return id.error();
        if (const Failure failure =
                store::save(m_database, RedisRule {id.value(), name, acl, false, Condition::Active, kNoTime}))
            return failure;
        m_rules.push_back(id.value());
    }
    return {};
}

Failure SeededEstate::keepDatabase(const Address &address, const QString &name, EpochNs made)
{
    CloudDatabase record;
    record.id = address.id;
    record.subscription = address.subscription;
    record.name = name;
    record.condition = Condition::Active;
    record.spec = {{u"name"_s, record.name}, {u"protocol"_s, u"redis"_s},
                   {u"datasetSizeInGb"_s, static_cast<int>(1 + m_dice.below(8))}, {u"replication"_s, m_dice.below(2) == 0}};
    record.activatedAt = made;
    record.modifiedAt = m_now - qint64(m_dice.below(1000)) * kTaskWindow / 1000;
    record.usedBytes = qint64(m_dice.below(900)) * 1024 * 1024;
    return store::save(m_database, record);
}

Result<qint64> SeededEstate::makeDatabase(qint64 subscription)
{
    const Result<qint64> id = store::nextId(m_database, store::Sequence::Database);
    if (id)
        m_madeDatabases.push_back({subscription, id.value()});
    return id;
}

Result<qint64> SeededEstate::makeRule()
{
    const Result<qint64> id = store::nextId(m_database, store::Sequence::Rule);
    if (id)
        m_madeRules.push_back(id.value());
    return id;
}

SeededEstate::Address SeededEstate::takeMadeDatabase()
{
    const Address address = m_madeDatabases.back();
    m_madeDatabases.pop_back();
    return address;
}

qint64 SeededEstate::takeMadeRule()
{
    const qint64 id = m_madeRules.back();
    m_madeRules.pop_back();
    return id;
}

Failure SeededEstate::keepWhatIsLeft()
{
    for (const Address &address : m_madeDatabases) {
        if (const Failure failure = keepDatabase(address, u"trial-%1"_s.arg(address.id), m_now - kTaskWindow))
            return failure;
    }
    for (const qint64 id : m_madeRules) {
        const RedisRule rule {id, u"trial-%1"_s.arg(id), u"+@read ~trial:*"_s, false, Condition::Active, kNoTime};
        if (const Failure failure = store::save(m_database, rule))
            return failure;
    }
    return {};
}

} // namespace taskglass::localqueue::account

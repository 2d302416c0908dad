// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/feed.h"

#include <QJsonArray>
#include <QLoggingCategory>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

Q_LOGGING_CATEGORY(log, "taskglass.localqueue.account")

/// More open tasks than this and the next step is put off: a screenful shows the ended ones too.
constexpr qint64 kMostOpen = 8;
constexpr std::size_t kMostSubscriptions = 6;
constexpr std::size_t kMostDatabases = 5;
constexpr std::size_t kMostRules = 14;

const QStringList &stems()
{
    static const QStringList words {u"session-store"_s, u"cart"_s, u"rate-limits"_s, u"search-index"_s, u"leaderboard"_s,
                                    u"feature-flags"_s, u"job-queue"_s, u"price-cache"_s};
    return words;
}

} // namespace

int Ideas::pauseMs()
{
    return 800 + m_random.bounded(4200);
}

QString Ideas::fresh(const QString &stem)
{
    // The number keeps names apart within one run; a draw keeps them apart from those of an earlier one.
    return stem + u"-%1%2"_s.arg(++m_made).arg(m_random.bounded(90) + 10);
}

QJsonObject Ideas::databaseSpec()
{
    return {{u"name"_s, fresh(stems()[m_random.bounded(static_cast<int>(stems().size()))])},
            {u"protocol"_s, u"redis"_s},
            {u"datasetSizeInGb"_s, 1 + m_random.bounded(6)},
            {u"replication"_s, m_random.bounded(2) == 0},
            {u"dataPersistence"_s, u"aof-every-1-second"_s}};
}

Order Ideas::newSubscription(const QString &region, const QString &cidr)
{
    const QJsonObject where {{u"region"_s, region}, {u"networking"_s, QJsonObject {{u"deploymentCIDR"_s, cidr}}}};
    const QJsonObject provider {{u"provider"_s, u"AWS"_s}, {u"cloudAccountId"_s, 1}, {u"regions"_s, QJsonArray {where}}};
    return {Command::SubscriptionCreate, 0, 0, 0,
            {{u"name"_s, fresh(u"campaign"_s)}, {u"cloudProviders"_s, QJsonArray {provider}},
             {u"databases"_s, QJsonArray {databaseSpec()}}}};
}

Result<std::vector<Order>> Ideas::next(Account &account)
{
    const auto subscriptions = account.subscriptions();
    const auto rules = account.rules();
    if (!subscriptions || !rules)
        return subscriptions ? rules.error() : subscriptions.error();
    if (subscriptions.value().empty())
        return std::vector<Order> {newSubscription(u"eu-west-1"_s, u"10.0.0.0/24"_s)};
    // People mostly leave alone what is being changed.
    const auto count = static_cast<int>(subscriptions.value().size());
    const Subscription *chosen = nullptr;
    for (int glance = 0; glance < 3 && !(chosen && chosen->isActive()); ++glance)
        chosen = &subscriptions.value()[std::size_t(m_random.bounded(count))];
    const qint64 target = chosen->id;
    const auto databases = account.databasesOf(target);
    if (!databases)
        return databases.error();
    const int dice = m_random.bounded(100);
    if (dice < 68 && !databases.value().empty())
        return forDatabases(target, databases.value());
    return dice < 90 ? forRules(rules.value()) : forSubscriptions(subscriptions.value(), target);
}

std::vector<Order> Ideas::forDatabases(qint64 subscription, const std::vector<CloudDatabase> &databases)
{
    const qint64 chosen = databases[std::size_t(m_random.bounded(static_cast<int>(databases.size())))].id;
    const Order grow {Command::DatabaseUpdate, subscription, chosen, 0, {{u"datasetSizeInGb"_s, 2 + m_random.bounded(8)}}};
    const Order ask {Command::DatabaseImportStatus, subscription, chosen, 0, {}};
    const QString dump = u"s3://backups.example/%1.%2"_s.arg(fresh(u"nightly"_s), m_random.bounded(5) ? u"rdb"_s : u"bak"_s);
    Order import {Command::DatabaseImport, subscription, chosen, 0,
                  {{u"sourceType"_s, u"aws-s3"_s}, {u"importFromUri"_s, QJsonArray {dump}}}};
    const int dice = m_random.bounded(100);
    if (dice < 35)
        return {ask};
    if (dice < 55)
        return {grow};
    if (dice < 65) // two people at once: the second is refused
        return {grow, {Command::DatabaseUpdate, subscription, databases.front().id, 0, {{u"replication"_s, true}}}};
    if (dice < 80)
        return {import, ask, ask};
    if (dice < 86) { // a mistake in a script
        import.body["importFromUri"_L1] = QJsonArray {u"https://backups.example/nightly.rdb"_s};
        return {import};
    }
    if (dice < 94 && databases.size() < kMostDatabases)
        return {{Command::DatabaseCreate, subscription, 0, 0, databaseSpec()}};
    if (databases.size() > 1)
        return {{Command::DatabaseDelete, subscription, databases.back().id, 0, {}}};
    return {{Command::DatabaseUpdate, subscription, chosen + 1000, 0, {{u"replication"_s, true}}}}; // of no such database
}

std::vector<Order> Ideas::forRules(const std::vector<RedisRule> &rules)
{
    const RedisRule &last = rules.back();
    const int dice = m_random.bounded(100);
    const QString pattern = u"+@read +@write ~%1:*"_s.arg(stems()[m_random.bounded(static_cast<int>(stems().size()))]);
    const QJsonObject body {{u"name"_s, fresh(u"rule"_s)}, {u"redisRule"_s, pattern}};
    if (dice < 12)
        return {{Command::RuleCreate, 0, 0, 0, {{u"name"_s, fresh(u"rule"_s)}, {u"redisRule"_s, u"allow everything"_s}}}};
    if (dice < 18) // default rules cannot be deleted
        return {{Command::RuleDelete, 0, 0, rules.front().id, {}}};
    if (last.isDefault || (dice < 55 && rules.size() < kMostRules))
        return {{Command::RuleCreate, 0, 0, 0, body}};
    return dice < 80 ? std::vector<Order> {{Command::RuleUpdate, 0, 0, last.id, body}}
                     : std::vector<Order> {{Command::RuleDelete, 0, 0, last.id, {}}};
}

std::vector<Order> Ideas::forSubscriptions(const std::vector<Subscription> &subscriptions, qint64 target)
{
    const int dice = m_random.bounded(100);
    if (dice < 25)
        return {{Command::SubscriptionUpdate, target, 0, 0, {{u"name"_s, fresh(u"team"_s)}}}};
    if (dice < 40) // still has databases, mostly
        return {{Command::SubscriptionDelete, target, 0, 0, {}}};
    if (dice < 50)
        return {newSubscription(u"mars-north-1"_s, u"10.9.0.0/24"_s)};
    if (subscriptions.size() >= kMostSubscriptions)
        return {{Command::SubscriptionUpdate, target, 0, 0, {{u"name"_s, fresh(u"team"_s)}}}};
    // One in four takes a network that is taken: its provisioning fails although its task completes.
    const int net = m_random.bounded(4) == 0 ? 0 : 20 + m_random.bounded(200);
    return {newSubscription(u"eu-west-1"_s, u"10.%1.0.0/24"_s.arg(net))};
}

Feed::Feed(Account &account, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_ideas(seed)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Feed::step);
}

void Feed::start()
{
    step();
}

void Feed::step()
{
    m_timer.start(m_ideas.pauseMs());
    const auto open = m_account.openTasks();
    if (!open || open.value() > kMostOpen)
        return;
    const auto orders = m_ideas.next(m_account);
    if (!orders) {
        qCWarning(log).noquote() << "The demo's account cannot be read:" << orders.error().message;
        return;
    }
    for (const Order &order : orders.value()) {
        if (const auto task = m_account.accept(order); !task)
            qCWarning(log).noquote() << "An order of the demo was not accepted:" << task.error().message;
    }
}

} // namespace taskglass::localqueue::account

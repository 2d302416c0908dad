// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/account.h"

#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

namespace taskglass::localqueue::account {

/// What the people and programs of a demo's account do: it looks at how the account stands and orders something that
/// somebody might, failures included. The same for the same seed and account.
class Ideas
{
public:
    explicit Ideas(quint32 seed) : m_random(seed) { }

    /// The next orders, of one person: mostly one, sometimes a few at once.
    [[nodiscard]] Result<std::vector<Order>> next(Account &account);
    /// How long until the next ones, at a pace to watch.
    [[nodiscard]] int pauseMs();

private:
    [[nodiscard]] std::vector<Order> forDatabases(qint64 subscription, const std::vector<CloudDatabase> &databases);
    [[nodiscard]] std::vector<Order> forRules(const std::vector<RedisRule> &rules);
    [[nodiscard]] std::vector<Order> forSubscriptions(const std::vector<Subscription> &subscriptions, qint64 target);
    [[nodiscard]] Order newSubscription(const QString &region, const QString &cidr);
    [[nodiscard]] QJsonObject databaseSpec();
    [[nodiscard]] QString fresh(const QString &stem);

    QRandomGenerator m_random;
    int m_made = 0;
};

/// Feeds an account with Ideas, and holds back when more waits than a person could follow. Lives on the thread that made
/// it; its account must outlive it.
class Feed final : public QObject
{
    Q_OBJECT
public:
    Feed(Account &account, quint32 seed, QObject *parent = nullptr);
    void start();

private:
    void step();

    Account &m_account;
    Ideas m_ideas;
    QTimer m_timer;
};

} // namespace taskglass::localqueue::account

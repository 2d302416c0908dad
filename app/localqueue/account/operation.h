// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/store.h"
#include "app/localqueue/account/timing.h"

namespace taskglass::localqueue::account {

/// What a task's processing came to.
struct Outcome
{
    std::optional<TaskFault> fault;
    std::optional<qint64> resourceId;
    std::optional<qint64> additionalResourceId;
    QByteArray resource;     ///< JSON text.
    QByteArray resourcePath; ///< Below the API's root.

    /// A failure; nothing of the account has changed.
    [[nodiscard]] static Outcome failed(int status, const QString &type, const QString &description,
                                        const QString &additionalInfo = {});
};

/// Where and when a task is carried out.
struct Workplace
{
    Database &database;      ///< Within the caller's transaction.
    const Timing &timing;
    EpochNs now;
};

/// Does what \a task asks: checks it against the account as it is now, changes the account, starts what is provisioned
/// afterwards. An Error is trouble of the store; refusals of the service are outcomes.
[[nodiscard]] Result<Outcome> carryOut(const Workplace &place, const Task &task);

[[nodiscard]] Result<Outcome> carryOutSubscription(const Workplace &place, const Task &task);
[[nodiscard]] Result<Outcome> carryOutDatabase(const Workplace &place, const Task &task);
[[nodiscard]] Result<Outcome> carryOutImport(const Workplace &place, const Task &task);
[[nodiscard]] Result<Outcome> carryOutRule(const Workplace &place, const Task &task);

/// What is due at a resource happens: it becomes active, its import ends, it goes.
[[nodiscard]] Failure carryOutDue(Database &database, const store::Due &due);

// --- shared by several kinds of operations ---

/// Whether what could not be provisioned is good enough: only for deleting it.
enum class Accepts { Active, ActiveOrFailed };
/// Fills \a fault unless the subscription exists and is active.
[[nodiscard]] Result<std::optional<Subscription>> activeSubscription(const Workplace &place, qint64 id, Accepts accepts,
                                                                     std::optional<TaskFault> &fault);
/// Fills \a fault unless the database exists in that subscription and is active.
[[nodiscard]] Result<std::optional<CloudDatabase>> activeDatabase(const Workplace &place, const Order &order,
                                                                  Accepts accepts, std::optional<TaskFault> &fault);
/// Checks a database's name and sizes, as asked for in \a body. Empty: nothing wrong.
[[nodiscard]] std::optional<TaskFault> checkDatabaseSpec(const QJsonObject &body, bool nameIsRequired);
/// How many alike a description of a database asks for.
[[nodiscard]] int quantityOf(const QJsonObject &body);
/// What a dry run answers: the price of \a bodies' databases.
[[nodiscard]] QByteArray pricingOf(const std::vector<QJsonObject> &bodies);
[[nodiscard]] QByteArray subscriptionPath(qint64 id);
[[nodiscard]] QByteArray databasePath(qint64 subscription, qint64 id);

} // namespace taskglass::localqueue::account

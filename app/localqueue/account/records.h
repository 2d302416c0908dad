// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace taskglass::localqueue::account {

/// What a task does. The numbers are stored: only add at the end.
enum class Command {
    SubscriptionCreate,
    SubscriptionUpdate,
    SubscriptionDelete,
    DatabaseCreate,
    DatabaseUpdate,
    DatabaseDelete,
    DatabaseImport,
    DatabaseImportStatus, ///< A question that is itself a task; changes nothing.
    RuleCreate,
    RuleUpdate,
    RuleDelete
};

/// How far a task is: what the service calls its status. The numbers are stored.
enum class Stage {
    Received,    ///< Waits for its turn.
    Initialized, ///< Picked up, nothing done yet; many tasks skip it.
    Processing,
    Completed,   ///< Final. What was asked for may still be provisioned.
    Failed       ///< Final.
};

[[nodiscard]] constexpr bool isFinal(Stage stage)
{
    return stage == Stage::Completed || stage == Stage::Failed;
}

/// The state of a subscription, a database or a rule, which is another thing than its task's. The numbers are stored.
enum class Condition {
    Pending,  ///< Being made.
    Active,
    Changing, ///< In use, while a change is carried out.
    Deleting,
    Failed    ///< Provisioning failed; it can only be deleted.
};

/// Why a task failed: the service's own code, a sentence of ours.
struct TaskFault
{
    QString type;           ///< "SUBSCRIPTION_NOT_ACTIVE".
    int status = 0;         ///< As an HTTP status, 403 for instance.
    QString description;
    QString additionalInfo; ///< "redis-acl-wrong-acl-rule-pattern"; mostly empty.

    bool operator==(const TaskFault &) const = default;
};

/// What somebody asks the account to do. Ids that the command does not need stay 0.
struct Order
{
    Command command = Command::RuleCreate;
    qint64 subscription = 0;
    qint64 database = 0;
    qint64 rule = 0;
    QJsonObject body;       ///< As sent.
};

struct Task
{
    qint64 number = 0;              ///< Counts up with acceptance; inside only.
    QString id;                     ///< A UUID without braces.
    Order order;
    Stage stage = Stage::Received;
    EpochNs receivedAt = 0;
    EpochNs changedAt = 0;          ///< Of the stage, cut to as many digits as the service happened to write.
    EpochNs due = kNoTime;          ///< When the stage ends at the earliest; none when final.
    EpochNs endedAt = kNoTime;
    std::optional<qint64> resourceId;
    std::optional<qint64> additionalResourceId; ///< Of import tasks: the subscription.
    QByteArray resource;            ///< JSON of an answer or a dry run; empty for none.
    QByteArray resourcePath;        ///< "/subscriptions/7", below the API's root; empty for none.
    std::optional<TaskFault> fault; ///< Exactly when Failed.
};

struct Subscription
{
    qint64 id = 0;
    QString name;
    Condition condition = Condition::Pending;
    EpochNs due = kNoTime;          ///< When the condition passes; none for Active and Failed.
    QJsonObject spec;               ///< The create request with later changes, without its databases.

    [[nodiscard]] bool isActive() const { return condition == Condition::Active; }
};

/// The latest import into a database.
struct Import
{
    enum class State { None, Running, Succeeded, Failed }; // the numbers are stored
    State state = State::None;
    EpochNs due = kNoTime;          ///< While running.
    EpochNs endedAt = kNoTime;
    QString source;                 ///< Its first URI.
    qint64 bytes = 0;               ///< What the source holds.
    QString failureReason;
};

struct CloudDatabase
{
    qint64 id = 0;
    qint64 subscription = 0;
    QString name;
    Condition condition = Condition::Pending;
    EpochNs due = kNoTime;
    QJsonObject spec;               ///< The create request with later changes.
    EpochNs activatedAt = kNoTime;
    EpochNs modifiedAt = kNoTime;
    qint64 usedBytes = 0;
    Import import;

    [[nodiscard]] bool isActive() const { return condition == Condition::Active; }
    /// The bound on its data in bytes.
    [[nodiscard]] qint64 limitBytes() const;
};

struct RedisRule
{
    qint64 id = 0;
    QString name;
    QString acl;                    ///< "+@read ~cache:*".
    bool isDefault = false;         ///< Given with the account; cannot be changed.
    Condition condition = Condition::Active;
    EpochNs due = kNoTime;
};

struct AccountInfo
{
    qint64 id = 0;
    QString name;
    EpochNs createdAt = 0;
};

/// "databaseImportStatusRequest".
[[nodiscard]] QByteArray wordFor(Command command);
/// "processing-in-progress".
[[nodiscard]] QByteArray wordFor(Stage stage);
/// "active-change-pending"; subscriptions and rules, which have no such word, are "pending" while they change.
[[nodiscard]] QByteArray wordForDatabase(Condition condition);
[[nodiscard]] QByteArray wordForOther(Condition condition);
/// "404 NOT_FOUND".
[[nodiscard]] QByteArray statusText(int status);

} // namespace taskglass::localqueue::account

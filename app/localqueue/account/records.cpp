// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/records.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

constexpr double kBytesPerGb = 1024.0 * 1024.0 * 1024.0;

} // namespace

qint64 CloudDatabase::limitBytes() const
{
    // The older name counts replicas, too; here it is taken for the same.
    const QJsonValue size = spec.contains("datasetSizeInGb"_L1) ? spec["datasetSizeInGb"_L1] : spec["memoryLimitInGb"_L1];
    return qint64(size.toDouble(1) * kBytesPerGb);
}

QByteArray wordFor(Command command)
{
    switch (command) {
    case Command::SubscriptionCreate: return "subscriptionCreateRequest"_ba;
    case Command::SubscriptionUpdate: return "subscriptionUpdateRequest"_ba;
    case Command::SubscriptionDelete: return "subscriptionDeleteRequest"_ba;
    case Command::DatabaseCreate: return "databaseCreateRequest"_ba;
    case Command::DatabaseUpdate: return "databaseUpdateRequest"_ba;
    case Command::DatabaseDelete: return "databaseDeleteRequest"_ba;
    case Command::DatabaseImport: return "databaseImportRequest"_ba;
    case Command::DatabaseImportStatus: return "databaseImportStatusRequest"_ba;
    case Command::RuleCreate: return "aclRedisRuleCreateRequest"_ba;
    case Command::RuleUpdate: return "aclRedisRuleUpdateRequest"_ba;
    case Command::RuleDelete: return "aclRedisRuleDeleteRequest"_ba;
    }
    return {};
}

QByteArray wordFor(Stage stage)
{
    switch (stage) {
    case Stage::Received: return "received"_ba;
    case Stage::Initialized: return "initialized"_ba;
    case Stage::Processing: return "processing-in-progress"_ba;
    case Stage::Completed: return "processing-completed"_ba;
    case Stage::Failed: return "processing-error"_ba;
    }
    return {};
}

QByteArray wordForDatabase(Condition condition)
{
    return condition == Condition::Changing ? "active-change-pending"_ba : wordForOther(condition);
}

QByteArray wordForOther(Condition condition)
{
    switch (condition) {
    case Condition::Pending:
    case Condition::Changing: return "pending"_ba;
    case Condition::Active: return "active"_ba;
    case Condition::Deleting: return "deleting"_ba;
    case Condition::Failed: return "error"_ba;
    }
    return {};
}

QByteArray statusText(int status)
{
    const QByteArray number = QByteArray::number(status);
    switch (status) {
    case 400: return number + " BAD_REQUEST"_ba;
    case 403: return number + " FORBIDDEN"_ba;
    case 404: return number + " NOT_FOUND"_ba;
    case 409: return number + " CONFLICT"_ba;
    case 429: return number + " TOO_MANY_REQUESTS"_ba;
    default: return number + " INTERNAL_SERVER_ERROR"_ba;
    }
}

} // namespace taskglass::localqueue::account

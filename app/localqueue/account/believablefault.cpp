// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/believablefault.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

TaskFault believableFault(const Order &order)
{
    switch (order.command) {
    case Command::RuleCreate:
    case Command::RuleUpdate:
        return {u"ACL_REDIS_RULE_PATTERN_NOT_VALID"_s, 400, u"The pattern is not valid."_s,
                u"redis-acl-wrong-acl-rule-pattern"_s};
    case Command::RuleDelete:
        return {u"ACL_REDIS_RULE_NOT_FOUND"_s, 404, u"There is no such rule in this account."_s, {}};
    case Command::DatabaseImport:
        return {u"DATABASE_IMPORT_S3_BAD_URI"_s, 400, u"That is no URI of a bucket."_s, {}};
    case Command::SubscriptionCreate:
        return {u"GENERAL_ERROR"_s, 500, u"The request could not be carried out."_s,
                u"cloud-provider-instance-limit-exceeded"_s};
    case Command::SubscriptionUpdate:
    case Command::SubscriptionDelete:
    case Command::DatabaseCreate:
    case Command::DatabaseUpdate:
    case Command::DatabaseDelete:
    case Command::DatabaseImportStatus: break;
    }
    return {u"SUBSCRIPTION_NOT_ACTIVE"_s, 403,
            u"Subscription %1 is not active: wait until its present change has been carried out."_s.arg(order.subscription),
            {}};
}

} // namespace taskglass::localqueue::account

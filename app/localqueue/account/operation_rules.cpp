// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

const QByteArray kRulesPath = QByteArrayLiteral("/acl/redisRules");

/// Commands begin with + or -, categories with +@ or -@, keys with ~ (or %R~ and the like), channels with &.
bool isValidPattern(const QString &acl)
{
    const QStringList words = acl.split(u' ', Qt::SkipEmptyParts);
    const bool startsWell = acl.startsWith(u'+') || acl.startsWith(u'-');
    return startsWell && std::all_of(words.begin(), words.end(), [](const QString &word) {
        return word.size() > 1 && u"+-~&%"_s.contains(word.front());
    });
}

std::optional<TaskFault> checkBody(const QJsonObject &body, bool isNew)
{
    if (isNew && body["name"_L1].toString().isEmpty())
        return TaskFault {u"ACL_REDIS_RULE_NAME_IS_MISSING"_s, 400, u"A rule needs a name."_s, {}};
    if (isNew && !body.contains("redisRule"_L1))
        return TaskFault {u"ACL_REDIS_RULE_PATTERN_IS_MISSING"_s, 400, u"A rule needs a pattern."_s, {}};
    if (body.contains("redisRule"_L1) && !isValidPattern(body["redisRule"_L1].toString())) {
        return TaskFault {u"ACL_REDIS_RULE_PATTERN_NOT_VALID"_s, 400,
                          u"The pattern is not valid: commands begin with + or -, categories with +@ or -@, keys with ~."_s,
                          u"redis-acl-wrong-acl-rule-pattern"_s};
    }
    return std::nullopt;
}

Result<std::optional<TaskFault>> checkNameIsFree(const Workplace &place, const QString &name, qint64 exceptId)
{
    const auto rules = store::rules(place.database);
    if (!rules)
        return rules.error();
    const bool taken = std::any_of(rules.value().begin(), rules.value().end(), [&](const RedisRule &other) {
        return other.id != exceptId && other.name == name;
    });
    return taken ? std::optional(TaskFault {u"ACL_REDIS_RULE_NAME_ALREADY_EXISTS"_s, 409,
                                            u"There is a rule “%1” already."_s.arg(name), {}})
                 : std::nullopt;
}

std::optional<TaskFault> checkTarget(const std::optional<RedisRule> &rule, Command command)
{
    if (!rule)
        return TaskFault {u"ACL_REDIS_RULE_NOT_FOUND"_s, 404, u"There is no such rule in this account."_s, {}};
    if (rule->isDefault) {
        return command == Command::RuleUpdate
            ? TaskFault {u"ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT"_s, 403, u"A default rule cannot be changed."_s, {}}
            : TaskFault {u"ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT"_s, 403, u"A default rule cannot be deleted."_s, {}};
    }
    if (rule->condition != Condition::Active) {
        return TaskFault {u"ACL_REDIS_RULE_NOT_ACTIVE"_s, 403,
                          u"The rule is not active: wait until its present change has been carried out."_s, {}};
    }
    return std::nullopt;
}

} // namespace

Result<Outcome> carryOutRule(const Workplace &place, const Task &task)
{
    const Order &order = task.order;
    RedisRule rule;
    if (order.command != Command::RuleCreate) {
        const auto found = store::rule(place.database, order.rule);
        if (!found)
            return found.error();
        if (auto fault = checkTarget(found.value(), order.command))
            return Outcome {fault, {}, {}, {}, {}};
        rule = *found.value();
    }
    rule.due = place.now + place.timing.provisioning(task.number, order.command);
    if (order.command == Command::RuleDelete) {
        rule.condition = Condition::Deleting;
        if (const Failure failure = store::save(place.database, rule))
            return *failure;
        return Outcome {{}, rule.id, {}, {}, {}};
    }
    if (auto fault = checkBody(order.body, order.command == Command::RuleCreate))
        return Outcome {fault, {}, {}, {}, {}};
    rule.name = order.body["name"_L1].toString(rule.name);
    rule.acl = order.body["redisRule"_L1].toString(rule.acl);
    const auto taken = checkNameIsFree(place, rule.name, rule.id);
    if (!taken)
        return taken.error();
    if (taken.value())
        return Outcome {taken.value(), {}, {}, {}, {}};
    if (order.command == Command::RuleCreate) {
        const Result<qint64> id = store::nextId(place.database, store::Sequence::Rule);
        if (!id)
            return id.error();
        rule.id = id.value();
    }
    rule.condition = Condition::Pending;
    if (const Failure failure = store::save(place.database, rule))
        return *failure;
    return Outcome {{}, rule.id, {}, {}, kRulesPath};
}

} // namespace taskglass::localqueue::account

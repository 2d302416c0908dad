// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/routes.h"
#include "app/localqueue/jsontext.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

using account::Command;

HttpResponse list(Call &call)
{
    const auto rules = call.account.rules();
    if (!rules)
        return storeTrouble(call, rules.error());
    QByteArrayList items;
    for (const account::RedisRule &rule : rules.value()) {
        items.append(JsonObjectText()
                         .integer("id", rule.id)
                         .string("name", rule.name)
                         .string("acl", rule.acl)
                         .boolean("isDefault", rule.isDefault)
                         .string("status", wordForOther(rule.condition))
                         .text());
    }
    return json(200, JsonObjectText()
                         .integer("accountId", call.account.info().id)
                         .raw("redisRules", jsonArray(items))
                         .raw("links", selfLink(call.options, "/acl/redisRules"_ba))
                         .text());
}

HttpResponse create(Call &call)
{
    return order(call, {Command::RuleCreate, 0, 0, 0, {}}, true);
}

HttpResponse update(Call &call)
{
    return order(call, {Command::RuleUpdate, 0, 0, call.id(0), {}}, true);
}

HttpResponse remove(Call &call)
{
    return order(call, {Command::RuleDelete, 0, 0, call.id(0), {}}, false);
}

constexpr Route kRoutes[] {
    {"GET", "/v1/acl/redisRules", list},
    {"POST", "/v1/acl/redisRules", create},
    {"PUT", "/v1/acl/redisRules/:rule", update},
    {"DELETE", "/v1/acl/redisRules/:rule", remove},
};

} // namespace

std::span<const Route> ruleRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::rediscloud

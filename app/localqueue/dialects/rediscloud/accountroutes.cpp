// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/routes.h"
#include "app/localqueue/jsontext.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

/// Who is asking: what "test connection" asks for.
HttpResponse whoAmI(Call &call)
{
    const account::AccountInfo &info = call.account.info();
    const QByteArray created = formatRfc3339(info.createdAt - info.createdAt % kNsPerSecond);
    const QByteArray key = JsonObjectText()
                               .string("name", "local-key")
                               .integer("accountId", info.id)
                               .string("accountName", info.name)
                               .raw("allowedSourceIps", R"(["0.0.0.0/0"])")
                               .string("createdTimestamp", created)
                               .raw("owner", JsonObjectText()
                                                 .string("name", "Local Owner")
                                                 .string("email", "owner@example.invalid")
                                                 .text())
                               .string("httpSourceIp", "127.0.0.1")
                               .text();
    const QByteArray account = JsonObjectText()
                                   .integer("id", info.id)
                                   .string("name", info.name)
                                   .string("createdTimestamp", created)
                                   .string("updatedTimestamp", created)
                                   .raw("key", key)
                                   .text();
    return json(200, JsonObjectText().raw("account", account).raw("links", selfLink(call.options, "/"_ba)).text());
}

constexpr Route kRoutes[] {
    {"GET", "/v1", whoAmI},
};

} // namespace

std::span<const Route> accountRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/account.h"
#include "app/localqueue/dialects/rediscloud/keys.h"
#include "app/localqueue/dialects/rediscloud/oddity.h"
#include "app/localqueue/http.h"

#include <QList>

#include <memory>
#include <vector>

namespace taskglass::localqueue::rediscloud {

struct DialectOptions
{
    /// Where answers say that things are found: scheme, host, port and the API's root, "http://127.0.0.1:7700/v1".
    QByteArray root;
    /// Empty: any two keys will do.
    std::vector<KeyPair> keys;
    /// Requests a minute and account key; 0: no bound.
    int quotaPerMinute = 400;
    QList<Oddity> oddities;
    qint64 payloadLimit = 100 * 1024 * 1024;
    const Clock *clock = nullptr;       ///< For quota and stamps; null: the system's.

    [[nodiscard]] bool has(Oddity oddity) const { return oddities.contains(oddity); }
};

/// Redis Cloud's HTTP interface over an account: a function from request to answer. Lives on one thread.
class Dialect
{
public:
    /// \a account must outlive the dialect.
    Dialect(account::Account &account, DialectOptions options);
    ~Dialect();

    /// Counts against the quota, checks the keys, routes, answers, in this order, as the service's front does. Every
    /// answer says how much of the quota is left.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request);
    /// Other keys count from the next request on.
    void setKeys(std::vector<KeyPair> keys);
    /// What a fault rule's status looks like here, retry headers included.
    [[nodiscard]] HttpResponse faultAnswer(const HttpRequest &request, int status) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass::localqueue::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/rediscloud/dialect.h"

#include <QJsonObject>

#include <span>

namespace taskglass::localqueue::rediscloud {

/// What a handler works with, for one request.
struct Call
{
    account::Account &account;
    const DialectOptions &options;
    const HttpRequest &request;
    QByteArrayList arguments;  ///< What stood at the pattern's placeholders, decoded, in order.
    EpochNs now = 0;

    /// The number at a placeholder; -1, which no id is, for anything else.
    [[nodiscard]] qint64 id(int position) const;
};

struct Route
{
    QByteArrayView method;
    QByteArrayView pattern;    ///< "/v1/tasks/:task".
    HttpResponse (*handler)(Call &call);
};

[[nodiscard]] std::span<const Route> accountRoutes();
[[nodiscard]] std::span<const Route> taskRoutes();
[[nodiscard]] std::span<const Route> subscriptionRoutes();
[[nodiscard]] std::span<const Route> databaseRoutes();
[[nodiscard]] std::span<const Route> ruleRoutes();

// --- what several handlers need ---

/// Registers the order with the request's body and answers the receipt; 400 when \a wantsBody and the body is no object.
[[nodiscard]] HttpResponse order(Call &call, account::Order order, bool wantsBody);

/// `{"timestamp","status","error","message","path"}`: how the service tells what is wrong with a request.
[[nodiscard]] HttpResponse problem(const HttpRequest &request, int status, const QString &message, EpochNs now);
/// 500 of an Error of the store.
[[nodiscard]] HttpResponse storeTrouble(const Call &call, const Error &error);
[[nodiscard]] HttpResponse json(int status, QByteArray body);
/// A value's JSON as it is, for members that are passed through.
[[nodiscard]] QByteArray jsonOf(const QJsonValue &value);
/// `[{"rel":…,"href":…,"type":"GET"}]` of \a path below the root.
[[nodiscard]] QByteArray selfLink(const DialectOptions &options, const QByteArray &path);

} // namespace taskglass::localqueue::rediscloud

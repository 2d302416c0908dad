// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apierror.h"
#include "app/localqueue/dialects/meilisearch/dialect.h"
#include "app/localqueue/dialects/meilisearch/keyring.h"
#include "app/localqueue/jsontext.h"

#include <QJsonObject>
#include <QJsonValue>

#include <span>

namespace taskglass::localqueue::meilisearch {

/// What a handler works with, for one request.
struct Call
{
    Engine &engine;
    const DialectOptions &options;
    KeyRing &keys;
    /// Switches of /experimental-features, by name; kept in memory.
    QJsonObject &features;
    const Clock &clock;
    const HttpRequest &request;
    QByteArrayList arguments; ///< What stood at the pattern's `:index` and `:id`, decoded, in order.
    Access access;

    [[nodiscard]] ApiVersion api() const { return options.api; }
    [[nodiscard]] QString argument(int position) const { return QString::fromUtf8(arguments.at(position)); }
};

/// One route. The first release that has it is \a since, the first that has it no more \a until.
struct Route
{
    QByteArrayView method;
    QByteArrayView pattern;          ///< "/indexes/:index/documents/:id"; `:index` is checked against the key's indexes.
    QByteArrayView action;           ///< What a key must allow; empty: no key needed.
    HttpResponse (*handler)(Call &call);
    ApiVersion since {0, 25};
    ApiVersion until {1'000, 0};
};

[[nodiscard]] std::span<const Route> taskRoutes();
[[nodiscard]] std::span<const Route> documentRoutes();
[[nodiscard]] std::span<const Route> indexRoutes();
[[nodiscard]] std::span<const Route> settingsRoutes();
[[nodiscard]] std::span<const Route> serverRoutes();
[[nodiscard]] std::span<const Route> keyRoutes();

// --- what several handlers need ---

/// Registers \a work and answers its summary.
[[nodiscard]] HttpResponse enqueued(Call &call, NewTask task, int status = 202);

/// The body after any gzip; errors: payload_too_large.
[[nodiscard]] Result<QByteArray> plainBody(const Call &call);
/// The body as an object or array; errors: payload_too_large, missing_content_type, invalid_content_type,
/// missing_payload, malformed_payload.
[[nodiscard]] Result<QJsonValue> jsonBody(const Call &call);

/// Refuses query parameters or body fields outside \a accepted; \a what is "parameter" or "field". Only where the
/// release does.
[[nodiscard]] std::optional<Error> refuseUnknown(const Call &call, const QStringList &given, const QStringList &accepted,
                                                 const QString &what);

/// Value of a query parameter, the last when repeated; empty when absent.
[[nodiscard]] std::optional<QString> queryValue(const Call &call, QByteArrayView name);

struct Paging
{
    qint64 offset = 0;
    qint64 limit = 20;
};
/// `offset` and `limit`; \a codeOf makes the error's code of the parameter's name ("invalid_index_%1").
[[nodiscard]] Result<Paging> paging(const Call &call, const QString &codePattern);

/// The newest \a limit tasks.
[[nodiscard]] inline PageRequest firstPage(quint32 limit)
{
    PageRequest page;
    page.limit = limit;
    return page;
}

/// A whole number ≥ 0 of a JSON value; empty for anything else.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &value);

/// `{"results":[…],"offset":…,"limit":…,"total":…}`; a bare array before 0.28 when \a bareBefore28.
[[nodiscard]] QByteArray pageJson(const Call &call, const QByteArrayList &results, const Paging &paging, qint64 total,
                                  bool bareBefore28);

} // namespace taskglass::localqueue::meilisearch

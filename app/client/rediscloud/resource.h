// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace taskglass::rediscloud {

/// What a task works on, as far as its link and its numbers tell. Ids are digits; empty when not known.
struct Resource
{
    QString text;          ///< "database 51999001 in subscription 120045"; in the service's words, hence English.
    QString subscription;
    QString database;
    bool operator==(const Resource &) const = default;
};

/// What a task says of its resource.
struct ResourceHints
{
    QString type;                     ///< The command type.
    QString address;                  ///< `href` of the link "resource"; empty when there is none.
    std::optional<qint64> id;         ///< `response.resourceId`.
    std::optional<qint64> additional; ///< `response.additionalResourceId`: the parent, where there is one.
};

/// The link says it best. Without one (deletions, failures) the ids say it where the type tells what they are of: queries
/// may give the parent's id, so a query's id alone is called a resource and nothing more.
[[nodiscard]] Resource resourceFrom(const ResourceHints &hints);

} // namespace taskglass::rediscloud

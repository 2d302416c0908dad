// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/apiversion.h"
#include "app/localqueue/engine/query.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace taskglass::localqueue::meilisearch {

/// Which route's parameters are read: lists may page and turn round, cancel and delete may not.
enum class ParameterSet { List, Command };

struct TaskParameters
{
    TaskQuery query;
    PageRequest page;
    /// Whether anything counts as a filter. An empty value does, and so does `*` from 1.0 on: without one, cancel and
    /// delete are refused.
    bool hasFilter = false;
};

/// Reads a query string as the release \a api would. Values of a repeated parameter: the last one wins.
/// Errors: one code per parameter from 1.0 on, bad_request for names that this release does not know. \a lenient ignores
/// unknown names of lists; never those of commands, where a misspelt filter would hit everything.
[[nodiscard]] Result<TaskParameters> parseTaskParameters(QByteArrayView query, ParameterSet set, ApiVersion api,
                                                         bool lenient = false);

/// The names that this release takes, in the order its error message lists them.
[[nodiscard]] QStringList taskParameterNames(ParameterSet set, ApiVersion api);
/// The task types that this release knows, in the order its error message lists them.
[[nodiscard]] QStringList taskTypeNames(ApiVersion api);
/// The kinds of this queue that such a release can name; others stay hidden from it.
[[nodiscard]] QList<TaskKind> knownKinds(ApiVersion api);

/// "`a`, `b`": each of \a names between backquotes.
[[nodiscard]] QString quotedList(const QStringList &names);
/// "did you mean `types`? " when \a name is a slip of one of \a accepted (about one slip in five letters), else nothing.
[[nodiscard]] QString didYouMean(QStringView name, const QStringList &accepted);
/// "Unknown parameter `foo`: did you mean … expected one of …", bad_request.
[[nodiscard]] Error unknownParameter(const QString &name, const QStringList &accepted);

/// A number of 32 bits, digits only; empty for anything else.
[[nodiscard]] std::optional<quint32> unsignedNumber(QStringView text);
/// A uid in a path: 32 bits, digits only. \a what begins the sentence ("Task" or "Batch").
[[nodiscard]] Result<quint32> parsePathUid(const QByteArray &text, const QString &what, ApiVersion api);

} // namespace taskglass::localqueue::meilisearch

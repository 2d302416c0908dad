// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/dialect.h"
#include "app/client/meilisearch/requests.h"
#include "models/domain/command.h"
#include "models/domain/result.h"
#include "models/domain/taskfilter.h"

#include <map>
#include <optional>

namespace taskglass::meilisearch {

/// A filter in the terms of the query string. The one translation: preview, command and cURL text all come from here.
class FilterQuery
{
public:
    /// The clauses of \a filter, or Error::Unsupported with the reason why the server cannot be asked that. Ages are
    /// counted back from \a now, which should be the server's time.
    [[nodiscard]] static Result<FilterQuery> from(const TaskFilter &filter, const Dialect &dialect, EpochNs now);

    /// Only tasks that the command can do something to: open ones for a cancel, ended ones for a deletion.
    void restrictTo(CommandKind kind);
    /// Only tasks enqueued before \a time: what came after the preview is never hit.
    void pin(EpochNs time);

    /// No task can match: two clauses exclude each other. Must not be sent, as an empty list is no list.
    [[nodiscard]] bool matchesNothing() const { return m_nothing; }
    /// True when nothing restricts the query: never becomes a command.
    [[nodiscard]] bool isEmpty() const { return m_lists.empty() && m_dates.empty(); }
    /// The parameters, in a fixed order.
    [[nodiscard]] Query query() const;

private:
    struct Bounds
    {
        std::optional<EpochNs> after;  // both exclusive, as the server compares
        std::optional<EpochNs> before;
    };

    void require(const QByteArray &parameter, const QList<QByteArray> &anyOf);
    void bound(const QByteArray &field, std::optional<EpochNs> after, std::optional<EpochNs> before);
    [[nodiscard]] std::optional<Error> add(const FilterClause &clause, const Dialect &dialect, EpochNs now);
    [[nodiscard]] std::optional<Error> addStatus(const FilterClause &clause, const Dialect &dialect);
    [[nodiscard]] std::optional<Error> addTypes(const FilterClause &clause, const Dialect &dialect);
    [[nodiscard]] std::optional<Error> addIndexes(const FilterClause &clause, const Dialect &dialect);
    [[nodiscard]] std::optional<Error> addNumbers(const QByteArray &parameter, const FilterClause &clause);
    void addDates(const QByteArray &field, const FilterClause &clause, EpochNs now);

    std::map<QByteArray, QList<QByteArray>> m_lists;
    std::map<QByteArray, Bounds> m_dates;
    bool m_nothing = false;
};

/// \a filter with ages replaced by the moments they mean at \a now, so that it means the same for ever.
[[nodiscard]] TaskFilter fixedAt(const TaskFilter &filter, EpochNs now);

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskstate.h"
#include "models/domain/time.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace taskglass {

/// What a clause looks at. The words are those of the filter bar: status, type, index, id, enqueued, started, finished,
/// waited, ran, error, label, batch, canceledBy, node, parent, description, subscription, database; Text is free text over all of them.
enum class FilterField : quint8 {
    Text, Status, Type, Index, Id, Enqueued, Started, Finished, Waited, Ran, Error, Label, Batch, CanceledBy, Node, Parent,
    Description, Subscription, Database
};
[[nodiscard]] QString wordFor(FilterField field);
inline constexpr int kFilterFieldCount = 19;
/// The opposite of wordFor(), case-insensitive; knows the other words too: action, dur, state, target, uid.
[[nodiscard]] std::optional<FilterField> filterFieldFromWord(QStringView word);
/// Id, times and durations: fields that `<`, `>` and `..` compare.
[[nodiscard]] bool hasBounds(FilterField field);
/// Times: bounds are ages or stamps.
[[nodiscard]] bool isTime(FilterField field);
/// Error, Label, Description: their values are substrings. Of descriptions the beginning is looked at, see kDescriptionKept.
[[nodiscard]] bool looksForParts(FilterField field);
/// "mov*" matches every value that begins so, "*" every task that has a value. For all fields but Text and
/// those that look for parts anyway; there only "*" alone is one. Servers mostly cannot say it.
[[nodiscard]] bool isPattern(FilterField field, QStringView value);

/// One test on one field. `field:a,b` is Any with two values; `field>x`, `field<x`, `field:x..y` are bounds.
struct FilterClause
{
    FilterField field = FilterField::Text;
    QList<QString> values;        ///< OR. Status: state words or the server's own words; Text and those that look for parts: substrings.
    /// Exclusive bounds for numbers and durations (ns), both inclusive for `x..y` ranges; empty: open at that side.
    /// Enqueued, Started, Finished: for ages ("enqueued>2h") a duration before now; for stamps an EpochNs.
    std::optional<qint64> low;
    std::optional<qint64> high;
    bool boundsInclusive = false;
    bool boundsAreAges = false;   ///< low/high are "that long ago": compared with now − time.
    bool operator==(const FilterClause &) const = default;
};

/// A tree of clauses. All matches every task (the empty filter).
struct FilterNode
{
    enum class Kind : quint8 { All, Clause, And, Or, Not };
    Kind kind = Kind::All;
    FilterClause clause;               ///< Kind::Clause only.
    std::vector<FilterNode> children;  ///< And, Or: two or more; Not: one.
    bool operator==(const FilterNode &) const = default;
};

/// Why a filter text is not one, and where.
struct FilterError
{
    QString message;   ///< One translated sentence.
    int position = 0;  ///< 0-based, in UTF-16 units of the text.
    int length = 1;
};

/// The one filter value: it renders the list, the counts, the preview, the cancel request, the cURL text and the audit
/// entry. Immutable; equal when they mean the same text.
class TaskFilter
{
public:
    /// The empty filter: shows everything, and can never become a command.
    TaskFilter() = default;

    struct Parsed;
    /// Reads the language of the filter bar. Never throws; text after the first error is not looked at.
    [[nodiscard]] static Parsed parse(const QString &text);
    /// Clauses that must all match, for code that builds filters (chips, `.` on a cell).
    [[nodiscard]] static TaskFilter fromClauses(const QList<FilterClause> &clauses);

    [[nodiscard]] bool isEmpty() const { return m_root.kind == FilterNode::Kind::All; }
    /// Text that parses back to this filter; the user's own text when it came from parse().
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] const FilterNode &root() const { return m_root; }
    /// The clauses, when they are a plain conjunction without negation, as most servers' query strings can say it;
    /// empty optional otherwise.
    [[nodiscard]] std::optional<QList<FilterClause>> conjunction() const;
    /// Both must match.
    [[nodiscard]] TaskFilter operator&(const TaskFilter &other) const;
    bool operator==(const TaskFilter &other) const { return m_root == other.m_root; }

private:
    FilterNode m_root;
    QString m_text;
};

struct TaskFilter::Parsed
{
    TaskFilter filter;                  ///< Empty when there is an error.
    std::optional<FilterError> error;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::TaskFilter)

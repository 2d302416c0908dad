// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/filterquery.h"

#include "app/client/answererror.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

/// `id:x..y` may be spelled out up to this many.
constexpr qint64 kLongestSpelledRange = kUidsPerRequest;

Error cannot(const QString &why)
{
    return errorOf(Error::Kind::Unsupported, why);
}

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Meilisearch)
};

/// The server's own word for a status; empty when it has none.
QByteArray statusWord(const QString &value, const Dialect &dialect)
{
    const QString word = value.toLower();
    if (word == "queued"_L1 || word == "enqueued"_L1)
        return QByteArrayLiteral("enqueued");
    if (word == "running"_L1 || word == "processing"_L1)
        return QByteArrayLiteral("processing");
    if (word == "succeeded"_L1 || word == "failed"_L1)
        return word.toLatin1();
    return word == "canceled"_L1 && dialect.hasFilters() ? QByteArrayLiteral("canceled") : QByteArray();
}

/// A-Z a-z 0-9 - _, up to 400 of them; anything else is answered with 400.
bool isIndexUid(const QString &text)
{
    return !text.isEmpty() && text.size() <= 400 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    });
}

} // namespace

void FilterQuery::require(const QByteArray &parameter, const QList<QByteArray> &anyOf)
{
    const auto known = m_lists.find(parameter);
    if (known == m_lists.end()) {
        m_lists[parameter] = anyOf;
    } else {
        // The server takes the last of two parameters with one name; both must hold.
        known->second.removeIf([&anyOf](const QByteArray &value) { return !anyOf.contains(value); });
    }
    m_nothing = m_nothing || m_lists[parameter].isEmpty();
}

void FilterQuery::bound(const QByteArray &field, std::optional<EpochNs> after, std::optional<EpochNs> before)
{
    Bounds &bounds = m_dates[field];
    if (after)
        bounds.after = std::max(*after, bounds.after.value_or(*after));
    if (before)
        bounds.before = std::min(*before, bounds.before.value_or(*before));
    m_nothing = m_nothing || (bounds.after && bounds.before && *bounds.before - 1 <= *bounds.after);
}

std::optional<Error> FilterQuery::addStatus(const FilterClause &clause, const Dialect &dialect)
{
    QList<QByteArray> words;
    for (const QString &value : clause.values) {
        const QByteArray word = statusWord(value, dialect);
        if (word.isEmpty())
            return cannot(Words::tr("This server knows no status called \"%1\".").arg(value));
        if (!words.contains(word))
            words << word;
    }
    require(QByteArrayLiteral("statuses"), words);
    return {};
}

std::optional<Error> FilterQuery::addTypes(const FilterClause &clause, const Dialect &dialect)
{
    QList<QByteArray> types;
    for (const QString &value : clause.values) {
        const QByteArray wanted = value.toUtf8();
        for (const QByteArray &known : dialect.typeNames()) {
            if (known.compare(wanted, Qt::CaseInsensitive) == 0)
                types << known;
        }
        if (types.isEmpty() || types.last().compare(wanted, Qt::CaseInsensitive) != 0)
            return cannot(Words::tr("This server cannot be asked for tasks of type \"%1\".").arg(value));
    }
    require(QByteArrayLiteral("types"), types);
    return {};
}

std::optional<Error> FilterQuery::addIndexes(const FilterClause &clause, const Dialect &)
{
    QList<QByteArray> indexes;
    for (const QString &value : clause.values) {
        if (!isIndexUid(value))
            return cannot(Words::tr("The server cannot be asked for an index called \"%1\": it knows exact names only.").arg(value));
        indexes << value.toLatin1();
    }
    require(QByteArrayLiteral("indexUids"), indexes);
    return {};
}

std::optional<Error> FilterQuery::addNumbers(const QByteArray &parameter, const FilterClause &clause)
{
    QList<QByteArray> numbers;
    for (const QString &value : clause.values) {
        bool isNumber = false;
        const uint number = value.toUInt(&isNumber);
        if (!isNumber)
            return cannot(Words::tr("\"%1\" is not a number that the server could look for.").arg(value));
        numbers << QByteArray::number(number);
    }
    if (clause.low || clause.high) {
        if (!clause.low || !clause.high)
            return cannot(Words::tr("The server can be asked for exact numbers, but not for all above or below one."));
        const qint64 first = *clause.low + (clause.boundsInclusive ? 0 : 1);
        const qint64 last = *clause.high - (clause.boundsInclusive ? 0 : 1);
        if (first < 0 || last - first >= kLongestSpelledRange)
            return cannot(Words::tr("The range of numbers is too long to be asked for."));
        for (qint64 number = first; number <= last; ++number)
            numbers << QByteArray::number(number);
    }
    require(parameter, numbers);
    return {};
}

void FilterQuery::addDates(const QByteArray &field, const FilterClause &clause, EpochNs now)
{
    const qint64 slack = clause.boundsInclusive ? 1 : 0;
    const auto moment = [&clause, now](std::optional<qint64> value) -> std::optional<EpochNs> {
        if (!value)
            return {};
        return clause.boundsAreAges ? now - *value : *value;
    };
    // The older something is, the greater its age and the smaller its stamp.
    const std::optional<EpochNs> low = moment(clause.boundsAreAges ? clause.high : clause.low);
    const std::optional<EpochNs> high = moment(clause.boundsAreAges ? clause.low : clause.high);
    bound(field, low ? std::optional(*low - slack) : std::nullopt, high ? std::optional(*high + slack) : std::nullopt);
}

std::optional<Error> FilterQuery::add(const FilterClause &clause, const Dialect &dialect, EpochNs now)
{
    switch (clause.field) {
    case FilterField::Status:
        return addStatus(clause, dialect);
    case FilterField::Type:
        return addTypes(clause, dialect);
    case FilterField::Index:
        return addIndexes(clause, dialect);
    case FilterField::Id:
        return addNumbers(QByteArrayLiteral("uids"), clause);
    case FilterField::CanceledBy:
        return addNumbers(QByteArrayLiteral("canceledBy"), clause);
    case FilterField::Batch:
        if (!dialect.hasBatches())
            return cannot(Words::tr("Batches can be asked for since Meilisearch 1.12."));
        return addNumbers(QByteArrayLiteral("batchUids"), clause);
    case FilterField::Enqueued:
    case FilterField::Started:
    case FilterField::Finished:
        if (!clause.values.isEmpty() || (!clause.low && !clause.high))
            return cannot(Words::tr("The server can be asked for times before or after a moment only."));
        addDates(clause.field == FilterField::Enqueued      ? QByteArrayLiteral("EnqueuedAt")
                     : clause.field == FilterField::Started ? QByteArrayLiteral("StartedAt")
                                                            : QByteArrayLiteral("FinishedAt"),
                 clause, now);
        return {};
    case FilterField::Text:
    case FilterField::Error:
    case FilterField::Label:
    case FilterField::Waited:
    case FilterField::Ran:
    case FilterField::Node:
    case FilterField::Parent:
    case FilterField::Description:
    case FilterField::Subscription:
    case FilterField::Database:
        break;
    }
    return cannot(Words::tr("Meilisearch cannot be asked for \"%1\": such a filter works on loaded tasks only.")
                      .arg(wordFor(clause.field)));
}

Result<FilterQuery> FilterQuery::from(const TaskFilter &filter, const Dialect &dialect, EpochNs now)
{
    if (!dialect.hasFilters())
        return cannot(Words::tr("Filters that a command could use came with Meilisearch 0.30."));
    const std::optional<QList<FilterClause>> clauses = filter.conjunction();
    if (!clauses)
        return cannot(Words::tr("Meilisearch cannot be asked for alternatives or exclusions: such a filter works on loaded tasks only."));
    FilterQuery query;
    for (const FilterClause &clause : *clauses) {
        if (const std::optional<Error> error = query.add(clause, dialect, now))
            return *error;
    }
    return query;
}

void FilterQuery::restrictTo(CommandKind kind)
{
    switch (kind) {
    case CommandKind::Cancel:
        require(QByteArrayLiteral("statuses"), {QByteArrayLiteral("enqueued"), QByteArrayLiteral("processing")});
        return;
    case CommandKind::Rethrottle:
        return; // refused before: no capability
    case CommandKind::Delete:
        require(QByteArrayLiteral("statuses"),
                {QByteArrayLiteral("succeeded"), QByteArrayLiteral("failed"), QByteArrayLiteral("canceled")});
        return;
    }
}

void FilterQuery::pin(EpochNs time)
{
    bound(QByteArrayLiteral("EnqueuedAt"), std::nullopt, time);
}

Query FilterQuery::query() const
{
    Query query;
    for (const auto &[name, values] : m_lists)
        query.add(name.constData(), values);
    for (const auto &[field, bounds] : m_dates) {
        if (bounds.after)
            query.add(QByteArray("after" + field).constData(), formatRfc3339(*bounds.after));
        if (bounds.before)
            query.add(QByteArray("before" + field).constData(), formatRfc3339(*bounds.before));
    }
    return query;
}

TaskFilter fixedAt(const TaskFilter &filter, EpochNs now)
{
    std::optional<QList<FilterClause>> clauses = filter.conjunction();
    if (!clauses)
        return filter;
    const bool isFixed = std::none_of(clauses->begin(), clauses->end(),
                                      [](const FilterClause &clause) { return clause.boundsAreAges; });
    if (isFixed)
        return filter;
    for (FilterClause &clause : *clauses) {
        const bool isDate = clause.field == FilterField::Enqueued || clause.field == FilterField::Started
            || clause.field == FilterField::Finished;
        if (!isDate || !clause.boundsAreAges)
            continue;
        const std::optional<qint64> age = clause.low;
        clause.low = clause.high ? std::optional(now - *clause.high) : std::nullopt;
        clause.high = age ? std::optional(now - *age) : std::nullopt;
        clause.boundsAreAges = false;
    }
    return TaskFilter::fromClauses(*clauses);
}

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/documentquery.h"

#include <QJsonArray>
#include <QJsonValue>

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

/// One row for each value of a field, whether it holds one, an array, or nothing.
const QString kAnyValue = u"EXISTS(SELECT 1 FROM json_each(CAST(body AS TEXT), ?) WHERE %1)"_s;

/// Numbers compare as numbers and everything else as text, so that "5" finds 5 as it does on a real server.
const QString kEquals = u"CAST(value AS TEXT) = ?"_s;

QString textOfValue(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"1"_s : u"0"_s; // as SQLite reads true and false
    if (value.isDouble())
        return value.toInteger(0) == value.toInteger(1) ? QString::number(value.toInteger()) : QString::number(value.toDouble());
    return value.toString();
}

/// "field": V, or "field": {"value": V} under the word \a inner.
QJsonValue shortOrLong(const QJsonValue &value, QLatin1StringView inner)
{
    return value.isObject() ? value.toObject()[inner] : value;
}

DocumentQuery join(const std::vector<DocumentQuery> &parts, const QString &word, const QString &empty)
{
    DocumentQuery all;
    QStringList conditions;
    for (const DocumentQuery &part : parts) {
        conditions.append(part.sql);
        all.values += part.values;
        if (!part.script.isEmpty())
            all.script = part.script;
    }
    all.sql = conditions.isEmpty() ? empty : u'(' + conditions.join(u' ' + word + u' ') + u')';
    return all;
}

Fallible<std::vector<DocumentQuery>> clauses(const QJsonValue &value)
{
    std::vector<DocumentQuery> parts;
    const QJsonArray list = value.isArray() ? value.toArray() : value.isObject() ? QJsonArray {value} : QJsonArray {};
    for (const QJsonValue &one : list) {
        auto part = parseQueryClause(one.toObject());
        if (!part)
            return part.fault();
        parts.push_back(part.take());
    }
    return parts;
}

Fallible<DocumentQuery> boolClause(const QJsonObject &body)
{
    std::vector<DocumentQuery> all;
    bool needsOne = true; // a "should" beside a "must" only adds to the score
    for (auto it = body.begin(); it != body.end(); ++it) {
        const QString word = it.key();
        if (word != "must"_L1 && word != "filter"_L1 && word != "must_not"_L1)
            continue;
        const auto parts = clauses(it.value());
        if (!parts)
            return parts.fault();
        DocumentQuery joined = join(parts.value(), word == "must_not"_L1 ? u"OR"_s : u"AND"_s,
                                    word == "must_not"_L1 ? u"0"_s : u"1"_s);
        if (word == "must_not"_L1)
            joined.sql = u"NOT "_s + joined.sql;
        else
            needsOne = false;
        all.push_back(std::move(joined));
    }
    const auto should = clauses(body["should"_L1]);
    if (!should)
        return should.fault();
    if (needsOne && !should.value().empty())
        all.push_back(join(should.value(), u"OR"_s, u"1"_s));
    return join(all, u"AND"_s, u"1"_s);
}

DocumentQuery rangeClause(const QString &field, const QJsonObject &bounds)
{
    static constexpr std::array kOperators {std::pair("gt", ">"), std::pair("gte", ">="), std::pair("lt", "<"), std::pair("lte", "<=")};
    DocumentQuery query;
    QStringList conditions;
    query.values.append(jsonPath(field));
    for (const auto &[word, sign] : kOperators) {
        const QJsonValue bound = bounds[QLatin1StringView(word)];
        if (bound.isUndefined() || bound.isNull())
            continue;
        conditions.append(u"value %1 ?"_s.arg(QLatin1StringView(sign)));
        query.values.append(bound.toVariant());
    }
    query.sql = kAnyValue.arg(conditions.isEmpty() ? u"1"_s : conditions.join(u" AND "_s));
    return query;
}

DocumentQuery termsClause(const QString &field, const QJsonArray &values)
{
    std::vector<DocumentQuery> parts;
    for (const QJsonValue &value : values)
        parts.push_back({kAnyValue.arg(kEquals), {jsonPath(field), textOfValue(value)}, {}});
    return join(parts, u"OR"_s, u"0"_s);
}

DocumentQuery idsClause(const QJsonArray &ids)
{
    DocumentQuery query;
    QStringList marks;
    for (const QJsonValue &id : ids) {
        marks.append(u"?"_s);
        query.values.append(textOfValue(id));
    }
    query.sql = u"id IN (%1)"_s.arg(marks.join(u','));
    return query;
}

DocumentQuery likeClause(const QString &field, const QString &pattern)
{
    return {kAnyValue.arg(u"value LIKE ?"_s), {jsonPath(field), pattern}, {}};
}

Fallible<DocumentQuery> scriptScore(const QJsonObject &body)
{
    auto inner = parseQueryClause(body["query"_L1].toObject());
    if (!inner)
        return inner;
    DocumentQuery query = inner.take();
    query.script = body["script"_L1].toObject()["source"_L1].toString();
    if (query.script.isEmpty())
        return parsingFault(u"[script_score] requires a [script]"_s);
    return query;
}

} // namespace

QString jsonPath(const QString &field)
{
    QString path = u"$"_s;
    const QString plain = field.endsWith(".keyword"_L1) ? field.chopped(8) : field;
    for (QString part : plain.split(u'.')) {
        part.replace(u'"', QChar::ReplacementCharacter); // which cannot be quoted in a path, and finds nothing then
        path += u".\""_s + part + u'"';
    }
    return path;
}

Fallible<DocumentQuery> parseQueryClause(const QJsonObject &query)
{
    if (query.isEmpty())
        return DocumentQuery {};
    const QString word = query.begin().key();
    const QJsonObject body = query.begin().value().toObject();
    if (query.size() > 1)
        return parsingFault(u"[%1] malformed query, expected [END_OBJECT] but found [FIELD_NAME]"_s.arg(word));
    if (word == "match_all"_L1)
        return DocumentQuery {};
    if (word == "match_none"_L1)
        return DocumentQuery {u"0"_s, {}, {}};
    if (word == "bool"_L1)
        return boolClause(body);
    if (word == "constant_score"_L1)
        return parseQueryClause(body["filter"_L1].toObject());
    if (word == "script_score"_L1)
        return scriptScore(body);
    if (word == "ids"_L1)
        return idsClause(body["values"_L1].toArray());
    if (word == "exists"_L1)
        return DocumentQuery {kAnyValue.arg(u"1"_s), {jsonPath(body["field"_L1].toString())}, {}};
    if (body.isEmpty())
        return parsingFault(u"[%1] query malformed, no start_object after query name"_s.arg(word));
    const QString field = body.begin().key();
    const QJsonValue value = body.begin().value();
    if (word == "term"_L1)
        return termsClause(field, {shortOrLong(value, "value"_L1)});
    if (word == "terms"_L1)
        return termsClause(field, value.toArray());
    if (word == "range"_L1)
        return rangeClause(field, value.toObject());
    if (word == "prefix"_L1)
        return likeClause(field, shortOrLong(value, "value"_L1).toString() + u'%');
    if (word == "match"_L1)
        return likeClause(field, u'%' + textOfValue(shortOrLong(value, "query"_L1)) + u'%');
    return parsingFault(u"unknown query [%1]"_s.arg(word));
}

} // namespace taskglass::localqueue::cluster

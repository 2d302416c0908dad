// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/settings.h"

#include "app/localqueue/engine/engine.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

enum class Shape { Strings, RankingRules, Object, Text, Number, Boolean, Anything };

struct SettingSpec
{
    QLatin1StringView name;
    QLatin1StringView code;  // behind "invalid_settings_"
    Shape shape;
    QByteArrayView standard; // what GET answers when it was never set
};

// In the order in which Meilisearch 1.50 writes them.
constexpr std::array kSettings {
    SettingSpec {"displayedAttributes"_L1, "displayed_attributes"_L1, Shape::Strings, "[\"*\"]"},
    SettingSpec {"searchableAttributes"_L1, "searchable_attributes"_L1, Shape::Strings, "[\"*\"]"},
    SettingSpec {"filterableAttributes"_L1, "filterable_attributes"_L1, Shape::Anything, "[]"},
    SettingSpec {"sortableAttributes"_L1, "sortable_attributes"_L1, Shape::Strings, "[]"},
    SettingSpec {"foreignKeys"_L1, "foreign_keys"_L1, Shape::Anything, "[]"},
    SettingSpec {"rankingRules"_L1, "ranking_rules"_L1, Shape::RankingRules,
                 "[\"words\",\"typo\",\"proximity\",\"attribute\",\"sort\",\"exactness\"]"},
    SettingSpec {"stopWords"_L1, "stop_words"_L1, Shape::Strings, "[]"},
    SettingSpec {"nonSeparatorTokens"_L1, "non_separator_tokens"_L1, Shape::Strings, "[]"},
    SettingSpec {"separatorTokens"_L1, "separator_tokens"_L1, Shape::Strings, "[]"},
    SettingSpec {"dictionary"_L1, "dictionary"_L1, Shape::Strings, "[]"},
    SettingSpec {"synonyms"_L1, "synonyms"_L1, Shape::Object, "{}"},
    SettingSpec {"distinctAttribute"_L1, "distinct_attribute"_L1, Shape::Text, "null"},
    SettingSpec {"proximityPrecision"_L1, "proximity_precision"_L1, Shape::Text, "\"byWord\""},
    SettingSpec {"typoTolerance"_L1, "typo_tolerance"_L1, Shape::Object,
                 "{\"enabled\":true,\"minWordSizeForTypos\":{\"oneTypo\":5,\"twoTypos\":9},\"disableOnWords\":[],"
                 "\"disableOnAttributes\":[],\"disableOnNumbers\":false}"},
    SettingSpec {"faceting"_L1, "faceting"_L1, Shape::Object,
                 "{\"maxValuesPerFacet\":100,\"sortFacetValuesBy\":{\"*\":\"alpha\"}}"},
    SettingSpec {"pagination"_L1, "pagination"_L1, Shape::Object, "{\"maxTotalHits\":1000}"},
    SettingSpec {"embedders"_L1, "embedders"_L1, Shape::Object, "{}"},
    SettingSpec {"searchCutoffMs"_L1, "search_cutoff_ms"_L1, Shape::Number, "null"},
    SettingSpec {"localizedAttributes"_L1, "localized_attributes"_L1, Shape::Anything, "null"},
    SettingSpec {"facetSearch"_L1, "facet_search"_L1, Shape::Boolean, "true"},
    SettingSpec {"prefixSearch"_L1, "prefix_search"_L1, Shape::Text, "\"indexingTime\""},
    SettingSpec {"chat"_L1, "chat"_L1, Shape::Object, "null"},
};

const SettingSpec *specOf(QStringView name)
{
    const auto found = std::find_if(kSettings.begin(), kSettings.end(),
                                    [name](const SettingSpec &spec) { return spec.name == name; });
    return found == kSettings.end() ? nullptr : found;
}

QString typeWord(QByteArrayView value)
{
    switch (value.isEmpty() ? '\0' : value.front()) {
    case '"': return u"a string: `%1`"_s.arg(QString::fromUtf8(value));
    case '{': return u"an object: `%1`"_s.arg(QString::fromUtf8(compact(value)));
    case '[': return u"an array: `%1`"_s.arg(QString::fromUtf8(compact(value)));
    case 't':
    case 'f': return u"a boolean: `%1`"_s.arg(QString::fromUtf8(value));
    case 'n': return u"null"_s;
    default: break;
    }
    const bool negative = value.startsWith('-');
    const bool isFloat = value.contains('.') || value.contains('e') || value.contains('E');
    return (isFloat ? u"a number: `%1`"_s : negative ? u"a negative integer: `%1`"_s : u"a positive integer: `%1`"_s).arg(
        QString::fromUtf8(value));
}

Error wrongType(const SettingSpec &spec, const QString &path, QLatin1StringView expected, QByteArrayView found)
{
    return refusal(400, "invalid_settings_"_L1 + spec.code,
                   u"Invalid value type at `.%1`: expected %2, but found %3"_s.arg(path, expected, typeWord(found)));
}

bool isRankingRule(const QString &rule)
{
    static const QStringList known {u"words"_s, u"typo"_s, u"sort"_s, u"proximity"_s, u"attribute"_s, u"attributeRank"_s,
                                    u"wordPosition"_s, u"exactness"_s};
    return known.contains(rule) || rule.endsWith(":asc"_L1) || rule.endsWith(":desc"_L1);
}

std::optional<Error> checkStrings(const SettingSpec &spec, QByteArrayView value)
{
    if (!value.startsWith('['))
        return wrongType(spec, spec.name, "an array"_L1, value);
    int i = 0;
    for (const QByteArrayView element : elementsOf(value)) {
        const QString path = u"%1[%2]"_s.arg(spec.name).arg(i++);
        if (!element.startsWith('"'))
            return wrongType(spec, path, "a string"_L1, element);
        if (spec.shape == Shape::RankingRules && !isRankingRule(textOf(element))) {
            return refusal(400, u"invalid_settings_ranking_rules"_s,
                           u"Invalid value at `.%1`: `%2` ranking rule is invalid. Valid ranking rules are words, typo, sort, "
                           "proximity, attribute, exactness and custom ranking rules."_s.arg(path, textOf(element)));
        }
    }
    return {};
}

std::optional<Error> checkSetting(const SettingSpec &spec, QByteArrayView value)
{
    if (value == "null")
        return {};
    switch (spec.shape) {
    case Shape::Strings:
    case Shape::RankingRules:
        return checkStrings(spec, value);
    case Shape::Object:
        return value.startsWith('{') ? std::nullopt : std::optional(wrongType(spec, spec.name, "an object"_L1, value));
    case Shape::Text:
        return value.startsWith('"') ? std::nullopt : std::optional(wrongType(spec, spec.name, "a string"_L1, value));
    case Shape::Boolean:
        return value == "true" || value == "false" ? std::nullopt
                                                   : std::optional(wrongType(spec, spec.name, "a boolean"_L1, value));
    case Shape::Number: {
        bool ok = false;
        (void)value.toByteArray().toULongLong(&ok);
        return ok ? std::nullopt : std::optional(wrongType(spec, spec.name, "a positive integer"_L1, value));
    }
    case Shape::Anything:
        return value.startsWith('[') ? std::nullopt : std::optional(wrongType(spec, spec.name, "an array"_L1, value));
    }
    return {};
}

Error unknownSetting(const QString &name)
{
    QStringList names;
    for (const SettingSpec &spec : kSettings)
        names.append(u'`' + spec.name + u'`');
    return refusal(400, u"bad_request"_s,
                   u"Unknown field `%1`: expected one of %2"_s.arg(name, names.join(u", "_s)));
}

QByteArrayView settingIn(const QByteArray &settings, QLatin1StringView name)
{
    return settings.isEmpty() ? QByteArrayView() : memberOf(settings, QString(name));
}

/// \a update over \a stored, object members one by one; null removes.
QByteArray mergedObject(QByteArrayView stored, QByteArrayView update)
{
    if (!stored.startsWith('{') || !update.startsWith('{'))
        return compact(update);
    JsonObjectWriter writer;
    const auto key = [](const QString &name) {
        const QByteArray literal = quoted(name);
        return literal.sliced(1, literal.size() - 2);
    };
    for (const JsonMember &member : membersOf(stored)) {
        const QByteArrayView fresh = memberOf(update, member.key);
        if (fresh.isEmpty())
            writer.add(key(member.key), compact(member.value));
        else if (fresh != "null")
            writer.add(key(member.key), mergedObject(member.value, fresh));
    }
    for (const JsonMember &member : membersOf(update)) {
        if (memberOf(stored, member.key).isEmpty() && member.value != "null")
            writer.add(key(member.key), compact(member.value));
    }
    return writer.object();
}

} // namespace

Result<QByteArray> validateSettings(const QByteArray &json, const QString &oneSetting)
{
    const QByteArray text = json.trimmed();
    if (text.isEmpty())
        return refusal(400, u"missing_payload"_s, u"A json payload is missing."_s);
    JsonScanner scanner(text);
    bool valid = scanner.value();
    if (valid && !scanner.atEnd())
        valid = scanner.fail(u"trailing characters"_s);
    if (!valid || !QByteArrayView(text).isValidUtf8())
        return refusal(400, u"malformed_payload"_s,
                       u"The json payload provided is malformed. `%1`."_s.arg(scanner.fault()));
    if (!oneSetting.isEmpty()) {
        const SettingSpec *spec = specOf(oneSetting);
        if (spec == nullptr)
            return unknownSetting(oneSetting);
        if (std::optional<Error> error = checkSetting(*spec, text))
            return *error;
        return JsonObjectWriter().add(QByteArrayView(spec->name), compact(text)).object();
    }
    if (!text.startsWith('{'))
        return refusal(400, u"bad_request"_s,
                       u"Invalid value type: expected an object, but found %1"_s.arg(typeWord(text)));
    for (const JsonMember &member : membersOf(text)) {
        const SettingSpec *spec = specOf(member.key);
        if (spec == nullptr)
            return unknownSetting(member.key);
        if (std::optional<Error> error = checkSetting(*spec, member.value))
            return *error;
    }
    JsonObjectWriter writer;
    for (const SettingSpec &spec : kSettings) {
        const QByteArrayView value = settingIn(text, spec.name);
        if (!value.isEmpty())
            writer.add(QByteArrayView(spec.name), compact(value));
    }
    return writer.object();
}

QByteArray mergedSettings(const QByteArray &stored, const QByteArray &update)
{
    JsonObjectWriter writer;
    for (const SettingSpec &spec : kSettings) {
        const QByteArrayView old = settingIn(stored, spec.name);
        const QByteArrayView fresh = settingIn(update, spec.name);
        if (fresh == "null" || (fresh.isEmpty() && old.isEmpty()))
            continue;
        const bool merges = spec.shape == Shape::Object && spec.name != "synonyms"_L1 && !old.isEmpty() && !fresh.isEmpty();
        writer.add(QByteArrayView(spec.name), merges ? mergedObject(old, fresh) : compact(fresh.isEmpty() ? old : fresh));
    }
    return writer.object();
}

QByteArray settingsWithDefaults(const QByteArray &stored)
{
    JsonObjectWriter writer;
    for (const SettingSpec &spec : kSettings) {
        const QByteArrayView value = settingIn(stored, spec.name);
        if (value.isEmpty() && spec.name == "chat"_L1)
            continue;
        writer.add(QByteArrayView(spec.name), value.isEmpty() ? spec.standard.toByteArray()
                       : spec.shape == Shape::Object && spec.name != "synonyms"_L1 ? mergedObject(spec.standard, value)
                                                                                   : value.toByteArray());
    }
    return writer.object();
}

QByteArray resetAllDetails()
{
    JsonObjectWriter writer;
    for (const SettingSpec &spec : kSettings) {
        const bool starred = spec.name == "displayedAttributes"_L1 || spec.name == "searchableAttributes"_L1;
        writer.add(QByteArrayView(spec.name), starred ? QByteArrayView("[\"*\"]") : QByteArrayView("null"));
    }
    return writer.object();
}

QStringList filterableAttributes(const QByteArray &stored)
{
    QStringList patterns;
    for (const QByteArrayView entry : elementsOf(settingIn(stored, "filterableAttributes"_L1))) {
        if (entry.startsWith('"')) {
            patterns.append(textOf(entry));
            continue;
        }
        for (const QByteArrayView pattern : elementsOf(memberOf(entry, u"attributePatterns")))
            patterns.append(textOf(pattern));
    }
    patterns.sort();
    patterns.removeDuplicates();
    return patterns;
}

namespace {

bool covers(const QString &pattern, const QString &attribute)
{
    if (pattern.size() > 1 && pattern.startsWith(u'*') && attribute.endsWith(QStringView(pattern).sliced(1)))
        return true;
    if (pattern.endsWith(u'*'))
        return attribute.startsWith(QStringView(pattern).chopped(1));
    return attribute == pattern || attribute.startsWith(QString(pattern + u'.'));
}

} // namespace

bool isFilterable(const QByteArray &stored, const QString &attribute)
{
    const QStringList patterns = filterableAttributes(stored);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&attribute](const QString &pattern) { return covers(pattern, attribute); });
}

bool isSortable(const QByteArray &stored, const QString &attribute)
{
    for (const QByteArrayView entry : elementsOf(settingIn(stored, "sortableAttributes"_L1))) {
        if (covers(textOf(entry), attribute))
            return true;
    }
    return false;
}

QList<std::pair<QString, qint64>> embedderDimensions(const QByteArray &stored)
{
    QList<std::pair<QString, qint64>> embedders;
    for (const JsonMember &member : membersOf(settingIn(stored, "embedders"_L1))) {
        bool ok = false;
        const qint64 dimensions = memberOf(member.value, u"dimensions").toByteArray().toLongLong(&ok);
        if (ok)
            embedders.emplaceBack(member.key, dimensions);
    }
    return embedders;
}

} // namespace taskglass::localqueue

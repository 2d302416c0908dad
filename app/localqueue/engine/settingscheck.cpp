// SPDX-License-Identifier: GPL-3.0-or-later
// What may be sent as settings.
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/settingspecs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

using Shape = SettingSpec::Shape;

const SettingSpec *specOf(QStringView name)
{
    const auto specs = settingSpecs();
    const auto found = std::find_if(specs.begin(), specs.end(),
                                    [name](const SettingSpec &spec) { return spec.name == name; });
    return found == specs.end() ? nullptr : &*found;
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
    for (const SettingSpec &spec : settingSpecs())
        names.append(u'`' + spec.name + u'`');
    return refusal(400, u"bad_request"_s,
                   u"Unknown field `%1`: expected one of %2"_s.arg(name, names.join(u", "_s)));
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
    for (const SettingSpec &spec : settingSpecs()) {
        const QByteArrayView value = memberOf(text, QString(spec.name));
        if (!value.isEmpty())
            writer.add(QByteArrayView(spec.name), compact(value));
    }
    return writer.object();
}

} // namespace taskglass::localqueue

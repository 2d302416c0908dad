// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/mapping.h"

#include "app/localqueue/engine/json.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

constexpr std::array<QByteArrayView, 4> kWholeNumbers {"long", "integer", "short", "byte"};
constexpr std::array<QByteArrayView, 4> kFractions {"double", "float", "half_float", "scaled_float"};

template<typename List>
bool contains(const List &list, QByteArrayView word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isText(QByteArrayView value)
{
    return value.startsWith('"');
}

bool isObject(QByteArrayView value)
{
    return value.startsWith('{');
}

bool isBoolean(QByteArrayView value)
{
    return value == "true" || value == "false";
}

/// yyyy-MM-dd or yyyy/MM/dd, with or without a time: what the servers' date detection looks for.
bool looksLikeDate(const QString &text)
{
    if (text.size() < 10 || !text.at(0).isDigit())
        return false;
    QString iso = text;
    iso.replace(u'/', u'-');
    return text.size() == 10 ? QDate::fromString(iso, Qt::ISODate).isValid()
                             : QDateTime::fromString(iso, Qt::ISODateWithMs).isValid();
}

/// The type that a first value gives to its field; empty for null.
QByteArray typeFor(QByteArrayView value)
{
    if (isText(value))
        return looksLikeDate(textOf(value)) ? "date"_ba : "text"_ba;
    if (isBoolean(value))
        return "boolean"_ba;
    if (value == "null")
        return {};
    const bool fraction = std::any_of(value.begin(), value.end(), [](char c) { return c == '.' || c == 'e' || c == 'E'; });
    return fraction ? "float"_ba : "long"_ba;
}

/// A value as the server's message shows it: text without quotes, objects with '=' for ':'.
QString preview(QByteArrayView value)
{
    if (isText(value))
        return textOf(value);
    if (!isObject(value))
        return QString::fromUtf8(value);
    QStringList parts;
    for (const JsonMember &member : membersOf(value))
        parts.append(member.key + u'=' + preview(member.value));
    return u'{' + parts.join(u", "_s) + u'}';
}

Fault mapperFault(const QString &reason)
{
    return {"mapper_parsing_exception"_ba, reason, 400, {}, {}, true};
}

Fault doesNotFit(const QString &path, const QByteArray &type, const QString &id, QByteArrayView value, Fault cause)
{
    return mapperFault(u"failed to parse field [%1] of type [%2] in document with id '%3'. Preview of field's value: '%4'"_s
                           .arg(path, QString::fromLatin1(type), id, preview(value)))
        .causedBy(std::move(cause));
}

/// Why \a value cannot be a \a type; empty when it can. Types that are not known here take everything.
std::optional<Fault> objection(const QByteArray &type, QByteArrayView value)
{
    if (isObject(value))
        return Fault {"illegal_state_exception"_ba, u"Can't get text on a START_OBJECT at 1:1"_s, 400, {}, {}, false};
    const QString text = preview(value);
    bool ok = true;
    if (contains(kWholeNumbers, type) || contains(kFractions, type)) {
        if (isBoolean(value))
            return illegalArgument(u"Current token (VALUE_%1) not numeric, can not use numeric value accessors"_s.arg(text.toUpper()));
        text.toDouble(&ok);
        if (!ok)
            return numberFormat(text);
    } else if (type == "boolean") {
        if (!isBoolean(text.toUtf8()) && !text.isEmpty())
            return illegalArgument(u"Failed to parse value [%1] as only [true] or [false] are allowed."_s.arg(text));
    } else if (type == "date") {
        text.toLongLong(&ok);
        if (!ok && !looksLikeDate(text))
            return illegalArgument(
                u"failed to parse date field [%1] with format [strict_date_optional_time||epoch_millis]"_s.arg(text));
    }
    return {};
}

} // namespace

Fallible<Mapping> Mapping::parse(QByteArrayView json)
{
    Mapping mapping;
    for (const JsonMember &member : membersOf(json)) {
        if (member.key == "dynamic"_L1) {
            mapping.m_dynamic = isText(member.value) ? textOf(member.value).toUtf8() : member.value.toByteArray();
        } else if (member.key == "properties"_L1) {
            if (const auto fault = mapping.readProperties({}, member.value))
                return *fault;
        } else if (!member.key.startsWith(u'_') && member.key != "date_detection"_L1) {
            return mapperFault(u"Root mapping definition has unsupported parameters:  [%1 : %2]"_s.arg(member.key, preview(member.value)));
        }
    }
    return mapping;
}

std::optional<Fault> Mapping::readProperties(const QString &prefix, QByteArrayView properties)
{
    for (const JsonMember &member : membersOf(properties)) {
        const QString path = prefix + member.key;
        const QByteArrayView inner = memberOf(member.value, u"properties");
        const QByteArrayView type = memberOf(member.value, u"type");
        if (type.isEmpty() && inner.isEmpty())
            return mapperFault(u"No type specified for field [%1]"_s.arg(path));
        m_fields[path] = type.isEmpty() ? "object"_ba : textOf(type).toUtf8();
        if (const auto fault = readProperties(path + u'.', inner))
            return fault;
    }
    return {};
}

QByteArray Mapping::properties(const QString &prefix) const
{
    JsonObjectWriter object;
    for (auto it = m_fields.lower_bound(prefix); it != m_fields.end() && it->first.startsWith(prefix); ++it) {
        const QString name = it->first.mid(prefix.size());
        if (name.contains(u'.'))
            continue;
        JsonObjectWriter field;
        if (it->second == "object")
            field.add("properties", properties(it->first + u'.'));
        else
            field.addText("type", QString::fromLatin1(it->second));
        if (it->second == "text")
            field.add("fields", R"({"keyword":{"type":"keyword","ignore_above":256}})");
        object.add(name.toUtf8(), field.object());
    }
    return object.object();
}

QByteArray Mapping::json() const
{
    JsonObjectWriter object;
    if (m_dynamic != "true")
        object.addText("dynamic", QString::fromLatin1(m_dynamic));
    if (!m_fields.empty())
        object.add("properties", properties({}));
    return object.object();
}

QByteArray Mapping::typeOf(const QString &path) const
{
    const auto found = m_fields.find(path);
    return found == m_fields.end() ? QByteArray() : found->second;
}

std::optional<Fault> Mapping::take(const QString &id, QByteArrayView document)
{
    Fields fresh;
    if (const auto fault = visitObject(id, {}, document, fresh))
        return fault;
    m_fields.merge(fresh);
    return {};
}

std::optional<Fault> Mapping::visitObject(const QString &id, const QString &prefix, QByteArrayView object,
                                          Fields &fresh) const
{
    for (const JsonMember &member : membersOf(object)) {
        if (const auto fault = visitValue(id, prefix + member.key, member.value, fresh))
            return fault;
    }
    return {};
}

std::optional<Fault> Mapping::visitValue(const QString &id, const QString &path, QByteArrayView value, Fields &fresh) const
{
    if (value.startsWith('[')) {
        for (const QByteArrayView element : elementsOf(value)) {
            if (const auto fault = visitValue(id, path, element, fresh))
                return fault;
        }
        return {};
    }
    if (value == "null")
        return {};
    QByteArray type = typeOf(path);
    if (type.isEmpty() && fresh.contains(path))
        type = fresh[path];
    if (type.isEmpty()) {
        if (m_dynamic == "strict") {
            return Fault {"strict_dynamic_mapping_exception"_ba,
                          u"mapping set to strict, dynamic introduction of [%1] within [_doc] is not allowed"_s.arg(path),
                          400, {}, {}, true};
        }
        if (m_dynamic == "false")
            return {};
        type = isObject(value) ? "object"_ba : typeFor(value);
        fresh[path] = type;
    }
    if (type == "object" || type == "nested") {
        return isObject(value) ? visitObject(id, path + u'.', value, fresh)
                               : std::optional(mapperFault(u"object mapping for [%1] tried to parse field [%1] as object, "
                                                           "but found a concrete value"_s.arg(path)));
    }
    if (auto cause = objection(type, value))
        return doesNotFit(path, type, id, value, std::move(*cause));
    return {};
}

} // namespace taskglass::localqueue::cluster

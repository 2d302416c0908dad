// SPDX-License-Identifier: GPL-3.0-or-later
// Settings as stored: merged, with defaults, and what they say. What is sent is checked in settingscheck.cpp.
#include "app/localqueue/engine/settings.h"

#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/settingspecs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

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

QByteArray mergedSettings(const QByteArray &stored, const QByteArray &update)
{
    JsonObjectWriter writer;
    for (const SettingSpec &spec : settingSpecs()) {
        const QByteArrayView old = settingIn(stored, spec.name);
        const QByteArrayView fresh = settingIn(update, spec.name);
        if (fresh == "null" || (fresh.isEmpty() && old.isEmpty()))
            continue;
        const bool merges =
            spec.shape == SettingSpec::Shape::Object && spec.name != "synonyms"_L1 && !old.isEmpty() && !fresh.isEmpty();
        writer.add(QByteArrayView(spec.name), merges ? mergedObject(old, fresh) : compact(fresh.isEmpty() ? old : fresh));
    }
    return writer.object();
}

QByteArray settingsWithDefaults(const QByteArray &stored)
{
    JsonObjectWriter writer;
    for (const SettingSpec &spec : settingSpecs()) {
        const QByteArrayView value = settingIn(stored, spec.name);
        if (value.isEmpty() && spec.name == "chat"_L1)
            continue;
        const bool merges = spec.shape == SettingSpec::Shape::Object && spec.name != "synonyms"_L1;
        writer.add(QByteArrayView(spec.name), value.isEmpty() ? spec.standard.toByteArray()
                       : merges                               ? mergedObject(spec.standard, value)
                                                              : value.toByteArray());
    }
    return writer.object();
}

QByteArray resetAllDetails()
{
    JsonObjectWriter writer;
    for (const SettingSpec &spec : settingSpecs()) {
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

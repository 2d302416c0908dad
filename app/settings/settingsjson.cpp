// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kShortestInterval = 1000;
constexpr int kLongestInterval = 15 * 60 * 1000;
constexpr int kShortestTimeout = 100;
constexpr int kLongestTimeout = 10 * 60 * 1000;

Error localError(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Local;
    error.message = message;
    return error;
}

/// Takes values out of an object, falling back to the default given and noting what was out of range.
class Reader
{
public:
    Reader(const QJsonObject &object, QList<QString> &problems) : m_object(object), m_problems(problems) { }

    [[nodiscard]] QString text(QLatin1StringView key, const QString &fallback = {}) const
    {
        const QJsonValue value = m_object.value(key);
        return value.isString() ? value.toString() : fallback;
    }

    [[nodiscard]] bool flag(QLatin1StringView key, bool fallback) const { return m_object.value(key).toBool(fallback); }

    [[nodiscard]] int number(QLatin1StringView key, int fallback, int least, int most)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return fallback;
        const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
        if (number >= least && number <= most)
            return int(number);
        m_problems.append(QCoreApplication::translate("Settings", "The setting “%1” must be a number from %2 to %3; %4 is used.")
                              .arg(key).arg(least).arg(most).arg(fallback));
        return fallback;
    }

    /// The value of \a choices that has the word found; the first when none has.
    template<typename Enum>
    [[nodiscard]] Enum oneOf(QLatin1StringView key, std::initializer_list<Enum> choices) const
    {
        const QString word = text(key);
        const auto *const found = std::find_if(choices.begin(), choices.end(), [&word](Enum choice) { return word == wordFor(choice); });
        return found == choices.end() ? *choices.begin() : *found;
    }

    [[nodiscard]] QList<QString> texts(QLatin1StringView key) const
    {
        QList<QString> all;
        for (const QJsonValue &value : m_object.value(key).toArray()) {
            if (value.isString())
                all.append(value.toString());
        }
        return all;
    }

private:
    const QJsonObject &m_object;
    QList<QString> &m_problems;
};

QJsonObject toJson(const ServerProfile &profile)
{
    return {{"id"_L1, profile.id},
            {"name"_L1, profile.name},
            {"url"_L1, profile.url.toString(QUrl::RemoveUserInfo)},
            {"kind"_L1, wordFor(profile.kind)},
            {"environment"_L1, wordFor(profile.environment)},
            {"readOnly"_L1, profile.readOnly},
            {"intervalMs"_L1, profile.intervalMs},
            {"keysHost"_L1, profile.keysHost},
            {"trustedFingerprint"_L1, profile.trustedFingerprint},
            {"caFile"_L1, profile.caFile},
            {"clientCertFile"_L1, profile.clientCertFile},
            {"clientKeyFile"_L1, profile.clientKeyFile},
            {"proxy"_L1, QUrl(profile.proxy).toString(QUrl::RemoveUserInfo)},
            {"timeoutMs"_L1, profile.timeoutMs}};
}

ServerProfile profileFromJson(const QJsonObject &object, QList<QString> &problems)
{
    Reader reader(object, problems);
    const ServerProfile defaults;
    ServerProfile profile;
    profile.id = reader.text("id"_L1);
    profile.name = reader.text("name"_L1);
    profile.url = QUrl(reader.text("url"_L1), QUrl::StrictMode);
    profile.kind = serverKindFromWord(reader.text("kind"_L1)).value_or(ServerKind::Auto);
    // An environment that this version does not know may be the one that matters: be careful with it.
    profile.environment = environmentFromWord(reader.text("environment"_L1)).value_or(Environment::Production);
    profile.readOnly = reader.flag("readOnly"_L1, profile.environment == Environment::Production);
    profile.intervalMs = reader.number("intervalMs"_L1, defaults.intervalMs, kShortestInterval, kLongestInterval);
    profile.keysHost = reader.text("keysHost"_L1);
    profile.trustedFingerprint = reader.text("trustedFingerprint"_L1);
    profile.caFile = reader.text("caFile"_L1);
    profile.clientCertFile = reader.text("clientCertFile"_L1);
    profile.clientKeyFile = reader.text("clientKeyFile"_L1);
    profile.proxy = reader.text("proxy"_L1);
    profile.timeoutMs = reader.number("timeoutMs"_L1, defaults.timeoutMs, kShortestTimeout, kLongestTimeout);
    return profile;
}

QList<ServerProfile> profilesFromJson(const QJsonArray &array, QList<QString> &problems)
{
    Settings known;
    for (const QJsonValue &value : array) {
        Result<ServerProfile> profile = checkedProfile(profileFromJson(value.toObject(), problems));
        if (!profile) {
            problems.append(profile.error().message);
        } else if (known.serverNamed(profile.value().name)) {
            problems.append(QCoreApplication::translate("Settings", "Two saved servers are named “%1”; the second is left out.")
                                .arg(profile.value().name));
        } else {
            if (profile.value().id.isEmpty() || known.serverWithId(profile.value().id))
                profile.value().id = QUuid::createUuid().toString(QUuid::WithoutBraces);
            known.servers.append(profile.take());
        }
    }
    return known.servers;
}

QJsonObject toJson(const Preferences &preferences)
{
    return {{"intervalMs"_L1, preferences.intervalMs},
            {"confirmSingleTask"_L1, preferences.confirmSingleTask},
            {"undoSeconds"_L1, preferences.undoSeconds},
            {"theme"_L1, wordFor(preferences.theme)},
            {"density"_L1, wordFor(preferences.density)},
            {"timeZone"_L1, wordFor(preferences.timeZone)},
            {"relativeTimes"_L1, preferences.relativeTimes},
            {"language"_L1, preferences.language}};
}

Preferences preferencesFromJson(const QJsonObject &object, QList<QString> &problems)
{
    Reader reader(object, problems);
    const Preferences defaults;
    Preferences preferences;
    preferences.intervalMs = reader.number("intervalMs"_L1, defaults.intervalMs, kShortestInterval, kLongestInterval);
    preferences.confirmSingleTask = reader.flag("confirmSingleTask"_L1, defaults.confirmSingleTask);
    preferences.undoSeconds = reader.number("undoSeconds"_L1, defaults.undoSeconds, Preferences::kUntilTold, 60);
    preferences.theme = reader.oneOf("theme"_L1, {Preferences::Theme::System, Preferences::Theme::Light, Preferences::Theme::Dark});
    preferences.density = reader.oneOf("density"_L1, {Preferences::Density::Comfortable, Preferences::Density::Normal, Preferences::Density::Compact});
    preferences.timeZone = reader.oneOf("timeZone"_L1, {Preferences::TimeZone::Local, Preferences::TimeZone::Utc});
    preferences.relativeTimes = reader.flag("relativeTimes"_L1, defaults.relativeTimes);
    preferences.language = reader.text("language"_L1);
    return preferences;
}

} // namespace

std::optional<ServerKind> serverKindFromWord(QStringView word)
{
    for (const ServerKind kind : {ServerKind::Auto, ServerKind::Meilisearch, ServerKind::OpenSearch, ServerKind::RedisCloud}) {
        if (word.compare(wordFor(kind), Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

std::optional<Environment> environmentFromWord(QStringView word)
{
    for (const Environment environment : {Environment::Development, Environment::Staging, Environment::Production}) {
        if (word.compare(wordFor(environment), Qt::CaseInsensitive) == 0)
            return environment;
    }
    return std::nullopt;
}

Result<ServerProfile> checkedProfile(ServerProfile profile)
{
    const QString scheme = profile.url.scheme().toLower();
    if (!profile.url.isValid() || profile.url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1)) {
        return localError(QCoreApplication::translate("Settings", "“%1” is not the address of a server; one looks like http://localhost:7700.")
                              .arg(profile.url.toDisplayString()));
    }
    profile.name = profile.name.simplified();
    if (profile.name.isEmpty())
        return localError(QCoreApplication::translate("Settings", "A saved server needs a name."));
    profile.url.setUserInfo({});
    profile.url.setQuery(QString());
    profile.url.setFragment({});
    profile.intervalMs = qBound(kShortestInterval, profile.intervalMs, kLongestInterval);
    profile.timeoutMs = qBound(kShortestTimeout, profile.timeoutMs, kLongestTimeout);
    profile.trustedFingerprint = profile.trustedFingerprint.toLower().remove(u':');
    static const QRegularExpression sha256(u"^[0-9a-f]{64}$"_s);
    if (!sha256.match(profile.trustedFingerprint).hasMatch())
        profile.trustedFingerprint.clear();
    return profile;
}

QByteArray settingsToJson(const Settings &settings)
{
    QJsonArray servers;
    for (const ServerProfile &profile : settings.servers)
        servers.append(toJson(profile));
    const QJsonObject root {{"version"_L1, kSettingsVersion},
                            {"servers"_L1, servers},
                            {"preferences"_L1, toJson(settings.preferences)},
                            {"lastSession"_L1, QJsonArray::fromStringList(settings.lastSession)},
                            {"windowState"_L1, QString::fromLatin1(settings.windowState.toBase64())}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<ReadSettings> settingsFromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonObject root = QJsonDocument::fromJson(json, &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return localError(QCoreApplication::translate("Settings", "The settings file is damaged (%1 at byte %2).")
                              .arg(parse.errorString()).arg(parse.offset));
    ReadSettings read;
    read.version = int(root.value("version"_L1).toInteger(0));
    if (read.version < 1)
        return localError(QCoreApplication::translate("Settings", "The settings file is not one of this program."));
    read.settings.servers = profilesFromJson(root.value("servers"_L1).toArray(), read.problems);
    read.settings.preferences = preferencesFromJson(root.value("preferences"_L1).toObject(), read.problems);
    Reader reader(root, read.problems);
    read.settings.lastSession = reader.texts("lastSession"_L1);
    read.settings.windowState = QByteArray::fromBase64(reader.text("windowState"_L1).toLatin1());
    return read;
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/serverchoice.h"

#include "app/settings/settingsjson.h"
#include "models/domain/hosts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

Error usage(const QString &sentence)
{
    Error error;
    error.kind = Error::Kind::Local;
    error.message = sentence;
    return error;
}

bool isUrl(const QString &word)
{
    return word.startsWith("http://"_L1, Qt::CaseInsensitive) || word.startsWith("https://"_L1, Qt::CaseInsensitive);
}

/// "localhost:7700", "search.example:443/path": an address that lacks its scheme. Fields of the filter language are
/// single words before their colon, and never followed by a bare port.
bool lacksScheme(const QString &word)
{
    static const QRegularExpression address(u"^([\\w-]+\\.)*[\\w-]+:\\d{2,5}(/|$)"_s);
    static const QRegularExpression field(u"^(status|type|index|id|error|label|batch|canceledBy|node|parent|description|subscription|database|action):"_s, QRegularExpression::CaseInsensitiveOption);
    return address.match(word).hasMatch() && !field.match(word).hasMatch();
}

Result<ServerProfile> profileFromUrl(const QString &word, const Settings &settings)
{
    ServerProfile profile;
    profile.intervalMs = settings.preferences.intervalMs;
    profile.url = QUrl(word, QUrl::StrictMode);
    if (!profile.url.userInfo().isEmpty())
        return usage(QCoreApplication::translate("Arguments", "Secrets in an address are seen by everybody on this machine. Use --user and TASKGLASS_PASSWORD, or --key-file."));
    profile.name = profile.url.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash).mid(2);
    profile.id = profile.url.toString();
    return checkedProfile(profile);
}

QString savedNames(const Settings &settings)
{
    QStringList names;
    for (const ServerProfile &profile : settings.servers)
        names.append(profile.name);
    return names.join(", "_L1);
}

std::optional<ServerProfile> onlyServer(const Settings &settings)
{
    if (settings.servers.size() == 1)
        return settings.servers.front();
    if (settings.lastSession.size() == 1) {
        if (const ServerProfile *profile = settings.serverWithId(settings.lastSession.front()))
            return *profile;
    }
    return std::nullopt;
}

} // namespace

ServerProfile withOptions(ServerProfile profile, const Invocation &invocation)
{
    if (invocation.kind)
        profile.kind = *invocation.kind;
    if (invocation.readOnly)
        profile.readOnly = true;
    if (invocation.intervalMs)
        profile.intervalMs = *invocation.intervalMs;
    if (invocation.timeoutMs)
        profile.timeoutMs = *invocation.timeoutMs;
    if (!invocation.caFile.isEmpty())
        profile.caFile = invocation.caFile;
    if (!invocation.clientCertFile.isEmpty()) {
        profile.clientCertFile = invocation.clientCertFile;
        profile.clientKeyFile = invocation.clientKeyFile;
    }
    if (!invocation.proxy.isEmpty())
        profile.proxy = invocation.proxy;
    if (!invocation.keysHost.isEmpty())
        profile.keysHost = invocation.keysHost;
    return profile;
}

QString keysProblem(const ServerProfile &profile, ServerKind kind)
{
    if (mayHaveKeys(profile, kind))
        return {};
    return QCoreApplication::translate("Arguments", "%1 is none of Redis Cloud's own hosts, and the keys open the whole account: nothing was sent. Add --allow-host %1 if that is meant.").arg(profile.url.host());
}

Result<ServerProfile> serverFromWord(const QString &word, const Settings &settings, const Invocation &invocation)
{
    if (const ServerProfile *saved = settings.serverNamed(word))
        return withOptions(*saved, invocation);
    if (isUrl(word)) {
        Result<ServerProfile> profile = profileFromUrl(word, settings);
        return profile ? Result<ServerProfile>(withOptions(profile.take(), invocation)) : profile;
    }
    if (lacksScheme(word))
        return usage(QCoreApplication::translate("Arguments", "An address begins with http:// or https://; did you mean http://%1?").arg(word));
    if (settings.servers.isEmpty())
        return usage(QCoreApplication::translate("Arguments", "“%1” is no address of a server, and none is saved yet. An address looks like http://localhost:7700.").arg(word));
    return usage(QCoreApplication::translate("Arguments", "There is no saved server “%1”. Saved are: %2.").arg(word, savedNames(settings)));
}

Result<ServerChoice> chooseServer(const QStringList &words, const Settings &settings, const Invocation &invocation)
{
    const QString first = words.value(0);
    if (!first.isEmpty() && (settings.serverNamed(first) || isUrl(first) || lacksScheme(first))) {
        Result<ServerProfile> profile = serverFromWord(first, settings, invocation);
        if (!profile)
            return profile.error();
        return ServerChoice {profile.take(), words.mid(1)};
    }
    if (const std::optional<ServerProfile> only = onlyServer(settings))
        return ServerChoice {withOptions(*only, invocation), words};
    if (settings.servers.isEmpty())
        return usage(QCoreApplication::translate("Arguments", "Which server? Name its address, such as http://localhost:7700, or save one: taskglass servers add NAME URL."));
    return usage(QCoreApplication::translate("Arguments", "Which server? Saved are: %1.").arg(savedNames(settings)));
}

} // namespace taskglass

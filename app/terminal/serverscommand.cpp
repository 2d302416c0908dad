// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/serverscommand.h"

#include "app/settings/settingsjson.h"
#include "app/terminal/safetext.h"
#include "app/terminal/serverchoice.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

int wrongUsage(Console &console, const QString &sentence)
{
    console.say(sentence);
    return exitcode::kUsage;
}

int saved(const std::optional<Error> &error, Console &console, const QString &sentence)
{
    if (error) {
        console.say(error->message);
        return exitcode::kFailed;
    }
    console.say(sentence);
    return exitcode::kDone;
}

int addServer(const Invocation &invocation, SettingsFile &settings, Console &console)
{
    if (invocation.words.size() != 3)
        return wrongUsage(console, QCoreApplication::translate("Terminal", "Say what to save: taskglass servers add NAME URL."));
    const Environment environment = invocation.environment.value_or(Environment::Development);
    ServerProfile wanted;
    wanted.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    wanted.name = invocation.words.at(1);
    wanted.url = QUrl(invocation.words.at(2), QUrl::StrictMode);
    wanted.intervalMs = settings.settings().preferences.intervalMs;
    wanted.environment = environment;
    wanted.readOnly = environment == Environment::Production; // until somebody decides otherwise
    if (!wanted.url.userInfo().isEmpty())
        return wrongUsage(console, QCoreApplication::translate("Terminal", "Keys and passwords are never saved; leave them out of the address."));
    wanted = withOptions(wanted, invocation);
    // The next start may be in another folder.
    for (QString ServerProfile::*const file : {&ServerProfile::caFile, &ServerProfile::clientCertFile, &ServerProfile::clientKeyFile}) {
        if (!(wanted.*file).isEmpty())
            wanted.*file = QFileInfo(wanted.*file).absoluteFilePath();
    }
    const Result<ServerProfile> profile = checkedProfile(wanted);
    if (!profile)
        return wrongUsage(console, profile.error().message);
    if (const QString why = keysProblem(profile.value(), profile.value().kind); !why.isEmpty())
        return wrongUsage(console, why);
    if (settings.settings().serverNamed(profile.value().name))
        return wrongUsage(console, QCoreApplication::translate("Terminal", "There is a saved server “%1” already.").arg(profile.value().name));
    const auto error = settings.change([&profile](Settings &all) { all.servers.append(profile.value()); });
    const QString sentence = profile.value().readOnly
        ? QCoreApplication::translate("Terminal", "Saved “%1”, read-only.").arg(profile.value().name)
        : QCoreApplication::translate("Terminal", "Saved “%1”.").arg(profile.value().name);
    return saved(error, console, sentence);
}

int removeServer(const Invocation &invocation, SettingsFile &settings, Console &console)
{
    if (invocation.words.size() != 2)
        return wrongUsage(console, QCoreApplication::translate("Terminal", "Say which one to forget: taskglass servers remove NAME."));
    const QString name = invocation.words.at(1);
    const ServerProfile *known = settings.settings().serverNamed(name);
    if (!known)
        return wrongUsage(console, QCoreApplication::translate("Terminal", "There is no saved server “%1”.").arg(name));
    const QString id = known->id;
    const auto error = settings.change([&id](Settings &all) {
        all.servers.removeIf([&id](const ServerProfile &profile) { return profile.id == id; });
        all.lastSession.removeAll(id);
    });
    return saved(error, console, QCoreApplication::translate("Terminal", "Forgot “%1”.").arg(name));
}

} // namespace

QString serversText(const QList<ServerProfile> &servers)
{
    QList<std::array<QString, 5>> rows;
    for (const ServerProfile &server : servers) {
        rows.append({oneSafeLine(server.name), server.url.toDisplayString(), wordFor(server.kind), wordFor(server.environment),
                     server.readOnly ? QCoreApplication::translate("Terminal", "read-only") : QString()});
    }
    std::array<int, 5> widths {};
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    QString text;
    for (const auto &row : rows) {
        QString line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += padded(row[i], widths[i], false) + u"  "_s;
        text += line.trimmed() + u'\n';
    }
    return text;
}

QString probeText(const ServerProfile &profile, const ProbeReport &report)
{
    QString text = QCoreApplication::translate("Terminal", "%1 at %2").arg(oneSafeLine(profile.name), profile.url.toDisplayString()) + u'\n';
    const QList<QString> sentences = report.sentences();
    for (const QString &sentence : sentences)
        text += u"  "_s + oneSafeLine(sentence) + u'\n';
    const Capabilities &can = report.capabilities;
    for (const Ability &ability : {can.cancelByFilter, can.batches, can.progress}) {
        const QString reason = oneSafeLine(ability.reason);
        if (!ability && !reason.isEmpty() && !text.contains(reason))
            text += u"  "_s + reason + u'\n';
    }
    if (profile.readOnly)
        text += u"  "_s + QCoreApplication::translate("Terminal", "This connection is read-only: nothing is canceled through it.") + u'\n';
    return text;
}

int runServersCommand(const Invocation &invocation, SettingsFile &settings, Console &console)
{
    const QString verb = invocation.words.value(0);
    if (verb == "add"_L1)
        return addServer(invocation, settings, console);
    if (verb == "remove"_L1)
        return removeServer(invocation, settings, console);
    if (!verb.isEmpty() && verb != "list"_L1)
        return wrongUsage(console, QCoreApplication::translate("Terminal", "“servers %1” is not known; there are list, add, remove and test.").arg(verb));
    if (settings.settings().servers.isEmpty())
        console.say(QCoreApplication::translate("Terminal", "No server is saved yet: taskglass servers add NAME URL."));
    else
        console.write(serversText(settings.settings().servers).toUtf8());
    return exitcode::kDone;
}

} // namespace taskglass

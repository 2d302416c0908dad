// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowprogram.h"

#include "app/client/probe.h"
#include "app/settings/settingsjson.h"
#include "app/terminal/serverchoice.h"
#include "app/terminal/textcommand.h"
#include "app/translators.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

WindowProgram::WindowProgram(const Invocation &invocation, SettingsFile &settings, ThemeSwitch &theme)
    : m_invocation(invocation)
    , m_folders(Folders::standard(invocation.config))
    , m_settings(settings)
    , m_theme(theme)
    , m_audit(m_folders.state + "/audit.jsonl"_L1, m_clock)
    , m_window(m_clock)
{
    connectWindow();
    m_window.setLanguages(availableLanguages());
    m_window.setPreferences(m_settings.settings().preferences);
    m_window.restoreLayout(m_settings.settings().windowState);
    for (const QString &problem : m_settings.problems())
        warn(problem);
}

WindowProgram::~WindowProgram()
{
    save();
    for (const auto &session : m_sessions)
        m_window.removeServer(&session->server());
}

Preferences WindowProgram::preferences(const Invocation &invocation, const Settings &settings)
{
    Preferences preferences = settings.preferences;
    if (!invocation.language.isEmpty())
        preferences.language = invocation.language;
    if (!invocation.theme.isEmpty())
        preferences.theme = invocation.theme == "dark"_L1 ? Preferences::Theme::Dark : Preferences::Theme::Light;
    return preferences;
}

void WindowProgram::connectWindow()
{
    connect(&m_window, &MainWindow::addServerRequested, this, &WindowProgram::addServer);
    connect(&m_window, &MainWindow::editServerRequested, this, &WindowProgram::editServer);
    connect(&m_window, &MainWindow::removeServerRequested, this, &WindowProgram::removeServer);
    connect(&m_window, &MainWindow::testServerRequested, this, &WindowProgram::testServer);
    connect(&m_window, &MainWindow::preferencesChanged, this, &WindowProgram::takePreferences);
    connect(&m_window, &MainWindow::demoRequested, this, [this] {
        if (const std::optional<Error> error = startDemo())
            warn(error->message);
    });
    connect(&m_window, &MainWindow::hiddenChanged, this, [this](bool hidden) {
        for (const auto &session : m_sessions)
            session->setHidden(hidden);
    });
}

std::optional<Error> WindowProgram::open()
{
    QList<ServerProfile> profiles;
    for (const QString &word : m_invocation.words) {
        Result<ServerProfile> profile = serverFromWord(word, m_settings.settings(), m_invocation);
        if (!profile)
            return profile.error();
        profiles.append(profile.take());
    }
    if (profiles.isEmpty() && !m_invocation.demo) {
        for (const QString &id : m_settings.settings().lastSession) {
            if (const ServerProfile *saved = m_settings.settings().serverWithId(id))
                profiles.append(withOptions(*saved, m_invocation));
        }
    }
    if (m_invocation.demo) {
        if (std::optional<Error> error = startDemo())
            return error;
    }
    for (const ServerProfile &profile : std::as_const(profiles)) {
        Result<Credentials> credentials = readCredentials(m_invocation.credentials, profile.kind, CredentialWorld::real());
        if (!credentials)
            return credentials.error();
        addSession(profile, credentials.take(), false);
    }
    if (!m_invocation.filters.isEmpty())
        m_window.setFilterText(m_invocation.filters.join(u' '));
    return std::nullopt;
}

void WindowProgram::show()
{
    // A picture or a figure is taken at its own size, whatever the last session's was.
    const bool measured = !m_invocation.screenshot.isEmpty() || m_invocation.timing;
    if (m_invocation.size.isValid() || measured || m_settings.settings().windowState.isEmpty())
        m_window.resize(m_invocation.size.isValid() ? m_invocation.size : QSize(1280, 800));
    m_window.show();
}

WatchedServer *WindowProgram::firstServer()
{
    return m_sessions.empty() ? nullptr : &m_sessions.front()->server();
}

void WindowProgram::addSession(const ServerProfile &profile, const Credentials &credentials, bool showIt)
{
    const auto &session = m_sessions.emplace_back(std::make_unique<ServerSession>(profile, credentials, m_clock, m_audit));
    connect(session.get(), &ServerSession::profileEdited, this, &WindowProgram::remember);
    connect(session.get(), &ServerSession::warned, this, &WindowProgram::warn);
    if (m_invocation.verbose)
        connect(session.get(), &ServerSession::logged, this, [](const QString &line) { qInfo("%s", qUtf8Printable(line)); });
    m_window.addServer(&session->server());
    if (showIt)
        m_window.showServer(&session->server());
    session->start();
    if (m_invocation.loadAll)
        session->server().loadOlder(0);
}

void WindowProgram::addServer(const ServerProfile &profile, const Credentials &credentials)
{
    ServerProfile saved = profile;
    if (saved.id.isEmpty())
        saved.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const auto error = m_settings.change([&saved](Settings &settings) { settings.servers.append(saved); }))
        warn(error->message); // it can still be used until the end of this session
    addSession(saved, credentials, true);
}

void WindowProgram::editServer(WatchedServer *server, const ServerProfile &profile, const Credentials &credentials)
{
    ServerSession *session = sessionOf(server);
    if (!session)
        return;
    remember(profile);
    session->setProfile(profile, credentials.isEmpty() ? session->credentials() : credentials);
}

void WindowProgram::removeServer(WatchedServer *server)
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [server](const auto &session) { return &session->server() == server; });
    if (found == m_sessions.end())
        return;
    const QString id = server->profile().id;
    m_window.removeServer(server);
    (*found)->stop();
    found->release()->deleteLater(); // the request came from a view of it
    m_sessions.erase(found);
    if (id == "demo"_L1)
        return;
    const auto error = m_settings.change([&id](Settings &settings) {
        settings.servers.removeIf([&id](const ServerProfile &profile) { return profile.id == id; });
    });
    if (error)
        warn(error->message);
}

void WindowProgram::testServer(int token, const ServerProfile &profile, const Credentials &credentials)
{
    auto *probe = new Probe(profile, credentials, m_clock, this);
    connect(probe, &Probe::finished, &m_window, [this, probe, token](const ProbeReport &report) {
        probe->deleteLater();
        if (!report.error)
            m_window.showTestResult(token, true, report.sentences());
        else if (report.error->kind == Error::Kind::Tls && !report.error->fingerprint.isEmpty())
            m_window.showTestCertificate(token, *report.error);
        else
            m_window.showTestResult(token, false, {sentenceFor(*report.error)});
    });
    probe->start();
}

std::optional<Error> WindowProgram::startDemo()
{
    if (m_demo)
        return std::nullopt;
    auto demo = std::make_unique<Demo>();
    const Result<ServerProfile> profile = demo->start();
    if (!profile)
        return profile.error();
    m_demo = std::move(demo);
    addSession(withOptions(profile.value(), m_invocation), {}, true);
    return std::nullopt;
}

void WindowProgram::takePreferences(const Preferences &preferences)
{
    // The command line's theme holds until another is chosen knowingly.
    if (preferences.theme != m_settings.settings().preferences.theme)
        m_theme.apply(preferences.theme);
    if (const auto error = m_settings.change([&preferences](Settings &settings) { settings.preferences = preferences; }))
        warn(error->message);
}

void WindowProgram::save()
{
    if (!m_invocation.screenshot.isEmpty() || m_invocation.timing)
        return; // a run for a picture or a figure is nobody's session
    const auto error = m_settings.change([this](Settings &settings) {
        settings.windowState = m_window.saveLayout();
        settings.lastSession.clear();
        for (const auto &session : m_sessions) {
            if (settings.serverWithId(session->server().profile().id))
                settings.lastSession.append(session->server().profile().id);
        }
    });
    if (error)
        qWarning("%s", qUtf8Printable(error->message));
}

void WindowProgram::remember(const ServerProfile &profile)
{
    const auto error = m_settings.change([&profile](Settings &settings) {
        for (ServerProfile &saved : settings.servers) {
            if (saved.id == profile.id)
                saved = profile;
        }
    });
    if (error)
        warn(error->message);
}

void WindowProgram::warn(const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QCoreApplication::applicationName(), QString(), QMessageBox::Ok, &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setText(sentence);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

ServerSession *WindowProgram::sessionOf(const WatchedServer *server) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [server](const auto &session) { return &session->server() == server; });
    return found == m_sessions.end() ? nullptr : found->get();
}

} // namespace taskglass

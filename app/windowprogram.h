// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo.h"
#include "app/session/auditlog.h"
#include "app/session/serversession.h"
#include "app/settings/folders.h"
#include "app/settings/settingsfile.h"
#include "app/terminal/arguments.h"
#include "app/theme.h"
#include "views/mainwindow.h"

#include <QObject>

#include <memory>
#include <vector>

namespace taskglass {

/// The program with a window: owns the sessions, the settings, the audit file and the demo, and does what the window asks
/// for. Needs a QApplication; lives until it quits.
class WindowProgram : public QObject
{
    Q_OBJECT

public:
    /// \a settings are loaded, and stay the only ones: all that changes goes through them. \a theme switches the looks.
    /// Both must outlive the program.
    WindowProgram(const Invocation &invocation, SettingsFile &settings, ThemeSwitch &theme);
    ~WindowProgram() override;

    /// Opens the servers that the command line names, else those of the last session. An error is wrong usage.
    [[nodiscard]] std::optional<Error> open();
    void show();
    [[nodiscard]] MainWindow &window() { return m_window; }
    /// The first session; null on the start page.
    [[nodiscard]] WatchedServer *firstServer();

    /// What the settings say, with the command line's language and theme over it.
    [[nodiscard]] static Preferences preferences(const Invocation &invocation, const Settings &settings);

private:
    void connectWindow();
    void addSession(const ServerProfile &profile, const Credentials &credentials, bool showIt);
    void addServer(const ServerProfile &profile, const Credentials &credentials);
    void editServer(WatchedServer *server, const ServerProfile &profile, const Credentials &credentials);
    void removeServer(WatchedServer *server);
    void testServer(int token, const ServerProfile &profile, const Credentials &credentials);
    [[nodiscard]] std::optional<Error> startDemo();
    void takePreferences(const Preferences &preferences);
    void save();
    void remember(const ServerProfile &profile);
    void warn(const QString &sentence);
    [[nodiscard]] ServerSession *sessionOf(const WatchedServer *server) const;

    const Invocation m_invocation;
    SystemClock m_clock;
    Folders m_folders;
    SettingsFile &m_settings;
    ThemeSwitch &m_theme;
    AuditLog m_audit;
    std::unique_ptr<Demo> m_demo;
    MainWindow m_window;
    std::vector<std::unique_ptr<ServerSession>> m_sessions; ///< Die before the window, which lets go of them first.
};

} // namespace taskglass

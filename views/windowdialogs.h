// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/preferences.h"
#include "models/domain/result.h"
#include "models/domain/serverprofile.h"

#include <QObject>
#include <QPointer>

namespace taskglass {

class Actions;
class AddServerDialog;
class WatchedServer;

/// Opens the window's dialogs: one of a kind at a time, none of them blocks. What the user decides leaves as a signal.
class WindowDialogs : public QObject
{
    Q_OBJECT

public:
    explicit WindowDialogs(QWidget &window);

    /// \a takenNames: of the servers that are watched already.
    void openAddServer(const QStringList &takenNames);
    void openEditServer(WatchedServer *server, const QStringList &takenNames);
    void askToRemove(WatchedServer *server);
    void openFilterHelp();
    void openShortcuts(const Actions &actions);
    void openPreferences(const Preferences &preferences, const QStringList &languages);
    void openAbout();
    /// How often a server that is added is asked at first.
    void setIntervalForNew(int ms) { m_intervalMs = ms; }

    void showTestResult(int token, bool ok, const QStringList &sentences);
    void showTestCertificate(int token, const Error &error);

signals:
    void addServerRequested(const taskglass::ServerProfile &profile, const taskglass::Credentials &credentials);
    void editServerRequested(taskglass::WatchedServer *server, const taskglass::ServerProfile &profile,
                             const taskglass::Credentials &credentials);
    void testServerRequested(int token, const taskglass::ServerProfile &profile,
                             const taskglass::Credentials &credentials);
    void removeServerRequested(taskglass::WatchedServer *server);
    void preferencesChosen(const taskglass::Preferences &preferences);
    void exampleChosen(const QString &filterText);

private:
    AddServerDialog *newServerDialog(const QStringList &takenNames);

    QWidget &m_window;
    int m_intervalMs = ServerProfile().intervalMs;
    QPointer<AddServerDialog> m_serverDialog;
    QPointer<QWidget> m_preferences;
    QPointer<QWidget> m_help;
    QPointer<QWidget> m_shortcuts;
};

} // namespace taskglass

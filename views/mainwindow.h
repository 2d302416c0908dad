// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/command.h"
#include "models/domain/preferences.h"
#include "models/domain/serverprofile.h"
#include "models/table/tasktablemodel.h"
#include "views/actions.h"
#include "views/serverview.h"
#include "views/states/situation.h"
#include "views/tasktable/columnlayout.h"

#include <QHash>
#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QStackedWidget;

namespace taskglass {

class CommandFlow;
class DockPlacement;
class EnvironmentStrip;
class FilterBar;
class IntervalMenu;
class PaneCycle;
class ResultsPanel;
class ServerList;
class ServerListModel;
class SidePanels;
class StartPage;
class TaskActions;
class TaskDetailPane;
class TaskPane;
class TextZoom;
class UndoBar;
class WatchedServer;
class WindowDialogs;
class WindowStatusBar;

/// The window: puts its parts together and wires them; what they do is theirs. It knows servers as WatchedServer only and
/// never owns one. What needs the application leaves as a signal.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Lists \a server; the first one is shown at once. It must be removed here before it dies.
    void addServer(WatchedServer *server);
    void removeServer(WatchedServer *server);
    /// Null shows the start page.
    void showServer(WatchedServer *server);
    [[nodiscard]] WatchedServer *shownServer() const { return m_server; }

    void setFilterText(const QString &text);
    /// Goes to a task, fetching it when it is not loaded, and opens \a tab (0 … 5; negative: as it fits the task).
    void showTask(const TaskId &id, int tab = -1);
    /// Columns of each kind of server, docks, geometry and text size, for the application to keep. Restoring never fails;
    /// what does not fit is left out.
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);
    /// Applies \a preferences but for theme and language, which are the application's; says nothing.
    void setPreferences(const Preferences &preferences);
    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    /// The languages that there are texts for, "de"; offered beside the desktop's.
    void setLanguages(const QStringList &languages) { m_languages = languages; }

    [[nodiscard]] Actions &actionSet() { return m_actions; }
    [[nodiscard]] TaskTableModel &taskModel() { return m_model; }
    [[nodiscard]] TaskPane &taskPane() { return *m_pane; }
    [[nodiscard]] FilterBar &filterBar() { return *m_filter; }
    [[nodiscard]] WindowStatusBar &windowStatus() { return *m_status; }
    [[nodiscard]] CommandFlow &commands() { return *m_commands; }
    [[nodiscard]] UndoBar &undoBar() { return *m_undo; }
    [[nodiscard]] TaskDetailPane &detailPane() { return *m_detail; }

public slots:
    void openAddServer();
    /// The answer to testServerRequested() with the same \a token.
    void showTestResult(int token, bool ok, const QStringList &sentences);
    /// The tested server offered this certificate, which nobody vouches for.
    void showTestCertificate(int token, const taskglass::Error &error);

signals:
    void addServerRequested(const taskglass::ServerProfile &profile, const taskglass::Credentials &credentials);
    /// Empty \a credentials: those in use stay.
    void editServerRequested(taskglass::WatchedServer *server, const taskglass::ServerProfile &profile,
                             const taskglass::Credentials &credentials);
    void testServerRequested(int token, const taskglass::ServerProfile &profile,
                             const taskglass::Credentials &credentials);
    void removeServerRequested(taskglass::WatchedServer *server);
    void demoRequested();
    /// The user decided; the window follows already.
    void preferencesChanged(const taskglass::Preferences &preferences);
    /// The window cannot be seen (any more): polls may slow down.
    void hiddenChanged(bool hidden);

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildParts();
    void buildDocks();
    void connectServers();
    void connectActions();
    void connectView();
    void connectDetail();
    void connectCommands();
    void connectStatusBar();
    void restorePanes(const QByteArrayList &shown);
    void placeDocks();
    void chooseColumns();
    [[nodiscard]] QByteArray savedViews() const;
    [[nodiscard]] ServerView currentView() const;
    void applyView(const ServerView &view);
    void changePreferences(const Preferences &preferences);
    void onServerStatus();
    void onNewFailures(int count);
    void onNotice(NoticeAction action);
    void escape();
    void tick();
    void scheduleRules() { m_rules.start(); }
    void applyRulesNow();
    void updateTitle();
    void updateStatusBar();
    void togglePause();
    void openContextMenu(const QPoint &globalPos, bool ofServer);
    void showCurrentTask(const TaskId &id);
    [[nodiscard]] QStringList serverNames() const;
    void setHiddenState(bool hidden);

    const Clock &m_clock;
    TaskTableModel m_model;
    Actions m_actions;
    WatchedServer *m_server = nullptr;
    QHash<QString, ServerView> m_views; ///< By server id, as they were when they were last shown.
    Preferences m_preferences;
    QStringList m_languages;
    QHash<QString, ColumnLayout> m_columns; ///< By the word for the kind of server.
    QString m_columnsOf;                    ///< Whose columns the table has; empty: nobody's yet.
    bool m_restored = false;                ///< Docks stand where an earlier session left them.
    QTimer m_tick;
    QTimer m_rules;
    bool m_hidden = true;
    int m_failuresSpoken = 0;

    FilterBar *m_filter = nullptr;
    IntervalMenu *m_interval = nullptr;
    EnvironmentStrip *m_strip = nullptr;
    QStackedWidget *m_stack = nullptr;
    StartPage *m_start = nullptr;
    TaskPane *m_pane = nullptr;
    ServerListModel *m_servers = nullptr;
    ServerList *m_serverList = nullptr;
    QDockWidget *m_serverDock = nullptr;
    SidePanels *m_side = nullptr;
    TaskDetailPane *m_detail = nullptr;
    QDockWidget *m_detailDock = nullptr;
    DockPlacement *m_placement = nullptr;
    WindowStatusBar *m_status = nullptr;
    TaskActions *m_taskActions = nullptr;
    TextZoom *m_zoom = nullptr;
    PaneCycle *m_cycle = nullptr;
    WindowDialogs *m_dialogs = nullptr;
    CommandFlow *m_commands = nullptr;
    UndoBar *m_undo = nullptr;
    ResultsPanel *m_results = nullptr;
};

} // namespace taskglass

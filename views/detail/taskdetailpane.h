// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace taskglass {

class DetailTab;
class DetailTabs;
class ElidedLabel;
class StatusGlyph;

/// The pane beside the list: one task, drilled into. It keeps a key, never an index: it reloads, debounced, when that
/// task's data change, keeps the last of it when the server no longer lists the task, and says so.
class TaskDetailPane : public QWidget
{
    Q_OBJECT

public:
    enum class Tab : quint8 { Summary, Error, Details, Timeline, Raw, Related };
    static constexpr int kTabCount = 6;

    explicit TaskDetailPane(QWidget *parent = nullptr);
    ~TaskDetailPane() override;

    /// Null shows the empty pane. The server may be destroyed at any time.
    void setServer(WatchedServer *server);
    /// An empty id shows the empty pane; one that is not loaded is asked for. A failed task opens on Error; coming to
    /// another one leaves Error for Summary.
    void setTask(const TaskId &id);
    [[nodiscard]] TaskId task() const { return m_id; }
    void showTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;
    /// What the toggle buttons show; the window decides what they mean.
    void setFollowed(bool followed);
    void setPinned(bool pinned);
    /// Puts the focus into the shown tab, for Enter in the list and for F6.
    void focusContent();

    /// False while the pane only says that there is nothing to show.
    [[nodiscard]] bool showsTask() const;
    /// Less than the present arrangement takes: made narrower, the pane arranges its buttons anew.
    QSize minimumSizeHint() const override;

signals:
    /// The pane came to show a task, or stopped showing one: an empty pane needs less room.
    void showsTaskChanged(bool shows);
    void cancelRequested(const taskglass::TaskId &id);
    void speedRequested(const taskglass::TaskId &id);
    void followToggled(const taskglass::TaskId &id, bool follow);
    void pinToggled(bool pinned);
    /// A related task was chosen: the window shows it here and in the list.
    void taskActivated(const taskglass::TaskId &id);
    /// "Show tasks with this code": a filter in the language of the filter bar.
    void filterRequested(const QString &filter);
    /// "Copied the path": for the status bar.
    void noticed(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    void makeTabs();
    void reload();
    void onDiff(const StoreDiff &diff);
    void onTick();
    void showTask();
    void showNothing(const QString &sentence);
    void setPage(int page);
    void updateTab();
    void updateButtons();
    void arrangeHeader();
    void chooseTab(bool otherTask);
    void copyCurl();

    QPointer<WatchedServer> m_server;
    TaskId m_id;
    Task m_task;
    bool m_known = false;       ///< m_task holds something to show.
    bool m_tabsChosen = false;  ///< The first data of this task have decided the tab.
    QTimer m_reload;
    QTimer m_rescan; ///< For what depends on all the other tasks.
    QTimer m_tick;

    QStackedWidget *m_stack;
    QLabel *m_empty;
    StatusGlyph *m_glyph;
    ElidedLabel *m_title;
    QLabel *m_state;
    QLabel *m_gone;
    QPushButton *m_cancel;
    QPushButton *m_speed;
    QToolButton *m_copyCurl;
    QToolButton *m_follow;
    QToolButton *m_pin;
    QBoxLayout *m_header = nullptr;
    QBoxLayout *m_buttons = nullptr; ///< What is ordered, and how the task is looked at.
    DetailTabs *m_tabs;
    std::array<DetailTab *, kTabCount> m_pages {};
};

/// Why \a task cannot be canceled now, in a sentence; allowed otherwise. Read-only connections refuse in the core as well.
[[nodiscard]] Ability cancelAbility(const Task &task, const WatchedServer &server);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storereader.h"
#include "models/table/taskgroups.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QComboBox;

namespace taskglass {

class GroupList;
class WatchedServer;
struct StoreDiff;

/// The tasks of one server by what they have in common: what their errors say (with what varies left out), their label,
/// type, machine … Choosing a group asks for the filter that shows it. Groups are counted again some seconds after tasks
/// changed, on a worker where there are many, and only while somebody can see them.
class GroupPanel : public QWidget
{
    Q_OBJECT

public:
    explicit GroupPanel(QWidget *parent = nullptr);
    ~GroupPanel() override;

    /// Null empties the panel; a server must be unset before it dies.
    void setServer(WatchedServer *server);
    /// By which column; one that the server does not have shows errors.
    void setColumn(Column column);
    [[nodiscard]] Column column() const { return m_column; }
    /// Whether the table shows internal tasks: what is counted is what a click shows.
    void setHousekeepingShown(bool shown);
    /// Puts the focus where the column is chosen, and opens the choice.
    void choose();
    [[nodiscard]] GroupList &list() { return *m_list; }
    /// For tests: how often the store was looked through.
    [[nodiscard]] int countings() const { return m_countings; }
    QSize sizeHint() const override;

signals:
    /// The user chose another column.
    void columnChosen(taskglass::Column column);
    /// In the language of the filter bar.
    void filterRequested(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void offerColumns();
    void onDiff(const StoreDiff &diff);
    void startOver();
    void countNow();
    void take(const TaskGroups &groups);

    WatchedServer *m_server = nullptr;
    std::unique_ptr<StoreReader> m_reader;
    std::shared_ptr<GroupCounter> m_counter; ///< Handed to the reader while it reads.
    Column m_column = Column::Error;
    QList<std::pair<QString, Column>> m_offered; ///< Titles as the server calls them.
    bool m_housekeeping = false;
    QTimer m_timer;
    bool m_dirty = false;
    int m_countings = 0;
    QComboBox *m_by = nullptr;
    GroupList *m_list = nullptr;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sortorder.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <utility>

namespace taskglass {

/// One thing that a server can or cannot do, and when not, why: a whole translated sentence for tool tips.
struct Ability
{
    bool allowed = false;
    QString reason; ///< Empty when allowed.
    explicit operator bool() const { return allowed; }
    bool operator==(const Ability &) const = default;

    static Ability yes() { return {true, {}}; }
    static Ability no(const QString &why) { return {false, why}; }
};

/// What Task::housekeeping tasks are on a server: their own work, or questions that somebody asked.
enum class Housekeeping : quint8 { None, InternalTasks, ReadOnlyQueries };

/// What a connection can do, stated by its protocol after detection. Views and commands ask this, never the kind.
struct Capabilities
{
    Ability cancel;           ///< One or several tasks by id.
    Ability cancelByFilter;
    Ability deleteTasks;      ///< Remove records of finished tasks.
    Ability batches;          ///< Tasks form batches that can be asked for.
    Ability progress;
    Ability parents;
    Ability serverCounts;     ///< Per-status counts without loading the tasks.
    bool waitTimes = false;   ///< enqueuedAt and startedAt are both told.
    bool labels = false;      ///< Tasks carry user text (customMetadata 1.26+, X-Opaque-Id).
    QList<QString> columns;   ///< Column ids that make sense here, see models/table/columns.h; empty: all.
    QString cancelMeans;      ///< What cancel does here, in sentences, for the confirmation dialog.
    QString deleteMeans;
    Ability rethrottle = Ability::no({}); ///< The speed of running tasks of the types below can be changed.
    QList<QString> rethrottleTypes;
    Ability followLinks = Ability::no({}); ///< Task::links can be read with this connection's keys.
    bool waitsForEnd = false; ///< CommandDraft::waitForEnd is obeyed.
    Housekeeping housekeeping = Housekeeping::None;
    QString goneMeans;        ///< A sentence for tasks that the server no longer lists; empty: the general one.
    QString keeps;            ///< How long the server lists finished tasks, one sentence for the end of the list; empty: for good.
    QList<std::pair<QString, QString>> columnTitles; ///< Column id and its title here ("type", "Action"); the rest keep theirs.
    SortOrder firstOrder;     ///< Until the user chooses another one: the newest first, by whatever tells that here.
    bool operator==(const Capabilities &) const = default;
};

enum class CommandKind : quint8; // models/domain/command.h
/// The ability that a command needs. \a byFilter: it names its tasks by a filter.
[[nodiscard]] const Ability &abilityFor(const Capabilities &can, CommandKind kind, bool byFilter);

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::Capabilities)

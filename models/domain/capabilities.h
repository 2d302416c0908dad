// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

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
    bool operator==(const Capabilities &) const = default;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::Capabilities)

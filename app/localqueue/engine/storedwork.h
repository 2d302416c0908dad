// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/work.h"

#include <QByteArray>
#include <QList>

namespace taskglass::localqueue {

/// What a job needs to know, as it is kept beside an unfinished task. Which members count depends on the work's type.
struct StoredWork
{
    enum class Type : quint8 {
        Import = 0, DeleteByIds = 1, DeleteByFilter = 2, Clear = 3, Settings = 4, CreateIndex = 5, UpdateIndex = 6,
        DeleteIndex = 7, Compact = 8, Dump = 9, Snapshot = 10, Swap = 11, Cancel = 12, DeleteTasks = 13
    };
    Type type = Type::Import;
    ImportMethod method = ImportMethod::Replace;
    std::optional<QString> primaryKey;  ///< Import, CreateIndex, UpdateIndex.
    std::optional<QString> newUid;      ///< UpdateIndex.
    QStringList ids;                    ///< DeleteByIds.
    QByteArray json;                    ///< DeleteByFilter: the filter; Settings: the settings.
    bool resetAll = false;
    bool isDeletion = false;            ///< Settings.
    qint64 count = 0;                   ///< Import: received documents.
    QList<quint32> uids;                ///< Cancel, DeleteTasks: the matched set, ascending.

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static StoredWork fromBytes(const QByteArray &bytes);
};

} // namespace taskglass::localqueue

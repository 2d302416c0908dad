// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/task.h"
#include "models/table/columns.h"

#include <QByteArray>
#include <QList>

namespace taskglass {

/// How the user looks at one server. All but the filter is kept between two starts.
struct ServerView
{
    QString filter;                  ///< Text of the filter bar, while other servers are shown.
    bool tree = true;                ///< Where a server has parents, that is what it is about.
    QList<TaskId> folded;            ///< Tasks whose parts are hidden; kMostFolded are kept.
    Column groupBy = Column::Error;
    bool operator==(const ServerView &) const = default;

    static constexpr qsizetype kMostFolded = 500;

    /// One line. What cannot be read, or is out of range, is as by default.
    [[nodiscard]] QByteArray toText() const;
    [[nodiscard]] static ServerView fromText(const QByteArray &text);
};

} // namespace taskglass

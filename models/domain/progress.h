// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace taskglass {

/// One step of a batch's progress tree, outermost first (Meilisearch 1.12+). Names are the server's, shown verbatim.
struct ProgressStep
{
    QString name;
    qint64 finished = 0;
    qint64 total = 0;
    bool operator==(const ProgressStep &) const = default;
};

/// How far a running task is. Everything is optional, because servers send only parts of it; nothing is estimated.
struct Progress
{
    std::optional<qint64> done;     ///< Units of work, of \a total.
    std::optional<qint64> total;
    std::optional<double> percent;  ///< 0 … 100 as the server says; may fall now and then (Meilisearch).
    QString phase;                  ///< The innermost step's name, verbatim; empty when none.
    QList<ProgressStep> steps;
    bool operator==(const Progress &) const = default;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskpage.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace taskglass {

/// The id of \a row, a number or a text.
[[nodiscard]] TaskId idOf(const TaskPage &page, const TaskRow &row);

/// The exact bytes of \a row.
[[nodiscard]] QByteArray rawOf(const TaskPage &page, const TaskRow &row);

/// \name How often something occurs, for CommandPreview.
/// @{
template<typename T>
void countOne(QList<std::pair<T, qint64>> &counts, const T &what)
{
    const auto found = std::find_if(counts.begin(), counts.end(), [&what](const auto &pair) { return pair.first == what; });
    if (found == counts.end())
        counts.append({what, 1});
    else
        ++found->second;
}

template<typename T>
void largestFirst(QList<std::pair<T, qint64>> &counts)
{
    std::stable_sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
}
/// @}

} // namespace taskglass

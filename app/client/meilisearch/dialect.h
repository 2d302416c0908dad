// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/version.h"

#include <QByteArray>
#include <QList>

#include <string_view>

namespace taskglass::meilisearch {

/// The newest release whose behaviour was looked at; a newer one works, with a note.
inline constexpr Version kNewestTested {1, 50, 0};

/// The task API changed shape four times.
enum class Generation : quint8 {
    Unpaged,  ///< 0.25 to 0.27: the whole list at once, no filters, old type names.
    Singular, ///< 0.28 and 0.29: pages; filters named `type`, `status`, `indexUid`.
    Plural,   ///< 0.30 to 1.11: filters as today, dates, cancel, delete; `total` from 1.3.
    Batched   ///< 1.12 and newer: batches, progress, `reverse`.
};

/// What kind of Meilisearch is spoken to. When /version is refused only a lower bound is known, from probing.
struct Dialect
{
    Version version;        ///< Exact, or the lowest that the probes allow.
    bool exact = false;

    [[nodiscard]] Generation generation() const;
    [[nodiscard]] bool knows(Version since) const { return version >= since; }
    /// `total` in list answers.
    [[nodiscard]] bool hasTotals() const { return knows({1, 3, 0}); }
    /// `uids=`, `statuses=`, dates.
    [[nodiscard]] bool hasFilters() const { return knows({0, 30, 0}); }
    [[nodiscard]] bool hasBatches() const { return knows({1, 12, 0}); }
    /// 0.25.0 and 0.25.1 counted the time in the queue as run time.
    [[nodiscard]] bool mayMisreportDurations() const { return !knows({0, 25, 2}); }
    /// Type names that this version accepts in a filter; asking for others is an error there.
    [[nodiscard]] QList<QByteArray> typeNames() const;
    bool operator==(const Dialect &) const = default;
};

/// Today's name of a type that older servers named otherwise; any other name as it is.
[[nodiscard]] std::string_view modernTypeName(std::string_view type);

} // namespace taskglass::meilisearch

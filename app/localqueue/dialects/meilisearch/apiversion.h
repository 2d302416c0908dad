// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <compare>
#include <optional>

namespace taskglass::localqueue::meilisearch {

/// Which release the dialect imitates. Every difference between releases is asked for by name here, so that a handler
/// says what differs and this file says since when.
struct ApiVersion
{
    int major = 1;
    int minor = 50;

    auto operator<=>(const ApiVersion &) const = default;

    /// "0.25", "1.12" or "1.12.3" (the patch is dropped). Empty for anything else and below 0.25.
    [[nodiscard]] static std::optional<ApiVersion> parse(QStringView text);
    /// "1.50.0".
    [[nodiscard]] QByteArray text() const;

    /// Tasks are unpaginated, summarized tasks say `uid`, documents have three task types, dumps are no tasks.
    [[nodiscard]] bool unpaginated() const { return *this < ApiVersion {0, 28}; }
    /// `type`, `status`, `indexUid` instead of their plurals.
    [[nodiscard]] bool singularFilters() const { return *this >= ApiVersion {0, 28} && *this < ApiVersion {0, 30}; }
    /// Cancel, delete, `canceledBy`, swaps, plural filters, dates.
    [[nodiscard]] bool cancels() const { return *this >= ApiVersion {0, 30}; }
    /// A code of its own for each bad parameter, and `*` as a filter that counts.
    [[nodiscard]] bool preciseCodes() const { return *this >= ApiVersion {1, 0}; }
    [[nodiscard]] bool deletesByFilter() const { return *this >= ApiVersion {1, 2}; }
    [[nodiscard]] bool totals() const { return *this >= ApiVersion {1, 3}; }
    [[nodiscard]] bool snapshots() const { return *this >= ApiVersion {1, 5}; }
    [[nodiscard]] bool editions() const { return *this >= ApiVersion {1, 10}; }
    /// /batches, `batchUid`, `batchUids`, `reverse`.
    [[nodiscard]] bool batches() const { return *this >= ApiVersion {1, 12}; }
    [[nodiscard]] bool upgrades() const { return *this >= ApiVersion {1, 13}; }
    [[nodiscard]] bool progressTrace() const { return *this >= ApiVersion {1, 14}; }
    [[nodiscard]] bool batchStrategy() const { return *this >= ApiVersion {1, 15}; }
    [[nodiscard]] bool exports() const { return *this >= ApiVersion {1, 16}; }
    [[nodiscard]] bool renames() const { return *this >= ApiVersion {1, 18}; }
    [[nodiscard]] bool compacts() const { return *this >= ApiVersion {1, 23}; }
    [[nodiscard]] bool customMetadata() const { return *this >= ApiVersion {1, 26}; }
    [[nodiscard]] bool topology() const { return *this >= ApiVersion {1, 30}; }
    [[nodiscard]] bool searchRules() const { return *this >= ApiVersion {1, 50}; }
};

} // namespace taskglass::localqueue::meilisearch

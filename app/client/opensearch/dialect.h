// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/version.h"

#include <QString>

namespace taskglass::opensearch {

/// Whose engine answers. Open Distro is Elasticsearch of the version it names itself.
enum class Product : quint8 {
    Elasticsearch,
    OpenSearch,
    Unknown ///< Something that speaks the same API: everything is tried, and judged by what comes back.
};

/// What kind of cluster is spoken to. Nodes of a rolling upgrade differ, so a version is a hint for what to ask; what an
/// answer means is told by the members it has.
struct Dialect
{
    Product product = Product::Unknown;
    Version version;     ///< As the server numbers itself; 0.0.0 when it does not say.
    bool exact = false;  ///< The server told its version.

    /// From \a elasticsearch or \a openSearch on; true when the version is not known.
    [[nodiscard]] bool knows(Version elasticsearch, Version openSearch) const;

    /// Custom headers in tasks, by which our own tasks are told from others'.
    [[nodiscard]] bool hasHeaders() const { return knows({6, 2, 0}, {1, 0, 0}); }
    /// `wait_for_completion` of a cancel.
    [[nodiscard]] bool canWaitForCancel() const { return knows({7, 8, 0}, {1, 0, 0}); }
    /// Processor time and memory of tasks.
    [[nodiscard]] bool hasResourceStats() const { return knows(kNever, {2, 1, 0}); }

    static constexpr Version kNever {99999, 0, 0};
    bool operator==(const Dialect &) const = default;
};

/// Older servers answer with other shapes and know no results.
inline constexpr Version kOldestElasticsearch {5, 0, 0};

} // namespace taskglass::opensearch

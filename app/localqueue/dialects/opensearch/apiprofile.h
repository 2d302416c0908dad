// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace taskglass::localqueue::opensearch {

/// Which product and release the dialect imitates, and what follows from it. Facts by release are those of real clusters
/// (7.10.2, 2.19.1, 3.8.0) and of the products' sources.
struct ApiProfile
{
    enum class Product { OpenSearch, Elasticsearch };
    Product product = Product::OpenSearch;
    int major = 2;
    int minor = 19;

    bool operator==(const ApiProfile &) const = default;

    /// \a product is "opensearch" (1.0 to 3.8) or "elasticsearch" (6.4 to 8.x), \a number like "2.19".
    [[nodiscard]] static std::optional<ApiProfile> parse(QStringView product, QStringView number);
    /// "2.19.1"
    [[nodiscard]] QByteArray number() const;

    [[nodiscard]] bool isOpenSearch() const { return product == Product::OpenSearch; }
    /// Whether it is OpenSearch \a os or later, or Elasticsearch \a es or later; {0,0} is never.
    struct Release
    {
        int major = 0;
        int minor = 0;
        auto operator<=>(const Release &) const = default;
    };
    [[nodiscard]] bool since(Release os, Release es) const;

    [[nodiscard]] bool hasCancelledFlag() const { return since({2, 0}, {7, 14}); }
    [[nodiscard]] bool hasCancellationTime() const { return since({2, 8}, {}); }
    [[nodiscard]] bool hasResourceStats() const { return since({2, 9}, {}); }
    [[nodiscard]] bool cancelWaits() const { return since({1, 0}, {7, 8}); }
    /// "[_doc]" behind a reindex's destination, and "type" in documents' failures and answers.
    [[nodiscard]] bool hasMappingTypes() const { return !since({2, 0}, {8, 0}); }
    [[nodiscard]] bool saysClusterManager() const { return since({2, 0}, {}); }
    [[nodiscard]] bool hasNodeAttributes() const { return since({1, 2}, {}); }
    [[nodiscard]] bool keepsRequestId() const { return since({3, 5}, {}); }
    [[nodiscard]] bool namesItselfInHeaders() const { return since({3, 0}, {7, 14}); }
    /// Of an expired wait for a task on the node that was asked.
    [[nodiscard]] int expiredWaitStatus() const;
};

} // namespace taskglass::localqueue::opensearch

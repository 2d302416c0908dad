// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/dialect.h"

#include <array>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

Generation Dialect::generation() const
{
    if (knows({1, 12, 0}))
        return Generation::Batched;
    if (knows({0, 30, 0}))
        return Generation::Plural;
    return knows({0, 28, 0}) ? Generation::Singular : Generation::Unpaged;
}

QList<QByteArray> Dialect::typeNames() const
{
    struct Since
    {
        const char *type;
        Version version;
    };
    static constexpr std::array kSince {
        Since {"documentAdditionOrUpdate", {0, 28, 0}}, Since {"documentDeletion", {0, 25, 0}},
        Since {"settingsUpdate", {0, 25, 0}},           Since {"indexCreation", {0, 25, 0}},
        Since {"indexDeletion", {0, 25, 0}},            Since {"indexUpdate", {0, 25, 0}},
        Since {"dumpCreation", {0, 28, 0}},             Since {"indexSwap", {0, 30, 0}},
        Since {"taskCancelation", {0, 30, 0}},          Since {"taskDeletion", {0, 30, 0}},
        Since {"snapshotCreation", {0, 30, 0}},         Since {"documentEdition", {1, 10, 0}},
        Since {"upgradeDatabase", {1, 13, 0}},          Since {"export", {1, 16, 0}},
        Since {"indexCompaction", {1, 23, 0}},          Since {"networkTopologyChange", {1, 30, 0}},
        Since {"dsrUpdate", {1, 50, 0}},                Since {"dsrClear", {1, 50, 0}},
    };
    QList<QByteArray> names;
    for (const Since &since : kSince) {
        if (knows(since.version))
            names << QByteArray(since.type);
    }
    return names;
}

std::string_view modernTypeName(std::string_view type)
{
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array kAliases {
        Pair {"documentAddition", "documentAdditionOrUpdate"},   Pair {"documentPartial", "documentAdditionOrUpdate"},
        Pair {"documentsAddition", "documentAdditionOrUpdate"},  Pair {"documentsPartial", "documentAdditionOrUpdate"},
        Pair {"documentsDeletion", "documentDeletion"},          Pair {"clearAll", "documentDeletion"},
        Pair {"DocumentsAddition", "documentAdditionOrUpdate"},  Pair {"DocumentsPartial", "documentAdditionOrUpdate"},
        Pair {"DocumentsDeletion", "documentDeletion"},          Pair {"ClearAll", "documentDeletion"},
    };
    for (const auto &[old, modern] : kAliases) {
        if (type == old)
            return modern;
    }
    return type;
}

} // namespace taskglass::meilisearch

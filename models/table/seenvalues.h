// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtercompletion.h"
#include "models/store/taskcolumns.h"

#include <array>
#include <vector>

namespace taskglass {

/// Gathers the values that loaded tasks have, for completion, some tasks at a time: a million take 25 ms. The store may
/// change between two steps, except for a reset: then what was gathered means nothing any more.
class SeenValues
{
public:
    explicit SeenValues(const TaskStore &store);
    /// Looks at the next \a most slots; true when all have been looked at.
    bool lookAt(Slot most);
    /// What was gathered, at most \a most values a field, sorted.
    [[nodiscard]] FilterVocabulary values(int most = 500);

private:
    /// Distinct values of one column, by reference.
    class Distinct
    {
    public:
        /// Batches and labels can be as many as tasks: nobody picks from a longer list, so it is not gathered.
        static constexpr std::size_t kMostGathered = 5000;

        /// References below \a strings may come.
        void makeRoom(std::size_t strings) { m_seen.resize(strings, false); }
        void add(StringTable::Ref ref)
        {
            if (ref == 0 || m_refs.size() >= kMostGathered || m_seen[ref])
                return;
            m_seen[ref] = true;
            m_refs.push_back(ref);
        }
        [[nodiscard]] QStringList sorted(const TaskColumns &columns, int most);

    private:
        std::vector<bool> m_seen;
        std::vector<StringTable::Ref> m_refs;
    };
    enum Field { States, Types, Targets, Codes, Labels, Batches, Nodes, Subscriptions, Databases, kFieldCount };

    const TaskColumns &m_columns;
    std::array<Distinct, kFieldCount> m_fields;
    Slot m_next = 0;
};

/// The same at once.
[[nodiscard]] FilterVocabulary seenValues(const TaskStore &store, int most = 500);

} // namespace taskglass

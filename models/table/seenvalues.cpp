// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/seenvalues.h"

#include "models/store/taskcolumns.h"
#include "models/table/roworder.h"

#include <algorithm>
#include <vector>

namespace taskglass {

namespace {

/// Batches and labels can be as many as tasks: nobody picks from a longer list, so it is not gathered.
constexpr std::size_t kMostGathered = 5000;
constexpr Slot kTasksBetweenLooks = 8192;

/// Distinct values of one column, by reference.
class Distinct
{
public:
    explicit Distinct(const TaskColumns &columns)
        : m_columns(columns)
        , m_seen(columns.strings.size(), false)
    {
    }
    void add(StringTable::Ref ref)
    {
        if (ref == 0 || m_refs.size() >= kMostGathered || m_seen[ref])
            return;
        m_seen[ref] = true;
        m_refs.push_back(ref);
    }
    [[nodiscard]] QStringList sorted(int most)
    {
        std::sort(m_refs.begin(), m_refs.end(), [this](StringTable::Ref a, StringTable::Ref b) {
            return compareTexts(m_columns.text(a), m_columns.text(b)) < 0;
        });
        QStringList list;
        for (std::size_t i = 0; i < m_refs.size() && list.size() < most; ++i) {
            const std::string_view utf8 = m_columns.text(m_refs[i]);
            list.append(QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
        }
        return list;
    }

private:
    const TaskColumns &m_columns;
    std::vector<bool> m_seen;
    std::vector<StringTable::Ref> m_refs;
};

} // namespace

FilterVocabulary seenValues(const TaskColumns &c, const std::atomic<bool> *canceled, int most)
{
    Distinct states(c), types(c), targets(c), codes(c), labels(c), batches(c), nodes(c), subscriptions(c), databases(c);
    for (Slot slot = 0; slot < c.slotCount(); ++slot) {
        if (slot % kTasksBetweenLooks == 0 && canceled && canceled->load(std::memory_order_relaxed))
            break;
        if (!c.isAlive(slot))
            continue;
        states.add(c.serverState[slot]);
        types.add(c.type[slot]);
        targets.add(c.target[slot]);
        labels.add(c.labelText[slot]);
        batches.add(c.batch[slot]);
        nodes.add(c.node[slot]);
        subscriptions.add(c.subscription[slot]);
        databases.add(c.database[slot]);
    }
    for (std::size_t error = 0; error < c.errors.size(); ++error)
        codes.add(c.errors[error].code);
    return {states.sorted(most), types.sorted(most), targets.sorted(most), codes.sorted(most), labels.sorted(most),
            batches.sorted(most), nodes.sorted(most), subscriptions.sorted(most), databases.sorted(most)};
}

} // namespace taskglass

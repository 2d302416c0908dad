// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filterbar/vocabulary.h"

#include "models/store/taskcolumns.h"

#include <vector>

namespace taskglass {

namespace {

/// Collects texts by reference, each once.
class Distinct
{
public:
    Distinct(const TaskColumns &columns, QStringList &into)
        : m_columns(columns)
        , m_into(into)
        , m_seen(columns.strings.size(), false)
    {
    }

    void add(StringTable::Ref ref)
    {
        if (ref == 0 || m_seen[ref] || m_into.size() >= kVocabularyLimit)
            return;
        m_seen[ref] = true;
        const std::string_view text = m_columns.text(ref);
        m_into.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
    }

private:
    const TaskColumns &m_columns;
    QStringList &m_into;
    std::vector<bool> m_seen;
};

} // namespace

FilterVocabulary vocabularyOf(const TaskColumns &columns)
{
    FilterVocabulary seen;
    Distinct states(columns, seen.serverStates);
    Distinct types(columns, seen.types);
    Distinct targets(columns, seen.targets);
    Distinct codes(columns, seen.errorCodes);
    Distinct labels(columns, seen.labels);
    Distinct batches(columns, seen.batches);
    Distinct nodes(columns, seen.nodes);
    for (Slot slot = 0; slot < columns.slotCount(); ++slot) {
        if (!columns.isAlive(slot))
            continue;
        states.add(columns.serverState[slot]);
        types.add(columns.type[slot]);
        targets.add(columns.target[slot]);
        labels.add(columns.labelText[slot]);
        batches.add(columns.batch[slot]);
        nodes.add(columns.node[slot]);
    }
    for (const TaskColumns::ErrorRefs &error : columns.errors)
        codes.add(error.code);
    return seen;
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/seenvalues.h"

#include "models/table/roworder.h"

#include <algorithm>

namespace taskglass {

QStringList SeenValues::Distinct::sorted(const TaskColumns &columns, int most)
{
    std::sort(m_refs.begin(), m_refs.end(), [&columns](StringTable::Ref a, StringTable::Ref b) {
        return compareTexts(columns.text(a), columns.text(b)) < 0;
    });
    QStringList list;
    for (std::size_t i = 0; i < m_refs.size() && list.size() < most; ++i) {
        const std::string_view utf8 = columns.text(m_refs[i]);
        list.append(QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
    }
    return list;
}

SeenValues::SeenValues(const TaskStore &store) : m_columns(store.columns()) { }

bool SeenValues::lookAt(Slot most)
{
    const TaskColumns &c = m_columns;
    for (Distinct &field : m_fields)
        field.makeRoom(c.strings.size());
    const Slot end = m_next + std::min(most, c.slotCount() - m_next);
    for (; m_next < end; ++m_next) {
        if (!c.isAlive(m_next))
            continue;
        m_fields[States].add(c.serverState[m_next]);
        m_fields[Types].add(c.type[m_next]);
        m_fields[Targets].add(c.target[m_next]);
        m_fields[Labels].add(c.labelText[m_next]);
        m_fields[Batches].add(c.batch[m_next]);
        m_fields[Nodes].add(c.node[m_next]);
        m_fields[Subscriptions].add(c.subscription[m_next]);
        m_fields[Databases].add(c.database[m_next]);
    }
    return m_next == c.slotCount();
}

FilterVocabulary SeenValues::values(int most)
{
    const TaskColumns &c = m_columns;
    m_fields[Codes].makeRoom(c.strings.size());
    for (std::size_t error = 0; error < c.errors.size(); ++error)
        m_fields[Codes].add(c.errors[error].code);
    const auto of = [&](Field field) { return m_fields[field].sorted(c, most); };
    return {of(States), of(Types), of(Targets), of(Codes), of(Labels), of(Batches), of(Nodes), of(Subscriptions), of(Databases)};
}

FilterVocabulary seenValues(const TaskStore &store, int most)
{
    SeenValues seen(store);
    seen.lookAt(store.columns().slotCount());
    return seen.values(most);
}

} // namespace taskglass

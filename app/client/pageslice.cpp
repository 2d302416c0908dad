// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pageslice.h"

#include <algorithm>
#include <unordered_map>

namespace taskglass {

TaskPagePtr slice(const TaskPage &page, std::size_t first, std::size_t count)
{
    auto part = std::make_shared<TaskPage>();
    const std::size_t end = std::min(page.rows.size(), first + count);
    part->rows.reserve(end - std::min(first, end));
    std::unordered_map<StringTable::Ref, StringTable::Ref> texts;
    std::unordered_map<quint32, quint32> blocks;
    for (std::size_t i = first; i < end; ++i) {
        TaskRow row = page.rows[i];
        for (const auto ref : kRowTexts) {
            if (row.*ref == 0)
                continue;
            const auto [known, isNew] = texts.try_emplace(row.*ref, 0);
            if (isNew)
                known->second = part->strings.add(page.strings.at(row.*ref));
            row.*ref = known->second;
        }
        if (row.rawBlock < page.rawBlocks.size()) {
            const auto [known, isNew] = blocks.try_emplace(row.rawBlock, static_cast<quint32>(part->rawBlocks.size()));
            if (isNew)
                part->rawBlocks.push_back(page.rawBlocks[row.rawBlock]);
            row.rawBlock = known->second;
        }
        part->rows.push_back(row);
    }
    return part;
}

} // namespace taskglass

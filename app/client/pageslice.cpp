// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pageslice.h"

#include <QByteArray>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace taskglass {

namespace {

/// So many rows are worth a block of raw bytes of their own.
constexpr std::size_t kFew = 64;

/// Copies rows of one page into another, with the strings and raw blocks that they use.
class Copier
{
public:
    explicit Copier(const TaskPage &from)
        : m_from(from)
        , m_to(std::make_shared<TaskPage>())
    {
    }

    void reserve(std::size_t rows) { m_to->rows.reserve(rows); }
    void copy(const TaskRow &row);
    [[nodiscard]] std::shared_ptr<TaskPage> take() { return std::move(m_to); }

private:
    const TaskPage &m_from;
    std::shared_ptr<TaskPage> m_to;
    std::unordered_map<StringTable::Ref, StringTable::Ref> m_texts;
    std::unordered_map<quint32, quint32> m_blocks;
};

void Copier::copy(const TaskRow &original)
{
    TaskRow row = original;
    for (const auto ref : kRowTexts) {
        if (row.*ref == 0)
            continue;
        const auto [known, isNew] = m_texts.try_emplace(row.*ref, 0);
        if (isNew)
            known->second = m_to->strings.add(m_from.strings.at(row.*ref));
        row.*ref = known->second;
    }
    if (row.rawBlock < m_from.rawBlocks.size()) {
        const auto [known, isNew] = m_blocks.try_emplace(row.rawBlock, static_cast<quint32>(m_to->rawBlocks.size()));
        if (isNew)
            m_to->rawBlocks.push_back(m_from.rawBlocks[row.rawBlock]);
        row.rawBlock = known->second;
    }
    m_to->rows.push_back(row);
}

/// Puts the raw bytes of all rows into one block.
void repack(TaskPage &page)
{
    std::vector<QByteArray> bytes;
    std::vector<std::string_view> pieces;
    bytes.reserve(page.rows.size());
    for (TaskRow &row : page.rows) {
        bytes.push_back(page.rawBlocks[row.rawBlock]->at(row.rawIndex));
        pieces.emplace_back(bytes.back().constData(), std::size_t(bytes.back().size()));
        row.rawBlock = 0;
        row.rawIndex = quint32(pieces.size() - 1);
    }
    page.rawBlocks.assign(1, RawBlock::pack(pieces));
}

} // namespace

TaskPagePtr slice(const TaskPage &page, std::size_t first, std::size_t count)
{
    Copier copier(page);
    const std::size_t end = std::min(page.rows.size(), first + count);
    copier.reserve(end - std::min(first, end));
    for (std::size_t i = first; i < end; ++i)
        copier.copy(page.rows[i]);
    return copier.take();
}

std::shared_ptr<TaskPage> pick(const TaskPage &page, std::span<const std::size_t> indices)
{
    Copier copier(page);
    copier.reserve(indices.size());
    for (const std::size_t index : indices)
        copier.copy(page.rows[index]);
    const std::shared_ptr<TaskPage> picked = copier.take();
    const bool allHaveRaw = std::all_of(picked->rows.begin(), picked->rows.end(), [&picked](const TaskRow &row) { return row.rawBlock < picked->rawBlocks.size(); });
    if (indices.size() <= kFew && indices.size() < page.rows.size() && allHaveRaw)
        repack(*picked);
    return picked;
}

} // namespace taskglass

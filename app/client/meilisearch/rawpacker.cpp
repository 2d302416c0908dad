// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/rawpacker.h"

#include <algorithm>
#include <atomic>
#include <span>
#include <thread>

namespace taskglass::meilisearch {

namespace {
/// Starting a thread costs about as much as packing a block: fewer are not worth sharing out.
constexpr std::size_t kBlocksWorthThreads = 8;
} // namespace

std::vector<std::shared_ptr<const RawBlock>> packRaw(const std::vector<std::string_view> &raw, std::vector<TaskRow> &rows)
{
    static constexpr std::size_t kSize = RawBlock::kTasksPerBlock;
    const std::size_t count = (raw.size() + kSize - 1) / kSize;
    std::vector<std::shared_ptr<const RawBlock>> blocks(count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].rawBlock = quint32(i / kSize);
        rows[i].rawIndex = quint32(i % kSize);
    }
    std::atomic<std::size_t> nextBlock = 0;
    const auto work = [&raw, &blocks, &nextBlock, count] {
        for (std::size_t block = nextBlock++; block < count; block = nextBlock++) {
            const std::size_t begin = block * kSize;
            blocks[block] = RawBlock::pack(std::span(raw).subspan(begin, std::min(kSize, raw.size() - begin)));
        }
    };
    std::vector<std::jthread> helpers;
    if (count >= kBlocksWorthThreads) {
        const unsigned cores = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
        for (unsigned i = 1; i < cores; ++i)
            helpers.emplace_back(work);
    }
    work();
    helpers.clear(); // joins
    return blocks;
}

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rawpacker.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace taskglass {

namespace {

/// Starting a thread costs about as much as packing a block (some 100 KB): less is not worth sharing out.
constexpr qsizetype kWorthThreads = 800 * 1024;
constexpr unsigned kMostHelpers = 3;

struct Job
{
    std::size_t block = 0;
    std::vector<std::string_view> pieces;
};

} // namespace

/// What all threads touch, under one lock that is held for moves only: a block is some hundred microseconds of work.
struct RawPacker::Shared
{
    std::mutex lock;
    std::condition_variable wake;
    std::deque<Job> jobs;
    std::vector<std::shared_ptr<const RawBlock>> blocks;
    bool closed = false; ///< No more jobs come.
    std::vector<std::jthread> helpers;

    void put(std::vector<std::string_view> &&pieces);
    /// The next job; waits for one until closed.
    [[nodiscard]] std::optional<Job> take();
    void work();
};

void RawPacker::Shared::put(std::vector<std::string_view> &&pieces)
{
    {
        const std::lock_guard hold(lock);
        jobs.push_back({blocks.size(), std::move(pieces)});
        blocks.emplace_back();
    }
    wake.notify_one();
}

std::optional<Job> RawPacker::Shared::take()
{
    std::unique_lock hold(lock);
    wake.wait(hold, [this] { return closed || !jobs.empty(); });
    if (jobs.empty())
        return std::nullopt;
    Job job = std::move(jobs.front());
    jobs.pop_front();
    return job;
}

void RawPacker::Shared::work()
{
    RawBlockPacker packer;
    while (const std::optional<Job> job = take()) {
        std::shared_ptr<const RawBlock> packed = RawBlock::pack(job->pieces, packer);
        const std::lock_guard hold(lock);
        blocks[job->block] = std::move(packed);
    }
}

RawPacker::RawPacker(qsizetype expectedBytes)
    : m_shared(std::make_unique<Shared>())
{
    if (expectedBytes < kWorthThreads)
        return;
    const unsigned cores = std::max(std::thread::hardware_concurrency(), 1U);
    for (unsigned i = 0; i < std::min(cores - 1, kMostHelpers); ++i)
        m_shared->helpers.emplace_back([shared = m_shared.get()] { shared->work(); });
}

RawPacker::~RawPacker()
{
    {
        const std::lock_guard hold(m_shared->lock);
        m_shared->jobs.clear(); // nobody wants them: the answer was faulty
    }
    close();
}

void RawPacker::add(std::string_view raw)
{
    m_pieces.push_back(raw);
    if (m_pieces.size() < RawBlock::kTasksPerBlock)
        return;
    m_shared->put(std::exchange(m_pieces, {}));
    m_pieces.reserve(RawBlock::kTasksPerBlock);
}

std::vector<std::shared_ptr<const RawBlock>> RawPacker::finish()
{
    if (!m_pieces.empty())
        m_shared->put(std::exchange(m_pieces, {}));
    {
        const std::lock_guard hold(m_shared->lock);
        m_shared->closed = true;
    }
    m_shared->wake.notify_all();
    m_shared->work(); // whatever the helpers have not come to
    close();
    return std::move(m_shared->blocks);
}

void RawPacker::close()
{
    {
        const std::lock_guard hold(m_shared->lock);
        m_shared->closed = true;
    }
    m_shared->wake.notify_all();
    m_shared->helpers.clear(); // joins
}

} // namespace taskglass

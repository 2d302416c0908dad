// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rawblock.h"

#include <memory>
#include <string_view>
#include <vector>

namespace taskglass {

/// Packs the bytes of tasks into blocks while they are still being read: of a large answer, helper threads pack what has
/// been read while the caller reads on, so that two cores take little longer than reading alone.
class RawPacker
{
public:
    /// \a expectedBytes: of the whole answer; decides whether threads are worth their start.
    explicit RawPacker(qsizetype expectedBytes);
    ~RawPacker();
    Q_DISABLE_COPY_MOVE(RawPacker)

    /// The bytes of the next task; they must stay where they are until finish() returns, or this object dies.
    void add(std::string_view raw);
    /// All blocks, in order: task n is piece n % kTasksPerBlock of block n / kTasksPerBlock. Call it once.
    [[nodiscard]] std::vector<std::shared_ptr<const RawBlock>> finish();

private:
    struct Shared;
    void close();
    std::unique_ptr<Shared> m_shared;
    std::vector<std::string_view> m_pieces; ///< Of the block that is being filled.
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/textindex.h"

#include <string_view>
#include <vector>

namespace taskglass {

/// Strings that tasks share, each stored once and named by a small number, as in a StringTable; but those that no task
/// uses any more are given back now and then, since a cluster names thousands of new tasks a second, for days. Reference 0
/// is the empty string.
///
/// Giving back goes in small steps between the owner's own changes, so that no single one costs a frame: while isMarking(),
/// the owner marks every reference that it holds, a few at a time; what it adds meanwhile counts as marked. Then sweep()
/// until it is done. References that are in use never change; one that was given back may name another text later, so
/// whoever remembers something by reference compares generation().
class StringPool
{
public:
    using Ref = TextIndex::Ref;

    StringPool() = default;
    ~StringPool();
    StringPool(StringPool &&other) noexcept : StringPool() { swap(other); }
    StringPool &operator=(StringPool &&other) noexcept;
    StringPool(const StringPool &) = delete;
    StringPool &operator=(const StringPool &) = delete;

    /// The reference of \a text (UTF-8), adding it if new. Amortised O(length).
    Ref add(std::string_view text);
    /// The reference of \a text, or 0 when it is not there (or is empty).
    [[nodiscard]] Ref find(std::string_view text) const { return m_texts.find(text); }
    /// Valid until the next sweep().
    [[nodiscard]] std::string_view at(Ref ref) const { return m_texts.at(ref); }
    /// References are below this: the bound of a vector by reference.
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    /// Another number than before: some references were given back.
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /// Strings in use, or not known to be unused, without the empty one.
    [[nodiscard]] std::size_t used() const { return m_texts.used(); }
    /// Heap bytes in use.
    [[nodiscard]] std::size_t bytes() const;

    /// \name Giving back
    /// @{
    /// Twice as many strings, or twice as long ones, as were found in use last time: half of it or more may be unused.
    [[nodiscard]] bool isDue() const
    {
        return m_phase == Phase::Resting && (used() > m_dueAbove || m_textBytes > m_dueAboveBytes);
    }
    void startMarking();
    [[nodiscard]] bool isMarking() const { return m_phase == Phase::Marking; }
    void mark(Ref ref) { m_marked[ref] = true; }
    /// Everything in use has been marked.
    void startSweeping();
    [[nodiscard]] bool isSweeping() const { return m_phase == Phase::Sweeping; }
    /// Looks at \a most more references and gives back those that were not marked.
    void sweep(std::size_t most);
    /// @}

    /// Below so many strings nothing is given back: it would not be worth the work.
    static constexpr std::size_t kLeastDue = 32 * 1024;
    /// And below so many bytes: error texts of some kilobytes each weigh more than they count.
    static constexpr std::size_t kLeastBytesDue = 8 * 1024 * 1024;

private:
    enum class Phase : quint8 { Resting, Marking, Sweeping };

    void swap(StringPool &other) noexcept;
    void drop(Ref ref);

    TextIndex m_texts; // each an array of its own
    std::vector<bool> m_marked;
    std::size_t m_textBytes = 0;
    std::size_t m_dueAbove = kLeastDue;
    std::size_t m_dueAboveBytes = kLeastBytesDue;
    std::size_t m_swept = 0;
    quint64 m_generation = 0;
    Phase m_phase = Phase::Resting;
};

} // namespace taskglass

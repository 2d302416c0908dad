// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/chunkedvector.h"
#include "models/domain/hashindex.h"
#include "models/store/stringpool.h"

#include <vector>

namespace taskglass {

/// A task's error, in strings of a StringPool.
struct ErrorRefs
{
    StringPool::Ref message = 0;
    StringPool::Ref code = 0;
    StringPool::Ref type = 0;
    StringPool::Ref link = 0;
    bool operator==(const ErrorRefs &) const = default;
};

/// The errors of a store's tasks, each once, named by a small number: a million tasks may fail in the same few words. Those
/// that no task has any more are given back along with their strings, in the same small steps; see StringPool. Number 0 is
/// no error. One that was given back may name another error later: whoever remembers something by number compares
/// generation().
class ErrorPool
{
public:
    ErrorPool();

    /// The number of \a refs, adding it if new.
    quint32 add(const ErrorRefs &refs);
    [[nodiscard]] const ErrorRefs &operator[](std::size_t number) const { return m_errors[number]; }
    /// Numbers are below this; those that are free stand for no error.
    [[nodiscard]] std::size_t size() const { return m_errors.size(); }
    /// Another number than before: some errors were given back.
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /// Heap bytes in use.
    [[nodiscard]] std::size_t bytes() const;

    /// \name Giving back
    /// What is added meanwhile counts as marked.
    /// @{
    void startMarking();
    void mark(quint32 number) { m_marked[number] = true; }
    /// Looks at \a most more, gives those back that were not marked and marks the strings of the others in \a strings. True
    /// when all were seen.
    [[nodiscard]] bool sweep(std::size_t most, StringPool &strings);
    /// @}

private:
    void drop(quint32 number);

    ChunkedVector<ErrorRefs> m_errors;
    HashIndex m_numbers; // by value
    std::vector<quint32> m_free;
    std::vector<bool> m_marked; // empty unless errors are being marked or swept
    std::size_t m_swept = 0;
    quint64 m_generation = 0;
};

} // namespace taskglass

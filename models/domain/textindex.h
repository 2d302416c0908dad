// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/chunkedvector.h"
#include "models/domain/hashindex.h"

#include <QtGlobal>

#include <functional>
#include <string_view>
#include <vector>

namespace taskglass {

/// Texts (UTF-8), each once, found by a small number and by what they say; the characters themselves are kept by the owner.
/// Number 0 is the empty text. The number of a text that was taken out may name another one later.
class TextIndex
{
public:
    using Ref = quint32;

    TextIndex() { m_texts.push_back({}); }

    /// The number of \a text, or 0 when it is not there (or is empty).
    [[nodiscard]] Ref find(std::string_view text) const { return text.empty() ? 0 : find(text, hashOf(text)); }
    /// The number of \a text. When it is new, \a keep stores it and returns the view that lasts. Amortised O(length).
    template<typename Keep>
    Ref add(std::string_view text, Keep &&keep)
    {
        if (text.empty())
            return 0;
        const std::size_t hash = hashOf(text);
        if (const Ref known = find(text, hash); known != 0)
            return known;
        const Ref ref = takeNumber();
        m_texts[ref] = keep(text);
        m_refs.insert(hash, ref, [this](Ref other) { return hashOf(m_texts[other]); });
        return ref;
    }
    /// Takes \a ref out, which is in use; its characters must last until then.
    void remove(Ref ref)
    {
        m_refs.remove(hashOf(m_texts[ref]), ref, [this](Ref other) { return hashOf(m_texts[other]); });
        m_texts[ref] = {};
        m_free.push_back(ref);
    }

    [[nodiscard]] std::string_view at(Ref ref) const { return m_texts[ref]; }
    /// Numbers are below this.
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    /// Texts in use, without the empty one.
    [[nodiscard]] std::size_t used() const { return m_texts.size() - 1 - m_free.size(); }
    /// Heap bytes in use, without the characters.
    [[nodiscard]] std::size_t bytes() const { return m_texts.bytes() + m_refs.bytes() + m_free.capacity() * sizeof(Ref); }

private:
    [[nodiscard]] static std::size_t hashOf(std::string_view text) { return std::hash<std::string_view> {}(text); }
    [[nodiscard]] Ref find(std::string_view text, std::size_t hash) const
    {
        const Ref ref = m_refs.find(hash, [&](Ref candidate) { return m_texts[candidate] == text; });
        return ref == HashIndex::kNone ? 0 : ref;
    }
    [[nodiscard]] Ref takeNumber()
    {
        if (m_free.empty()) {
            m_texts.push_back({});
            return Ref(m_texts.size() - 1);
        }
        const Ref ref = m_free.back();
        m_free.pop_back();
        return ref;
    }

    ChunkedVector<std::string_view> m_texts;
    HashIndex m_refs;
    std::vector<Ref> m_free;
};

} // namespace taskglass

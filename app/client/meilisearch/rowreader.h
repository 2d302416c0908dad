// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/jsonwalk.h"
#include "app/client/meilisearch/dialect.h"
#include "app/client/rawpacker.h"
#include "models/domain/taskpage.h"

#include <string_view>

namespace taskglass::meilisearch {

/// Fills one page's rows. Knows where it is, for the path of a fault.
class RowReader
{
public:
    RowReader(TaskPage &page, const Dialect &dialect, qsizetype bodyBytes)
        : m_page(page)
        , m_dialect(dialect)
        , m_customMetadata(page.strings.add("customMetadata"))
        , m_bodyBytes(std::size_t(bodyBytes))
        , m_packer(bodyBytes)
    {
    }

    /// Adds the task in \a object. On failure member() says where.
    [[nodiscard]] simdjson::error_code readTask(json::ondemand::object &object);
    /// The bytes of the task that was added last; there must be one. They stay where they are until pack().
    void keepRaw(std::string_view raw);
    [[nodiscard]] std::string_view member() const { return m_member; }
    void pack() { m_page.rawBlocks = m_packer.finish(); }

private:
    [[nodiscard]] simdjson::error_code readMember(std::string_view key, json::ondemand::value &value, TaskRow &row);
    [[nodiscard]] simdjson::error_code readUid(json::ondemand::value &value, TaskRow &row);
    [[nodiscard]] simdjson::error_code readStatus(json::ondemand::value &value, TaskRow &row);
    [[nodiscard]] simdjson::error_code readType(json::ondemand::value &value, TaskRow &row);
    [[nodiscard]] simdjson::error_code readDuration(json::ondemand::value &value, TaskRow &row);
    [[nodiscard]] simdjson::error_code readLabel(json::ondemand::value &value, TaskRow &row);
    [[nodiscard]] simdjson::error_code readError(json::ondemand::value &value, TaskRow &row);
    [[nodiscard]] simdjson::error_code readId(json::ondemand::value &value, StringTable::Ref &ref);
    void correctDuration(TaskRow &row) const;
    [[nodiscard]] StringTable::Ref shared(std::string_view text, StringTable::Ref &last);

    TaskPage &m_page;
    const Dialect &m_dialect;
    const StringTable::Ref m_customMetadata;
    const std::size_t m_bodyBytes;
    RawPacker m_packer;
    std::string_view m_member;
    // What the task before had: neighbours are alike, and comparing is cheaper than a look-up.
    StringTable::Ref m_lastStatus = 0;
    StringTable::Ref m_lastType = 0;
    qint64 m_lastNumber = -1;
    StringTable::Ref m_lastNumberRef = 0;
};

} // namespace taskglass::meilisearch

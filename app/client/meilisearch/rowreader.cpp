// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/rowreader.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace taskglass::meilisearch {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

namespace {

TaskState stateFor(std::string_view status)
{
    if (status == "enqueued")
        return TaskState::Queued;
    if (status == "processing")
        return TaskState::Running;
    if (status == "succeeded" || status == "processed") // the latter up to 0.24
        return TaskState::Succeeded;
    if (status == "failed")
        return TaskState::Failed;
    if (status == "canceled")
        return TaskState::Canceled;
    return TaskState::Unknown;
}

} // namespace

void RowReader::keepRaw(std::string_view raw)
{
    static constexpr std::size_t kSize = RawBlock::kTasksPerBlock;
    const std::size_t index = m_page.rows.size() - 1;
    m_page.rows.back().rawBlock = quint32(index / kSize);
    m_page.rows.back().rawIndex = quint32(index % kSize);
    if (index == 0) // the others are about as long
        m_page.rows.reserve(std::min(m_bodyBytes / std::max<std::size_t>(raw.size(), 64) * 5 / 4 + 1, m_bodyBytes / 64 + 1));
    m_packer.add(raw);
}

StringTable::Ref RowReader::shared(std::string_view text, StringTable::Ref &last)
{
    if (text != m_page.strings.at(last))
        last = m_page.strings.add(text);
    return last;
}

/// A number that names something, as text.
error_code RowReader::readId(ondemand::value &value, StringTable::Ref &ref)
{
    qint64 number = -1;
    if (const auto code = json::readCount(value, number))
        return code;
    if (number < 0)
        return simdjson::SUCCESS;
    if (number != m_lastNumber) { // a batch's tasks stand together
        std::array<char, 20> digits {};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        m_lastNumberRef = m_page.strings.add({digits.data(), std::size_t(end - digits.data())});
        m_lastNumber = number;
    }
    ref = m_lastNumberRef;
    return simdjson::SUCCESS;
}

error_code RowReader::readError(ondemand::value &value, TaskRow &row)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type == ondemand::json_type::string)
        return json::readText(value, m_page.strings, row.errorMessage);
    return json::eachField(value, [&](std::string_view key, ondemand::value &member) {
        StringTable::Ref *const ref = key == "message" ? &row.errorMessage
            : key == "code"                            ? &row.errorCode
            : key == "type"                            ? &row.errorType
            : key == "link"                            ? &row.errorLink
                                                       : nullptr;
        return ref ? json::readText(member, m_page.strings, *ref) : simdjson::SUCCESS;
    });
}

error_code RowReader::readUid(ondemand::value &value, TaskRow &row)
{
    int64_t uid = -1;
    if (const auto code = value.get_int64().get(uid))
        return code;
    row.idNumber = uid;
    return uid < 0 ? simdjson::INCORRECT_TYPE : simdjson::SUCCESS;
}

error_code RowReader::readStatus(ondemand::value &value, TaskRow &row)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    row.state = stateFor(text);
    row.serverState = shared(text, m_lastStatus);
    return text.empty() ? simdjson::INCORRECT_TYPE : simdjson::SUCCESS;
}

error_code RowReader::readType(ondemand::value &value, TaskRow &row)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    row.type = shared(modernTypeName(text), m_lastType);
    return simdjson::SUCCESS;
}

error_code RowReader::readDuration(ondemand::value &value, TaskRow &row)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    if (const auto duration = parseIsoDuration(text))
        row.ran = *duration;
    return simdjson::SUCCESS;
}

error_code RowReader::readLabel(ondemand::value &value, TaskRow &row)
{
    if (const auto code = json::readText(value, m_page.strings, row.labelText))
        return code;
    row.labelName = row.labelText != 0 ? m_customMetadata : 0;
    return simdjson::SUCCESS;
}

/// By length first: comparing with each name in turn took a tenth of all decoding.
error_code RowReader::readMember(std::string_view key, ondemand::value &value, TaskRow &row)
{
    const auto is = [this, key](std::string_view name) {
        const bool same = key == name;
        if (same)
            m_member = name;
        return same;
    };
    switch (key.size()) {
    case 3:
        return is("uid") ? readUid(value, row) : simdjson::SUCCESS;
    case 4:
        return is("type") ? readType(value, row) : simdjson::SUCCESS;
    case 5:
        return is("error") ? readError(value, row) : simdjson::SUCCESS;
    case 6:
        return is("status") ? readStatus(value, row) : simdjson::SUCCESS;
    case 8:
        return is("batchUid")  ? readId(value, row.batch)
            : is("indexUid")   ? json::readText(value, m_page.strings, row.target)
            : is("duration")   ? readDuration(value, row)
                               : simdjson::SUCCESS;
    case 9:
        return is("startedAt") ? json::readStamp(value, row.startedAt) : simdjson::SUCCESS;
    case 10:
        return is("enqueuedAt") ? json::readStamp(value, row.enqueuedAt)
            : is("finishedAt")  ? json::readStamp(value, row.finishedAt)
            : is("canceledBy")  ? readId(value, row.canceledBy)
                                : simdjson::SUCCESS;
    case 14:
        return is("customMetadata") ? readLabel(value, row) : simdjson::SUCCESS;
    case 19:
        return is("startedProcessingAt") ? json::readStamp(value, row.startedAt) : simdjson::SUCCESS;
    }
    return simdjson::SUCCESS;
}

/// 0.25.0 and 0.25.1 reported the time since the task was enqueued: seen from the stamps, where it makes a difference.
void RowReader::correctDuration(TaskRow &row) const
{
    if (!m_dialect.mayMisreportDurations() || row.ran == kNoTime || row.startedAt == kNoTime
        || row.finishedAt == kNoTime || row.enqueuedAt == kNoTime)
        return;
    const DurationNs sinceEnqueued = row.finishedAt - row.enqueuedAt;
    const DurationNs off = row.ran - sinceEnqueued;
    if (off > -kNsPerMs && off < kNsPerMs && row.finishedAt >= row.startedAt)
        row.ran = row.finishedAt - row.startedAt;
}

error_code RowReader::readTask(ondemand::object &object)
{
    m_member = {};
    TaskRow row;
    const error_code code = json::eachField(object, [&](std::string_view key, ondemand::value &value) {
        return readMember(key, value, row);
    });
    if (code)
        return code;
    m_member = row.idNumber < 0 ? "uid" : "status";
    if (row.idNumber < 0 || row.serverState == 0)
        return simdjson::NO_SUCH_FIELD;
    correctDuration(row);
    m_page.rows.push_back(row);
    return simdjson::SUCCESS;
}

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/jsonwalk.h"
#include "app/client/rawpacker.h"
#include "app/client/meilisearch/wire.h"

#include <algorithm>
#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

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

/// Fills one page's rows. Knows where it is, for the path of a fault.
class Reader
{
public:
    Reader(TaskPage &page, const Dialect &dialect, qsizetype bodyBytes)
        : m_page(page)
        , m_dialect(dialect)
        , m_customMetadata(page.strings.add("customMetadata"))
        , m_bodyBytes(std::size_t(bodyBytes))
        , m_packer(bodyBytes)
    {
    }

    /// Adds the task in \a object. On failure member() says where.
    [[nodiscard]] error_code readTask(ondemand::object &object);
    /// The bytes of the task that was added last; there must be one. They stay where they are until pack().
    void keepRaw(std::string_view raw);
    [[nodiscard]] std::string_view member() const { return m_member; }
    void pack() { m_page.rawBlocks = m_packer.finish(); }

private:
    [[nodiscard]] error_code readMember(std::string_view key, ondemand::value &value, TaskRow &row);
    [[nodiscard]] error_code readUid(ondemand::value &value, TaskRow &row);
    [[nodiscard]] error_code readStatus(ondemand::value &value, TaskRow &row);
    [[nodiscard]] error_code readType(ondemand::value &value, TaskRow &row);
    [[nodiscard]] error_code readDuration(ondemand::value &value, TaskRow &row);
    [[nodiscard]] error_code readLabel(ondemand::value &value, TaskRow &row);
    [[nodiscard]] error_code readError(ondemand::value &value, TaskRow &row);
    [[nodiscard]] error_code readShared(ondemand::value &value, StringTable::Ref &ref);
    [[nodiscard]] error_code readId(ondemand::value &value, StringTable::Ref &ref);
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

void Reader::keepRaw(std::string_view raw)
{
    static constexpr std::size_t kSize = RawBlock::kTasksPerBlock;
    const std::size_t index = m_page.rows.size() - 1;
    m_page.rows.back().rawBlock = quint32(index / kSize);
    m_page.rows.back().rawIndex = quint32(index % kSize);
    if (index == 0) // the others are about as long
        m_page.rows.reserve(std::min(m_bodyBytes / std::max<std::size_t>(raw.size(), 64) * 5 / 4 + 1, m_bodyBytes / 64 + 1));
    m_packer.add(raw);
}

StringTable::Ref Reader::shared(std::string_view text, StringTable::Ref &last)
{
    if (text != m_page.strings.at(last))
        last = m_page.strings.add(text);
    return last;
}

error_code Reader::readShared(ondemand::value &value, StringTable::Ref &ref)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    ref = m_page.strings.add(text);
    return simdjson::SUCCESS;
}

/// A number that names something, as text.
error_code Reader::readId(ondemand::value &value, StringTable::Ref &ref)
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

error_code Reader::readError(ondemand::value &value, TaskRow &row)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type == ondemand::json_type::string)
        return readShared(value, row.errorMessage);
    return json::eachField(value, [&](std::string_view key, ondemand::value &member) {
        StringTable::Ref *const ref = key == "message" ? &row.errorMessage
            : key == "code"                            ? &row.errorCode
            : key == "type"                            ? &row.errorType
            : key == "link"                            ? &row.errorLink
                                                       : nullptr;
        return ref ? readShared(member, *ref) : simdjson::SUCCESS;
    });
}

error_code Reader::readUid(ondemand::value &value, TaskRow &row)
{
    int64_t uid = -1;
    if (const auto code = value.get_int64().get(uid))
        return code;
    row.idNumber = uid;
    return uid < 0 ? simdjson::INCORRECT_TYPE : simdjson::SUCCESS;
}

error_code Reader::readStatus(ondemand::value &value, TaskRow &row)
{
    std::string_view text;
    if (const auto code = value.get_string().get(text))
        return code;
    row.state = stateFor(text);
    row.serverState = shared(text, m_lastStatus);
    return text.empty() ? simdjson::INCORRECT_TYPE : simdjson::SUCCESS;
}

error_code Reader::readType(ondemand::value &value, TaskRow &row)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    row.type = shared(modernTypeName(text), m_lastType);
    return simdjson::SUCCESS;
}

error_code Reader::readDuration(ondemand::value &value, TaskRow &row)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    if (const auto duration = parseIsoDuration(text))
        row.ran = *duration;
    return simdjson::SUCCESS;
}

error_code Reader::readLabel(ondemand::value &value, TaskRow &row)
{
    if (const auto code = readShared(value, row.labelText))
        return code;
    row.labelName = row.labelText != 0 ? m_customMetadata : 0;
    return simdjson::SUCCESS;
}

/// By length first: comparing with each name in turn took a tenth of all decoding.
error_code Reader::readMember(std::string_view key, ondemand::value &value, TaskRow &row)
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
            : is("indexUid")   ? readShared(value, row.target)
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
void Reader::correctDuration(TaskRow &row) const
{
    if (!m_dialect.mayMisreportDurations() || row.ran == kNoTime || row.startedAt == kNoTime
        || row.finishedAt == kNoTime || row.enqueuedAt == kNoTime)
        return;
    const DurationNs sinceEnqueued = row.finishedAt - row.enqueuedAt;
    const DurationNs off = row.ran - sinceEnqueued;
    if (off > -kNsPerMs && off < kNsPerMs && row.finishedAt >= row.startedAt)
        row.ran = row.finishedAt - row.startedAt;
}

error_code Reader::readTask(ondemand::object &object)
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

[[nodiscard]] json::Fault readResults(ondemand::document &document, ondemand::value &value, Reader &reader)
{
    ondemand::array results;
    if (const auto code = value.get_array().get(results))
        return {code, u"results"_s};
    int index = 0;
    QString member; // that could not be read
    const error_code code = json::eachElement(results, [&](ondemand::value &element) -> error_code {
        // From its brace to where the parser stands when it is through: asking for the raw JSON would walk it twice.
        const char *const begin = element.raw_json_token().data();
        const char *end = nullptr;
        ondemand::object object;
        if (const auto failed = element.get_object().get(object))
            return failed;
        if (const auto failed = reader.readTask(object)) {
            member = json::textOf(reader.member());
            return failed;
        }
        if (const auto failed = document.current_location().get(end))
            return failed;
        const std::string_view raw = json::trimmed({begin, std::size_t(end - begin)});
        if (!raw.ends_with('}'))
            return simdjson::TAPE_ERROR;
        reader.keepRaw(raw);
        ++index;
        return simdjson::SUCCESS;
    });
    if (!code)
        return {};
    return {code, member.isEmpty() ? u"results[%1]"_s.arg(index) : u"results[%1].%2"_s.arg(index).arg(member)};
}

[[nodiscard]] json::Fault readList(ondemand::document &document, ondemand::object &root, Reader &reader, TaskList &list)
{
    bool hasResults = false;
    json::Fault fault;
    fault.code = json::eachField(root, [&](std::string_view key, ondemand::value &value) {
        if (key == "results") {
            hasResults = true;
            fault = readResults(document, value, reader);
            return fault.code;
        }
        qint64 *const count = key == "total" ? &list.total
            : key == "limit"                 ? &list.limit
            : key == "from"                  ? &list.from
            : key == "next"                  ? &list.next
                                             : nullptr;
        if (!count)
            return simdjson::SUCCESS;
        fault.path = json::textOf(key);
        return json::readCount(value, *count);
    });
    if (fault)
        return fault;
    return hasResults ? json::Fault {} : json::Fault {simdjson::NO_SUCH_FIELD, u"results"_s};
}

} // namespace

Result<std::shared_ptr<TaskList>> readTasks(const QByteArray &body, Shape shape, const Dialect &dialect)
{
    json::OpenBody open(body);
    ondemand::object root;
    if (const json::Fault fault = open.enter(root))
        return json::badResponse(fault);

    auto list = std::make_shared<TaskList>();
    auto page = std::make_shared<TaskPage>();
    Reader reader(*page, dialect, body.size());
    json::Fault fault;
    if (shape == Shape::Task) {
        std::string_view text(body.constData(), std::size_t(body.size()));
        text.remove_prefix(std::min(text.find('{'), text.size()));
        fault.code = reader.readTask(root);
        if (fault.code == simdjson::SUCCESS)
            reader.keepRaw(json::trimmed(text));
        fault.path = json::textOf(reader.member());
    } else {
        fault = readList(open.document(), root, reader, *list);
    }
    fault = open.close(std::move(fault));
    if (fault)
        return json::badResponse(fault);
    reader.pack();
    list->page = std::move(page);
    list->bytes = body.size();
    return list;
}

} // namespace taskglass::meilisearch

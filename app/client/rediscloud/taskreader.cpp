// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/jsonwalk.h"
#include "app/client/rawpacker.h"
#include "app/client/rediscloud/resource.h"
#include "app/client/rediscloud/taskparts.h"
#include "app/client/rediscloud/titles.h"
#include "app/client/rediscloud/wire.h"

#include <QHashFunctions>

#include <algorithm>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

constexpr std::string_view kSeparator = " \xC2\xB7 "; // a middle dot

/// Fills one page's rows and facts.
class Builder
{
public:
    Builder(TaskList &list, TaskPage &page, qsizetype bodyBytes)
        : m_list(list)
        , m_page(page)
        , m_packer(bodyBytes)
    {
    }

    /// \a raw must stay where it is until pack().
    void add(const TaskParts &parts, std::string_view raw);
    void pack() { m_page.rawBlocks = m_packer.finish(); }

private:
    struct TypeWords
    {
        StringTable::Ref type = 0;
        StringTable::Ref title = 0;
        bool isQuery = false;
    };
    [[nodiscard]] const TypeWords &wordsFor(std::string_view type);
    [[nodiscard]] TaskRow rowFor(const TaskParts &parts);
    void describe(const TaskParts &parts, TaskRow &row);
    void locate(const TaskParts &parts, TaskRow &row);
    [[nodiscard]] StringTable::Ref textRef(const QString &text) { return m_page.strings.add(text.toStdString()); }

    TaskList &m_list;
    TaskPage &m_page;
    RawPacker m_packer;
    std::size_t m_pieces = 0;
    std::unordered_map<StringTable::Ref, std::size_t> m_rows; ///< By id.
    std::unordered_map<std::string, TypeWords> m_types;
};

void Builder::add(const TaskParts &parts, std::string_view raw)
{
    static constexpr std::size_t kSize = RawBlock::kTasksPerBlock;
    TaskRow row = rowFor(parts);
    row.rawBlock = quint32(m_pieces / kSize);
    row.rawIndex = quint32(m_pieces % kSize);
    m_packer.add(raw);
    ++m_pieces;
    const bool isThin = parts.type.empty() || parts.timestamp == kNoTime || (isFinal(row.state) && !parts.hasResponse);
    const TaskFacts facts {qHashBits(raw.data(), raw.size()), parts.timestamp, isThin};
    const auto [known, isNew] = m_rows.try_emplace(row.id, m_page.rows.size());
    if (isNew) {
        m_page.rows.push_back(row);
        m_list.facts.push_back(facts);
    } else if (facts.timestamp > m_list.facts[known->second].timestamp) { // listed twice: the newer counts
        m_page.rows[known->second] = row;
        m_list.facts[known->second] = facts;
    }
}

const Builder::TypeWords &Builder::wordsFor(std::string_view type)
{
    const auto [known, isNew] = m_types.try_emplace(std::string(type));
    if (isNew && !type.empty()) {
        const QString text = json::textOf(type);
        known->second = {m_page.strings.add(type), textRef(titleFor(text)), isReadOnlyQuery(text)};
    }
    return known->second;
}

TaskRow Builder::rowFor(const TaskParts &parts)
{
    TaskRow row;
    row.id = m_page.strings.add(parts.id);
    row.state = stateFor(parts.status);
    row.serverState = m_page.strings.add(parts.status);
    const TypeWords &words = wordsFor(parts.type);
    row.type = words.type;
    row.title = words.title;
    row.housekeeping = words.isQuery;
    if (isFinal(row.state))
        row.finishedAt = parts.timestamp;
    locate(parts, row);
    describe(parts, row);
    return row;
}

void Builder::locate(const TaskParts &parts, TaskRow &row)
{
    const Resource resource = resourceFrom({json::textOf(parts.type), json::textOf(parts.resourceAddress), parts.resourceId, parts.additionalId});
    row.target = textRef(resource.text);
    row.subscription = textRef(resource.subscription);
    row.database = textRef(resource.database);
}

/// The concrete cause often stands in `additionalInfo` alone, so it goes beside whatever sentence there is. A query that
/// was answered is a success although the answer may be that something else failed: both are said.
void Builder::describe(const TaskParts &parts, TaskRow &row)
{
    std::string description(parts.description);
    const auto append = [](std::string &text, std::string_view more) {
        if (!text.empty() && !more.empty())
            text += kSeparator;
        text += more;
    };
    const bool hasError = row.state == TaskState::Failed || !parts.errorType.empty() || !parts.errorMessage.empty();
    if (hasError) {
        std::string message(parts.errorMessage);
        append(message, parts.additionalInfo);
        row.errorMessage = m_page.strings.add(message.empty() ? std::string_view(parts.description) : message);
        row.errorCode = m_page.strings.add(parts.errorType);
        row.errorType = m_page.strings.add(parts.errorStatus);
    } else {
        append(description, parts.additionalInfo);
    }
    if (!parts.resourceStatus.empty())
        append(description, "resource status: " + std::string(parts.resourceStatus));
    append(description, parts.failureReason);
    row.description = m_page.strings.add(json::clipped(description, kDescriptionKept));
}

/// Where a task of the answer lies: from its brace to where the parser stands when it is through.
struct Span
{
    const char *begin = nullptr;
    const char *end = nullptr;
    [[nodiscard]] std::string_view text() const { return json::trimmed({begin, std::size_t(end - begin)}); }
};

[[nodiscard]] json::Fault readElement(ondemand::document &document, ondemand::value &element, const QString &path, Builder &builder)
{
    Span span {element.raw_json_token().data()};
    ondemand::object object;
    if (const auto code = element.get_object().get(object))
        return {code, path};
    TaskParts parts;
    if (const auto code = readParts(object, parts))
        return {code, parts.member.empty() ? path : QString(path + u'.' + json::textOf(parts.member))};
    if (const auto code = document.current_location().get(span.end))
        return {code, path};
    if (!span.text().ends_with('}'))
        return {simdjson::TAPE_ERROR, path};
    builder.add(parts, span.text());
    return {};
}

[[nodiscard]] json::Fault readArray(ondemand::document &document, ondemand::array &tasks, Builder &builder)
{
    json::Fault fault;
    int index = 0;
    fault.code = json::eachElement(tasks, [&](ondemand::value &element) {
        fault = readElement(document, element, u"tasks[%1]"_s.arg(index++), builder);
        return fault.code;
    });
    if (fault && fault.path.isEmpty()) // between two of them
        fault.path = u"tasks[%1]"_s.arg(index);
    return fault;
}

/// Other lists of this API carry the account's number and links around their items.
bool isWrapping(std::string_view key)
{
    return key == "accountId" || key == "links" || key == "_links";
}

[[nodiscard]] json::Fault readWrapper(ondemand::document &document, Builder &builder)
{
    ondemand::object root;
    if (const auto code = document.get_object().get(root))
        return {code, {}};
    bool hasTasks = false;
    bool hasOthers = false;
    json::Fault fault;
    fault.code = json::eachField(root, [&](std::string_view key, ondemand::value &value) {
        if (key != "tasks") {
            hasOthers = hasOthers || !isWrapping(key);
            return simdjson::SUCCESS;
        }
        hasTasks = true;
        ondemand::array tasks;
        fault = {value.get_array().get(tasks), u"tasks"_s};
        if (!fault)
            fault = readArray(document, tasks, builder);
        return fault.code;
    });
    if (fault)
        return fault;
    // An account without tasks is answered by an empty object; one with other members is something else.
    return hasTasks || !hasOthers ? json::Fault {} : json::Fault {simdjson::NO_SUCH_FIELD, u"tasks"_s};
}

[[nodiscard]] json::Fault readRoot(ondemand::document &document, Builder &builder)
{
    ondemand::json_type type {};
    if (const auto code = document.type().get(type))
        return {code, {}};
    if (type == ondemand::json_type::array) {
        ondemand::array tasks;
        if (const auto code = document.get_array().get(tasks))
            return {code, {}};
        return readArray(document, tasks, builder);
    }
    if (type == ondemand::json_type::null) {
        bool isNull = false;
        const auto code = document.is_null().get(isNull);
        return {code != simdjson::SUCCESS ? code : isNull ? simdjson::SUCCESS : simdjson::TAPE_ERROR, {}};
    }
    return readWrapper(document, builder);
}

[[nodiscard]] json::Fault readSingle(json::OpenBody &open, std::string_view body, Builder &builder)
{
    ondemand::object root;
    if (json::Fault fault = open.enter(root))
        return fault;
    TaskParts parts;
    if (const auto code = readParts(root, parts))
        return {code, json::textOf(parts.member)};
    body.remove_prefix(std::min(body.find('{'), body.size()));
    builder.add(parts, json::trimmed(body));
    return {};
}

} // namespace

TaskState stateFor(std::string_view status)
{
    if (status == "initialized" || status == "received")
        return TaskState::Queued;
    if (status == "processing-in-progress")
        return TaskState::Running;
    if (status == "processing-completed")
        return TaskState::Succeeded;
    if (status == "processing-error")
        return TaskState::Failed;
    return TaskState::Unknown;
}

Result<std::shared_ptr<TaskList>> readTasks(const QByteArray &body, Shape shape)
{
    static const QByteArray kByteOrderMark = QByteArrayLiteral("\xEF\xBB\xBF");
    const QByteArray text = body.startsWith(kByteOrderMark) ? body.sliced(kByteOrderMark.size()) : body;
    json::OpenBody open(text);
    if (const json::Fault fault = open.fault())
        return json::badResponse(fault);
    auto list = std::make_shared<TaskList>();
    auto page = std::make_shared<TaskPage>();
    Builder builder(*list, *page, text.size());
    const bool isSingle = shape == Shape::Task;
    json::Fault fault = isSingle ? readSingle(open, {text.constData(), std::size_t(text.size())}, builder)
                                 : readRoot(open.document(), builder);
    fault = open.close(std::move(fault));
    if (fault)
        return json::badResponse(fault);
    builder.pack();
    list->page = std::move(page);
    return list;
}

} // namespace taskglass::rediscloud

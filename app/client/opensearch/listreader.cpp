// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/actions.h"
#include "app/client/opensearch/taskinfo.h"
#include "app/client/rawpacker.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// Reads a list by node into rows. Rows of a node get its label when all of its members were read, as their order is
/// the server's own.
class ListReader
{
public:
    ListReader(ondemand::document &document, Listing &listing, TaskPage &page, const Dialect &dialect, qsizetype bodyBytes)
        : m_document(document)
        , m_listing(listing)
        , m_page(page)
        , m_dialect(dialect)
        , m_info(page)
        , m_packer(bodyBytes)
    {
    }

    [[nodiscard]] json::Fault read(ondemand::object &root);
    void finish();

private:
    /// How far the slices of a parent are, as far as they are listed.
    struct Slices
    {
        std::size_t row = 0;
        std::vector<bool> ended;
        qint64 done = 0;
        qint64 total = 0;
        std::size_t seen = 0;
        bool totalKnown = true;
    };

    [[nodiscard]] error_code readNodes(ondemand::value &nodes);
    [[nodiscard]] error_code readNode(std::string_view id, ondemand::value &node);
    [[nodiscard]] error_code readTask(std::string_view id, ondemand::value &value);
    [[nodiscard]] error_code readFailure(ondemand::value &value, QList<ServerFailure> &failures);
    [[nodiscard]] bool isOwn(const TaskInfo &info) const;
    void keep(const TaskInfo &info, std::string_view raw);
    void labelNodes();
    void sumSlices();

    ondemand::document &m_document;
    Listing &m_listing;
    TaskPage &m_page;
    const Dialect &m_dialect;
    TaskInfoReader m_info;
    RawPacker m_packer;
    QString m_path;
    std::vector<std::size_t> m_nodeEnds; ///< Of each node that answered: the row after its last.
    std::vector<ScrollStatus> m_statuses; ///< Same index as the rows.
};

json::Fault ListReader::read(ondemand::object &root)
{
    bool hasNodes = false;
    const error_code code = json::eachField(root, [&](std::string_view key, ondemand::value value) {
        if (key == "nodes") {
            hasNodes = true;
            m_path = u"nodes"_s;
            return readNodes(value);
        }
        QList<ServerFailure> *const failures = key == "node_failures" ? &m_listing.nodeFailures
            : key == "task_failures"                                  ? &m_listing.taskFailures
                                                                      : nullptr;
        if (!failures)
            return simdjson::SUCCESS;
        m_path = json::textOf(key);
        return json::eachElement(value, [&](ondemand::value one) { return readFailure(one, *failures); });
    });
    if (code)
        return {code, m_path};
    return hasNodes ? json::Fault {} : json::Fault {simdjson::NO_SUCH_FIELD, u"nodes"_s};
}

error_code ListReader::readNodes(ondemand::value &nodes)
{
    ondemand::object object;
    if (const auto code = nodes.get_object().get(object))
        return code;
    return json::eachField(object, [this](std::string_view id, ondemand::value node) {
        m_path = u"nodes."_s + json::textOf(id);
        return readNode(id, node);
    });
}

error_code ListReader::readNode(std::string_view id, ondemand::value &node)
{
    NodeInfo info;
    info.id = json::textOf(id);
    const QString path = m_path;
    const error_code code = json::eachField(node, [&](std::string_view key, ondemand::value value) {
        if (key == "tasks") {
            return json::eachField(value, [&](std::string_view task, ondemand::value one) {
                m_path = path + u".tasks."_s + json::textOf(task);
                return readTask(task, one);
            });
        }
        if (key == "roles") {
            return json::eachElement(value, [&info](ondemand::value role) {
                std::string_view text;
                const error_code failed = json::readText(role, text);
                info.roles << json::textOf(text);
                return failed;
            });
        }
        QString *const text = key == "name" ? &info.label : key == "host" ? &info.host : nullptr;
        if (!text)
            return simdjson::SUCCESS;
        std::string_view read;
        const error_code failed = json::readText(value, read);
        *text = json::textOf(read);
        return failed;
    });
    m_listing.nodes << info;
    m_nodeEnds.push_back(m_page.rows.size());
    return code;
}

error_code ListReader::readTask(std::string_view, ondemand::value &value)
{
    // From its brace to where the parser stands when it is through: asking for the raw JSON would walk it twice.
    const char *const begin = value.raw_json_token().data();
    const char *end = nullptr;
    ondemand::object object;
    if (const auto code = value.get_object().get(object))
        return code;
    TaskInfo info;
    if (const auto code = m_info.read(object, info)) {
        m_path += u'.' + json::textOf(m_info.member());
        return code;
    }
    if (const auto code = m_document.current_location().get(end))
        return code;
    const std::string_view raw = json::trimmed({begin, std::size_t(end - begin)});
    if (!raw.ends_with('}'))
        return simdjson::TAPE_ERROR;
    keep(info, raw);
    return simdjson::SUCCESS;
}

/// Requests of ours are tasks, too, and each list would bring new ones.
bool ListReader::isOwn(const TaskInfo &info) const
{
    if (info.opaqueId != 0 && m_page.strings.at(info.opaqueId) == kOpaqueId)
        return true;
    return !info.hasHeaders && !m_dialect.hasHeaders() && isListing(m_page.strings.at(info.row.type));
}

void ListReader::keep(const TaskInfo &info, std::string_view raw)
{
    if (isOwn(info)) {
        if (m_page.strings.at(info.row.type) == "cluster:monitor/tasks/lists")
            m_listing.ownStartMillis = std::max(m_listing.ownStartMillis, info.startMillis);
        return;
    }
    static constexpr std::size_t kSize = RawBlock::kTasksPerBlock;
    const std::size_t index = m_page.rows.size();
    TaskRow row = info.row;
    row.state = TaskState::Running;
    row.cancelRequested = info.cancelled;
    row.ranAtLeast = true; // until a result says how long it was in all
    row.rawBlock = quint32(index / kSize);
    row.rawIndex = quint32(index % kSize);
    m_page.rows.push_back(row);
    m_packer.add(raw);
    const bool mayHave = mayHaveResult(m_page.strings.at(row.type), m_page.strings.at(row.parent));
    m_listing.facts.push_back({info.startMillis, mayHave});
    m_statuses.push_back(info.status);
}

error_code ListReader::readFailure(ondemand::value &value, QList<ServerFailure> &failures)
{
    ServerFailure failure;
    Cause cause;
    qint64 number = -1;
    const error_code code = json::eachField(value, [&](std::string_view key, ondemand::value member) {
        std::string_view text;
        if (key == "node_id") {
            const error_code failed = json::readText(member, text);
            failure.node = json::textOf(text);
            return failed;
        }
        if (key == "task_id")
            return json::readCount(member, number);
        if (key == "caused_by")
            return readCause(member, cause);
        if (key == "reason") { // text of a node's failure, an exception object of a task's
            ondemand::json_type type {};
            if (const auto failed = member.type().get(type))
                return error_code(failed);
            if (type == ondemand::json_type::object)
                return readCause(member, cause);
        }
        QString *const place = key == "type" ? &failure.type : key == "reason" ? &failure.reason : nullptr;
        if (!place)
            return simdjson::SUCCESS;
        const error_code failed = json::readText(member, text);
        *place = json::textOf(text);
        return failed;
    });
    if (!cause.innermostType.empty()) {
        failure.type = json::textOf(cause.innermostType);
        failure.reason = json::textOf(cause.innermostReason);
    }
    if (number >= 0 && !failure.node.isEmpty())
        failure.task = failure.node + u':' + QString::number(number);
    failures << failure;
    return code;
}

/// A name that two nodes share names neither: then it is the id.
void ListReader::labelNodes()
{
    QList<NodeInfo> &nodes = m_listing.nodes;
    QList<QString> names;
    for (const NodeInfo &node : nodes)
        names << node.label;
    std::size_t row = 0;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (nodes[i].label.isEmpty() || names.count(nodes[i].label) > 1)
            nodes[i].label = nodes[i].id;
        const QByteArray label = nodes[i].label.toUtf8();
        const StringTable::Ref ref = m_page.strings.add({label.constData(), std::size_t(label.size())});
        for (; row < m_nodeEnds[std::size_t(i)]; ++row)
            m_page.rows[row].node = ref;
    }
}

/// A parent of slices counts those that ended; how far the others are, only they themselves say.
void ListReader::sumSlices()
{
    std::unordered_map<StringTable::Ref, Slices> parents;
    for (std::size_t i = 0; i < m_page.rows.size(); ++i) {
        if (m_statuses[i].isSliced()) {
            const ScrollStatus &own = m_statuses[i];
            parents[m_page.rows[i].id] = {i, own.slicesEnded, own.done(), std::max<qint64>(own.total, 0), 0, true};
        }
    }
    if (parents.empty())
        return;
    for (std::size_t i = 0; i < m_page.rows.size(); ++i) {
        const ScrollStatus &slice = m_statuses[i];
        const auto parent = parents.find(m_page.rows[i].parent);
        if (slice.sliceId < 0 || parent == parents.end())
            continue;
        Slices &sum = parent->second;
        const std::size_t number = std::size_t(slice.sliceId);
        if (number >= sum.ended.size() || sum.ended[number])
            continue; // it ended just now, and its parent has counted it
        ++sum.seen;
        sum.done += slice.done();
        sum.total += std::max<qint64>(slice.total, 0);
        sum.totalKnown = sum.totalKnown && slice.total > 0;
    }
    for (const auto &[id, sum] : parents) {
        const auto ended = std::size_t(std::count(sum.ended.begin(), sum.ended.end(), true));
        const bool allKnown = sum.totalKnown && ended + sum.seen == sum.ended.size() && sum.total > 0;
        m_page.rows[sum.row].progressDone = sum.done;
        m_page.rows[sum.row].progressTotal = allKnown ? sum.total : -1;
    }
}

void ListReader::finish()
{
    labelNodes();
    sumSlices();
    m_page.rawBlocks = m_packer.finish();
}

} // namespace

Result<std::shared_ptr<Listing>> readListing(const QByteArray &body, const Dialect &dialect)
{
    json::OpenBody open(body);
    ondemand::object root;
    if (const json::Fault fault = open.enter(root))
        return json::badResponse(fault);
    auto listing = std::make_shared<Listing>();
    auto page = std::make_shared<TaskPage>();
    ListReader reader(open.document(), *listing, *page, dialect, body.size());
    if (const json::Fault fault = open.close(reader.read(root)))
        return json::badResponse(fault);
    reader.finish();
    listing->page = std::move(page);
    listing->bytes = body.size();
    return listing;
}

} // namespace taskglass::opensearch

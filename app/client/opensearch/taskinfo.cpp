// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/taskinfo.h"

#include "app/client/opensearch/actions.h"

#include <algorithm>
#include <limits>

namespace taskglass::opensearch {

namespace {

/// Milliseconds of the server's as nanoseconds; kNoTime when they are none or do not fit.
EpochNs fromMillis(qint64 millis)
{
    return millis >= 0 && millis < std::numeric_limits<qint64>::max() / kNsPerMs ? millis * kNsPerMs : kNoTime;
}

error_code readSlices(ondemand::value &value, ScrollStatus &status)
{
    return json::eachElement(value, [&status](ondemand::value slice) {
        ondemand::json_type type {};
        if (const auto code = slice.type().get(type))
            return code;
        status.slicesEnded.push_back(type == ondemand::json_type::object);
        ScrollStatus one; // an exception object has none of its members
        const error_code code = readScrollStatus(slice, one);
        status.sliceCanceled = status.sliceCanceled || one.canceled;
        return code;
    });
}

} // namespace

error_code readScrollMember(std::string_view key, ondemand::value &value, ScrollStatus &status)
{
    if (key == "slices")
        return readSlices(value, status);
    if (key == "canceled") {
        std::string_view reason;
        const error_code code = json::readText(value, reason);
        status.canceled = status.canceled || !reason.empty();
        return code;
    }
    qint64 *const count = key == "total"    ? &status.total
        : key == "updated"                  ? &status.updated
        : key == "created"                  ? &status.created
        : key == "deleted"                  ? &status.deleted
        : key == "noops"                    ? &status.noops
        : key == "version_conflicts"        ? &status.conflicts
        : key == "slice_id"                 ? &status.sliceId
                                            : nullptr;
    return count ? json::readCount(value, *count) : simdjson::SUCCESS;
}

error_code readScrollStatus(ondemand::value &value, ScrollStatus &status)
{
    return json::eachField(value, [&status](std::string_view key, ondemand::value member) {
        return readScrollMember(key, member, status);
    });
}

error_code readCause(ondemand::value &value, Cause &cause)
{
    Cause inner;
    const error_code code = json::eachField(value, [&](std::string_view key, ondemand::value member) {
        if (key == "caused_by")
            return readCause(member, inner);
        std::string *const text = key == "type" ? &cause.type : key == "reason" ? &cause.reason : nullptr;
        if (!text)
            return simdjson::SUCCESS;
        std::string_view read;
        const error_code failed = json::readText(member, read);
        text->assign(read);
        return failed;
    });
    const bool hasInner = !inner.innermostType.empty();
    cause.innermostType = hasInner ? inner.innermostType : cause.type;
    cause.innermostReason = hasInner ? inner.innermostReason : cause.reason;
    cause.isCancel = inner.isCancel || cause.type.ends_with("task_cancelled_exception");
    return code;
}

TaskInfoReader::TaskInfoReader(TaskPage &page)
    : m_page(page)
    , m_opaqueIdName(page.strings.add("X-Opaque-Id"))
{
}

error_code TaskInfoReader::readDescription(ondemand::value &value, TaskInfo &info)
{
    std::string_view text;
    if (const auto code = json::readText(value, text))
        return code;
    info.row.description = m_page.strings.add(json::clipped(text, kDescriptionKept));
    info.row.target = m_page.strings.add(targetIn(text));
    return simdjson::SUCCESS;
}

error_code TaskInfoReader::readHeaders(ondemand::value &value, TaskInfo &info)
{
    info.hasHeaders = true;
    return json::eachField(value, [&](std::string_view key, ondemand::value member) {
        return key == "X-Opaque-Id" ? json::readText(member, m_page.strings, info.opaqueId) : simdjson::SUCCESS;
    });
}

/// Only shard-level searches are measured; everything else reports zeros, which would read as "costs nothing".
error_code TaskInfoReader::readResources(ondemand::value &value, TaskInfo &info)
{
    qint64 cpu = 0;
    qint64 memory = 0;
    const error_code code = json::eachField(value, [&](std::string_view key, ondemand::value part) {
        if (key != "total")
            return simdjson::SUCCESS;
        return json::eachField(part, [&](std::string_view name, ondemand::value number) {
            qint64 *const count = name == "cpu_time_in_nanos" ? &cpu : name == "memory_in_bytes" ? &memory : nullptr;
            return count ? json::readCount(number, *count) : simdjson::SUCCESS;
        });
    });
    if (cpu > 0 || memory > 0) {
        info.row.cpu = cpu;
        info.row.memory = memory;
    }
    return code;
}

error_code TaskInfoReader::readMember(std::string_view key, ondemand::value &value, TaskInfo &info)
{
    const auto is = [this, key](std::string_view name) {
        const bool same = key == name;
        if (same)
            m_member = name;
        return same;
    };
    switch (key.size()) {
    case 2:
        return is("id") ? json::readCount(value, info.number) : simdjson::SUCCESS;
    case 4:
        if (is("node")) {
            std::string_view node;
            const error_code code = json::readText(value, node);
            m_node.assign(node);
            return code;
        }
        return is("type") ? json::readText(value, m_page.strings, info.kind) : simdjson::SUCCESS;
    case 6:
        return is("action") ? json::readText(value, m_page.strings, info.row.type)
            : is("status")  ? readScrollStatus(value, info.status)
                            : simdjson::SUCCESS;
    case 7:
        return is("headers") ? readHeaders(value, info) : simdjson::SUCCESS;
    case 9:
        return is("cancelled") ? json::readFlag(value, info.cancelled) : simdjson::SUCCESS;
    case 11:
        if (is("cancellable")) {
            bool can = false;
            const error_code code = json::readFlag(value, can);
            info.row.cancellable = can ? 1 : 0;
            return code;
        }
        return is("description") ? readDescription(value, info) : simdjson::SUCCESS;
    case 14:
        return is("resource_stats") ? readResources(value, info) : is("parent_task_id") ? json::readText(value, m_page.strings, info.row.parent) : simdjson::SUCCESS;
    case 16:
        if (is("original_task_id")) {
            std::string_view id;
            const error_code code = json::readText(value, id);
            m_originalId.assign(id);
            return code;
        }
        return simdjson::SUCCESS;
    case 20:
        return is("start_time_in_millis") ? json::readCount(value, info.startMillis) : simdjson::SUCCESS;
    case 21:
        return is("running_time_in_nanos") ? json::readCount(value, info.runningNanos) : simdjson::SUCCESS;
    case 24:
        if (is("cancellation_time_millis")) {
            qint64 millis = -1;
            const error_code code = json::readCount(value, millis);
            info.row.cancelRequestedAt = fromMillis(millis);
            return code;
        }
        return simdjson::SUCCESS;
    case 29:
        return is("original_start_time_in_millis") ? json::readCount(value, m_originalStart) : simdjson::SUCCESS;
    }
    return simdjson::SUCCESS;
}

error_code TaskInfoReader::read(ondemand::object &object, TaskInfo &info)
{
    m_member = {};
    m_node.clear();
    m_originalId.clear();
    m_originalStart = -1;
    const error_code code = json::eachField(object, [&](std::string_view key, ondemand::value value) {
        return readMember(key, value, info);
    });
    return code ? code : complete(info);
}

/// What follows from several members, whatever their order.
error_code TaskInfoReader::complete(TaskInfo &info)
{
    m_member = m_node.empty() ? "node" : info.number < 0 ? "id" : info.row.type == 0 ? "action" : "start_time_in_millis";
    const EpochNs started = fromMillis(info.startMillis);
    if (m_node.empty() || info.number < 0 || info.row.type == 0 || started == kNoTime)
        return simdjson::NO_SUCH_FIELD;
    m_id = m_node + ':' + std::to_string(info.number);
    if (!m_originalId.empty()) { // moved to another node: the server answers to the first id as well
        m_id = m_originalId;
        info.startMillis = m_originalStart >= 0 ? m_originalStart : info.startMillis;
    }
    info.row.id = m_page.strings.add(m_id);
    info.row.startedAt = started;
    if (info.runningNanos >= 0)
        info.row.ran = info.runningNanos;
    if (info.status.total >= 0) {
        // 0 until the first search returned: nothing can be said about how much there is.
        info.row.progressDone = info.status.done();
        info.row.progressTotal = info.status.total > 0 ? info.status.total : -1;
    }
    if (info.opaqueId != 0) {
        info.row.labelName = m_opaqueIdName;
        info.row.labelText = info.opaqueId;
    }
    const StringTable &strings = m_page.strings;
    info.row.housekeeping = isHousekeeping(strings.at(info.row.type), strings.at(info.kind), strings.at(info.row.parent),
                                           strings.at(info.row.target));
    if (strings.at(info.row.parent).starts_with("cluster:"))
        info.row.parent = 0;
    return simdjson::SUCCESS;
}

} // namespace taskglass::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/jsonwalk.h"
#include "app/client/opensearch/wire.h"
#include "models/domain/taskpage.h"

#include <string>
#include <vector>

namespace taskglass::opensearch {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

/// The counters of a reindex, update or delete by query: of its live `status`, or of the `response` at its end.
struct ScrollStatus
{
    qint64 total = -1;     ///< Documents found; -1 when the task has no such status, 0 until the first search returned.
    qint64 updated = 0;
    qint64 created = 0;
    qint64 deleted = 0;
    qint64 noops = 0;
    qint64 conflicts = 0;
    qint64 sliceId = -1;   ///< Of a slice's own status.
    bool canceled = false;
    bool sliceCanceled = false;          ///< One of the slices was.
    std::vector<bool> slicesEnded;       ///< Of a parent: false for those that run or have not begun (null).

    [[nodiscard]] qint64 done() const { return updated + created + deleted + noops + conflicts; }
    [[nodiscard]] bool isSliced() const { return !slicesEnded.empty(); }
};

/// Reads such an object; does nothing when \a value is none.
[[nodiscard]] error_code readScrollStatus(ondemand::value &value, ScrollStatus &status);
/// One member of it, for objects that hold more than these.
[[nodiscard]] error_code readScrollMember(std::string_view key, ondemand::value &value, ScrollStatus &status);

/// An error or failure object with what caused it. All plain text of the server's.
struct Cause
{
    std::string type;
    std::string reason;
    std::string innermostType;   ///< Equal to \a type when nothing caused it.
    std::string innermostReason;
    bool isCancel = false;       ///< A task_cancelled_exception is in the chain.
};

/// Reads an exception object and its chain of `caused_by`; does nothing when \a value is none.
[[nodiscard]] error_code readCause(ondemand::value &value, Cause &cause);

/// The members of one task's object as they stand, strings already in the page's table.
struct TaskInfo
{
    TaskRow row;
    qint64 number = -1;            ///< Of the id, behind the colon.
    StringTable::Ref kind = 0;     ///< "transport", "direct", "persistent".
    StringTable::Ref opaqueId = 0;
    bool hasHeaders = false;
    bool cancelled = false;
    qint64 startMillis = -1;
    qint64 runningNanos = -1;
    ScrollStatus status;
};

/// Reads TaskInfo objects into \a page's strings.
class TaskInfoReader
{
public:
    explicit TaskInfoReader(TaskPage &page);

    /// Reads \a object to its end. On failure member() says where.
    [[nodiscard]] error_code read(ondemand::object &object, TaskInfo &info);
    [[nodiscard]] std::string_view member() const { return m_member; }

private:
    [[nodiscard]] error_code readMember(std::string_view key, ondemand::value &value, TaskInfo &info);
    [[nodiscard]] error_code readDescription(ondemand::value &value, TaskInfo &info);
    [[nodiscard]] error_code readHeaders(ondemand::value &value, TaskInfo &info);
    [[nodiscard]] error_code readResources(ondemand::value &value, TaskInfo &info);
    [[nodiscard]] error_code complete(TaskInfo &info);

    TaskPage &m_page;
    const StringTable::Ref m_opaqueIdName;
    std::string m_id;
    std::string m_node;
    std::string m_originalId;      // Elasticsearch 9.5+, of a reindex that was moved
    qint64 m_originalStart = -1;
    std::string_view m_member;
};

} // namespace taskglass::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/taskpage.h"

namespace taskglass {

namespace {

std::optional<qint64> told(qint64 value, qint64 none = kNoTime)
{
    return value == none ? std::nullopt : std::optional<qint64>(value);
}

std::optional<Progress> progressOf(const TaskRow &row)
{
    if (row.progressDone < 0 && row.progressTotal < 0)
        return std::nullopt;
    Progress progress;
    progress.done = told(row.progressDone, -1);
    progress.total = told(row.progressTotal, -1);
    if (row.progressDone >= 0 && row.progressTotal > 0)
        progress.percent = 100.0 * double(row.progressDone) / double(row.progressTotal);
    return progress;
}

} // namespace

Task taskOf(const TaskPage &page, const TaskRow &row)
{
    const auto text = [&page](StringTable::Ref ref) {
        const std::string_view utf8 = page.strings.at(ref);
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    };
    const auto optional = [&text](StringTable::Ref ref) { return ref == 0 ? std::nullopt : std::optional<QString>(text(ref)); };
    Task task;
    task.id = row.id != 0 ? text(row.id) : QString::number(row.idNumber);
    task.state = row.state;
    task.serverState = text(row.serverState);
    task.type = text(row.type);
    task.title = text(row.title);
    task.target = text(row.target);
    task.description = text(row.description);
    task.subscription = text(row.subscription);
    task.database = text(row.database);
    task.enqueuedAt = told(row.enqueuedAt);
    task.startedAt = told(row.startedAt);
    task.finishedAt = told(row.finishedAt);
    task.ran = told(row.ran);
    task.ranAtLeast = row.ranAtLeast;
    task.progress = progressOf(row);
    if (row.errorMessage != 0 || row.errorCode != 0 || row.errorType != 0)
        task.error = TaskError {text(row.errorMessage), text(row.errorCode), text(row.errorType), text(row.errorLink)};
    task.canceledBy = optional(row.canceledBy);
    task.parent = optional(row.parent);
    task.batch = text(row.batch);
    task.node = text(row.node);
    if (row.cancellable >= 0)
        task.cancellable = row.cancellable > 0;
    task.cpu = told(row.cpu, -1);
    task.memory = told(row.memory, -1);
    task.housekeeping = row.housekeeping;
    if (row.labelName != 0 || row.labelText != 0)
        task.labels.append({text(row.labelName), text(row.labelText)});
    task.cancelRequestedAt = told(row.cancelRequestedAt);
    return task;
}

} // namespace taskglass

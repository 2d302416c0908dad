// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskpage.h"

#include <QList>

#include <memory>
#include <string>
#include <vector>

namespace taskglass {

/// Makes pages as a protocol would, out of tasks. Ids that are digits go in as numbers unless \a idsAsText.
inline TaskPagePtr pageOf(const QList<Task> &tasks, bool idsAsText = false)
{
    auto page = std::make_shared<TaskPage>();
    const auto ref = [&page](const QString &text) { return page->strings.add(text.toStdString()); };
    std::vector<std::string> raws;
    for (const Task &task : tasks) {
        TaskRow row;
        bool isNumber = false;
        const qint64 number = task.id.toLongLong(&isNumber);
        if (isNumber && !idsAsText)
            row.idNumber = number;
        else
            row.id = ref(task.id);
        row.state = task.state;
        row.serverState = ref(task.serverState);
        row.type = ref(task.type);
        row.title = ref(task.title);
        row.target = ref(task.target);
        row.description = ref(task.description.left(kDescriptionKept / 4));
        row.subscription = ref(task.subscription);
        row.database = ref(task.database);
        row.node = ref(task.node);
        row.parent = ref(task.parent.value_or(QString()));
        row.canceledBy = ref(task.canceledBy.value_or(QString()));
        row.batch = ref(task.batch);
        if (!task.labels.isEmpty()) {
            row.labelName = ref(task.labels.front().first);
            row.labelText = ref(task.labels.front().second);
        }
        if (task.error) {
            row.errorMessage = ref(task.error->message);
            row.errorCode = ref(task.error->code);
            row.errorType = ref(task.error->type);
            row.errorLink = ref(task.error->link);
        }
        row.enqueuedAt = task.enqueuedAt.value_or(kNoTime);
        row.startedAt = task.startedAt.value_or(kNoTime);
        row.finishedAt = task.finishedAt.value_or(kNoTime);
        row.ran = task.ran.value_or(kNoTime);
        row.ranAtLeast = task.ranAtLeast;
        row.cpu = task.cpu.value_or(-1);
        row.memory = task.memory.value_or(-1);
        row.cancellable = task.cancellable ? qint8(*task.cancellable) : qint8(-1);
        row.housekeeping = task.housekeeping;
        if (task.progress) {
            row.progressDone = task.progress->done.value_or(-1);
            row.progressTotal = task.progress->total.value_or(-1);
        }
        row.rawBlock = quint32(raws.size() / RawBlock::kTasksPerBlock);
        row.rawIndex = quint32(raws.size() % RawBlock::kTasksPerBlock);
        raws.push_back(task.raw.toStdString());
        page->rows.push_back(row);
    }
    for (std::size_t first = 0; first < raws.size(); first += RawBlock::kTasksPerBlock) {
        std::vector<std::string_view> pieces(raws.begin() + std::ptrdiff_t(first),
                                             raws.begin() + std::ptrdiff_t(std::min(raws.size(), first + RawBlock::kTasksPerBlock)));
        page->rawBlocks.push_back(RawBlock::pack(pieces));
    }
    return page;
}

inline TaskUpdate updateOf(const QList<Task> &tasks, bool reset = false)
{
    TaskUpdate update;
    update.page = pageOf(tasks);
    update.reset = reset;
    return update;
}

} // namespace taskglass

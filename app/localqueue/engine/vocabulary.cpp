// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/vocabulary.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

QString wordFor(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Enqueued: return u"enqueued"_s;
    case TaskStatus::Processing: return u"processing"_s;
    case TaskStatus::Succeeded: return u"succeeded"_s;
    case TaskStatus::Failed: return u"failed"_s;
    case TaskStatus::Canceled: return u"canceled"_s;
    }
    return {};
}

QString wordFor(TaskKind kind)
{
    switch (kind) {
    case TaskKind::DocumentAdditionOrUpdate: return u"documentAdditionOrUpdate"_s;
    case TaskKind::DocumentDeletion: return u"documentDeletion"_s;
    case TaskKind::SettingsUpdate: return u"settingsUpdate"_s;
    case TaskKind::IndexCreation: return u"indexCreation"_s;
    case TaskKind::IndexDeletion: return u"indexDeletion"_s;
    case TaskKind::IndexUpdate: return u"indexUpdate"_s;
    case TaskKind::IndexSwap: return u"indexSwap"_s;
    case TaskKind::TaskCancelation: return u"taskCancelation"_s;
    case TaskKind::TaskDeletion: return u"taskDeletion"_s;
    case TaskKind::DumpCreation: return u"dumpCreation"_s;
    case TaskKind::SnapshotCreation: return u"snapshotCreation"_s;
    case TaskKind::IndexCompaction: return u"indexCompaction"_s;
    }
    return {};
}

namespace {

template<typename Word, std::size_t N>
std::optional<Word> fromWord(const std::array<Word, N> &all, QStringView word)
{
    for (const Word candidate : all) {
        if (word.compare(wordFor(candidate), Qt::CaseInsensitive) == 0)
            return candidate;
    }
    return std::nullopt;
}

} // namespace

std::optional<TaskStatus> taskStatusFromWord(QStringView word)
{
    return fromWord(kAllTaskStatuses, word);
}

std::optional<TaskKind> taskKindFromWord(QStringView word)
{
    return fromWord(kAllTaskKinds, word);
}

} // namespace taskglass::localqueue

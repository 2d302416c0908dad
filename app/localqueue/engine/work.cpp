// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/work.h"

namespace taskglass::localqueue {

namespace {

struct KindOf
{
    TaskKind operator()(const DocumentImport &) const { return TaskKind::DocumentAdditionOrUpdate; }
    TaskKind operator()(const DocumentDeletionByIds &) const { return TaskKind::DocumentDeletion; }
    TaskKind operator()(const DocumentDeletionByFilter &) const { return TaskKind::DocumentDeletion; }
    TaskKind operator()(const DocumentClear &) const { return TaskKind::DocumentDeletion; }
    TaskKind operator()(const SettingsUpdate &) const { return TaskKind::SettingsUpdate; }
    TaskKind operator()(const IndexCreation &) const { return TaskKind::IndexCreation; }
    TaskKind operator()(const IndexUpdate &) const { return TaskKind::IndexUpdate; }
    TaskKind operator()(const IndexDeletion &) const { return TaskKind::IndexDeletion; }
    TaskKind operator()(const IndexCompaction &) const { return TaskKind::IndexCompaction; }
    TaskKind operator()(const DumpCreation &) const { return TaskKind::DumpCreation; }
    TaskKind operator()(const SnapshotCreation &) const { return TaskKind::SnapshotCreation; }
    TaskKind operator()(const IndexSwap &) const { return TaskKind::IndexSwap; }
    TaskKind operator()(const TaskCancelation &) const { return TaskKind::TaskCancelation; }
    TaskKind operator()(const TaskDeletion &) const { return TaskKind::TaskDeletion; }
};

} // namespace

TaskKind kindOf(const Work &work)
{
    return std::visit(KindOf {}, work);
}

} // namespace taskglass::localqueue

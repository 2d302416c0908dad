// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskstore.h"

#include "models/store/rawfacts.h"
#include "models/store/taskmerger.h"

#include <deque>
#include <functional>

namespace taskglass {

struct TaskStore::Private
{
    using Change = std::function<StoreDiff(TaskMerger &)>;

    TaskMerger merger;
    int frozen = 0;
    bool applying = false;
    std::deque<Change> waiting; ///< In order of arrival, until nobody reads the columns elsewhere.

    [[nodiscard]] const TaskColumns &columns() const { return merger.columns(); }
};

namespace {

constexpr std::size_t kLongestCharacter = 4; ///< Bytes of UTF-8: a cut text may be that much shorter than its limit.

std::optional<qint64> known(qint64 value)
{
    return value == kNoTime ? std::nullopt : std::optional<qint64>(value);
}

template<typename Map>
std::optional<EpochNs> seen(const Map &map, Slot slot)
{
    const auto found = map.find(slot);
    return found == map.end() ? std::nullopt : std::optional<EpochNs>(found->second);
}

} // namespace

TaskStore::TaskStore(const Clock &, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

TaskStore::~TaskStore() = default;

void TaskStore::apply(const TaskUpdate &update)
{
    d->waiting.emplace_back([update](TaskMerger &merger) { return merger.merge(update); });
    applyWaiting();
}

void TaskStore::markCancelRequested(const QList<TaskId> &ids, EpochNs at)
{
    d->waiting.emplace_back([ids, at](TaskMerger &merger) { return merger.markCancelRequested(ids, at); });
    applyWaiting();
}

void TaskStore::clearCancelRequested(const QList<TaskId> &ids)
{
    d->waiting.emplace_back([ids](TaskMerger &merger) { return merger.clearCancelRequested(ids); });
    applyWaiting();
}

void TaskStore::forgetGone()
{
    d->waiting.emplace_back([](TaskMerger &merger) { return merger.forgetGone(); });
    applyWaiting();
}

void TaskStore::applyWaiting()
{
    if (d->applying) // a receiver of diffApplied() asked for more: it comes next, never in between
        return;
    d->applying = true;
    while (d->frozen == 0 && !d->waiting.empty()) {
        const Private::Change change = std::move(d->waiting.front());
        d->waiting.pop_front();
        const QList<NodeInfo> nodes = d->merger.nodes();
        const StoreDiff diff = change(d->merger);
        if (!diff.isEmpty())
            emit diffApplied(diff);
        if (nodes != d->merger.nodes())
            emit nodesChanged();
    }
    d->applying = false;
}

void TaskStore::freeze()
{
    ++d->frozen;
}

void TaskStore::thaw()
{
    Q_ASSERT(d->frozen > 0);
    --d->frozen;
    applyWaiting();
}

int TaskStore::size() const
{
    return d->merger.size();
}

Slot TaskStore::find(const TaskId &id) const
{
    return d->columns().find(d->columns().idKey(id));
}

TaskId TaskStore::idAt(Slot slot) const
{
    return d->columns().idText(slot);
}

TaskState TaskStore::stateAt(Slot slot) const
{
    return d->columns().shownState(slot);
}

Task TaskStore::task(Slot slot) const
{
    const TaskColumns &c = d->columns();
    const auto text = [&c](StringTable::Ref ref) {
        const std::string_view utf8 = c.text(ref);
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    };
    Task task;
    task.id = c.idText(slot);
    task.state = c.shownState(slot);
    task.serverState = text(c.serverState[slot]);
    task.type = text(c.type[slot]);
    task.title = text(c.title[slot]);
    task.target = text(c.target[slot]);
    task.description = text(c.description[slot]);
    task.subscription = text(c.subscription[slot]);
    task.database = text(c.database[slot]);
    task.enqueuedAt = known(c.enqueuedAt[slot]);
    task.startedAt = known(c.startedAt[slot]);
    task.finishedAt = known(c.finishedAt[slot]);
    task.ran = known(c.ran[slot]);
    task.ranAtLeast = (c.flags[slot] & TaskColumns::RanAtLeast) != 0;
    task.progress = c.progress(slot);
    if (c.error[slot] != 0) {
        const auto &error = c.errorOf(slot);
        task.error = TaskError {text(error.message), text(error.code), text(error.type), text(error.link)};
    }
    if (const auto ref = c.canceledBy[slot])
        task.canceledBy = text(ref);
    if (const auto ref = c.parent[slot])
        task.parent = text(ref);
    task.batch = text(c.batch[slot]);
    task.node = text(c.node[slot]);
    if (c.flags[slot] & (TaskColumns::Cancellable | TaskColumns::NotCancellable))
        task.cancellable = (c.flags[slot] & TaskColumns::Cancellable) != 0;
    if (c.cpu[slot] >= 0)
        task.cpu = c.cpu[slot];
    if (c.memory[slot] >= 0)
        task.memory = c.memory[slot];
    task.housekeeping = (c.flags[slot] & TaskColumns::Housekeeping) != 0;
    if (c.labelName[slot] != 0 || c.labelText[slot] != 0)
        task.labels.append({text(c.labelName[slot]), text(c.labelText[slot])});
    task.cancelRequestedAt = seen(c.cancelRequestedAt, slot);
    task.seenStartedAt = seen(c.seenStartedAt, slot);
    task.gone = (c.flags[slot] & TaskColumns::Gone) != 0;
    task.lastSeenAt = seen(c.lastSeenAt, slot);
    if (c.rawBlock[slot] != TaskColumns::kNoRaw) {
        task.raw = d->merger.raw().bytesOf(c.rawBlock[slot], c.rawIndex[slot]);
        const std::string_view raw(task.raw.constData(), std::size_t(task.raw.size()));
        const std::string_view details = detailsIn(raw);
        task.details = QByteArray(details.data(), qsizetype(details.size()));
        task.links = linksIn(raw);
        if (c.text(c.description[slot]).size() + kLongestCharacter > kDescriptionKept)
            task.description = descriptionIn(raw);
    }
    return task;
}

std::optional<Progress> TaskStore::progressAt(Slot slot) const
{
    return d->columns().progress(slot);
}

std::optional<Batch> TaskStore::batch(const QString &id) const
{
    const QByteArray utf8 = id.toUtf8();
    const auto ref = d->columns().strings.find({utf8.constData(), std::size_t(utf8.size())});
    const auto found = d->columns().batches.find(ref);
    return found == d->columns().batches.end() ? std::nullopt : std::optional<Batch>(found->second);
}

const QList<NodeInfo> &TaskStore::nodes() const
{
    return d->merger.nodes();
}

const std::array<qint64, kTaskStateCount> &TaskStore::counts() const
{
    return d->merger.counts();
}

const TaskColumns &TaskStore::columns() const
{
    return d->columns();
}

QList<TaskId> TaskStore::openTasks() const
{
    const TaskColumns &c = d->columns();
    QList<TaskId> ids;
    for (Slot slot = 0; slot < c.slotCount(); ++slot) {
        if (c.isAlive(slot) && !isFinal(c.shownState(slot)) && !(c.flags[slot] & TaskColumns::Gone))
            ids.append(c.idText(slot));
    }
    return ids;
}

std::size_t TaskStore::bytes() const
{
    return d->columns().bytes() + d->merger.raw().bytes();
}

} // namespace taskglass

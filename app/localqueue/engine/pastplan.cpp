// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/pastplan.h"

#include <algorithm>

namespace taskglass::localqueue {

namespace {

constexpr quint32 kPartSize = 4'000; // written in less than a tenth of a second, and more than a first page shows
constexpr qint64 kMeanStepNs = 700 * kNsPerMs;
/// More than any batch takes: parts do not overlap, and nothing lies in the future.
constexpr qint64 kMarginNs = 3 * kNsPerSecond;

/// std::mt19937 and std::seed_seq are the same everywhere; distributions are not, so none is used.
std::mt19937 randomFor(quint32 seed, quint32 part)
{
    std::seed_seq words {seed, part};
    return std::mt19937(words);
}

/// Draws one stretch of the past, oldest first.
class Draw
{
public:
    Draw(std::mt19937 random, quint32 tasks, EpochNs begin, EpochNs end)
        : m_random(random), m_left(tasks), m_time(begin), m_end(end)
    {
    }

    [[nodiscard]] bool isOver() const { return m_left == 0; }

    PastBatch batch()
    {
        const quint32 dice = below(1'000);
        if (dice < 4 && m_left > kMostVictims)
            return canceledBatch();
        PastBatch batch;
        batch.index = static_cast<quint8>(std::min<std::size_t>(below(12), kPastIndexes.size() - 1 - below(3)));
        const TaskKind kind = kindFor(dice);
        const quint32 size = kind == TaskKind::DocumentAdditionOrUpdate ? std::min(1 + below(8), m_left) : 1;
        for (quint32 i = 0; i < size; ++i)
            batch.tasks.push_back(task(kind));
        run(batch, qint64(below(60'000)) * 10'000, 3 * kNsPerMs + qint64(below(900'000)) * 1'000);
        return batch;
    }

    PastWaiting waiting()
    {
        PastWaiting task;
        task.enqueuedAt = nextTime();
        task.index = static_cast<quint8>(below(kPastIndexes.size()));
        task.documents = 20 + below(400);
        for (quint32 i = 0; i < task.documents; ++i) {
            task.body += "{\"id\":" + QByteArray::number(below(100'000)) + ",\"name\":\"Item " + QByteArray::number(i)
                + "\",\"price\":" + QByteArray::number(below(50'000)) + "}";
        }
        return task;
    }

private:
    static constexpr quint32 kMostVictims = 3;

    quint32 below(quint32 bound) { return static_cast<quint32>((quint64(m_random()) * bound) >> 32U); }

    /// The moment at which the next task was registered.
    EpochNs nextTime()
    {
        // Up to twice the even share of the time that is left, so that the last task comes before the end whatever was drawn.
        const qint64 share = std::max<qint64>(m_end - m_time, 0) / std::max<qint64>(m_left, 1);
        --m_left;
        m_time = std::min(m_time + 1 + qint64(double(share) * below(2'000'000) / 1'000'000.0), m_end);
        return m_time;
    }

    static TaskKind kindFor(quint32 dice)
    {
        if (dice < 60)
            return TaskKind::SettingsUpdate;
        if (dice < 150)
            return TaskKind::DocumentDeletion;
        if (dice < 154)
            return TaskKind::DumpCreation;
        return dice < 170 ? TaskKind::IndexCreation : TaskKind::DocumentAdditionOrUpdate;
    }

    PastTask task(TaskKind kind)
    {
        PastTask task;
        task.kind = kind;
        task.enqueuedAt = nextTime();
        task.isLabelled = below(50) == 0;
        if (kind == TaskKind::DocumentAdditionOrUpdate) {
            task.number = 1 + below(below(10) == 0 ? 20'000 : 400);
            task.updates = below(4) == 0;
            task.failure = static_cast<quint8>(below(kPastFailures));
            task.status = below(1'000) < 25 ? TaskStatus::Failed : TaskStatus::Succeeded;
        } else if (kind == TaskKind::DocumentDeletion) {
            task.number = 1 + below(40);
            task.missed = below(2);
        } else if (kind == TaskKind::IndexCreation) {
            task.status = below(10) < 7 ? TaskStatus::Failed : TaskStatus::Succeeded;
        }
        return task;
    }

    /// Some imports, and the cancelation that stopped them.
    PastBatch canceledBatch()
    {
        PastBatch batch;
        batch.isCancelation = true;
        batch.index = static_cast<quint8>(below(kPastIndexes.size()));
        const quint32 victims = 1 + below(kMostVictims);
        for (quint32 i = 0; i < victims; ++i) {
            PastTask victim;
            victim.status = TaskStatus::Canceled;
            victim.enqueuedAt = nextTime();
            victim.number = 100 + below(60'000);
            batch.tasks.push_back(victim);
        }
        PastTask cancelation;
        cancelation.kind = TaskKind::TaskCancelation;
        cancelation.enqueuedAt = nextTime();
        cancelation.number = victims;
        batch.tasks.push_back(cancelation);
        run(batch, 300'000, 400'000 + below(200'000));
        return batch;
    }

    void run(PastBatch &batch, qint64 waited, qint64 ran)
    {
        batch.startedAt = m_time + waited;
        batch.finishedAt = batch.startedAt + ran;
        m_time = std::max(m_time, std::min(batch.finishedAt, m_end));
    }

    std::mt19937 m_random;
    quint32 m_left; ///< Tasks that are still to be drawn.
    EpochNs m_time;
    EpochNs m_end;
};

} // namespace

PastPlan::PastPlan(quint32 seed, quint32 count, EpochNs now)
    : m_seed(seed)
    , m_count(count)
    // A thousandth waits at the end, like a queue that is being worked on; at least one when there are several.
    , m_waiting(count < 2 ? 0 : std::clamp<quint32>(count / 1'000, 1, 200))
    , m_now(now)
{
}

quint32 PastPlan::partBegin(quint32 end)
{
    return end > kPartSize ? end - kPartSize : 0;
}

EpochNs PastPlan::horizon(quint32 end) const
{
    return m_now - (qint64(m_count) - end) * kMeanStepNs;
}

std::vector<PastBatch> PastPlan::partBefore(quint32 end) const
{
    const quint32 begin = partBegin(end);
    Draw draw(randomFor(m_seed, begin), end - begin, horizon(begin), horizon(end) - kMarginNs);
    std::vector<PastBatch> batches;
    while (!draw.isOver())
        batches.push_back(draw.batch());
    return batches;
}

std::vector<PastWaiting> PastPlan::waiting() const
{
    Draw draw(randomFor(m_seed, m_count), m_waiting, horizon(ended()) - kMarginNs, m_now - kMarginNs);
    std::vector<PastWaiting> tasks;
    while (!draw.isOver())
        tasks.push_back(draw.waiting());
    return tasks;
}

} // namespace taskglass::localqueue

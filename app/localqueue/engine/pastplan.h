// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/vocabulary.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <random>
#include <vector>

namespace taskglass::localqueue {

/// The indexes that a seeded past tells of. In an empty task store each gets the number of its place, from 1 on, so that
/// tasks which are written later follow an index that was renamed meanwhile.
inline constexpr std::array<QLatin1StringView, 8> kPastIndexes {
    QLatin1StringView("products"), QLatin1StringView("movies"),   QLatin1StringView("customers"), QLatin1StringView("orders"),
    QLatin1StringView("reviews"),  QLatin1StringView("articles"), QLatin1StringView("suppliers"), QLatin1StringView("events")};

/// A task that ended, in few bytes: its texts are made when it is written.
struct PastTask
{
    TaskKind kind = TaskKind::DocumentAdditionOrUpdate;
    TaskStatus status = TaskStatus::Succeeded;
    bool updates = false;        ///< An import by PUT.
    bool isLabelled = false;     ///< Has metadata of its user's own.
    quint8 failure = 0;          ///< A failed import: which of kPastFailures reasons.
    quint32 number = 0;          ///< Documents of an import, ids of a deletion, victims of a cancelation.
    quint32 missed = 0;          ///< Ids that were not there.
    EpochNs enqueuedAt = kNoTime;
};

/// How many reasons failed imports have.
inline constexpr quint32 kPastFailures = 4;

struct PastBatch
{
    quint8 index = 0;            ///< Of kPastIndexes; without meaning for kinds that have none.
    bool isCancelation = false;  ///< Its last task canceled the others.
    EpochNs startedAt = kNoTime;
    EpochNs finishedAt = kNoTime;
    std::vector<PastTask> tasks; ///< Oldest first, never empty.
};

/// An import that waits, real enough to run.
struct PastWaiting
{
    quint8 index = 0;
    EpochNs enqueuedAt = kNoTime;
    quint32 documents = 0;
    QByteArray body;
};

/// What a queue did before it was started: the same for the same seed, number of tasks and moment. It is cut into parts,
/// each of whole batches in a stretch of time of its own, and every part is drawn by itself: so the newest can be written
/// first, and a writer that was killed goes on where it was. Pure; drawing a million tasks takes about a tenth of a second.
class PastPlan
{
public:
    PastPlan(quint32 seed, quint32 count, EpochNs now);

    /// Tasks 0 to ended() - 1 have ended, those up to count() - 1 wait.
    [[nodiscard]] quint32 ended() const { return m_count - m_waiting; }
    [[nodiscard]] quint32 count() const { return m_count; }
    [[nodiscard]] quint32 seed() const { return m_seed; }
    [[nodiscard]] EpochNs now() const { return m_now; }

    /// The first task of the part that \a end, ended() or the beginning of a part, is the end of.
    [[nodiscard]] static quint32 partBegin(quint32 end);
    /// The batches of that part, oldest first.
    [[nodiscard]] std::vector<PastBatch> partBefore(quint32 end) const;
    /// No time of a task before \a end is as late as this.
    [[nodiscard]] EpochNs horizon(quint32 end) const;
    [[nodiscard]] std::vector<PastWaiting> waiting() const;

private:
    quint32 m_seed;
    quint32 m_count;
    quint32 m_waiting;
    EpochNs m_now;
};

} // namespace taskglass::localqueue

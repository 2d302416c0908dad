// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/generator.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Q_LOGGING_CATEGORY(log, "taskglass.localqueue.generator")

/// More waiting tasks than this and the next step is put off: a screenful shows the ended ones too.
constexpr qint64 kMostWaiting = 14;
constexpr int kHoldBackMs = 1500;

} // namespace

Generator::Generator(Engine &engine, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_plan(seed)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Generator::step);
}

void Generator::start(bool withOpening)
{
    const std::vector<NewTask> opening = m_plan.opening(); // taken in any case: later ids follow from it
    if (withOpening)
        enqueue(opening);
    m_coming = m_plan.next();
    m_timer.start(m_coming.pauseMs);
}

void Generator::step()
{
    if (waiting() > kMostWaiting) {
        m_timer.start(kHoldBackMs);
        return;
    }
    enqueue(m_coming.tasks);
    m_coming = m_plan.next();
    m_timer.start(m_coming.pauseMs);
}

void Generator::enqueue(const std::vector<NewTask> &tasks)
{
    for (const NewTask &task : tasks) {
        if (const auto record = m_engine.enqueue(task); !record)
            qCWarning(log).noquote() << "A task of the demo was refused:" << record.error().message;
    }
}

qint64 Generator::waiting() const
{
    const auto counts = m_engine.counts();
    return counts ? counts.value().byStatus[std::size_t(TaskStatus::Enqueued)] : 0;
}

} // namespace taskglass::localqueue

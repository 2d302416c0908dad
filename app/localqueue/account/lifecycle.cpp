// SPDX-License-Identifier: GPL-3.0-or-later
// How an account gets from what was ordered to what is, by the clock.
#include "app/localqueue/account/accountprivate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

/// What happens to tasks next: the one in work ends its stage, or, when none is, the oldest begins.
struct TaskEvent
{
    Task task;
    EpochNs at = 0;
};

Result<std::optional<TaskEvent>> nextTaskEvent(Database &database)
{
    auto current = store::currentTask(database);
    if (!current)
        return current.error();
    if (current.value())
        return std::optional(TaskEvent {*current.value(), current.value()->due});
    auto waiting = store::oldestReceived(database);
    if (!waiting)
        return waiting.error();
    if (!waiting.value())
        return std::optional<TaskEvent>();
    const Result<EpochNs> lastEnd = store::lastEnd(database);
    if (!lastEnd)
        return lastEnd.error();
    return std::optional(TaskEvent {*waiting.value(), std::max(waiting.value()->due, lastEnd.value())});
}

} // namespace

EpochNs cutToDigits(EpochNs time, int digits)
{
    qint64 unit = kNsPerSecond;
    for (int i = 0; i < digits; ++i)
        unit /= 10;
    return time - time % unit;
}

Result<bool> Account::advance()
{
    const Result<Database *> database = d->pool->get();
    if (!database)
        return database.error();
    return d->advance(*database.value());
}

Result<std::optional<EpochNs>> Account::nextEvent()
{
    const Result<Database *> database = d->upToDate();
    if (!database)
        return database.error();
    return d->nextEvent(*database.value());
}

Result<Database *> Account::Private::upToDate()
{
    const Result<Database *> database = pool->get();
    if (!database)
        return database;
    const Result<bool> advanced = advance(*database.value());
    return advanced ? database : Result<Database *>(advanced.error());
}

Result<bool> Account::Private::advance(Database &database)
{
    const EpochNs until = now();
    if (nextAt != kNoTime && nextAt > until)
        return false;
    Transaction transaction(database, Transaction::Mode::Write);
    if (transaction.failure())
        return *transaction.failure();
    bool happened = false;
    for (;;) {
        const Result<bool> stepped = step(database, until);
        if (!stepped)
            return stepped;
        if (!stepped.value())
            break;
        happened = true;
    }
    const auto next = nextEvent(database);
    if (!next)
        return next.error();
    if (const Failure failure = transaction.commit())
        return *failure;
    nextAt = next.value().value_or(std::numeric_limits<EpochNs>::max());
    return happened;
}

Result<std::optional<EpochNs>> Account::Private::nextEvent(Database &database) const
{
    const auto resource = store::nextDue(database);
    if (!resource)
        return resource.error();
    const auto task = nextTaskEvent(database);
    if (!task)
        return task.error();
    std::optional<EpochNs> at;
    if (resource.value())
        at = resource.value()->at;
    if (task.value())
        at = std::min(at.value_or(task.value()->at), task.value()->at);
    return at;
}

Result<bool> Account::Private::step(Database &database, EpochNs now)
{
    const auto resource = store::nextDue(database);
    if (!resource)
        return resource.error();
    const auto task = nextTaskEvent(database);
    if (!task)
        return task.error();
    const bool resourceFirst = resource.value() && (!task.value() || resource.value()->at <= task.value()->at);
    Failure failure;
    if (resourceFirst && resource.value()->at <= now)
        failure = carryOutDue(database, *resource.value());
    else if (!resourceFirst && task.value() && task.value()->at <= now)
        failure = moveOn(database, task.value()->task, task.value()->at);
    else
        return false;
    if (failure)
        return *failure;
    return true;
}

Failure Account::Private::moveOn(Database &database, Task task, EpochNs at) const
{
    const DurationNs initialization = timing.initialization(task.number);
    if (task.stage == Stage::Received && initialization > 0) {
        task.due = at + initialization;
        enter(task, Stage::Initialized, at);
    } else if (task.stage == Stage::Received || task.stage == Stage::Initialized) {
        task.due = at + timing.processing(task.number, task.order.command);
        enter(task, Stage::Processing, at);
    } else if (const Failure failure = finish(database, task, at)) {
        return failure;
    }
    return store::save(database, task);
}

Failure Account::Private::finish(Database &database, Task &task, EpochNs at) const
{
    const Result<Outcome> done = carryOut({database, timing, at}, task);
    if (!done)
        return done.error();
    const Outcome &outcome = done.value();
    task.fault = outcome.fault;
    task.resourceId = outcome.resourceId;
    task.additionalResourceId = outcome.additionalResourceId;
    task.resource = outcome.resource;
    task.resourcePath = outcome.resourcePath;
    task.due = kNoTime;
    task.endedAt = at;
    enter(task, outcome.fault ? Stage::Failed : Stage::Completed, at);
    return {};
}

void Account::Private::enter(Task &task, Stage stage, EpochNs at) const
{
    // Never before the stamp of the stage before, however few digits this one has.
    task.changedAt = std::max(task.changedAt, cutToDigits(at, timing.stampDigits(task.number, stage)));
    task.stage = stage;
}

} // namespace taskglass::localqueue::account

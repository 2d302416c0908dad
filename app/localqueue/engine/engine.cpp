// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/engine.h"

#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/engineprivate.h"
#include "app/localqueue/engine/pastrows.h"
#include "app/localqueue/engine/refusal.h"
#include "app/localqueue/engine/taskselect.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr int kFormat = 1; // of the files; PRAGMA user_version

const QString &diskFull()
{
    static const QString text =
        u"There is no more space left on the device. Consider increasing the size of the disk/partition."_s;
    return text;
}

const QString &queueFull()
{
    static const QString text = u"Meilisearch cannot receive write operations because the limit of the task database has been "
                                "reached. Please delete tasks to continue performing write operations."_s;
    return text;
}

Failure prepareFile(Database &database, Failure (*createSchema)(Database &))
{
    Transaction transaction(database, Transaction::Mode::Write);
    if (transaction.failure())
        return transaction.failure();
    qint64 format = 0;
    {
        Statement version(database, u"PRAGMA user_version"_s);
        if (const Failure failure = version.run())
            return failure;
        format = version.next() ? version.integer(0) : 0;
    }
    if (format > kFormat)
        return internalError(u"The queue's files are of a newer version."_s);
    if (const Failure failure = createSchema(database))
        return failure;
    if (const Failure failure = database.run(u"PRAGMA user_version=%1"_s.arg(kFormat)))
        return failure;
    return transaction.commit();
}

} // namespace

Engine::Engine(std::unique_ptr<Private> priv) : d(std::move(priv)) { }

Engine::~Engine()
{
    d->past->stop(); // first: the scheduler may wait for it
    d->scheduler.reset();
    releaseThread();
}

void Engine::releaseThread() const
{
    d->tasks->release();
    d->indexes->release();
}

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions &options)
{
    auto d = std::make_unique<Private>();
    d->options = options;
    Result<std::unique_ptr<DataDir>> dir = DataDir::open(options.dataDir);
    if (!dir)
        return dir.error();
    d->dir = dir.take();
    const bool durable = !d->dir->isTemporary();
    d->tasks = std::make_unique<DatabasePool>(DatabaseOptions {
        d->dir->file(u"tasks.db"_s), durable, options.maxTaskStoreBytes,
        options.maxTaskStoreBytes > 0 ? queueFull() : diskFull()});
    d->indexes = std::make_unique<DatabasePool>(DatabaseOptions {d->dir->file(u"indexes.db"_s), durable, 0, diskFull()});
    for (const auto &[pool, createSchema] : {std::pair(d->tasks.get(), &taskstore::createSchema),
                                             std::pair(d->indexes.get(), &indexstore::createSchema)}) {
        const Result<Database *> database = pool->get();
        if (!database)
            return database.error();
        if (const Failure failure = prepareFile(*database.value(), createSchema))
            return *failure;
    }
    d->throttle.setPace(options.pace);
    d->past = std::make_unique<Past>(*d->tasks, d->writeMutex, options.waitsForPast);
    d->scheduler = std::make_unique<Scheduler>(
        Scheduler::Setup {*d->tasks, *d->indexes, *d->past, d->processing, d->throttle, d->clock(), d->writeMutex, d->dir->path(),
                          options.dumpDir.isEmpty() ? d->dir->file(u"dumps"_s) : options.dumpDir,
                          options.snapshotDir.isEmpty() ? d->dir->file(u"snapshots"_s) : options.snapshotDir},
        options.startPaused);
    if (const Failure failure = d->scheduler->recover())
        return *failure;
    if (const Failure failure = d->past->goOn())
        return *failure;
    d->scheduler->start();
    return std::unique_ptr<Engine>(new Engine(std::move(d)));
}

Failure Engine::Private::match(Database &database, const NewTask &task, CheckedTask &checked) const
{
    if (checked.query == nullptr)
        return {};
    TaskSelect select(database, *checked.query, processing.running());
    Result<QList<quint32>> matches = select.all();
    if (!matches)
        return matches.error();
    checked.work.uids = matches.take();
    const auto *cancelation = std::get_if<TaskCancelation>(&task.work);
    const auto *deletion = std::get_if<TaskDeletion>(&task.work);
    checked.draft.details =
        matchDetails(checked.work.uids.size(), cancelation != nullptr ? "canceledTasks" : "deletedTasks", {},
                     cancelation != nullptr ? cancelation->originalFilter : deletion->originalFilter);
    return {};
}

Result<TaskRecord> Engine::enqueue(const NewTask &task)
{
    Result<CheckedTask> checked = checkTask(task);
    if (!checked)
        return checked.error();
    const Result<Database *> opened = d->tasks->get();
    if (!opened)
        return opened.error();
    Database &database = *opened.value();
    CheckedTask &ready = checked.value();
    if (ready.query != nullptr) {
        if (const Failure failure = d->past->readableMatches(database, *ready.query))
            return *failure;
    }
    quint32 uid = 0;
    {
        const std::lock_guard writing(d->writeMutex);
        Transaction transaction(database, Transaction::Mode::Write);
        if (transaction.failure())
            return *transaction.failure();
        if (const Failure failure = d->match(database, task, ready))
            return *failure;
        const Result<quint32> next = taskstore::nextTaskUid(database);
        if (!next)
            return next.error();
        uid = next.value();
        ready.draft.enqueuedAt = d->clock().now();
        if (const Failure failure = taskstore::insertTask(database, uid, ready.draft, ready.work, ready.body))
            return *failure;
        if (const Failure failure = transaction.commit())
            return *failure;
        // Still under the lock: the running batch is the one that was matched against.
        const RunningBatchPtr running = d->processing.running();
        if (ready.work.type == StoredWork::Type::Cancel && running) {
            const bool hit = std::any_of(running->tasks.begin(), running->tasks.end(), [&ready](quint32 member) {
                return std::binary_search(ready.work.uids.begin(), ready.work.uids.end(), member);
            });
            if (hit)
                d->throttle.cancel();
        }
    }
    d->scheduler->wake();
    TaskRecord record;
    record.uid = uid;
    record.indexUid = ready.draft.indexUid;
    record.kind = ready.draft.kind;
    record.details = ready.draft.details;
    record.enqueuedAt = ready.draft.enqueuedAt;
    record.customMetadata = ready.draft.customMetadata;
    record.method = ready.draft.method;
    record.clearsAll = ready.draft.clearsAll;
    return record;
}

Result<qint64> Engine::seed(quint32 seed, qint64 count)
{
    const Result<Database *> opened = d->tasks->get();
    if (!opened)
        return opened.error();
    Database &database = *opened.value();
    {
        const std::lock_guard writing(d->writeMutex);
        Transaction transaction(database, Transaction::Mode::Write);
        if (transaction.failure())
            return *transaction.failure();
        const Result<quint32> next = taskstore::nextTaskUid(database);
        if (!next)
            return next.error();
        if (next.value() != 0)
            return refusal(409, u"conflict"_s, u"Only an empty queue can be seeded."_s);
        if (const Failure failure = pastrows::begin(database, PastPlan(seed, quint32(count), d->clock().now())))
            return *failure;
        if (const Failure failure = transaction.commit())
            return *failure;
    }
    if (const Failure failure = d->past->goOn())
        return *failure;
    d->scheduler->wake();
    return count;
}

void Engine::setPaused(bool paused)
{
    d->scheduler->setPaused(paused);
}

Pace Engine::pace() const
{
    return d->throttle.pace();
}

void Engine::setPace(Pace pace)
{
    d->throttle.setPace(pace);
}

bool Engine::waitUntilIdle(int timeoutMs) const
{
    return d->scheduler->waitUntilIdle(timeoutMs);
}

void Engine::setObserver(std::function<void()> observer)
{
    d->scheduler->setObserver(std::move(observer));
}

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/taskstore.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::taskstore {

namespace {

Failure runAll(Database &database, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const Failure failure = database.run(sql))
            return failure;
    }
    return {};
}

const QStringList &tables()
{
    static const QStringList statements {
        u"CREATE TABLE IF NOT EXISTS names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"_s,
        // status, kind: the numbers of the enums. idx: the index, idx2: a rename's new name. Times in ns since the epoch.
        u"CREATE TABLE IF NOT EXISTS tasks(uid INTEGER PRIMARY KEY, batch INTEGER, idx INTEGER, idx2 INTEGER, "
        "kind INTEGER NOT NULL, status INTEGER NOT NULL, flags INTEGER NOT NULL, canceled_by INTEGER, "
        "enq INTEGER NOT NULL, sta INTEGER, fin INTEGER, details BLOB, err_code TEXT, err_message TEXT, meta TEXT)"_s,
        u"CREATE TABLE IF NOT EXISTS payloads(task INTEGER PRIMARY KEY, work BLOB NOT NULL, body BLOB)"_s,
        u"CREATE TABLE IF NOT EXISTS batches(uid INTEGER PRIMARY KEY, sta INTEGER NOT NULL, fin INTEGER NOT NULL, "
        "details BLOB, stats BLOB, strategy TEXT)"_s,
        // What of a seeded past is to come: tasks and batches below these uids, all earlier than the horizon; and its plan.
        u"CREATE TABLE IF NOT EXISTS unwritten(tasks INTEGER NOT NULL, batches INTEGER NOT NULL, horizon INTEGER NOT NULL, "
        "seed INTEGER NOT NULL, count INTEGER NOT NULL, now INTEGER NOT NULL)"_s,
        // Kept by triggers, so that counting by state, type and index never looks at the tasks.
        u"CREATE TABLE IF NOT EXISTS counts(status INTEGER NOT NULL, kind INTEGER NOT NULL, idx INTEGER NOT NULL, "
        "n INTEGER NOT NULL, PRIMARY KEY(status, kind, idx)) WITHOUT ROWID"_s,
    };
    return statements;
}

const QStringList &indexesAndTriggers()
{
    static const QString add = u"INSERT INTO counts VALUES(new.status, new.kind, coalesce(new.idx, 0), 1) "
                               "ON CONFLICT(status, kind, idx) DO UPDATE SET n = n + 1; "_s;
    static const QString subtract = u"UPDATE counts SET n = n - 1 WHERE status = old.status AND kind = old.kind "
                                    "AND idx = coalesce(old.idx, 0); "_s;
    static const QStringList statements {
        u"CREATE INDEX IF NOT EXISTS tasks_status ON tasks(status)"_s,
        // What the scheduler looks for: few rows, whatever the history.
        u"CREATE INDEX IF NOT EXISTS tasks_waiting ON tasks(kind) WHERE status = 0"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_waiting_idx ON tasks(idx) WHERE status = 0"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_kind ON tasks(kind)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_idx ON tasks(idx)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_idx2 ON tasks(idx2) WHERE idx2 IS NOT NULL"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_batch ON tasks(batch)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_canceled_by ON tasks(canceled_by) WHERE canceled_by IS NOT NULL"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_enq ON tasks(enq)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_sta ON tasks(sta)"_s,
        u"CREATE INDEX IF NOT EXISTS tasks_fin ON tasks(fin)"_s,
        // So that counting batches does not read their texts.
        u"CREATE INDEX IF NOT EXISTS batches_fin ON batches(fin)"_s,
        // What was seeded as ended is counted before it is written. Without that condition in the files of earlier days.
        u"DROP TRIGGER IF EXISTS tasks_added"_s,
        u"CREATE TRIGGER IF NOT EXISTS tasks_enqueued AFTER INSERT ON tasks WHEN new.status = 0 BEGIN "_s + add + u"END"_s,
        u"CREATE TRIGGER IF NOT EXISTS tasks_gone AFTER DELETE ON tasks BEGIN "_s + subtract + u"END"_s,
        u"CREATE TRIGGER IF NOT EXISTS tasks_moved AFTER UPDATE OF status, idx ON tasks BEGIN "_s + subtract + add
            + u"END"_s,
    };
    return statements;
}

} // namespace

Failure createSchema(Database &database)
{
    if (const Failure failure = runAll(database, tables()))
        return failure;
    return runAll(database, indexesAndTriggers());
}

} // namespace taskglass::localqueue::taskstore

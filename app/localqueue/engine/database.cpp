// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/database.h"

#include "app/localqueue/engine/refusal.h"
#include "models/domain/time.h"

#include <QSqlError>

#include <atomic>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr int kPageSize = 4096;

QString uniqueName()
{
    static std::atomic<quint64> counter {0};
    return u"taskglass-queue-%1"_s.arg(counter.fetch_add(1));
}

std::unordered_map<quint64, std::unique_ptr<Database>> &connectionsOfThisThread()
{
    thread_local std::unordered_map<quint64, std::unique_ptr<Database>> connections;
    return connections;
}

} // namespace

Database::Database(DatabaseOptions options)
    : m_options(std::move(options)), m_name(uniqueName()), m_db(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
}

Database::~Database()
{
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options)
{
    std::unique_ptr<Database> database(new Database(options));
    database->m_db.setDatabaseName(options.file);
    database->m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=60000"_s);
    if (!database->m_db.open())
        return database->errorOf(database->m_db.lastError());
    QStringList pragmas {
        u"PRAGMA page_size=%1"_s.arg(kPageSize),
        u"PRAGMA journal_mode=WAL"_s,
        options.durable ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA synchronous=OFF"_s,
        u"PRAGMA foreign_keys=OFF"_s,
        u"PRAGMA temp_store=MEMORY"_s,
        u"PRAGMA cache_size=-16000"_s,
    };
    if (options.maxBytes > 0)
        pragmas.append(u"PRAGMA max_page_count=%1"_s.arg(qMax<qint64>(1, options.maxBytes / kPageSize)));
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const Failure failure = database->run(pragma))
            return *failure;
    }
    return database;
}

Failure Database::run(const QString &sql, const QVariantList &values)
{
    Statement statement(*this, sql);
    const Failure failure = statement.run(values);
    m_changes = statement.changes();
    return failure;
}

Error Database::errorOf(const QSqlError &error) const
{
    constexpr int kFull = 13;
    constexpr int kIoError = 10;
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == kFull)
        return noSpaceLeft(m_options.fullMessage);
    if (code == kIoError)
        return refusal(422, u"io_error"_s, u"Input/output error"_s);
    return internalError(error.databaseText().isEmpty() ? error.text() : error.databaseText());
}

Statement::Statement(Database &database, const QString &sql) : m_database(database), m_query(database.handle())
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(sql);
}

Failure Statement::run(const QVariantList &values)
{
    if (!m_prepared)
        return m_database.errorOf(m_query.lastError());
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(i, values[i]);
    if (!m_query.exec())
        return m_database.errorOf(m_query.lastError());
    return {};
}

bool Statement::next()
{
    return m_query.next();
}

Failure Statement::failure() const
{
    if (m_query.lastError().type() == QSqlError::NoError)
        return {};
    return m_database.errorOf(m_query.lastError());
}

qint64 Statement::timeAt(int column) const
{
    return m_query.isNull(column) ? kNoTime : integer(column);
}

QVariant nullable(qint64 value)
{
    return value == kNoTime ? QVariant() : QVariant(value);
}

Transaction::Transaction(Database &database, Mode mode) : m_database(database)
{
    m_failure = m_database.run(mode == Mode::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_open = !m_failure;
}

Transaction::~Transaction()
{
    // A failed statement may have rolled back already; then this one has nothing to do.
    if (m_open)
        (void)m_database.run(u"ROLLBACK"_s);
}

Failure Transaction::commit()
{
    if (m_failure)
        return m_failure;
    if (const Failure failure = m_database.run(u"COMMIT"_s))
        return failure;
    m_open = false;
    return {};
}

DatabasePool::DatabasePool(DatabaseOptions options) : m_options(std::move(options))
{
    static std::atomic<quint64> counter {0};
    m_id = counter.fetch_add(1);
}

DatabasePool::~DatabasePool()
{
    release();
}

Result<Database *> DatabasePool::get() const
{
    auto &connections = connectionsOfThisThread();
    const auto found = connections.find(m_id);
    if (found != connections.end())
        return found->second.get();
    Result<std::unique_ptr<Database>> opened = Database::open(m_options);
    if (!opened)
        return opened.error();
    Database *database = opened.value().get();
    connections.emplace(m_id, opened.take());
    return database;
}

void DatabasePool::release() const
{
    connectionsOfThisThread().erase(m_id);
}

} // namespace taskglass::localqueue

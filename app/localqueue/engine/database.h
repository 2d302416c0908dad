// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace taskglass::localqueue {

/// Empty: it worked.
using Failure = std::optional<Error>;

/// How a store's file is opened.
struct DatabaseOptions
{
    QString file;
    /// True: a commit is on the disk before it returns (synchronous=FULL, so that an accepted task survives a power cut as
    /// it does in Meilisearch). False: for temporary stores that nobody needs after a crash.
    bool durable = true;
    qint64 maxBytes = 0;          ///< 0: no bound of our own.
    QString fullMessage;          ///< What is said when the disk or the bound is reached.
};

/// One SQLite connection, used by the thread that opened it. WAL: readers never wait for a writer.
class Database
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseOptions &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] Failure run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] const QSqlDatabase &handle() const { return m_db; }
    /// What \a query's last error means; full disks become no_space_left_on_device.
    [[nodiscard]] Error errorOf(const QSqlError &error) const;
    /// Rows changed by the last run().
    [[nodiscard]] qint64 changes() const { return m_changes; }

private:
    explicit Database(DatabaseOptions options);

    DatabaseOptions m_options;
    QString m_name;
    QSqlDatabase m_db;
    qint64 m_changes = 0;
};

/// A prepared statement. Values are bound by position; a qint64 of kNoTime is bound as NULL through nullable().
class Statement
{
public:
    Statement(Database &database, const QString &sql);
    [[nodiscard]] Failure run(const QVariantList &values = {});
    /// The next row; false at the end, or on an error, see failure().
    [[nodiscard]] bool next();
    [[nodiscard]] Failure failure() const;
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] qint64 timeAt(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 changes() const { return m_query.numRowsAffected(); }

private:
    Database &m_database;
    QSqlQuery m_query;
    bool m_prepared = false;
};

/// A time or number as a value, NULL for kNoTime.
[[nodiscard]] QVariant nullable(qint64 value);
template<typename T>
[[nodiscard]] QVariant nullable(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/// Rolls back unless committed. Writing ones take the write lock at once.
class Transaction
{
public:
    enum class Mode { Read, Write };
    Transaction(Database &database, Mode mode);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    /// Why it could not begin.
    [[nodiscard]] const Failure &failure() const { return m_failure; }
    [[nodiscard]] Failure commit();

private:
    Database &m_database;
    Failure m_failure;
    bool m_open = false;
};

/// One Database a thread, opened at the thread's first use and closed with the thread, or with release().
class DatabasePool
{
public:
    explicit DatabasePool(DatabaseOptions options);
    ~DatabasePool();
    [[nodiscard]] Result<Database *> get() const;
    /// Closes the calling thread's connection.
    void release() const;
    [[nodiscard]] const DatabaseOptions &options() const { return m_options; }

private:
    DatabaseOptions m_options;
    quint64 m_id;
};

} // namespace taskglass::localqueue

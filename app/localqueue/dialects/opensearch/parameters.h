// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/taskid.h"
#include "app/localqueue/http.h"

#include <QByteArrayList>
#include <QString>

#include <map>
#include <optional>
#include <set>

namespace taskglass::localqueue::opensearch {

/// A request's query parameters. As on the real server, each handler takes those that it knows, and what nobody took is
/// refused by name; the first value that cannot be read is remembered and answered instead.
class Parameters
{
public:
    /// \a lenient lets pass what the vendors' documents name for the task routes although servers refuse it.
    Parameters(const HttpRequest &request, bool lenient);

    [[nodiscard]] bool has(const QByteArray &name) const { return m_values.contains(name); }
    /// Empty when absent.
    [[nodiscard]] QString text(const QByteArray &name);
    /// The parts of a comma list, not trimmed, empty ones dropped.
    [[nodiscard]] QByteArrayList list(const QByteArray &name);
    /// A bare name means true; words other than "true" and "false" are a fault.
    [[nodiscard]] bool flag(const QByteArray &name, bool absent = false);
    [[nodiscard]] qint64 integer(const QByteArray &name, qint64 absent);
    /// Nanoseconds; empty when absent.
    [[nodiscard]] std::optional<qint64> time(const QByteArray &name);
    [[nodiscard]] cluster::TaskId task(const QByteArray &name);
    /// Takes \a names without looking at their values.
    void ignore(const QByteArrayList &names);

    void refuse(const cluster::Fault &fault);
    /// Whether every value that was asked for could be read; names that nobody took do not count.
    [[nodiscard]] bool isReadable() const { return !m_fault; }
    /// The first value that could not be read, or else the names that nobody took; empty when all is well.
    [[nodiscard]] std::optional<cluster::Fault> fault() const;

    [[nodiscard]] bool pretty() const { return m_pretty; }
    [[nodiscard]] bool human() const { return m_human; }
    [[nodiscard]] const QByteArrayList &filterPath() const { return m_filterPath; }
    /// "json", "yaml", …; empty when not asked for.
    [[nodiscard]] const QString &format() const { return m_format; }
    [[nodiscard]] bool isLenient() const { return m_lenient; }

private:
    [[nodiscard]] std::optional<QByteArray> take(const QByteArray &name);

    QByteArray m_path;
    bool m_lenient = false;
    std::map<QByteArray, QByteArray> m_values;
    std::set<QByteArray> m_taken;
    std::optional<cluster::Fault> m_fault;
    bool m_pretty = false;
    bool m_human = false;
    QByteArrayList m_filterPath;
    QString m_format;
};

} // namespace taskglass::localqueue::opensearch

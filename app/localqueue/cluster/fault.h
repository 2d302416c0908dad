// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <utility>
#include <variant>

namespace taskglass::localqueue::cluster {

/// An exception as a cluster tells it: in answers, in stored results, and as the cause of one document's failure.
struct Fault
{
    QByteArray type;                ///< Class in snake case without the product's name: "index_not_found_exception".
    QString reason;
    int status = 500;               ///< HTTP status when it ends a request.
    /// Members between reason and cause, in order; values are JSON text.
    QList<std::pair<QByteArray, QByteArray>> members;
    std::shared_ptr<const Fault> cause;
    /// True: an exception of the server's own kind, in which the root cause of an outer one is looked for.
    bool own = true;

    [[nodiscard]] Fault with(const QByteArray &name, const QByteArray &json) const;
    [[nodiscard]] Fault causedBy(Fault inner) const;
    /// The innermost exception of the server's own kind.
    [[nodiscard]] const Fault &root() const;
    /// `{"type":…,"reason":…,…,"caused_by":{…}}`
    [[nodiscard]] QByteArray json() const;
};

/// A value, or why there is none.
template<typename T>
class Fallible
{
public:
    Fallible(T value) : m_content(std::move(value)) { }
    Fallible(Fault fault) : m_content(std::move(fault)) { }

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    /// Only when ok().
    [[nodiscard]] const T &value() const { return std::get<0>(m_content); }
    [[nodiscard]] T take() { return std::move(std::get<0>(m_content)); }
    /// Only when not ok().
    [[nodiscard]] const Fault &fault() const { return std::get<1>(m_content); }

private:
    std::variant<T, Fault> m_content;
};

/// 400: a request that is wrong in itself.
[[nodiscard]] Fault illegalArgument(const QString &reason);
/// The JVM's complaint about text that is no number, as a cause.
[[nodiscard]] Fault numberFormat(const QString &text);
[[nodiscard]] Fault parsingFault(const QString &reason);
[[nodiscard]] Fault indexNotFound(const QString &index);
[[nodiscard]] Fault taskCancelled();
/// What the disk said.
[[nodiscard]] Fault storeFault(const Error &error);

} // namespace taskglass::localqueue::cluster

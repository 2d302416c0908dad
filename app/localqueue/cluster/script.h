// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/fault.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace taskglass::localqueue::cluster {

/// What a script made of a document.
struct ScriptOutcome
{
    enum class Op { Write, Noop, Delete };
    Op op = Op::Write;
    QByteArray document;
};

/// The statements of Painless that by-query jobs are mostly given: assigning, adding to and removing fields of
/// `ctx._source`, setting `ctx.op`, throwing, and a plain `if` around them. Anything else does not compile, with the real
/// server's kind of message.
class Script
{
public:
    /// \a lang other than painless is a fault as well.
    [[nodiscard]] static Fallible<Script> compile(const QString &source, const QString &lang);

    /// Fault: what the script threw, as script_exception.
    [[nodiscard]] Fallible<ScriptOutcome> run(const QByteArray &document) const;

    /// `Script{type=inline, lang='painless', …}`, as descriptions of tasks show it.
    [[nodiscard]] static QString description(const QString &source, const QString &lang);

private:
    struct Statement
    {
        enum class Kind { Set, Add, Remove, Op, Throw };
        Kind kind = Kind::Set;
        QString field;          ///< Or the operation, or the exception's class.
        QByteArray value;       ///< JSON text; the message of an exception.
        QString onlyIfField;    ///< Empty: always.
        QByteArray onlyIfValue; ///< JSON text.
        qsizetype position = 0; ///< In the source.
    };
    [[nodiscard]] std::optional<Fault> parseBlock(const QString &text, qsizetype offset, const Statement &condition);
    [[nodiscard]] Fault fault(const QString &kind, qsizetype position, Fault cause) const;

    QString m_source;
    std::vector<Statement> m_statements;
};

} // namespace taskglass::localqueue::cluster

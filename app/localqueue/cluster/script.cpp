// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/script.h"

#include "app/localqueue/engine/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

const QString kLiteral = uR"((?<value>-?\d+(?:\.\d+)?|true|false|null|'[^']*'|"[^"]*"))"_s;

/// A literal as JSON text.
QByteArray jsonOf(const QString &literal)
{
    const bool isText = literal.startsWith(u'\'') || literal.startsWith(u'"');
    return isText ? quoted(literal.mid(1, literal.size() - 2)) : literal.toUtf8();
}

/// \a document with \a field set to \a value, or without it when \a value is empty.
QByteArray withMember(const QByteArray &document, const QString &field, const QByteArray &value)
{
    JsonObjectWriter object;
    bool found = false;
    for (const JsonMember &member : membersOf(document)) {
        if (member.key != field) {
            object.add(member.key.toUtf8(), member.value);
            continue;
        }
        found = true;
        if (!value.isEmpty())
            object.add(member.key.toUtf8(), value);
    }
    if (!found && !value.isEmpty())
        object.add(field.toUtf8(), value);
    return object.object();
}

QByteArray sum(QByteArrayView stored, const QByteArray &added)
{
    bool wholeStored = false;
    bool wholeAdded = false;
    const qint64 left = stored.toByteArray().toLongLong(&wholeStored);
    const qint64 right = added.toLongLong(&wholeAdded);
    if (wholeStored && wholeAdded)
        return QByteArray::number(left + right);
    return QByteArray::number(stored.toByteArray().toDouble() + added.toDouble());
}

} // namespace

QString Script::description(const QString &source, const QString &lang)
{
    return u"Script{type=inline, lang='%1', idOrCode='%2', options={}, params={}}"_s.arg(lang, source);
}

Fallible<Script> Script::compile(const QString &source, const QString &lang)
{
    if (lang != "painless"_L1)
        return illegalArgument(u"script_lang not supported [%1]"_s.arg(lang));
    Script script;
    script.m_source = source;
    if (const auto fault = script.parseBlock(source, 0, {}))
        return *fault;
    return script;
}

std::optional<Fault> Script::parseBlock(const QString &text, qsizetype offset, const Statement &condition)
{
    static const QRegularExpression statement(
        uR"(\G\s*(?:if\s*\(\s*ctx\._source\.(?<test>\w+)\s*==\s*(?<equals>-?\d+|true|false|'[^']*'|"[^"]*")\s*\)\s*\{(?<block>[^{}]*)\}|)"_s
        + uR"(ctx\._source\.remove\(\s*['"](?<removed>\w+)['"]\s*\)|)"_s
        + uR"(ctx\.op\s*=\s*['"](?<op>\w+)['"]|)"_s
        + uR"(throw\s+new\s+(?<class>\w+)\(\s*['"](?<message>[^'"]*)['"]\s*\)|)"_s
        + uR"(ctx\._source\.(?<counter>\w+)(?<step>\+\+|--)|)"_s
        + uR"(ctx\._source\.(?<field>\w+)\s*(?<sign>\+=|-=|=)\s*)"_s + kLiteral + uR"()\s*;?)"_s);
    qsizetype at = 0;
    while (!QStringView(text).mid(at).trimmed().isEmpty()) {
        const auto match = statement.match(text, at);
        if (!match.hasMatch())
            return fault(u"compile error"_s, offset + at, illegalArgument(u"unexpected token in [%1]"_s.arg(text.mid(at).trimmed())));
        Statement next = condition;
        next.position = offset + at;
        if (match.hasCaptured(u"test")) {
            next.onlyIfField = match.captured(u"test");
            next.onlyIfValue = jsonOf(match.captured(u"equals"));
            if (const auto inner = parseBlock(match.captured(u"block"), offset + match.capturedStart(u"block"), next))
                return inner;
        } else if (match.hasCaptured(u"removed")) {
            next.kind = Statement::Kind::Remove;
            next.field = match.captured(u"removed");
        } else if (match.hasCaptured(u"op")) {
            next.kind = Statement::Kind::Op;
            next.field = match.captured(u"op");
        } else if (match.hasCaptured(u"class")) {
            next.kind = Statement::Kind::Throw;
            next.field = match.captured(u"class");
            next.value = match.captured(u"message").toUtf8();
        } else if (match.hasCaptured(u"counter")) {
            next.kind = Statement::Kind::Add;
            next.field = match.captured(u"counter");
            next.value = match.captured(u"step") == "++"_L1 ? "1"_ba : "-1"_ba;
        } else {
            const QString sign = match.captured(u"sign");
            next.kind = sign == "="_L1 ? Statement::Kind::Set : Statement::Kind::Add;
            next.field = match.captured(u"field");
            next.value = jsonOf((sign == "-="_L1 ? u"-"_s : QString()) + match.captured(u"value"));
        }
        if (!match.hasCaptured(u"test"))
            m_statements.push_back(std::move(next));
        at = match.capturedEnd();
    }
    return {};
}

Fallible<ScriptOutcome> Script::run(const QByteArray &document) const
{
    ScriptOutcome outcome {ScriptOutcome::Op::Write, document};
    for (const Statement &statement : m_statements) {
        if (!statement.onlyIfField.isEmpty() && memberOf(outcome.document, statement.onlyIfField) != statement.onlyIfValue)
            continue;
        switch (statement.kind) {
        case Statement::Kind::Set:
            outcome.document = withMember(outcome.document, statement.field, statement.value);
            break;
        case Statement::Kind::Add: {
            const QByteArrayView stored = memberOf(outcome.document, statement.field);
            if (stored.isEmpty() || stored == "null")
                return fault(u"runtime error"_s, statement.position,
                             {"null_pointer_exception"_ba, u"cannot add to the missing field [%1]"_s.arg(statement.field), 400, {}, {}, false});
            outcome.document = withMember(outcome.document, statement.field, sum(stored, statement.value));
            break;
        }
        case Statement::Kind::Remove:
            outcome.document = withMember(outcome.document, statement.field, {});
            break;
        case Statement::Kind::Op:
            outcome.op = statement.field == "delete"_L1 ? ScriptOutcome::Op::Delete
                : statement.field == "index"_L1         ? ScriptOutcome::Op::Write
                                                        : ScriptOutcome::Op::Noop;
            break;
        case Statement::Kind::Throw: {
            static const QRegularExpression capitals(u"(?<!^)([A-Z])"_s);
            const QByteArray type = QString(statement.field).replace(capitals, u"_\\1"_s).toLower().toUtf8();
            return fault(u"runtime error"_s, statement.position, {type, QString::fromUtf8(statement.value), 400, {}, {}, false});
        }
        }
    }
    return outcome;
}

Fault Script::fault(const QString &kind, qsizetype position, Fault cause) const
{
    while (position < m_source.size() && m_source.at(position).isSpace())
        ++position;
    const QString pointer = QString(position, u' ') + u"^---- HERE"_s;
    const QByteArray where = JsonObjectWriter()
                                 .add("offset", qint64(position))
                                 .add("start", qint64(0))
                                 .add("end", qint64(m_source.size()))
                                 .object();
    Fault fault {"script_exception"_ba, kind, 400, {}, {}, true};
    fault.members = {{"script_stack"_ba, '[' + quoted(m_source) + ',' + quoted(pointer) + ']'},
                     {"script"_ba, quoted(m_source)},
                     {"lang"_ba, "\"painless\""_ba},
                     {"position"_ba, where}};
    return fault.causedBy(std::move(cause));
}

} // namespace taskglass::localqueue::cluster

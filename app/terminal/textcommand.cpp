// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/textcommand.h"

#include "app/terminal/safetext.h"

using namespace Qt::StringLiterals;

namespace taskglass {

QString sentenceFor(const Error &error)
{
    QString text = error.message;
    if (!error.serverMessage.isEmpty() && !text.contains(error.serverMessage))
        text += u' ' + TextCommand::tr("The server says: “%1”").arg(error.serverMessage);
    if (!error.serverCode.isEmpty() && !text.contains(error.serverCode))
        text += u" (%1)"_s.arg(error.serverCode);
    if (error.kind == Error::Kind::Tls && !error.fingerprint.isEmpty())
        text += u' ' + TextCommand::tr("The certificate's SHA-256 is %1. Name its authority with --ca.").arg(error.fingerprint);
    return oneSafeLine(text);
}

int exitStatusFor(const Error &error)
{
    return error.kind == Error::Kind::Auth || error.kind == Error::Kind::ReadOnly ? exitcode::kNotAllowed : exitcode::kFailed;
}

Result<QList<PrintedColumn>> columnsNamed(const QStringList &ids)
{
    QList<PrintedColumn> printed;
    const auto add = [&printed](const ColumnSpec &spec) {
        printed.append({spec.column, spec.id, columnTitle(spec.column), (spec.align & Qt::AlignTrailing) != 0});
    };
    for (const QString &id : ids) {
        const ColumnSpec *spec = columnById(id.trimmed());
        if (!spec) {
            QStringList known;
            for (const ColumnSpec &each : columns())
                known.append(each.id);
            Error error;
            error.kind = Error::Kind::Local;
            error.message = TextCommand::tr("There is no column “%1”. Columns are: %2.").arg(id, known.join(", "_L1));
            return error;
        }
        add(*spec);
    }
    for (const ColumnSpec &spec : columns()) {
        if (ids.isEmpty() && spec.shownByDefault)
            add(spec);
    }
    return printed;
}

TextCommand::TextCommand(const Invocation &invocation, Console &console, ServerSession &session)
    : m_invocation(invocation)
    , m_console(console)
    , m_session(session)
{
    connect(&m_session.server(), &WatchedServer::statusChanged, this, &TextCommand::takeStatus);
    connect(&m_session, &ServerSession::warned, this, [this](const QString &sentence) { m_console.say(sentence); });
    if (invocation.verbose)
        connect(&m_session, &ServerSession::logged, this, [this](const QString &line) { m_console.say(oneSafeLine(line)); });
}

void TextCommand::start()
{
    m_session.start();
}

void TextCommand::interrupt()
{
    finish(exitcode::kInterrupted);
}

void TextCommand::statusChanged(const ConnectionStatus &)
{
}

bool TextCommand::survives(const Error &)
{
    return false;
}

void TextCommand::takeStatus(const ConnectionStatus &status)
{
    if (m_finished)
        return;
    const bool failed = status.phase == ConnectionStatus::Phase::Failing || status.phase == ConnectionStatus::Phase::Refused;
    if (failed && status.error && (!m_begun || !survives(*status.error)))
        return finishWith(*status.error);
    if (status.phase == ConnectionStatus::Phase::Live && !m_begun) {
        m_begun = true;
        if (!status.note.isEmpty())
            m_console.say(status.note);
        begin();
    }
    if (m_begun && !m_finished)
        statusChanged(status);
}

void TextCommand::finish(int exitStatus)
{
    if (m_finished)
        return;
    m_finished = true;
    // The client may be in the middle of telling us something: it is stopped when its call has returned.
    QMetaObject::invokeMethod(
        this, [this, exitStatus] {
            m_session.stop();
            emit finished(exitStatus);
        },
        Qt::QueuedConnection);
}

void TextCommand::finishWith(const Error &error)
{
    if (m_finished)
        return;
    m_console.say(sentenceFor(error));
    finish(exitStatusFor(error));
}

bool TextCommand::write(const QByteArray &bytes)
{
    if (!m_finished && m_console.write(bytes))
        return true;
    finish(exitcode::kDone);
    return false;
}

TextFormat TextCommand::format() const
{
    return m_invocation.format.value_or(m_console.outputIsTerminal() ? TextFormat::Table : TextFormat::NdJson);
}

WriterOptions TextCommand::writerOptions(bool events) const
{
    const WatchedServer &server = m_session.server();
    WriterOptions options;
    options.format = format();
    if (const auto columns = columnsNamed(m_invocation.columns))
        options.columns = columns.value();
    options.context = {server.profile().name, server.status().kind, server.status().capabilities.cancel.allowed && !server.profile().readOnly};
    options.raw = m_invocation.raw;
    options.events = events;
    options.terminal = m_console.outputIsTerminal();
    options.color = m_console.color();
    options.width = m_invocation.columns.isEmpty() ? m_console.width() : 0;
    return options;
}

} // namespace taskglass

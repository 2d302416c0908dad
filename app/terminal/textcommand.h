// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/serversession.h"
#include "app/terminal/arguments.h"
#include "app/terminal/console.h"
#include "app/terminal/taskwriter.h"
#include "models/domain/taskfilter.h"

#include <QObject>

namespace taskglass {

/// One command at work on one server. Lives until finished(), which comes once; nothing is printed after it.
class TextCommand : public QObject
{
    Q_OBJECT

public:
    /// All arguments must outlive the command.
    TextCommand(const Invocation &invocation, Console &console, ServerSession &session);

    /// Connects and works. Errors end it with a sentence and their exit status.
    void start();
    /// Ctrl-C: ends with 130.
    virtual void interrupt();

signals:
    void finished(int exitStatus);

protected:
    /// The server answered for the first time.
    virtual void begin() = 0;
    /// Any later news of the connection.
    virtual void statusChanged(const ConnectionStatus &status);
    /// Trouble after begin(). A command that goes on in spite of it answers true.
    virtual bool survives(const Error &error);

    void finish(int exitStatus);
    void finishWith(const Error &error);
    /// Writes data; when nobody reads it any more the command ends quietly, and this answers false.
    bool write(const QByteArray &bytes);
    [[nodiscard]] bool isFinished() const { return m_finished; }
    /// As --format, --columns and the terminal say.
    [[nodiscard]] WriterOptions writerOptions(bool events) const;

    [[nodiscard]] const Invocation &invocation() const { return m_invocation; }
    [[nodiscard]] Console &console() { return m_console; }
    [[nodiscard]] ServerSession &session() { return m_session; }
    [[nodiscard]] WatchedServer &server() { return m_session.server(); }
    [[nodiscard]] const WatchedServer &server() const { return m_session.server(); }
    [[nodiscard]] TextFormat format() const;

private:
    void takeStatus(const ConnectionStatus &status);

    const Invocation &m_invocation;
    Console &m_console;
    ServerSession &m_session;
    bool m_begun = false;
    bool m_finished = false;
};

/// What is said on stderr about an error: our sentence, then the server's own.
[[nodiscard]] QString sentenceFor(const Error &error);
/// kNotAllowed or kFailed.
[[nodiscard]] int exitStatusFor(const Error &error);
/// The columns that \a ids name, or the default ones; an error names the first that does not exist, and those that do.
[[nodiscard]] Result<QList<PrintedColumn>> columnsNamed(const QStringList &ids);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/textprogram.h"

#include "app/client/connection.h"
#include "app/client/probe.h"
#include "app/session/serversession.h"
#include "app/terminal/cancelcommand.h"
#include "app/terminal/listcommand.h"
#include "app/terminal/serverchoice.h"
#include "app/terminal/serverscommand.h"
#include "app/terminal/showcommand.h"
#include "app/terminal/watchcommand.h"
#include "app/unixsignals.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

Error usage(const QString &sentence)
{
    Error error;
    error.kind = Error::Kind::Local;
    error.message = sentence;
    return error;
}

Result<TaskFilter> filterFrom(const QStringList &words)
{
    const QString text = words.join(u' ');
    const TaskFilter::Parsed parsed = TaskFilter::parse(text);
    if (!parsed.error)
        return parsed.filter;
    // The text with a mark below the place, as the window underlines it.
    const QString mark = QString(parsed.error->position, u' ') + QString(std::max(1, parsed.error->length), u'^');
    return usage(QCoreApplication::translate("Terminal", "The filter cannot be read: %1").arg(parsed.error->message) + u"\n  "_s + text + u"\n  "_s + mark);
}

/// "status:failed" among ids is a filter that somebody forgot to call one; it must not be sent as an id.
bool looksLikeFilter(const QString &id)
{
    static const QRegularExpression field(u"^-?(status|type|index|id|error|label|batch|canceledBy|node|parent|description|subscription|database|action|enqueued|started|finished|waited|ran)[:<>]"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return field.match(id).hasMatch();
}

} // namespace

TextProgram::TextProgram(const Invocation &invocation, const std::optional<ServerProfile> &demo)
    : m_invocation(invocation)
    , m_demo(demo)
    , m_folders(Folders::standard(invocation.config))
    , m_settings(m_folders.config)
    , m_audit(m_folders.state + "/audit.jsonl"_L1, m_clock)
{
}

TextProgram::~TextProgram() = default;

int TextProgram::wrongUsage(const QString &sentence)
{
    m_console.say(sentence);
    return exitcode::kUsage;
}

int TextProgram::run()
{
    m_settings.load();
    for (const QString &problem : m_settings.problems())
        m_console.say(problem);
    if (m_invocation.action == Action::Servers)
        return runServers();
    if (m_demo && !m_settings.settings().serverNamed(m_invocation.words.value(0)))
        return runOn(withOptions(*m_demo, m_invocation), m_invocation.words);
    const Result<ServerChoice> choice = chooseServer(m_invocation.words, m_settings.settings(), m_invocation);
    if (!choice)
        return wrongUsage(choice.error().message);
    return runOn(choice.value().profile, choice.value().rest);
}

int TextProgram::runServers()
{
    if (m_invocation.words.value(0) != "test"_L1)
        return runServersCommand(m_invocation, m_settings, m_console);
    QStringList words = m_invocation.words.mid(1);
    if (words.isEmpty()) {
        for (const ServerProfile &profile : m_settings.settings().servers)
            words.append(profile.name);
    }
    if (words.isEmpty())
        return wrongUsage(tr("Which server? taskglass servers test NAME, or an address."));
    int worst = exitcode::kDone;
    for (const QString &word : words) {
        const int status = testServer(word);
        if (status == exitcode::kInterrupted)
            return status;
        worst = std::max(worst, status);
    }
    return worst;
}

int TextProgram::testServer(const QString &word)
{
    const Result<ServerProfile> profile = serverFromWord(word, m_settings.settings(), m_invocation);
    if (!profile)
        return wrongUsage(profile.error().message);
    const Result<Credentials> credentials = readCredentials(m_invocation.credentials, profile.value().kind, CredentialWorld::real());
    if (!credentials) {
        m_console.say(credentials.error().message);
        return exitcode::kFailed;
    }
    if (const QString why = keysProblem(profile.value(), kindToAskFor(profile.value(), credentials.value())); !why.isEmpty())
        return wrongUsage(why);
    Probe probe(profile.value(), credentials.value(), m_clock);
    UnixSignals signalsOfUnix;
    QEventLoop loop;
    int status = exitcode::kInterrupted;
    connect(&signalsOfUnix, &UnixSignals::interrupted, &loop, &QEventLoop::quit);
    connect(&probe, &Probe::finished, &loop, [&](const ProbeReport &report) {
        status = report.error ? exitStatusFor(*report.error) : exitcode::kDone;
        if (report.error)
            m_console.say(sentenceFor(*report.error));
        else
            m_console.write(probeText(profile.value(), report).toUtf8());
        loop.quit();
    });
    probe.start();
    loop.exec();
    return status;
}

int TextProgram::runOn(const ServerProfile &profile, const QStringList &words)
{
    if (m_invocation.action == Action::Cancel && profile.readOnly) {
        m_console.say(tr("%1 is read-only: nothing is canceled through this connection.").arg(profile.name));
        return exitcode::kNotAllowed;
    }
    const Result<Credentials> credentials = readCredentials(m_invocation.credentials, profile.kind, CredentialWorld::real());
    if (!credentials) {
        m_console.say(credentials.error().message);
        return exitcode::kFailed;
    }
    if (const QString why = keysProblem(profile, kindToAskFor(profile, credentials.value())); !why.isEmpty())
        return wrongUsage(why);
    ServerSession session(profile, credentials.value(), m_clock, m_audit);
    const Result<std::unique_ptr<TextCommand>> command = makeCommand(session, words);
    return command ? execute(*command.value()) : wrongUsage(command.error().message);
}

Result<std::unique_ptr<TextCommand>> TextProgram::makeCommand(ServerSession &session, const QStringList &words)
{
    const auto make = [&]<typename Command>(std::type_identity<Command>, const auto &argument) {
        return Result<std::unique_ptr<TextCommand>>(std::make_unique<Command>(m_invocation, m_console, session, argument));
    };
    if (const auto columns = columnsNamed(m_invocation.columns); !columns)
        return columns.error();
    const bool json = m_invocation.format.value_or(m_console.outputIsTerminal() ? TextFormat::Table : TextFormat::NdJson) == TextFormat::NdJson
        || m_invocation.format == TextFormat::Json;
    if (json && !m_invocation.columns.isEmpty())
        return usage(tr("--columns is for table, csv and markdown; a task as JSON always has every key. Add --format table, for example."));
    switch (m_invocation.action) {
    case Action::Window:
    case Action::Watch:
    case Action::List: {
        const Result<TaskFilter> filter = filterFrom(m_invocation.action == Action::Window ? m_invocation.filters : words);
        if (!filter)
            return filter.error();
        if (m_invocation.action != Action::List)
            return make(std::type_identity<WatchCommand>(), filter.value());
        if (const auto order = ListCommand::orderFor(m_invocation.sort); order && !columnById(order->column))
            return usage(tr("There is no column “%1” to sort by.").arg(order->column));
        return make(std::type_identity<ListCommand>(), filter.value());
    }
    case Action::Show:
        if (words.isEmpty())
            return usage(tr("Which task? Name one or more ids."));
        return make(std::type_identity<ShowCommand>(), words);
    case Action::Servers: // never comes here
    case Action::Cancel: break;
    }
    CommandDraft draft;
    draft.ids = words;
    const Result<TaskFilter> filter = filterFrom(m_invocation.filters);
    if (!filter)
        return filter.error();
    draft.filter = filter.value();
    for (const QString &id : words) {
        if (looksLikeFilter(id))
            return usage(tr("“%1” is not an id. To cancel what a filter matches, say --filter '%1'.").arg(id));
    }
    if (!draft.ids.isEmpty() && !draft.filter.isEmpty())
        return usage(tr("Name ids or a filter, not both."));
    if (draft.isEmpty())
        return usage(tr("Which tasks? Name ids, or say --filter FILTER."));
    if (!m_invocation.yes && !m_invocation.dryRun && !m_console.inputIsTerminal())
        return usage(tr("There is no terminal to ask on. Add --yes to cancel without being asked, or --dry-run to look first."));
    return make(std::type_identity<CancelCommand>(), draft);
}

int TextProgram::execute(TextCommand &command)
{
    UnixSignals signalsOfUnix;
    QEventLoop loop;
    int status = exitcode::kFailed;
    connect(&signalsOfUnix, &UnixSignals::interrupted, &command, &TextCommand::interrupt);
    connect(&command, &TextCommand::finished, &loop, [&loop, &status](int exitStatus) {
        status = exitStatus;
        loop.quit();
    });
    command.start();
    loop.exec();
    return status;
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/arguments.h"

#include "app/terminal/options.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr std::array kActions {Action::Window, Action::List, Action::Watch, Action::Show, Action::Cancel, Action::Servers};

const OptionSpec *optionNamed(QStringView name)
{
    const auto all = options();
    const auto found = std::find_if(all.begin(), all.end(), [name](const OptionSpec &spec) { return name == QLatin1StringView(spec.name); });
    return found == all.end() ? nullptr : &*found;
}

std::optional<Action> commandNamed(const QString &word)
{
    for (const Action action : kActions) {
        if (action != Action::Window && word == wordFor(action))
            return action;
    }
    return std::nullopt;
}

/// The known option that \a name was probably meant to be: it begins like it, or the other way round.
QString similarOption(const QString &name)
{
    for (const OptionSpec &spec : options()) {
        const QLatin1StringView known(spec.name);
        if (name.size() > 1 && (known.startsWith(name) || name.startsWith(known)))
            return QCoreApplication::translate("Arguments", " Did you mean --%1?").arg(known);
    }
    return {};
}

/// Walks through the arguments once; options are kept aside until the command, and so their validity, is known.
class Parser
{
public:
    explicit Parser(const QStringList &arguments) : m_arguments(arguments) { }

    ParsedArguments run()
    {
        while (m_at < m_arguments.size() && m_result.error.isEmpty())
            takeArgument(m_arguments.at(m_at++));
        if (m_result.error.isEmpty())
            checkOptions();
        if (m_result.error.isEmpty())
            checkTogether();
        return m_result;
    }

private:
    void takeArgument(const QString &argument)
    {
        if (m_onlyWords || argument == "-"_L1)
            takeWord(argument);
        else if (argument == "--"_L1)
            m_onlyWords = true;
        else if (argument.startsWith("--"_L1))
            takeOption(argument.mid(2));
        else if (argument == "-h"_L1)
            takeOption(u"help"_s);
        else if (argument.startsWith(u'-') && !looksLikeFilter(argument))
            fail(QCoreApplication::translate("Arguments", "There is no option “%1”; options begin with two dashes.").arg(argument));
        else
            takeWord(argument);
    }

    /// "-status:succeeded", "-movies" in list and watch: the filter language's "not".
    [[nodiscard]] bool looksLikeFilter(const QString &argument) const
    {
        const Action action = m_result.invocation.action;
        return argument.size() > 2 && (action == Action::List || action == Action::Watch);
    }

    void takeWord(const QString &word)
    {
        Invocation &invocation = m_result.invocation;
        const std::optional<Action> command = m_onlyWords ? std::nullopt : commandNamed(word);
        if (command && invocation.action == Action::Window && invocation.words.isEmpty())
            invocation.action = *command;
        else
            invocation.words.append(word);
    }

    void takeOption(const QString &text)
    {
        const qsizetype equals = text.indexOf(u'=');
        const QString name = text.first(equals < 0 ? text.size() : equals);
        const OptionSpec *spec = optionNamed(name);
        if (!spec)
            return fail(QCoreApplication::translate("Arguments", "There is no option --%1.").arg(name) + similarOption(name));
        QString value;
        if (spec->value && equals >= 0) {
            value = text.mid(equals + 1);
        } else if (spec->value) {
            if (m_at >= m_arguments.size())
                return fail(QCoreApplication::translate("Arguments", "The option --%1 needs a value: %2.").arg(name, QLatin1StringView(spec->value)));
            value = m_arguments.at(m_at++);
        } else if (equals >= 0) {
            return fail(QCoreApplication::translate("Arguments", "The option --%1 takes no value.").arg(name));
        }
        if (const QString problem = spec->take(m_result.invocation, value); !problem.isEmpty())
            return fail(QCoreApplication::translate("Arguments", "The option --%1: %2").arg(name, problem));
        m_given.append(spec);
    }

    void checkOptions()
    {
        for (const OptionSpec *spec : m_given) {
            if ((spec->actions & bit(m_result.invocation.action)) == 0) {
                const Action action = m_result.invocation.action;
                const QString name = QLatin1StringView(spec->name);
                return fail(action == Action::Window
                                ? QCoreApplication::translate("Arguments", "The option --%1 is not for the window.").arg(name)
                                : QCoreApplication::translate("Arguments", "The option --%1 is not for “%2”.").arg(name, wordFor(action)));
            }
        }
    }

    void checkTogether()
    {
        const Invocation &i = m_result.invocation;
        if (i.help || i.version)
            return;
        if (i.action == Action::Show && i.words.isEmpty())
            fail(QCoreApplication::translate("Arguments", "Which task? Name one or more ids."));
        else if (i.action == Action::Cancel && i.words.isEmpty() && i.filters.isEmpty())
            fail(QCoreApplication::translate("Arguments", "Which tasks? Name ids, or say --filter FILTER."));
        else if (!i.credentials.keyFile.isEmpty() && i.credentials.keyFromStdin)
            fail(QCoreApplication::translate("Arguments", "The key can come from a file or from the standard input, not from both."));
        else if (i.wait && i.timeoutSeconds)
            fail(QCoreApplication::translate("Arguments", "--wait waits however long it takes; it cannot be combined with --timeout."));
        else if (i.clientCertFile.isEmpty() != i.clientKeyFile.isEmpty())
            fail(QCoreApplication::translate("Arguments", "--client-cert and --client-key belong together."));
    }

    void fail(const QString &sentence) { m_result.error = sentence; }

    const QStringList &m_arguments;
    qsizetype m_at = 0;
    bool m_onlyWords = false;
    QList<const OptionSpec *> m_given;
    ParsedArguments m_result;
};

} // namespace

QString wordFor(Action action)
{
    switch (action) {
    case Action::Window: return {};
    case Action::List: return u"list"_s;
    case Action::Watch: return u"watch"_s;
    case Action::Show: return u"show"_s;
    case Action::Cancel: return u"cancel"_s;
    case Action::Servers: return u"servers"_s;
    }
    Q_UNREACHABLE();
}

ParsedArguments parseArguments(const QStringList &arguments)
{
    return Parser(arguments).run();
}

} // namespace taskglass

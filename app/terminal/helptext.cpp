// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/arguments.h"
#include "app/terminal/options.h"
#include "app/terminal/safetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QString usageOf(Action action)
{
    switch (action) {
    case Action::Window:
        return u"taskglass [options] [SERVER…]\n"
               "taskglass --demo\n"
               "taskglass list   [SERVER] [FILTER…]\n"
               "taskglass watch  [SERVER] [FILTER…]\n"
               "taskglass show   [SERVER] ID…\n"
               "taskglass cancel [SERVER] (ID… | --filter FILTER)\n"
               "taskglass servers [add NAME URL | remove NAME | test SERVER…]\n"_s;
    case Action::List: return u"taskglass list [SERVER] [FILTER…]\n"_s;
    case Action::Watch: return u"taskglass watch [SERVER] [FILTER…]\n"_s;
    case Action::Show: return u"taskglass show [SERVER] ID…\n"_s;
    case Action::Cancel: return u"taskglass cancel [SERVER] (ID… | --filter FILTER)\n"_s;
    case Action::Servers:
        return u"taskglass servers\n"
               "taskglass servers add NAME URL\n"
               "taskglass servers remove NAME\n"
               "taskglass servers test SERVER…\n"_s;
    }
    Q_UNREACHABLE();
}

QString purposeOf(Action action)
{
    switch (action) {
    case Action::Window:
        return QCoreApplication::translate("Arguments",
            "Watch task queues, understand failures, cancel safely. Without a command it opens a window on the servers named, or on "
            "those of the last session. Each command has its own help: taskglass list --help.");
    case Action::List: return QCoreApplication::translate("Arguments", "Prints the tasks that match, once, newest first.");
    case Action::Watch:
        return QCoreApplication::translate("Arguments",
            "Prints the tasks that match, then every change to them and every new one, until Ctrl-C or what --until-idle and --timeout say.");
    case Action::Show:
        return QCoreApplication::translate("Arguments", "Prints everything known about tasks: why they failed first, then when what happened, then the server's details.");
    case Action::Cancel:
        return QCoreApplication::translate("Arguments",
            "Shows what would be canceled, asks, sends one request pinned to exactly that, follows it, and says what became of each task. "
            "Everything sent is kept in the local audit file.");
    case Action::Servers:
        return QCoreApplication::translate("Arguments", "Lists, saves and forgets connections, or tests what can be done with one. Keys are never saved.");
    }
    Q_UNREACHABLE();
}

QString examplesOf(Action action)
{
    switch (action) {
    case Action::Window: return u"  taskglass http://localhost:7700\n  taskglass prod-eu --filter 'status:failed'\n"_s;
    case Action::List:
        return u"  taskglass list http://localhost:7700 status:failed enqueued<1d\n"
               "  taskglass list prod-eu 'index:books -status:succeeded' --format csv --columns id,type,error\n"
               "  taskglass list prod-eu --all --sort -ran --limit 10\n"_s;
    case Action::Watch: return u"  taskglass watch prod-eu index:movies --until-idle --exit-status\n"_s;
    case Action::Show: return u"  taskglass show prod-eu 90538\n  taskglass show prod-eu 90538 --format json --raw\n"_s;
    case Action::Cancel:
        return u"  taskglass cancel prod-eu 90520 --reason 'wrong import'\n"
               "  taskglass cancel prod-eu --filter 'status:enqueued index:books' --dry-run\n"_s;
    case Action::Servers: return u"  taskglass servers add prod-eu https://search.example --environment production\n  taskglass servers test prod-eu\n"_s;
    }
    Q_UNREACHABLE();
}

/// \a text broken at blanks to lines of at most 96 cells.
QString wrapped(const QString &text)
{
    constexpr int kLine = 96;
    QString result;
    int used = 0;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        const int width = displayWidth(word);
        if (used > 0 && used + 1 + width > kLine) {
            result += u'\n';
            used = 0;
        }
        result += used > 0 ? QString(u' ' + word) : word;
        used += (used > 0 ? 1 : 0) + width;
    }
    return result + u'\n';
}

} // namespace

QString helpText(Action action)
{
    QString text = QCoreApplication::translate("Arguments", "Usage") + u":\n"_s;
    const QStringList usage = usageOf(action).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : usage)
        text += u"  "_s + line + u'\n';
    text += u'\n' + wrapped(purposeOf(action)) + u'\n';
    if (action != Action::Servers) {
        text += wrapped(QCoreApplication::translate("Arguments",
            "SERVER is a saved name or an address such as http://localhost:7700; without it, the only saved server is meant. "
            "FILTER is the language of the window's filter bar: status:failed type:… index:books id:12..40 enqueued>2h ran>30s "
            "error:… -status:succeeded, free text, OR, parentheses.")) + u'\n';
    }
    text += QCoreApplication::translate("Arguments", "Options") + u":\n"_s;
    for (const OptionSpec &spec : options()) {
        if ((spec.actions & bit(action)) == 0)
            continue;
        const QString name = "--"_L1 + QLatin1StringView(spec.name) + (spec.value ? u' ' + QString::fromLatin1(spec.value) : QString());
        text += u"  "_s + padded(name, 22, false) + u"  "_s + QCoreApplication::translate("Arguments", spec.help) + u'\n';
    }
    text += u'\n' + QCoreApplication::translate("Arguments", "Examples") + u":\n"_s + examplesOf(action);
    return text;
}

} // namespace taskglass

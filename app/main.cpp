// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program on a page: what is asked for, then the window or its text, over the same client, store and filter.
#include "app/demo.h"
#include "app/display.h"
#include "app/memory.h"
#include "app/screenshot.h"
#include "app/settings/folders.h"
#include "app/settings/settingsfile.h"
#include "app/terminal/textprogram.h"
#include "app/theme.h"
#include "app/timingprobe.h"
#include "app/translators.h"
#include "app/unixsignals.h"
#include "app/windowprogram.h"
#include "views/style/icons.h"

#include <QApplication>
#include <QCoreApplication>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

void setIdentity()
{
    QCoreApplication::setApplicationName(u"taskglass"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TASKGLASS_VERSION));
}

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
}

/// What needs no server: help, the version, and what is wrong with the arguments. Parsed again, now in \a language.
int runWords(int argc, char **argv, const QStringList &arguments, const QString &language)
{
    QCoreApplication application(argc, argv);
    installTranslators(application, language);
    const ParsedArguments parsed = parseArguments(arguments);
    if (!parsed.error.isEmpty()) {
        print(stderr, "taskglass: "_L1 + parsed.error + u'\n');
        return exitcode::kUsage;
    }
    print(stdout, parsed.invocation.help ? helpText(parsed.invocation.action) : QString(u"taskglass "_s + QStringLiteral(TASKGLASS_VERSION) + u'\n'));
    return exitcode::kDone;
}

int runText(int argc, char **argv, const Invocation &invocation)
{
    QCoreApplication application(argc, argv);
    installTranslators(application, invocation.language);
    if (invocation.action == Action::Window)
        print(stderr, QCoreApplication::translate("Main", "There is no display; the same tasks follow here until Ctrl-C.") + u'\n');
    std::optional<ServerProfile> server;
    Demo demo;
    if (invocation.demo) {
        Result<ServerProfile> started = demo.start();
        if (!started) {
            print(stderr, "taskglass: "_L1 + started.error().message + u'\n');
            return exitcode::kFailed;
        }
        server = started.take();
    }
    return TextProgram(invocation, server).run();
}

int runWindow(int argc, char **argv, const Invocation &invocation)
{
    QApplication application(argc, argv);
    SettingsFile settings(Folders::standard(invocation.config).config);
    settings.load();
    const Preferences preferences = WindowProgram::preferences(invocation, settings.settings());
    QGuiApplication::setDesktopFileName(u"org.taskglass.Taskglass"_s);
    QGuiApplication::setApplicationDisplayName(u"Taskglass"_s);
    installTranslators(application, preferences.language);
    ThemeSwitch theme(application);
    theme.apply(preferences.theme);
    QApplication::setWindowIcon(applicationIcon());

    UnixSignals unixSignals;
    QObject::connect(&unixSignals, &UnixSignals::interrupted, &application, [] { QCoreApplication::exit(exitcode::kInterrupted); });
    WindowProgram program(invocation, settings, theme);
    if (const std::optional<Error> error = program.open()) {
        print(stderr, "taskglass: "_L1 + error->message + u'\n');
        return exitcode::kUsage;
    }
    std::optional<TimingProbe> timing;
    if (invocation.timing || invocation.untilLoaded)
        timing.emplace(program.window(), program.firstServer(), invocation.untilLoaded);
    const Screenshot screenshot(invocation, program.window(), program.firstServer());
    program.show();
    const int status = QApplication::exec();
    if (invocation.timing)
        timing->print();
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    (void)msSinceStart(); // the clock of --timing starts here
    returnLargeBuffersEarly();
    setIdentity();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const ParsedArguments parsed = parseArguments(arguments);
    const Invocation &invocation = parsed.invocation;
    if (!parsed.error.isEmpty() || invocation.help || invocation.version)
        return runWords(argc, argv, arguments, invocation.language);
    const bool unattended = !invocation.screenshot.isEmpty() || invocation.timing;
    const bool display = hasDisplay([](const char *name) { return qEnvironmentVariable(name); });
    if (unattended && !display)
        qputenv("QT_QPA_PLATFORM", "offscreen"); // a picture or a figure needs no screen
    if (invocation.action == Action::Window && (display || unattended))
        return runWindow(argc, argv, invocation);
    return runText(argc, argv, invocation);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/commandline.h"
#include "app/localqueue/server.h"
#include "app/localqueue/stopsignals.h"
#include "app/translators.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTrouble = 1;
constexpr int kWrongUsage = 2;

void say(FILE *where, const QString &text)
{
    QTextStream(where) << text << Qt::endl;
}

bool writeReadyFile(const QString &path, const QString &url)
{
    if (path.isEmpty())
        return true;
    // Renamed into place, so that a script that waits for the file never reads half of it.
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(url.toUtf8() + '\n') > 0 && file.commit();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"taskglass-queue"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TASKGLASS_VERSION));
    taskglass::installTranslators(app, {});

    using namespace taskglass::localqueue;
    auto command = parseCommandLine(QCoreApplication::arguments());
    if (!command) {
        say(stderr, command.error().message);
        say(stderr, QCoreApplication::translate("CommandLine", "See taskglass-queue --help."));
        return kWrongUsage;
    }
    if (command.value().what == QueueCommand::What::Help) {
        QTextStream(stdout) << helpText();
        return 0;
    }
    if (command.value().what == QueueCommand::What::Version) {
        say(stdout, u"taskglass-queue "_s + QCoreApplication::applicationVersion());
        return 0;
    }

    // From here on a signal is heard, so that none falls between listening and the event loop.
    StopSignals stop;
    QObject::connect(&stop, &StopSignals::received, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    LocalQueue queue(command.value().options);
    const auto url = queue.start();
    if (!url) {
        say(stderr, url.error().message);
        return kTrouble;
    }
    const QString address = url.value().toString();
    say(stdout, u"listening on "_s + address);
    if (!writeReadyFile(command.value().readyFile, address)) {
        say(stderr, QCoreApplication::translate("CommandLine", "%1 cannot be written.").arg(command.value().readyFile));
        return kTrouble;
    }
    const int status = QCoreApplication::exec();
    queue.stop();
    return status;
}

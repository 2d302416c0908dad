// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QStringList>
#include <QTest>

#include <csignal>
#include <sys/types.h>

namespace taskglass::localqueue {

/// Runs this very program as the child of \a round, which works in \a dir, and kills it once it has said \a lines lines.
/// What it said until it died, whole lines only; empty when it ended in any other way.
inline QByteArray saidUntilKilled(const QString &dir, quint32 round, qsizetype lines, int patienceMs)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), dir, QString::number(round)});
    QByteArray output;
    while (output.count('\n') < lines && process.waitForReadyRead(patienceMs))
        output += process.readAllStandardOutput();
    if (process.processId() <= 0)
        return {};
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::CrashExit)
        return {};
    output += process.readAllStandardOutput();
    return output.first(output.lastIndexOf('\n') + 1).trimmed();
}

/// main() of such a test: \a child(dir, round) with the arguments that saidUntilKilled() gives, else the test.
template<typename Test>
int runWithChild(int argc, char **argv, int (*child)(const QString &dir, quint32 round))
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--child"))
        return child(arguments[2], arguments[3].toUInt());
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace taskglass::localqueue

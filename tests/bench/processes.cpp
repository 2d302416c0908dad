// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcessEnvironment>
#include <QTimer>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace taskglass::bench {

QString programPath(const QString &pathInBuild)
{
    return QCoreApplication::applicationDirPath() + "/../../"_L1 + pathInBuild;
}

std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments, const QString &home)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (const QString &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.insert(name, home);
    process->setProcessEnvironment(environment);
    process->start(program, arguments);
    process->waitForStarted();
    return process;
}

void stop(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(30'000))
        process.kill();
}

QByteArray firstLine(QProcess &process, int patienceMs)
{
    QElapsedTimer timer;
    timer.start();
    while (!process.canReadLine() && process.state() == QProcess::Running && timer.elapsed() < patienceMs)
        process.waitForReadyRead(1'000);
    return process.readLine().trimmed();
}

void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

double cpuMs(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    // The second field is the program's name in parentheses, which may hold blanks; user and system time are 14 and 15.
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.value(14 - 3).toDouble() + fields.value(15 - 3).toDouble();
    return ticks * 1000 / double(::sysconf(_SC_CLK_TCK));
}

double residentMb(qint64 pid)
{
    QFile file(u"/proc/%1/statm"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace taskglass::bench

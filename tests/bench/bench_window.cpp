// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real connection in one process: loading a queue's tasks, and living with a queue in which a thousand tasks
// change each second. Where the time goes: server, wire, decoding, store, painting.
//   bench_window [--json] [TASKS]     --json: one object at the end, for bench_growing
// TASKGLASS_BENCH_SIZE: another number of tasks. TASKGLASS_BENCH_SECONDS: of living with each order of the rows (10).
// TASKGLASS_BENCH_SOAK: so many minutes of living and as many of a quiet server, memory each minute (0.5).
// TASKGLASS_BENCH_INTERVAL: milliseconds between two polls, and between two changes of the living queue (1000).
#include "app/localqueue/httpfront.h"
#include "tests/bench/livingqueue.h"
#include "tests/bench/watchbench.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::bench;

namespace {

double fromEnvironment(const char *name, double otherwise)
{
    bool ok = false;
    const double value = qEnvironmentVariable(name).toDouble(&ok);
    return ok && value >= 0 ? value : otherwise;
}

/// The living queue, in a process of its own.
int serve(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    LivingQueue queue(arguments.value(2).toUInt());
    localqueue::HttpFront front(queue, localqueue::FaultPlan({}, 1));
    const auto port = front.open(QHostAddress(QHostAddress::LocalHost), 0, {});
    if (!port)
        return 1;
    std::printf("listening on http://127.0.0.1:%d\n", int(port.value()));
    std::fflush(stdout);
    QTimer life;
    QObject::connect(&life, &QTimer::timeout, &life, [&queue] { queue.advance(); });
    if (const int everyMs = arguments.value(3).toInt(); everyMs > 0)
        life.start(everyMs);
    return QCoreApplication::exec();
}

/// A server process and its address.
struct Server
{
    Server(const QString &program, const QStringList &arguments, const QString &home)
        : process(start(program, arguments, home))
    {
        const QByteArray line = firstLine(*process, 60'000);
        url = QUrl(QString::fromUtf8(line.mid(line.lastIndexOf(' ') + 1)));
    }
    ~Server() { stop(*process); }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    std::unique_ptr<QProcess> process;
    QUrl url;
};

void load(EventMeter &meter, Figures &figures, qint64 size, const QString &home)
{
    const Server queue(programPath(u"app/localqueue/taskglass-queue"_s),
                       {u"--seed"_s, u"1"_s, u"--size"_s, QString::number(size), u"--port"_s, u"0"_s}, home);
    {
        WatchBench first(meter, queue.url); // the queue may still write its older tasks, and caches are cold
        (void)first.load(nullptr);
    }
    WatchBench watch(meter, queue.url);
    const double serverBefore = cpuMs(queue.process->processId());
    if (!watch.load(&figures))
        return;
    figures.add("load_server_ms", "  processor: server", cpuMs(queue.process->processId()) - serverBefore, "ms");
    watch.find(figures);
}

void live(EventMeter &meter, Figures &figures, qint64 size, const QString &home)
{
    const int seconds = int(fromEnvironment("TASKGLASS_BENCH_SECONDS", 10));
    const int intervalMs = int(fromEnvironment("TASKGLASS_BENCH_INTERVAL", 1000));
    const Server server(programPath(u"tests/bench/bench_window"_s), {u"--serve"_s, QString::number(size), QString::number(intervalMs)}, home);
    WatchBench watch(meter, server.url, intervalMs);
    if (!watch.load(nullptr))
        return;
    for (const char *const column : {"id", "ran", "index", "error", "started", "state"})
        watch.live(figures, QString::fromLatin1(column), seconds);
    watch.liveSelected(figures, seconds);
    const double minutes = fromEnvironment("TASKGLASS_BENCH_SOAK", 0.5);
    if (minutes > 0)
        watch.soak(figures, "living", minutes);
}

void rest(EventMeter &meter, Figures &figures, qint64 size, const QString &home)
{
    const double minutes = fromEnvironment("TASKGLASS_BENCH_SOAK", 0.5);
    const Server server(programPath(u"tests/bench/bench_window"_s), {u"--serve"_s, QString::number(size), u"0"_s}, home);
    WatchBench watch(meter, server.url);
    if (minutes > 0 && watch.load(nullptr))
        watch.soak(figures, "quiet", minutes);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--serve") == 0)
        return serve(argc, argv);
    QTemporaryDir home;
    QStandardPaths::setTestModeEnabled(true);
    EventMeter meter(argc, argv);
    QLoggingCategory::setFilterRules(u"default.warning=false"_s); // the offscreen platform's remarks on sizes
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool json = arguments.removeAll(u"--json"_s) > 0;
    const qint64 size = arguments.isEmpty() ? qint64(fromEnvironment("TASKGLASS_BENCH_SIZE", 1'000'000)) : arguments.first().toLongLong();
    Figures figures(json ? stderr : stdout);
    figures.note(u"%1 tasks"_s.arg(size));
    load(meter, figures, size, home.path());
    live(meter, figures, size, home.path());
    rest(meter, figures, size, home.path());
    if (json)
        std::printf("%s\n", QJsonDocument(figures.object()).toJson(QJsonDocument::Compact).constData());
    return figures.isComplete() ? 0 : 1;
}

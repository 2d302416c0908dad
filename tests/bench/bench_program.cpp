// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program against a local queue with a million tasks of history: loading, stalls, memory, start, idle cost.
// TASKGLASS_BENCH_SIZE: another number of tasks. Needs curl for its baseline: the same pages, to nowhere.
#include "tests/bench/meteringproxy.h"
#include "tests/bench/parsers.h"
#include "tests/bench/processes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace taskglass::bench;

namespace {

constexpr int kPatienceMs = 15 * 60'000;
constexpr int kIdleMs = 20'000;
constexpr int kRuns = 3;

double elapsedMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void print(const char *name, double value, const char *unit, const char *note = "")
{
    std::printf("%-52s %10.1f %-4s %s\n", name, value, unit, note);
    std::fflush(stdout);
}

/// Runs the built programs in a home of their own.
class Bench
{
public:
    explicit Bench(qint64 size) : m_size(size) { }

    bool startQueue()
    {
        QElapsedTimer timer;
        timer.start();
        const QStringList arguments {u"--seed"_s, u"1"_s, u"--size"_s, QString::number(m_size), u"--port"_s, u"0"_s};
        m_queue = start(programPath(u"app/localqueue/taskglass-queue"_s), arguments, m_home);
        const QByteArray line = firstLine(*m_queue, kPatienceMs);
        m_url = QString::fromUtf8(line.mid(line.lastIndexOf(' ') + 1));
        if (!m_url.startsWith("http"_L1))
            return false;
        print("queue: seed its history and listen", elapsedMs(timer), "ms");
        return true;
    }

    /// The pages that the program asks for while it loads: 100, then 1,000 and twice as many each time up to 5,000.
    void loadWithCurl()
    {
        const QString curl = QStandardPaths::findExecutable(u"curl"_s);
        if (curl.isEmpty()) {
            std::printf("(no curl: no baseline for loading)\n");
            return;
        }
        // To files first, so that the queue has written its past before anything is measured.
        const QTemporaryDir pages;
        fetch(curl, pages.path());
        for (int run = 0; run < kRuns; ++run)
            m_curlMs = std::min(m_curlMs, fetch(curl, {}));
        print("curl: the same pages to nowhere", m_curlMs, "ms", "baseline, best of 3");
        const ParseTimes parse = parseFiles(pages.path());
        m_limitMs = m_curlMs + parse.simdjson;
        print("  and simdjson over them, nothing kept: the limit", m_limitMs, "ms");
        print("  and QJsonDocument over them", m_curlMs + parse.qJsonDocument, "ms");
    }

    void loadWithProgram()
    {
        QJsonObject best;
        for (int run = 0; run < kRuns; ++run) {
            const auto process = start(programPath(u"app/taskglass"_s), {m_url, u"--timing"_s, u"--until-loaded"_s}, m_home);
            process->waitForFinished(kPatienceMs);
            const QJsonObject timing = lastLine(process->readAllStandardError());
            if (timing["rows"_L1].toInteger() < m_size || (!best.isEmpty() && timing["lastRowMs"_L1].toDouble() > best["lastRowMs"_L1].toDouble()))
                continue;
            best = timing;
        }
        if (best.isEmpty()) {
            std::printf("the program did not load all %lld tasks\n", static_cast<long long>(m_size));
            m_failed = true;
            return;
        }
        const auto figure = [&best](QLatin1StringView name) { return best[name].toDouble(); };
        print("taskglass: start until the last row is painted", figure("lastRowMs"_L1), "ms", "best of 3");
        std::printf("%-52s %10.2f      (budget 1.5)\n", "  ratio to curl", figure("lastRowMs"_L1) / m_curlMs);
        std::printf("%-52s %10.2f\n", "  ratio to the limit", figure("lastRowMs"_L1) / m_limitMs);
        print("  start to the first painted row", figure("firstPaintMs"_L1), "ms");
        print("  longest stall of the window", figure("longestStallMs"_L1), "ms", "(budget 16)");
        print("  99 of 100 beats late by less than", figure("stallP99Ms"_L1), "ms");
        print("  resident memory", figure("rssMb"_L1), "MB", "(budget 250)");
        std::printf("  %lld rows, %.1f MB, %lld requests\n", static_cast<long long>(best["rows"_L1].toInteger()), figure("bytes"_L1) / 1e6,
                    static_cast<long long>(best["requests"_L1].toInteger()));
    }

    /// What a quiet server costs, everything loaded, a second between polls (two, when the program finds it idle).
    void idle()
    {
        MeteringProxy proxy(QUrl(m_url).port());
        const auto process =
            start(programPath(u"app/taskglass"_s), {u"http://127.0.0.1:%1"_s.arg(proxy.port()), u"--load-all"_s, u"--interval"_s, u"1"_s}, m_home);
        if (!proxy.waitUntilQuiet(m_size * 20, kPatienceMs)) {
            std::printf("the program did not come to rest\n");
            m_failed = true;
            return;
        }
        wait(5'000);
        proxy.reset();
        const double cpuBefore = cpuMs(process->processId());
        QElapsedTimer timer;
        timer.start();
        wait(kIdleMs);
        const double cpu = cpuMs(process->processId()) - cpuBefore;
        print("idle, all loaded: processor time", cpu / elapsedMs(timer) * 100, "%", "of a core (budget 1)");
        print("  received per request", double(proxy.bytesIn()) / double(std::max<qint64>(proxy.requests(), 1)), "B");
        print("  received per second", double(proxy.bytesIn()) / elapsedMs(timer) * 1000, "B", "(budget 4,096 a poll)");
        std::printf("  %lld requests in %d s\n", static_cast<long long>(proxy.requests()), kIdleMs / 1000);
        print("  resident memory", residentMb(process->processId()), "MB");
        stop(*process);
    }

    void demo()
    {
        double firstPaint = 1e9;
        double rss = 1e9;
        for (int run = 0; run < kRuns; ++run) {
            const auto process = start(programPath(u"app/taskglass"_s), {u"--demo"_s, u"--timing"_s}, m_home);
            wait(4'000);
            rss = std::min(rss, residentMb(process->processId()));
            stop(*process);
            const double painted = lastLine(process->readAllStandardError())["firstPaintMs"_L1].toDouble(-1);
            if (painted > 0)
                firstPaint = std::min(firstPaint, painted);
        }
        print("demo: start to the first painted row", firstPaint, "ms", "best of 3 (budget 300)");
        print("  resident memory, its queue included", rss, "MB");
        const auto process = start(programPath(u"app/taskglass"_s), {m_url, u"--timing"_s}, m_home);
        wait(4'000);
        print("one server, 20,000 tasks loaded: resident memory", residentMb(process->processId()), "MB", "(budget 60)");
        stop(*process);
    }

    [[nodiscard]] int end()
    {
        stop(*m_queue);
        return m_failed ? 1 : 0;
    }

private:
    /// Fetches all pages with \a curl, to nowhere or unzipped to files in \a folder; how long that took, in ms.
    double fetch(const QString &curl, const QString &folder) const
    {
        QByteArray config;
        qint64 limit = 100;
        for (qint64 from = m_size - 1; from >= 0; from -= limit, limit = limit < 1'000 ? 1'000 : std::min<qint64>(2 * limit, 5'000)) {
            const QString output = folder.isEmpty() ? u"/dev/null"_s : u"%1/%2.json"_s.arg(folder).arg(from);
            config += "url = \"" + m_url.toUtf8() + "/tasks?from=" + QByteArray::number(from) + "&limit=" + QByteArray::number(limit)
                + "\"\noutput = \"" + output.toUtf8() + "\"\n";
        }
        const QStringList zipped {u"-H"_s, u"Accept-Encoding: gzip"_s};
        const QStringList arguments = folder.isEmpty() ? zipped : QStringList {u"--compressed"_s};
        QElapsedTimer timer;
        timer.start();
        const auto process = start(curl, QStringList {u"-s"_s, u"-K"_s, u"-"_s} + arguments, m_home);
        process->write(config);
        process->closeWriteChannel();
        process->waitForFinished(kPatienceMs);
        return elapsedMs(timer);
    }

    static QJsonObject lastLine(const QByteArray &text)
    {
        const QByteArray trimmed = text.trimmed();
        return QJsonDocument::fromJson(trimmed.mid(trimmed.lastIndexOf('\n') + 1)).object();
    }

    const qint64 m_size;
    QTemporaryDir m_directory;
    const QString m_home = m_directory.path();
    std::unique_ptr<QProcess> m_queue;
    QString m_url;
    double m_curlMs = 1e9;
    double m_limitMs = 1e9;
    bool m_failed = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    bool ok = false;
    const qint64 wanted = qEnvironmentVariable("TASKGLASS_BENCH_SIZE").toLongLong(&ok);
    const qint64 size = ok && wanted > 0 ? wanted : 1'000'000;
    std::printf("%lld tasks\n", static_cast<long long>(size));
    Bench bench(size);
    if (!bench.startQueue()) {
        std::printf("the queue did not start\n");
        return 1;
    }
    bench.loadWithCurl();
    bench.loadWithProgram();
    bench.idle();
    bench.demo();
    return bench.end();
}

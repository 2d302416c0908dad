// SPDX-License-Identifier: GPL-3.0-or-later
// How each figure of bench_window grows with the number of tasks, from a thousand to three millions, and a chart of it.
//   bench_growing [TASKS…]
// TASKGLASS_BENCH_SIZE: the largest number of tasks. TASKGLASS_BENCH_CHART: where the chart goes (growing.svg beside the
// program).
#include "tests/bench/chart.h"
#include "tests/bench/processes.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace taskglass::bench;

namespace {

constexpr int kPatienceMs = 30 * 60'000;
constexpr double kAsymptoticFrom = 10'000; ///< Below it, what every size pays hides what a task costs.

struct Measured
{
    const char *id;
    const char *name;
    bool inChart;
};

constexpr Measured kMeasured[] = {
    {"load_ms", "load all", true},
    {"load_first_ms", "first page painted", true},
    {"load_server_ms", "processor: server", false},
    {"load_wire_ms", "processor: wire", false},
    {"load_decode_ms", "processor: decode", true},
    {"load_store_ms", "processor: store, table", true},
    {"load_paint_ms", "processor: paint", true},
    {"load_event_cpu_ms", "longest event, loading", true},
    {"load_rss_mb", "memory, MB", true},
    {"filter_state_ms", "filter by state", true},
    {"filter_text_ms", "filter by text", true},
    {"sort_number_ms", "sort by number", true},
    {"sort_text_ms", "sort by text", true},
    {"live_id_apply_ms", "poll, sorted by id", true},
    {"live_ran_apply_ms", "poll, sorted by run time", true},
    {"live_index_apply_ms", "poll, sorted by index", true},
    {"live_ran_event_cpu_ms", "longest event, living", true},
    {"live_ran_stall_ms", "longest stall, living", false},
};

QJsonObject measure(qint64 size, const QString &home)
{
    const auto process = start(programPath(u"tests/bench/bench_window"_s), {u"--json"_s, QString::number(size)}, home);
    process->waitForFinished(kPatienceMs);
    return QJsonDocument::fromJson(process->readAllStandardOutput().trimmed()).object();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // Short: this is about growth; bench_window by itself lives, and soaks, for longer.
    for (const auto &[name, value] : {std::pair("TASKGLASS_BENCH_SECONDS", "5"), std::pair("TASKGLASS_BENCH_SOAK", "0")}) {
        if (!qEnvironmentVariableIsSet(name))
            qputenv(name, value);
    }
    std::vector<qint64> sizes;
    for (const QString &argument : QCoreApplication::arguments().mid(1))
        sizes.push_back(argument.toLongLong());
    if (sizes.empty())
        sizes = {1'000, 10'000, 100'000, 1'000'000, 3'000'000};
    if (const qint64 most = qEnvironmentVariable("TASKGLASS_BENCH_SIZE").toLongLong(); most > 0)
        std::erase_if(sizes, [most](qint64 size) { return size > most; });

    QTemporaryDir home;
    std::vector<Curve> curves;
    for (const Measured &measured : kMeasured)
        curves.push_back({QString::fromUtf8(measured.name), {}, 0});
    bool complete = true;
    for (const qint64 size : sizes) {
        const QJsonObject figures = measure(size, home.path());
        complete = complete && !figures.isEmpty();
        for (std::size_t i = 0; i < curves.size(); ++i) {
            if (const QJsonValue value = figures[QLatin1StringView(kMeasured[i].id)]; value.isDouble())
                curves[i].points.emplace_back(double(size), value.toDouble());
        }
        std::printf("(%lld tasks measured)\n", static_cast<long long>(size));
        std::fflush(stdout);
    }

    std::printf("%-28s", "ms, but memory in MB");
    for (const qint64 size : sizes)
        std::printf(" %11lld", static_cast<long long>(size));
    std::printf("   growth from 10,000\n");
    std::vector<Curve> drawn;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        Curve &curve = curves[i];
        curve.exponent = exponentOf(curve.points, kAsymptoticFrom);
        std::printf("%-28s", kMeasured[i].name);
        for (const auto &[size, value] : curve.points)
            std::printf(" %11.1f", value);
        std::printf("   n^%.2f\n", curve.exponent);
        if (kMeasured[i].inChart)
            drawn.push_back(curve);
    }
    const QString path = qEnvironmentVariable("TASKGLASS_BENCH_CHART", QCoreApplication::applicationDirPath() + "/growing.svg"_L1);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(chartOf(u"Taskglass: how its figures grow with the number of tasks"_s, u"ms"_s, drawn)) < 0) {
        std::printf("the chart could not be written\n");
        return 1;
    }
    std::printf("chart: %s\n", qPrintable(path));
    return complete ? 0 : 1;
}

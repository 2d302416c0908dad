// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/watchbench.h"

#include "views/taskpane.h"
#include "views/tasktable/taskselection.h"
#include "views/tasktable/tasktableview.h"

#include <QTimer>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace taskglass::bench {

namespace {

constexpr int kPatienceMs = 15 * 60'000;
const char *const kWireThread = "QNetworkAccessM"; // QNetworkAccessManager's own
constexpr int kTickMs = 5; ///< How often a condition is looked at: finer than a frame.

ServerProfile profileFor(const QUrl &url, int intervalMs)
{
    ServerProfile profile;
    profile.id = profile.name = u"bench"_s;
    profile.url = url;
    profile.intervalMs = intervalMs;
    return profile;
}

double sum(const std::vector<float> &values)
{
    return double(std::accumulate(values.begin(), values.end(), 0.0F));
}

} // namespace

WatchBench::WatchBench(EventMeter &meter, const QUrl &url, int intervalMs)
    : m_meter(meter)
    , m_server(profileFor(url, intervalMs), m_clock)
    , m_client(profileFor(url, intervalMs), {}, m_clock)
    , m_window(m_clock)
{
    QObject::connect(&m_server, &WatchedServer::loadOlderRequested, &m_client, &PollingClient::loadOlder);
    QObject::connect(&m_server, &WatchedServer::refreshRequested, &m_client, &PollingClient::refresh);
    QObject::connect(&m_server, &WatchedServer::taskRequested, &m_client, &PollingClient::fetchTask);
    QObject::connect(&m_client, &PollingClient::statusChanged, &m_server, &WatchedServer::setStatus);
    QObject::connect(&m_client, &PollingClient::updated, &m_server, [this](const TaskUpdate &update) {
        if (m_firstAnswerMs <= 0)
            m_firstAnswerMs = double(m_since.nsecsElapsed()) / 1e6;
        const double before = threadCpuMs();
        m_server.applyUpdate(update);
        m_applied.push_back(float(threadCpuMs() - before));
    });
    m_window.resize(1280, 800);
    m_window.addServer(&m_server);
    m_window.show();
}

WatchBench::~WatchBench()
{
    m_client.stop();
    m_window.removeServer(&m_server);
}

void WatchBench::runUntil(const std::function<bool()> &done)
{
    QElapsedTimer patience;
    patience.start();
    QTimer tick; // so that the loop comes round when nothing happens
    tick.start(kTickMs);
    while (!done() && patience.elapsed() < kPatienceMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void WatchBench::settle()
{
    QElapsedTimer quiet;
    quiet.start();
    runUntil([&] { return !m_window.taskModel().isScanning() && quiet.elapsed() > 500; });
}

void WatchBench::beginMeasuring()
{
    m_applied.clear();
    m_meter.reset();
    m_stalls.start();
    m_since.start();
}

void WatchBench::reportStalls(Figures &figures, const QByteArray &id)
{
    m_stalls.stop();
    figures.add(id + "_stall_p50_ms", "  the loop comes round late by: 50 of 100", m_stalls.percentileMs(50), "ms");
    figures.add(id + "_stall_p99_ms", "    99 of 100", m_stalls.percentileMs(99), "ms");
    figures.add(id + "_stall_ms", "    at most", m_stalls.longestMs(), "ms", 16);
    figures.add(id + "_event_p50_ms", "  one event keeps the thread: 50 of 100", m_meter.percentileMs(50), "ms");
    figures.add(id + "_event_p99_ms", "    99 of 100", m_meter.percentileMs(99), "ms");
    figures.add(id + "_event_ms", "    at most", m_meter.longestMs(), "ms", 16);
    figures.add(id + "_event_cpu_ms", "    at most, processor time alone", m_meter.longestCpuMs(), "ms", 16);
    figures.note(u"      %1"_s.arg(m_meter.longestCpuEvent()));
}

bool WatchBench::load(Figures *figures)
{
    settle();
    const double processBefore = processCpuMs();
    const double threadBefore = threadCpuMs();
    const double wireBefore = namedThreadsCpuMs(kWireThread);
    beginMeasuring();
    m_client.start();
    double firstPaintMs = 0;
    bool asked = false;
    const auto complete = [&] {
        const ConnectionStatus &status = m_server.status();
        if (!asked && status.phase == ConnectionStatus::Phase::Live) {
            asked = true;
            m_server.loadOlder(0);
        }
        if (firstPaintMs <= 0 && m_firstAnswerMs > 0 && m_meter.lastPaintMs() > m_firstAnswerMs)
            firstPaintMs = m_meter.lastPaintMs();
        return asked && status.complete && !m_window.taskModel().isScanning()
            && m_window.taskModel().matchCount() == m_server.store().size() && firstPaintMs > 0;
    };
    runUntil(complete);
    const double total = double(m_since.nsecsElapsed()) / 1e6;
    if (!m_server.status().complete) {
        if (figures)
            figures->fail(u"The window did not load all tasks."_s);
        return false;
    }
    if (!figures)
        return true;
    const double gui = threadCpuMs() - threadBefore;
    const double wire = namedThreadsCpuMs(kWireThread) - wireBefore;
    figures->add("load_first_ms", "loading: the first page is painted after its answer", firstPaintMs - m_firstAnswerMs, "ms", 300);
    figures->add("load_ms", "  until the last row is painted", total, "ms");
    figures->add("load_rss_mb", "  resident memory", residentMb(), "MB", 250);
    reportStalls(*figures, "load");
    figures->add("load_wire_ms", "  processor: wire (the network's thread)", wire, "ms");
    figures->add("load_decode_ms", "  processor: decoding and packing (workers)", processCpuMs() - processBefore - gui - wire, "ms");
    figures->add("load_store_ms", "  processor: store and table", sum(m_applied), "ms");
    figures->add("load_paint_ms", "  processor: painting", m_meter.paintCpuMs(), "ms");
    figures->add("load_gui_ms", "  processor: all of the window's thread", gui, "ms");
    return true;
}

void WatchBench::find(Figures &figures)
{
    TaskTableModel &model = m_window.taskModel();
    const auto timed = [&](const char *id, const char *title, double budgetMs, const std::function<void()> &change) {
        settle();
        beginMeasuring();
        QElapsedTimer timer;
        timer.start();
        change();
        runUntil([&] { return !model.isScanning(); });
        figures.add(id, title, double(timer.nsecsElapsed()) / 1e6, "ms", budgetMs);
        m_stalls.stop();
        figures.add(QByteArray(id) + "_event", "    longest event meanwhile, processor time", m_meter.longestCpuMs(), "ms", 16);
    };
    const auto filter = [&](const QString &text) { return [&model, text] { model.setFilter(TaskFilter::parse(text).filter); }; };
    const auto sort = [&](const QString &column) { return [&model, column] { model.setSortOrder({column, Qt::AscendingOrder}); }; };
    timed("filter_state_ms", "finding: filter by state", 0, filter(u"status:failed"_s));
    timed("filter_off_ms", "  filter off", 0, filter({}));
    timed("filter_text_ms", "  filter by text", 120, filter(u"garden chair"_s));
    timed("filter_not_ms", "  filter by negation and a range", 0, filter(u"-index:movies ran:>100ms"_s));
    model.setFilter({});
    timed("sort_number_ms", "  sort by number", 150, sort(u"ran"_s));
    timed("sort_text_ms", "  sort by text", 400, sort(u"index"_s));
    timed("sort_id_ms", "  sort by id", 150, sort(u"id"_s));
}

void WatchBench::live(Figures &figures, const QString &column, int seconds)
{
    TaskTableModel &model = m_window.taskModel();
    model.setFilter(TaskFilter::parse(u"-index:movies"_s).filter);
    model.setSortOrder({column, Qt::DescendingOrder});
    m_window.taskPane().table().clearSelection();
    m_window.taskPane().table().showNewRows();
    settle();
    measureLiving(figures, column.toUtf8(), u"sorted by %1, rows move"_s.arg(column), seconds);
}

void WatchBench::liveSelected(Figures &figures, int seconds)
{
    TaskTableModel &model = m_window.taskModel();
    TaskTableView &table = m_window.taskPane().table();
    const int row = model.rowCount() / 2;
    table.goToRow(row);
    table.selectionModel()->select(QItemSelection(model.index(row, 0), model.index(row + 2, 0)),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    settle();
    const Held before = held();
    measureLiving(figures, "selected", u"%1 rows selected, rows stay"_s.arg(before.selected.size()), seconds);
    if (before.selected.size() != 3)
        figures.fail(u"Not three rows could be selected."_s);
    expectStill(before, figures);
}

WatchBench::Held WatchBench::held()
{
    TaskTableView &table = m_window.taskPane().table();
    const TaskId current = table.currentTask();
    const TaskTableModel &model = m_window.taskModel();
    return {table.tasks().ids(), current, table.visualRect(model.index(model.rowOf(current), 0)).top()};
}

void WatchBench::expectStill(const Held &before, Figures &figures)
{
    const Held now = held();
    if (now.selected != before.selected || now.current != before.current)
        figures.fail(u"The selection is another one."_s);
    if (now.top != before.top)
        figures.fail(u"The current row moved by %1 pixels."_s.arg(now.top - before.top));
}

void WatchBench::measureLiving(Figures &figures, const QByteArray &name, const QString &title, int seconds)
{
    const qint64 requests = m_server.status().requests;
    beginMeasuring();
    runUntil([&] { return m_since.elapsed() > seconds * 1000; });
    figures.note(u"living, %1: %2 rows of %3, %4 requests in %5 s"_s.arg(title).arg(m_window.taskModel().rowCount())
                     .arg(m_server.store().size()).arg(m_server.status().requests - requests).arg(seconds));
    const QByteArray id = "live_" + name;
    figures.add(id + "_apply_ms", "  an update is taken by store and table: at most", percentile(m_applied, 100), "ms", 8);
    figures.add(id + "_apply_p50_ms", "    50 of 100", percentile(m_applied, 50), "ms");
    reportStalls(figures, id);
}

void WatchBench::soak(Figures &figures, const QByteArray &name, double minutes)
{
    settle();
    const Held before = held();
    const qint64 requests = m_server.status().requests;
    const double first = residentMb();
    double most = first;
    beginMeasuring();
    QElapsedTimer whole;
    whole.start();
    const double cpuBefore = processCpuMs();
    for (int step = 1; double(whole.elapsed()) < minutes * 60'000; ++step) {
        runUntil([&] { return double(whole.elapsed()) >= std::min(step * 60'000.0, minutes * 60'000); });
        most = std::max(most, residentMb());
        figures.note(u"  %1, minute %2: %3 MB, %4 tasks"_s.arg(QString::fromUtf8(name)).arg(step).arg(residentMb(), 0, 'f', 1).arg(m_server.store().size()));
    }
    figures.add("soak_" + name + "_growth_mb", "soak, " + name + ": memory at the end, more than at the beginning", residentMb() - first, "MB");
    figures.add("soak_" + name + "_cpu", "  processor time", (processCpuMs() - cpuBefore) / double(whole.elapsed()) * 100, "%");
    reportStalls(figures, "soak_" + name);
    figures.note(u"  %1 requests with %2 rows selected"_s.arg(m_server.status().requests - requests).arg(before.selected.size()));
    expectStill(before, figures);
}

} // namespace taskglass::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// A million tasks in our table and in a QSortFilterProxyModel over a plain table model, in one run.
// One line a figure: name, ours, baseline, ratio (ours / baseline).
#include "models/store/taskcolumns.h"
#include "models/store/watchedserver.h"
#include "models/table/filterscan.h"
#include "models/table/seenvalues.h"
#include "models/table/taskgroups.h"
#include "models/table/tasktablemodel.h"
#include "tests/store/pagebuilder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

/// Milliseconds that \a work takes.
double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Processor time of this thread in milliseconds: what a step costs, whoever else wants the processor.
double cpuMs()
{
    timespec now {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void print(const char *name, double ours, double baseline)
{
    std::printf("%-46s %10.1f ms %10.1f ms   ratio %.4f\n", name, ours, baseline, ours / baseline);
    std::fflush(stdout);
}

/// Resident memory in MB, as the kernel counts it.
double residentMb()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

Task madeUp(qint64 id, QRandomGenerator &random)
{
    static const QStringList types {u"documentAdditionOrUpdate"_s, u"documentDeletion"_s, u"settingsUpdate"_s, u"indexCreation"_s};
    Task task;
    task.id = QString::number(id);
    const int kind = int(random.bounded(1000));
    task.state = kind < 900 ? TaskState::Succeeded : kind < 950 ? TaskState::Failed : kind < 990 ? TaskState::Canceled : TaskState::Queued;
    task.serverState = task.state == TaskState::Queued ? u"enqueued"_s : wordFor(task.state);
    task.type = types[int(random.bounded(quint32(types.size())))];
    task.target = u"index-%1"_s.arg(random.bounded(200));
    task.enqueuedAt = 1'790'000'000 * kNsPerSecond + id * 1'000'000 + random.bounded(1000);
    if (isFinal(task.state)) {
        task.startedAt = *task.enqueuedAt + random.bounded(2'000'000'000);
        task.ran = random.bounded(2'000'000'000);
        task.finishedAt = *task.startedAt + *task.ran;
        task.batch = QString::number(id / 3);
    }
    if (task.state == TaskState::Failed)
        task.error = TaskError {u"Document identifier `doc %1` is invalid. It can only be made of letters."_s.arg(random.bounded(20'000)),
                                u"invalid_document_id"_s, u"invalid_request"_s, u"https://docs.meilisearch.com/errors#invalid_document_id"_s};
    task.raw = QByteArray("{\"uid\":" + task.id.toUtf8() + ",\"batchUid\":" + task.batch.toUtf8() + ",\"indexUid\":\"" + task.target.toUtf8()
        + "\",\"status\":\"" + task.serverState.toUtf8() + "\",\"type\":\"" + task.type.toUtf8()
        + "\",\"canceledBy\":null,\"details\":{\"receivedDocuments\":60,\"indexedDocuments\":60},\"error\":null,\"duration\":\"PT0.5S\",\"enqueuedAt\":\""
        + formatRfc3339(*task.enqueuedAt) + "\",\"startedAt\":\"" + formatRfc3339(task.startedAt.value_or(kNoTime)) + "\",\"finishedAt\":null}");
    return task;
}

/// The plain way: a struct a row in a vector.
class PlainModel : public QAbstractTableModel
{
public:
    struct Row
    {
        qint64 id;
        int state;
        QString type, target, error;
        qint64 enqueued, ran;
    };
    std::vector<Row> rows;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 7; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const Row &row = rows[std::size_t(index.row())];
        switch (index.column()) {
        case 0: return row.id;
        case 1: return row.state;
        case 2: return row.type;
        case 3: return row.target;
        case 4: return row.error;
        case 5: return row.enqueued;
        default: return row.ran;
        }
    }

    void poll(const std::vector<int> &changed, const std::vector<Row> &fresh)
    {
        for (const int row : changed) {
            rows[std::size_t(row)].state = int(TaskState::Failed);
            emit dataChanged(index(row, 0), index(row, 6));
        }
        beginInsertRows({}, int(rows.size()), int(rows.size() + fresh.size()) - 1);
        rows.insert(rows.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
};

/// A proxy that filters by state or by text in any column, as a straightforward program would write it.
class PlainProxy : public QSortFilterProxyModel
{
public:
    int state = -1;
    QString text;
    void refilter() { invalidate(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const PlainModel::Row &task = static_cast<PlainModel *>(sourceModel())->rows[std::size_t(row)];
        if (state >= 0 && task.state != state)
            return false;
        return text.isEmpty() || task.type.contains(text, Qt::CaseInsensitive) || task.target.contains(text, Qt::CaseInsensitive)
            || task.error.contains(text, Qt::CaseInsensitive) || QString::number(task.id).contains(text);
    }
};

/// Both tables side by side.
class Bench
{
public:
    explicit Bench(int count) : m_count(count) { }

    void load()
    {
        constexpr int kStep = 1'000; // as many as the client hands over between two turns of the event loop
        const double before = residentMb();
        double sum = 0;
        double longest = 0;
        m_table.setServer(&m_server);
        for (int end = m_count; end > 0; end -= kStep) { // newest first, as they come from a server
            QList<Task> tasks;
            for (int id = end - 1; id >= std::max(end - kStep, 0); --id)
                tasks.append(madeUp(id, m_random));
            const TaskUpdate update = updateOf(tasks);
            tasks.clear();
            waitForScan();
            const double begin = cpuMs();
            m_server.applyUpdate(update);
            const double step = cpuMs() - begin;
            sum += step;
            longest = std::max(longest, step);
        }
        waitForScan();
        std::printf("%-46s %10.2f ms of processor a step of 1,000, longest %.1f ms\n", "apply pages while loading", sum / (double(m_count) / kStep), longest);
        std::printf("%-46s %10.1f MB by its own count; process %.1f MB more resident\n", "store with raw bytes", double(m_server.store().bytes()) / 1e6,
                    residentMb() - before);
        std::fflush(stdout);
    }

    void loadBaseline()
    {
        const TaskColumns &c = m_server.store().columns();
        m_plain.rows.reserve(c.slotCount());
        for (Slot slot = 0; slot < c.slotCount(); ++slot) {
            const Task task = cheapTask(c, slot);
            m_plain.rows.push_back({c.id[slot], int(task.state), task.type, task.target, task.error ? task.error->message : QString(),
                                    c.enqueuedAt[slot], c.ran[slot]});
        }
        m_proxy.setDynamicSortFilter(true);
        m_proxy.setSourceModel(&m_plain);
        m_proxy.sort(0, Qt::DescendingOrder);
    }

    void filter(const char *name, const QString &text, int state, const QString &needle)
    {
        const double ours = timed([&] {
            m_table.setFilter(TaskFilter::parse(text).filter);
            waitForScan();
        });
        const double theirs = timed([&] {
            m_proxy.state = state;
            m_proxy.text = needle;
            m_proxy.refilter();
            static_cast<void>(m_proxy.rowCount()); // it works when asked
        });
        if (m_table.rowCount() != m_proxy.rowCount())
            std::printf("  (rows differ: %d and %d)\n", m_table.rowCount(), m_proxy.rowCount());
        print(name, ours, theirs);
    }

    /// The scan alone, as the worker does it, without sorting or signals.
    void scanOnly(const char *name, const QString &text) const
    {
        const TaskColumns &c = m_server.store().columns();
        const TaskFilter parsed = TaskFilter::parse(text).filter;
        qint64 found = 0;
        const double ours = timed([&] {
            CompiledFilter compiled(parsed);
            compiled.prepare(c, m_server.serverNow());
            for (Slot slot = 0; slot < c.slotCount(); ++slot)
                found += compiled.matches(c, slot) ? 1 : 0;
        });
        std::printf("%-46s %10.1f ms   (%lld rows)\n", name, ours, static_cast<long long>(found));
    }

    void sort(const char *name, const QString &column, int plainColumn)
    {
        const double ours = timed([&] {
            m_table.setSortOrder({column, Qt::AscendingOrder});
            waitForScan();
        });
        print(name, ours, timed([&] {
                  m_proxy.sort(plainColumn, Qt::AscendingOrder);
                  static_cast<void>(m_proxy.rowCount());
              }));
    }

    /// The best of some rounds and their median, since other programs share the machine.
    void poll(const char *name)
    {
        constexpr std::size_t kRounds = 15;
        std::vector<double> ours;
        double theirs = 1e9;
        for (std::size_t round = 0; round < kRounds; ++round) {
            const auto [a, b] = pollOnce();
            ours.push_back(a);
            theirs = std::min(theirs, b);
        }
        std::sort(ours.begin(), ours.end());
        print(name, ours.front(), theirs);
        std::printf("%-46s %10.1f ms median, %.1f ms longest of %zu\n", "", ours[kRounds / 2], ours.back(), kRounds);
    }

    std::pair<double, double> pollOnce()
    {
        QList<Task> tasks;
        std::vector<int> changed;
        std::vector<PlainModel::Row> fresh;
        for (int i = 0; i < 1000; ++i) {
            const int id = int(m_random.bounded(quint32(m_count)));
            Task task = madeUp(id, m_random);
            task.state = TaskState::Failed;
            task.serverState = u"failed"_s;
            tasks.append(task);
            changed.push_back(id);
        }
        for (int i = 0; i < 20; ++i) {
            const Task task = madeUp(m_count + m_added, m_random);
            tasks.append(task);
            fresh.push_back({m_count + m_added++, int(task.state), task.type, task.target, {}, task.enqueuedAt.value_or(0), task.ran.value_or(0)});
        }
        const TaskUpdate update = updateOf(tasks);
        const double ours = timed([&] { m_server.applyUpdate(update); });
        return {ours, timed([&] { m_plain.poll(changed, fresh); })};
    }

    void others() const
    {
        const TaskColumns &columns = m_server.store().columns();
        for (const auto &[name, column] : {std::pair {"groups by error, on a worker", Column::Error}, {"groups by type, on a worker", Column::Type}}) {
            qsizetype groups = 0;
            const double took = timed([&, column = column] { groups = GroupCounter(column, false).count(columns).largest.size(); });
            std::printf("%-46s %10.1f ms   (%lld groups)\n", name, took, static_cast<long long>(groups));
        }
        std::printf("%-46s %10.1f ms\n", "values for completion, on a worker", timed([&] { static_cast<void>(seenValues(columns)); }));
    }

    TaskTableModel &table() { return m_table; }

private:
    static Task cheapTask(const TaskColumns &c, Slot slot)
    {
        const auto text = [&c](StringTable::Ref ref) { return QString::fromUtf8(c.text(ref).data(), qsizetype(c.text(ref).size())); };
        Task task;
        task.state = c.shownState(slot);
        task.type = text(c.type[slot]);
        task.target = text(c.target[slot]);
        if (c.error[slot] != 0)
            task.error = TaskError {text(c.errorOf(slot).message), {}, {}, {}};
        return task;
    }

    void waitForScan()
    {
        while (m_table.isScanning())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    const int m_count;
    int m_added = 0;
    QRandomGenerator m_random {7};
    SystemClock m_clock;
    WatchedServer m_server {{}, m_clock};
    TaskTableModel m_table;
    PlainModel m_plain;
    PlainProxy m_proxy;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int count = app.arguments().size() > 1 ? app.arguments().at(1).toInt() : 1'000'000;
    Bench bench(count);
    std::printf("%d tasks\n%-46s %13s %13s\n", count, "", "ours", "proxy");
    bench.load();
    bench.scanOnly("scan by state, one thread", u"status:failed"_s);
    bench.scanOnly("scan by text, one thread", u"doc 12345"_s);
    bench.others();
    bench.loadBaseline();
    bench.filter("filter by state (5 % left), with signals", u"status:failed"_s, int(TaskState::Failed), {});
    bench.poll("poll: 1,000 changed + 20 new, 5 % shown");
    bench.filter("filter by text substring, with signals", u"index-17"_s, -1, u"index-17"_s);
    bench.filter("filter off, with signals", {}, -1, {});
    bench.sort("sort by number (ran), with signals", u"ran"_s, 6);
    bench.poll("poll: 1,000 changed + 20 new, sorted by ran");
    bench.sort("sort by text (index), with signals", u"index"_s, 3);
    bench.poll("poll: 1,000 changed + 20 new, sorted by index");
    bench.sort("sort by id, with signals", u"id"_s, 0);
    bench.poll("poll: 1,000 changed + 20 new, by id");
    std::printf("%-46s %10.1f MB (both tables)\n", "resident at the end", residentMb());
    return 0;
}

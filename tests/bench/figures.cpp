// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <ctime>
#include <unistd.h>

namespace taskglass::bench {

namespace {

double clockMs(clockid_t clock)
{
    timespec now {};
    ::clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

double percentile(std::vector<float> values, double percent)
{
    if (values.empty())
        return 0;
    const auto rank = std::size_t(std::clamp(percent / 100, 0.0, 1.0) * double(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + qsizetype(rank), values.end());
    return double(values[rank]);
}

double residentMb()
{
    return contents(QStringLiteral("/proc/self/statm")).split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double threadCpuMs()
{
    return clockMs(CLOCK_THREAD_CPUTIME_ID);
}

double processCpuMs()
{
    return clockMs(CLOCK_PROCESS_CPUTIME_ID);
}

double namedThreadsCpuMs(const QByteArray &name)
{
    double ns = 0;
    const QDir threads(QStringLiteral("/proc/self/task"));
    for (const QString &id : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (contents(threads.filePath(id + QStringLiteral("/comm"))).trimmed() == name)
            ns += contents(threads.filePath(id + QStringLiteral("/schedstat"))).split(' ').first().toDouble();
    }
    return ns / 1e6;
}

void Figures::add(const QByteArray &id, const QByteArray &title, double value, const char *unit, double budget)
{
    std::fprintf(m_lines, "%-58s %10.1f %-3s", title.constData(), value, unit);
    if (budget > 0)
        std::fprintf(m_lines, "  (budget %.0f%s)", budget, value > budget ? ", missed" : "");
    std::fprintf(m_lines, "\n");
    std::fflush(m_lines);
    m_object.insert(QString::fromUtf8(id), value);
}

void Figures::note(const QString &line)
{
    std::fprintf(m_lines, "%s\n", line.toUtf8().constData());
    std::fflush(m_lines);
}

void Figures::fail(const QString &line)
{
    m_complete = false;
    note(line);
}

} // namespace taskglass::bench

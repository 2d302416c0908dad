// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/processing.h"

#include "app/localqueue/engine/details.h"
#include "app/localqueue/engine/json.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

qint64 monotonicNs()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

} // namespace

RunningBatchPtr Processing::running() const
{
    const std::lock_guard lock(m_mutex);
    return m_running;
}

std::pair<Progress, QByteArray> Processing::progress() const
{
    const std::lock_guard lock(m_mutex);
    Progress progress;
    // Meilisearch: 100 · Σ finishedᵢ / (total₁ · … · totalᵢ), as a 32-bit float; a total of 0 makes it null.
    double percent = 0;
    double share = 100;
    bool known = true;
    for (const Step &step : m_steps) {
        progress.steps.append({step.name, step.finished, step.total});
        if (step.total == 0)
            known = false;
        else
            share /= static_cast<double>(step.total);
        percent += share * static_cast<double>(step.finished);
    }
    if (known)
        progress.percent = static_cast<double>(static_cast<float>(percent));
    if (!m_steps.empty()) {
        progress.phase = m_steps.back().name;
        progress.done = m_steps.back().finished;
        progress.total = m_steps.back().total;
    }
    return {progress, traceJson(true)};
}

void Processing::begin(RunningBatch batch)
{
    const std::lock_guard lock(m_mutex);
    m_running = std::make_shared<const RunningBatch>(std::move(batch));
    m_steps.clear();
    m_trace.clear();
}

void Processing::end()
{
    const std::lock_guard lock(m_mutex);
    m_running.reset();
    m_steps.clear();
    m_trace.clear();
}

void Processing::enter(std::size_t depth, const QString &name, qint64 finished, qint64 total)
{
    const std::lock_guard lock(m_mutex);
    leave(depth);
    m_steps.push_back({name, finished, total, monotonicNs()});
}

void Processing::advance(qint64 finished)
{
    const std::lock_guard lock(m_mutex);
    if (!m_steps.empty())
        m_steps.back().finished = finished;
}

QByteArray Processing::finishTrace()
{
    const std::lock_guard lock(m_mutex);
    leave(0);
    return traceJson(false);
}

void Processing::leave(std::size_t depth)
{
    const qint64 now = monotonicNs();
    while (m_steps.size() > depth) {
        const QString path = pathOf(m_steps.size() - 1);
        const qint64 took = now - m_steps.back().enteredAtNs;
        const auto known = std::find_if(m_trace.begin(), m_trace.end(),
                                        [&path](const auto &entry) { return entry.first == path; });
        if (known == m_trace.end())
            m_trace.emplace_back(path, took);
        else
            known->second += took;
        m_steps.pop_back();
    }
}

QString Processing::pathOf(std::size_t depth) const
{
    QStringList names;
    for (std::size_t i = 0; i <= depth; ++i)
        names.append(m_steps[i].name);
    return names.join(u" > "_s);
}

QByteArray Processing::traceJson(bool withOpenSteps) const
{
    JsonObjectWriter writer;
    std::vector<std::pair<QString, qint64>> entries = m_trace;
    if (withOpenSteps) {
        const qint64 now = monotonicNs();
        for (std::size_t depth = m_steps.size(); depth-- > 0;) {
            const QString path = pathOf(depth);
            const qint64 took = now - m_steps[depth].enteredAtNs;
            const auto known = std::find_if(entries.begin(), entries.end(),
                                            [&path](const auto &entry) { return entry.first == path; });
            if (known == entries.end())
                entries.emplace_back(path, took);
            else
                known->second += took;
        }
    }
    for (const auto &[path, took] : entries) {
        const QByteArray key = quoted(path);
        writer.addText(QByteArrayView(key).sliced(1, key.size() - 2), humanDuration(took));
    }
    return writer.object();
}

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdio>
#include <vector>

namespace taskglass::bench {

/// So many of 100 \a values are not larger; 0 for none.
[[nodiscard]] double percentile(std::vector<float> values, double percent);
/// Resident memory of this process in MB (10^6 bytes).
[[nodiscard]] double residentMb();
/// Processor time of the calling thread, in ms.
[[nodiscard]] double threadCpuMs();
/// Processor time of all threads of this process, ended ones included, in ms.
[[nodiscard]] double processCpuMs();
/// Processor time of this process's living threads with that name, as the kernel cuts names to 15 bytes, in ms.
[[nodiscard]] double namedThreadsCpuMs(const QByteArray &name);

/// The figures of a run: a line each as it is found, all of them as an object in the end.
class Figures
{
public:
    /// Lines go to \a lines.
    explicit Figures(std::FILE *lines) : m_lines(lines) { }

    /// \a budget: what \a value should not exceed; 0: none.
    void add(const QByteArray &id, const QByteArray &title, double value, const char *unit, double budget = 0);
    void note(const QString &line);
    /// Something did not work at all.
    void fail(const QString &line);

    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

private:
    std::FILE *m_lines;
    QJsonObject m_object;
    bool m_complete = true;
};

} // namespace taskglass::bench

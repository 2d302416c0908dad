// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <memory>

namespace taskglass::bench {

/// A program of the build tree that the running benchmark belongs to: "app/taskglass".
[[nodiscard]] QString programPath(const QString &pathInBuild);
/// Starts \a program with \a home as its home, off screen, its output to be read.
[[nodiscard]] std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments, const QString &home);
/// Asks it to end (SIGTERM) and waits until it has.
void stop(QProcess &process);
/// Its first line of output, without the line's end; what there is after \a patienceMs.
[[nodiscard]] QByteArray firstLine(QProcess &process, int patienceMs);
/// Runs the event loop for so long.
void wait(int ms);
/// Processor time of all threads so far, in ms, to 10 ms (from /proc).
[[nodiscard]] double cpuMs(qint64 pid);
/// Resident memory in MB (10^6 bytes).
[[nodiscard]] double residentMb(qint64 pid);

} // namespace taskglass::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace taskglass {

/// How one run of the built program ended.
struct ProgramResult
{
    int exitCode = -1; ///< -1: it crashed or did not end in time.
    QByteArray out;
    QByteArray err;
    /// Each line of stdout as JSON.
    [[nodiscard]] QList<QJsonObject> lines() const;
};

/// Runs the built `taskglass` in a home of its own.
class ProgramRun
{
public:
    ProgramRun();
    [[nodiscard]] ProgramResult run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Through the shell, with "$T" as the program: for pipes and signals.
    [[nodiscard]] ProgramResult shell(const QString &script) const;
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void unsetVariable(const QString &name) { m_environment.remove(name); }
    /// Lines of the audit file so far.
    [[nodiscard]] QList<QJsonObject> audit() const;
    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }

private:
    [[nodiscard]] ProgramResult start(const QString &program, const QStringList &arguments, const QByteArray &input) const;
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

} // namespace taskglass

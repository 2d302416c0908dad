// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QList<QJsonObject> objectsOf(const QByteArray &text)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

} // namespace

QList<QJsonObject> ProgramResult::lines() const
{
    return objectsOf(out);
}

ProgramRun::ProgramRun()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
        m_environment.insert(name, m_home.path());
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"TASKGLASS_KEY"_s, u"MEILI_MASTER_KEY"_s})
        m_environment.remove(name);
    m_environment.insert(u"T"_s, QStringLiteral(TASKGLASS_PROGRAM));
}

ProgramResult ProgramRun::start(const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramResult result;
    if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    else
        process.kill();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

ProgramResult ProgramRun::run(const QStringList &arguments, const QByteArray &input) const
{
    return start(QStringLiteral(TASKGLASS_PROGRAM), arguments, input);
}

ProgramResult ProgramRun::shell(const QString &script) const
{
    return start(u"/bin/bash"_s, {u"-c"_s, script}, {});
}

QList<QJsonObject> ProgramRun::audit() const
{
    QFile file(m_home.filePath(u"taskglass/audit.jsonl"_s));
    return file.open(QIODevice::ReadOnly) ? objectsOf(file.readAll()) : QList<QJsonObject>();
}

} // namespace taskglass

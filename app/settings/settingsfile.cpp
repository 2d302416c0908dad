// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include "app/settings/settingsjson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kLockWaitMs = 2000;
constexpr qint64 kLargestFile = 16 * 1024 * 1024;

Error cannotSave(const QString &path, const QString &why)
{
    Error error;
    error.kind = Error::Kind::Local;
    error.message = QCoreApplication::translate("Settings", "The settings cannot be saved to %1: %2").arg(path, why);
    return error;
}

} // namespace

SettingsFile::SettingsFile(QString folder)
    : m_folder(std::move(folder))
{
}

QString SettingsFile::path() const
{
    return QDir(m_folder).filePath(u"settings.json"_s);
}

void SettingsFile::load()
{
    m_settings = {};
    m_problems.clear();
    m_newer = false;
    QFile file(path());
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        m_problems.append(QCoreApplication::translate("Settings", "The settings in %1 cannot be read: %2")
                              .arg(path(), file.errorString()));
        return;
    }
    Result<ReadSettings> read = settingsFromJson(file.read(kLargestFile));
    file.close();
    if (!read) {
        moveAside(read.error().message);
        return;
    }
    m_settings = std::move(read.value().settings);
    m_problems = read.value().problems;
    m_newer = read.value().version > kSettingsVersion;
    if (m_newer)
        m_problems.append(QCoreApplication::translate("Settings", "The settings were written by a newer version; changes are not saved."));
}

void SettingsFile::moveAside(const QString &why)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = path() + ".damaged-"_L1 + stamp;
    if (QFile::rename(path(), aside)) {
        m_problems.append(QCoreApplication::translate("Settings", "%1 It was moved to %2, and the defaults are used.").arg(why, aside));
    } else {
        m_problems.append(QCoreApplication::translate("Settings", "%1 It cannot be moved aside, and the defaults are used.").arg(why));
    }
}

std::optional<Error> SettingsFile::change(const std::function<void(Settings &)> &edit)
{
    if (!QDir().mkpath(m_folder))
        return cannotSave(path(), QCoreApplication::translate("Settings", "the folder cannot be created."));
    QLockFile lock(path() + ".lock"_L1);
    if (!lock.tryLock(kLockWaitMs))
        return cannotSave(path(), QCoreApplication::translate("Settings", "the folder is read-only or in use by another program."));
    load();
    if (m_newer)
        return cannotSave(path(), QCoreApplication::translate("Settings", "a newer version wrote them."));
    Settings edited = m_settings;
    edit(edited);
    if (edited == m_settings && QFile::exists(path()))
        return std::nullopt;
    if (std::optional<Error> error = write(edited))
        return error;
    m_settings = edited;
    return std::nullopt;
}

std::optional<Error> SettingsFile::write(const Settings &settings) const
{
    QSaveFile file(path());
    const QByteArray json = settingsToJson(settings);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return cannotSave(path(), file.errorString());
    return std::nullopt;
}

} // namespace taskglass

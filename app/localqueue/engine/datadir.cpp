// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/datadir.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

Error localError(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Local;
    error.message = message;
    return error;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("LocalQueue", text);
}

} // namespace

Result<std::unique_ptr<DataDir>> DataDir::open(const QString &path)
{
    std::unique_ptr<DataDir> dir(new DataDir);
    dir->m_path = path;
    if (path.isEmpty()) {
        dir->m_temporary = std::make_unique<QTemporaryDir>();
        dir->m_path = dir->m_temporary->path();
        if (!dir->m_temporary->isValid())
            return localError(dir->m_temporary->errorString());
    } else if (!QDir().mkpath(path)) {
        return localError(translated(QT_TRANSLATE_NOOP("LocalQueue", "The folder %1 cannot be made.")).arg(path));
    }
    const QByteArray lockFile = QFile::encodeName(dir->file(u"lock"_s));
    dir->m_lock = ::open(lockFile.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (dir->m_lock < 0)
        return localError(translated(QT_TRANSLATE_NOOP("LocalQueue", "The folder %1 cannot be written.")).arg(dir->m_path));
    if (::flock(dir->m_lock, LOCK_EX | LOCK_NB) != 0) {
        return localError(
            translated(QT_TRANSLATE_NOOP("LocalQueue", "The folder %1 is in use by another queue.")).arg(dir->m_path));
    }
    return dir;
}

DataDir::~DataDir()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace taskglass::localqueue {

/// The folder of a queue, locked as long as this lives. The kernel drops the lock when the process dies, however it dies.
class DataDir
{
public:
    /// Makes \a path; a temporary folder, gone afterwards, when it is empty.
    [[nodiscard]] static Result<std::unique_ptr<DataDir>> open(const QString &path);
    ~DataDir();
    DataDir(const DataDir &) = delete;
    DataDir &operator=(const DataDir &) = delete;

    [[nodiscard]] QString file(const QString &name) const { return m_path + u'/' + name; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isTemporary() const { return m_temporary != nullptr; }

private:
    DataDir() = default;

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_path;
    int m_lock = -1;
};

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/engine/database.h"

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace taskglass::localqueue {

/// Writes a .tar.gz. The file appears under its name only when finish() succeeded.
class Archive
{
public:
    explicit Archive(const QString &file);
    [[nodiscard]] Failure open();
    [[nodiscard]] Failure add(const QString &path, const QByteArray &content);
    [[nodiscard]] Failure addFile(const QString &path, const QString &source);
    [[nodiscard]] Failure finish();

private:
    [[nodiscard]] QByteArray header(const QString &path, qint64 size) const;
    [[nodiscard]] Failure write(const QByteArray &bytes);
    [[nodiscard]] Failure flush();

    QSaveFile m_file;
    QByteArray m_pending; // not yet compressed
};

} // namespace taskglass::localqueue

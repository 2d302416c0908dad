// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/command.h"
#include "models/domain/serverprofile.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace taskglass {

/// The file that says who cancelled what: JSON lines, only ever appended to, mode 0600. A line is on the disk (fsync)
/// before append returns, so a command whose "sent" line was refused must not be sent. Several programs may append at
/// once. GUI thread; a call costs one disk flush.
class AuditLog
{
public:
    /// \a path: its folder is created (0700) with the first line.
    AuditLog(QString path, const Clock &clock);

    /// Before a command goes out. \a request is its cURL text without secrets. Empty when written.
    [[nodiscard]] std::optional<Error> appendSent(const ServerProfile &server, const Command &command, const QString &request);
    /// What the server answered so far. Empty when written.
    [[nodiscard]] std::optional<Error> appendReport(const ServerProfile &server, const CommandReport &report);

    [[nodiscard]] const QString &path() const { return m_path; }

private:
    [[nodiscard]] std::optional<Error> appendLine(const QByteArray &line) const;

    QString m_path;
    const Clock &m_clock;
};

} // namespace taskglass

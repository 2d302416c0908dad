// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/auditlog.h"
#include "app/settings/folders.h"
#include "app/settings/settingsfile.h"
#include "app/terminal/textcommand.h"

#include <QObject>

#include <memory>
#include <optional>

namespace taskglass {

/// The program without a window: reads what a command is about, runs it to its end, answers its exit status. Needs a
/// QCoreApplication, whose event loop it runs.
class TextProgram : public QObject
{
    Q_OBJECT

public:
    /// \a demo: the embedded queue, when it runs; then it is the server of commands that name none.
    TextProgram(const Invocation &invocation, const std::optional<ServerProfile> &demo);
    ~TextProgram() override;

    [[nodiscard]] int run();

private:
    [[nodiscard]] int wrongUsage(const QString &sentence);
    [[nodiscard]] int runServers();
    [[nodiscard]] int testServer(const QString &word);
    [[nodiscard]] int runOn(const ServerProfile &profile, const QStringList &words);
    [[nodiscard]] Result<std::unique_ptr<TextCommand>> makeCommand(ServerSession &session, const QStringList &words);
    [[nodiscard]] int execute(TextCommand &command);

    const Invocation m_invocation;
    std::optional<ServerProfile> m_demo;
    SystemClock m_clock;
    Console m_console;
    Folders m_folders;
    SettingsFile m_settings;
    AuditLog m_audit;
};

} // namespace taskglass

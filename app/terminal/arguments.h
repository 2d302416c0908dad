// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/credentials.h"
#include "app/terminal/taskwriter.h"
#include "models/domain/serverprofile.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace taskglass {

/// What the program is asked to do.
enum class Action : quint8 { Window, List, Watch, Show, Cancel, Servers };

/// Exit statuses, a contract with scripts (see the manual page).
namespace exitcode {
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;      ///< Something went wrong and was said.
inline constexpr int kUsage = 2;
inline constexpr int kTaskFailed = 3;  ///< A watched task failed, or a cancel did not take for every task.
inline constexpr int kNotAllowed = 4;  ///< Read-only, or refused by the server's rights.
inline constexpr int kInterrupted = 130;
} // namespace exitcode

/// The command line as values. Defaults are what the manual page says.
struct Invocation
{
    Action action = Action::Window;
    bool help = false;
    bool version = false;
    QStringList words;                 ///< What is neither command nor option: SERVER, FILTER…, ID….

    std::optional<TextFormat> format;  ///< Empty: table on a terminal, else ndjson.
    QStringList columns;
    QString sort;                      ///< "ran", "-ran"; empty: newest first.
    std::optional<qint64> limit;
    bool all = false;
    bool raw = false;

    std::optional<int> intervalMs;
    bool untilIdle = false;
    std::optional<int> timeoutSeconds;
    bool exitStatus = false;

    QStringList filters;               ///< Of --filter, joined with blanks.
    bool yes = false;
    QString reason;
    bool wait = false;
    bool dryRun = false;

    bool demo = false;
    std::optional<ServerKind> kind;
    std::optional<Environment> environment;
    bool readOnly = false;
    CredentialSources credentials;
    QString caFile;
    QString clientCertFile;
    QString clientKeyFile;
    QString proxy;
    QString keysHost;                  ///< Of --allow-host.
    std::optional<int> timeoutMs;

    QString screenshot;                ///< Path of a PNG.
    QSize size;
    int afterMs = 0;
    QString select;
    QString tab;
    QString theme;                     ///< "light", "dark" or empty.
    QString language;
    bool timing = false;
    bool untilLoaded = false;
    bool loadAll = false;

    QString config;
    bool noHistory = false;
    bool verbose = false;
};

struct ParsedArguments
{
    Invocation invocation;
    QString error; ///< A sentence when the usage is wrong; else empty.
};

/// Reads the arguments behind the program's name. The first word that names a command decides it; options may stand
/// anywhere. An argument such as "-status:succeeded" is a filter, not an option; behind "--" everything is a word.
[[nodiscard]] ParsedArguments parseArguments(const QStringList &arguments);

/// The help of a command: what it does, how it is called, its options, examples.
[[nodiscard]] QString helpText(Action action);

[[nodiscard]] QString wordFor(Action action);

} // namespace taskglass

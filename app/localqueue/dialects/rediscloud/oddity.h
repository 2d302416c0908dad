// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

#include <optional>

namespace taskglass::localqueue::rediscloud {

/// Shapes that the service was seen with, or may come with one day, besides the usual ones: for trying how a client takes
/// them. Asked for by `--fault odd=WORD`.
enum class Oddity {
    LateTasks,        ///< "late-tasks": a task is unknown for the first three seconds after its acceptance.
    Json401,          ///< "json-401": a refused key is told as JSON, not as the front proxy's HTML page.
    TextError,        ///< "text-error": `response.error` is the code alone, as the vendor's schema has it.
    NewStatus,        ///< "new-status": tasks in work have a status that no client knows yet.
    NewCommand,       ///< "new-command": import tasks have a command type that no client knows yet.
    NoTimestamp,      ///< "no-timestamp": tasks that are not final have none.
    ObjectLinks,      ///< "object-links": links are the object `_links` of older answers.
    EmptyArray        ///< "empty-array": an account without tasks has `{"tasks":[]}` instead of `{}`.
};

/// The oddity of a word; empty for any other word.
[[nodiscard]] std::optional<Oddity> oddityFor(QStringView word);
/// Every word, for sentences about them.
[[nodiscard]] QStringList oddityWords();

} // namespace taskglass::localqueue::rediscloud

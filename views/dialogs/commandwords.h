// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/capabilities.h"
#include "models/domain/command.h"
#include "models/domain/serverprofile.h"

#include <QString>
#include <QStringList>

namespace taskglass {

/// The words of the confirmation and of the results, as pure functions: one place for all kinds of command.

/// "Cancel 37 tasks on prod-eu?"
[[nodiscard]] QString questionText(CommandKind kind, qint64 count, const QString &server);
/// "Cancel Tasks": the title of the question's window, and its button before the number is known.
[[nodiscard]] QString titleText(CommandKind kind);
/// "Cancel on prod-eu?": before the number is known.
[[nodiscard]] QString openingText(CommandKind kind, const QString &server);
/// What the command does here: the preview's words, else the server's for this kind of command.
[[nodiscard]] QString meansText(const CommandPreview &preview, const Capabilities &can);
/// "Cancel 37 Tasks": what the button does, never "OK".
[[nodiscard]] QString doItText(CommandKind kind, qint64 count);
/// "Keep Running": the safe button.
[[nodiscard]] QString keepText(CommandKind kind);
/// "Queued 36, Running 1".
[[nodiscard]] QString statesText(const CommandPreview &preview);
/// "documentAdditionOrUpdate 30, settingsUpdate 7 and 2 more": the largest \a most of them.
[[nodiscard]] QString countsText(const QList<std::pair<QString, qint64>> &counts, int most = 4);
/// "Ids 90102 … 90538, enqueued 13:10:02 … 14:02:11".
[[nodiscard]] QString rangeText(const CommandPreview &preview, EpochNs now);
/// What is not touched: "Tasks enqueued after 14:03:20 are not touched.", or that exactly these are.
[[nodiscard]] QString pinText(const Command &command, EpochNs now);

/// Must the number be typed: above 100 tasks, or for anything that a filter matches on production.
[[nodiscard]] bool mustTypeNumber(const CommandPreview &preview, Environment environment);
/// Is \a typed that number? Blanks and the locale's group separators are skipped; nothing else is.
[[nodiscard]] bool isTypedNumber(const QString &typed, qint64 number);

/// "prod-eu: 36 canceled, 1 already finished": how a sent command stands, with every outcome counted.
[[nodiscard]] QString reportText(const CommandReport &report, const QString &server);
/// "Canceled", "Refused: the key lacks the right", for one line of the results.
[[nodiscard]] QString outcomeText(const CommandOutcome &outcome);
/// The ids that may be tried again: refused, or not confirmed. Empty when there are none.
[[nodiscard]] QList<TaskId> retryableIds(const CommandReport &report);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskfilter.h"

#include <QStringList>

namespace taskglass {

/// Values seen so far, which completion offers. Empty lists offer nothing.
struct FilterVocabulary
{
    QStringList serverStates; ///< The server's words; ours are offered anyway.
    QStringList types;
    QStringList targets;
    QStringList errorCodes;
    QStringList labels;
    QStringList batches;
    QStringList nodes;
    QStringList subscriptions;
    QStringList databases;
};

/// What could stand at the cursor instead of text[start, start + length).
struct FilterCompletion
{
    int start = 0;
    int length = 0;
    QStringList candidates; ///< Best first: those that begin as typed, then those that contain it. Quoted where needed.
};

/// Candidates for the word that ends at \a cursor (UTF-16 units): fields ("status:"), or values after "field:".
[[nodiscard]] FilterCompletion completeFilter(const QString &text, int cursor, const FilterVocabulary &seen);

} // namespace taskglass

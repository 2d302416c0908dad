// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace taskglass {

/// A task's description for reading: a JSON object in it (the query of a search, "source[{…}]") is indented on lines of
/// its own, everything else stays as it was sent. Never changes a literal.
[[nodiscard]] QString readableDescription(const QString &description);

/// The first \a lines lines, each cut after some hundred characters; the whole text when it is no longer than that.
[[nodiscard]] QString beginningOf(const QString &text, int lines);

} // namespace taskglass

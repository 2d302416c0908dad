// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace taskglass {

/// True for what could command a terminal or reorder a line instead of being read: C0 and C1 controls, DEL, and
/// Unicode's bidirectional and line controls. Servers repeat users' text, so it may hold anything.
[[nodiscard]] bool isUnsafe(char16_t c);

/// \a text as one harmless line: controls become their pictures (␛, ␊), other unsafe characters �.
[[nodiscard]] QString oneSafeLine(const QString &text);

/// As oneSafeLine(), but line ends and tabs stay: for texts of several lines that the server wrote.
[[nodiscard]] QString safeLines(const QString &text);

/// JSON of the server's with unsafe characters escaped (\u009b), which means the same to every parser. Valid JSON only:
/// there such characters stand within strings.
[[nodiscard]] QByteArray safeJson(const QByteArray &json);

/// How many cells of a terminal \a text covers: 2 for wide East Asian letters and emoji, 0 for combining marks.
[[nodiscard]] int displayWidth(const QString &text);

enum class Elide : quint8 { Right, Middle };
/// \a text cut to \a cells with an ellipsis, never in the middle of a letter with its marks.
[[nodiscard]] QString elided(const QString &text, int cells, Elide where = Elide::Right);

/// \a text filled with blanks to \a cells, at its right or its left.
[[nodiscard]] QString padded(const QString &text, int cells, bool alignRight);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QtGlobal>

namespace taskglass {

/// The program's own icons, resources/icons/<name>.svg: a grid of 16 px, strokes of 1.5 px, round caps, one colour.
enum class Icon : quint8 {
    Add, Batch, Cancel, Clear, Clock, Collapse, Columns, Connect, Copy, Delete, Document, Down, Edit, Error,
    Expand, Export, ExternalLink, Filter, Follow, Help, Info, Key, Keyboard, Link, Lock, Menu, Next, Pause, Pin,
    Play, Previous, Pulse, Refresh, Report, Save, Search, Send, Server, Settings, Star, Tree, Undo, Up, Warning
};
inline constexpr int kIconCount = static_cast<int>(Icon::Warning) + 1;

/// The icon in the palette's text colour, greyed when disabled, HighlightedText when selected; sharp at any scale. It
/// follows a change of the palette by itself. Needs a QGuiApplication.
[[nodiscard]] QIcon icon(Icon which);

/// A looking glass over three task bars, for windows, the task switcher and notifications.
[[nodiscard]] QIcon applicationIcon();

} // namespace taskglass

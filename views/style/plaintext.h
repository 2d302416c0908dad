// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace taskglass {

/// A label that shows \a text literally, wrapped and selectable with mouse and keyboard: the only kind that may show what
/// a server sent.
[[nodiscard]] QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);

/// A label in the secondary size and colour; plain text as well.
[[nodiscard]] QLabel *secondaryLabel(const QString &text = {}, QWidget *parent = nullptr);

/// Multiplies \a widget's font size, see spacing.h for the factors in use.
void scaleFont(QWidget *widget, double factor, bool semiBold = false);

/// \a text as the label of a button or menu entry, in which '&' would mark a key.
[[nodiscard]] QString withoutMnemonics(QString text);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>

namespace taskglass {

/// One line of the overlay.
struct ShortcutLine
{
    QString section; ///< Translated; lines of a section stand together in the order given.
    QString text;    ///< What the keys do; mnemonics are taken out.
    QList<QKeySequence> keys;
};

/// All keys on one sheet, with a line to find some; Esc, ? and Ctrl+? close it. Open it with open(); it deletes itself.
class ShortcutOverlay : public QDialog
{
    Q_OBJECT

public:
    ShortcutOverlay(const QList<ShortcutLine> &lines, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace taskglass {

/// The heading of a fold: an arrow and a word; pressing it shows or hides one widget below, hidden at first.
class FoldButton : public QToolButton
{
    Q_OBJECT

public:
    explicit FoldButton(const QString &text, QWidget *parent = nullptr);

    /// \a content is shown while the button is down. When the fold opens or closes by hand its window grows or shrinks by
    /// what appears or goes, within the screen, so that nothing above is squeezed.
    void setContent(QWidget *content);
    [[nodiscard]] bool isOpen() const { return isChecked(); }
    void setOpen(bool open) { setChecked(open); }

private:
    void unfold(bool open);

    QWidget *m_content = nullptr;
};

} // namespace taskglass

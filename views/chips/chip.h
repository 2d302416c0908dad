// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskstate.h"

#include <QAbstractButton>

#include <optional>

namespace taskglass {

/// A pill with glyph, word and count. On: filled with 15 % of the state's colour and a border of it; a count of zero is
/// dimmed, never gone.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    /// No \a state: the chip for all tasks.
    explicit Chip(std::optional<TaskState> state, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<TaskState> state() const { return m_state; }
    [[nodiscard]] qint64 count() const { return m_count; }
    /// Negative: the number is not known, none is shown. \a fromServer: it counts more than what is loaded.
    void setCount(qint64 count, bool fromServer);
    /// A dot for news since the user last looked.
    void setNews(int news);
    [[nodiscard]] int news() const { return m_news; }
    /// How much room a chip takes. Glyph leaves the word to the glyph, the tool tip and screen readers; the chip for all
    /// tasks has no glyph and keeps it.
    enum class Room : quint8 { Comfortable, Compact, Glyph };
    void setRoom(Room room);
    [[nodiscard]] int widthIn(Room room) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString word() const;
    [[nodiscard]] QString shownWord(Room room) const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QColor color() const;
    void describe();

    std::optional<TaskState> m_state;
    qint64 m_count = -1;
    bool m_fromServer = false;
    Room m_room = Room::Comfortable;
    int m_news = 0;
    int m_digits = 1; ///< Most digits shown so far: the chip grows, but never shrinks while counting.
};

} // namespace taskglass

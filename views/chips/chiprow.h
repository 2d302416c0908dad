// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/taskpage.h"
#include "models/domain/taskstate.h"

#include <QList>
#include <QWidget>

namespace taskglass {

class Chip;

/// "All" and a chip for each state. One tab stop: Left and Right move, Space toggles, Ctrl with Space or click is "only
/// this".
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);

    /// Which states the filter lets through; empty: all.
    void setStates(const QList<TaskState> &states);
    [[nodiscard]] QList<TaskState> states() const { return m_states; }
    /// The server's own counts where \a server knows them and \a filtered is false, else those of what is loaded.
    void setCounts(const ServerCounts &server, const std::array<qint64, kTaskStateCount> &loaded, bool filtered);
    void setNewFailures(int count);
    /// What the row needs to stand in one line, when its words go.
    [[nodiscard]] int leastWidth() const;
    [[nodiscard]] Chip *chip(std::optional<TaskState> state) const;

signals:
    /// The user chose; empty: all states.
    void statesChosen(const QList<taskglass::TaskState> &states);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fitRoom();
    void choose(Chip *chip, bool only);
    void moveFocus(Chip *from, int step);
    void giveTabStop(Chip *chip);

    QList<Chip *> m_chips;
    QList<TaskState> m_states;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chips/chiprow.h"

#include "views/chips/chip.h"
#include "views/style/flowlayout.h"
#include "views/style/spacing.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <numeric>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {
constexpr int kGap = spacing::kInside + 2;
/// What needs an eye comes first; what is fine comes last.
constexpr TaskState kOrder[] = {TaskState::Queued, TaskState::Running, TaskState::CancelRequested, TaskState::Failed,
                                TaskState::Succeeded, TaskState::Canceled, TaskState::Unknown};
/// Whose words go first when there is little room: rare states, then those whose glyph everybody knows. All states: the
/// list also walks over the chips.
constexpr TaskState kWordsInTheWay[] = {TaskState::CancelRequested, TaskState::Unknown, TaskState::Canceled, TaskState::Succeeded,
                                        TaskState::Queued, TaskState::Running, TaskState::Failed};
static_assert(std::size(kWordsInTheWay) == std::size(kOrder));
} // namespace

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"chipRow"_s);
    setAccessibleName(tr("States"));
    auto *const layout = new FlowLayout(this, kGap);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const auto add = [&](std::optional<TaskState> state) {
        auto *const chip = new Chip(state, this);
        chip->installEventFilter(this);
        layout->addWidget(chip);
        m_chips.append(chip);
    };
    add(std::nullopt);
    for (const TaskState state : kOrder)
        add(state);
    m_chips.first()->setChecked(true);
    giveTabStop(m_chips.first());
    setFocusProxy(m_chips.first());
}

void ChipRow::setStates(const QList<TaskState> &states)
{
    m_states = states;
    for (Chip *const chip : std::as_const(m_chips))
        chip->setChecked(chip->state() ? states.contains(*chip->state()) : states.isEmpty());
}

void ChipRow::setCounts(const ServerCounts &server, const std::array<qint64, kTaskStateCount> &loaded, bool filtered)
{
    for (Chip *const chip : std::as_const(m_chips)) {
        const qint64 mine = chip->state() ? loaded[indexOf(*chip->state())]
                                          : std::accumulate(loaded.begin(), loaded.end(), qint64(0));
        const qint64 theirs = chip->state() ? server.byState[indexOf(*chip->state())] : server.total;
        const bool useServer = !filtered && theirs >= 0;
        chip->setCount(useServer ? theirs : mine, useServer);
    }
}

void ChipRow::setNewFailures(int count) { chip(TaskState::Failed)->setNews(count); }

Chip *ChipRow::chip(std::optional<TaskState> state) const
{
    for (Chip *const chip : m_chips) {
        if (chip->state() == state)
            return chip;
    }
    Q_UNREACHABLE();
}

bool ChipRow::eventFilter(QObject *watched, QEvent *event)
{
    auto *const chip = qobject_cast<Chip *>(watched);
    if (!chip)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        switch (key->key()) {
        case Qt::Key_Left: moveFocus(chip, rightToLeft ? 1 : -1); return true;
        case Qt::Key_Right: moveFocus(chip, rightToLeft ? -1 : 1); return true;
        case Qt::Key_Home: moveFocus(m_chips.last(), 1); return true;
        case Qt::Key_End: moveFocus(m_chips.first(), -1); return true;
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(chip, key->modifiers().testFlag(Qt::ControlModifier)); return true;
        default: break;
        }
    }
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && chip->rect().contains(mouse->position().toPoint()))
            choose(chip, mouse->modifiers().testFlag(Qt::ControlModifier));
        chip->setDown(false);
        return true;
    }
    if (event->type() == QEvent::FocusIn)
        giveTabStop(chip);
    return QWidget::eventFilter(watched, event);
}

void ChipRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_chips.first()->setFocus(event->reason());
}

bool ChipRow::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fitRoom();
    return QWidget::event(event);
}

int ChipRow::leastWidth() const
{
    return std::accumulate(m_chips.cbegin(), m_chips.cend(), int(m_chips.size() - 1) * kGap,
                           [](int sum, const Chip *chip) { return sum + chip->widthIn(Chip::Room::Glyph); });
}

void ChipRow::fitRoom()
{
    // One row costs the table one line less than two: chips give up air first, then words, one after the other.
    const int room = contentsRect().width() - int(m_chips.size() - 1) * kGap;
    const auto total = [this](Chip::Room in) {
        return std::accumulate(m_chips.cbegin(), m_chips.cend(), 0, [in](int sum, const Chip *chip) { return sum + chip->widthIn(in); });
    };
    if (total(Chip::Room::Comfortable) <= room) {
        for (Chip *const each : std::as_const(m_chips))
            each->setRoom(Chip::Room::Comfortable);
        return;
    }
    int width = total(Chip::Room::Compact);
    chip(std::nullopt)->setRoom(Chip::Room::Compact);
    for (const TaskState state : kWordsInTheWay) {
        Chip *const each = chip(state);
        const bool shorten = width > room;
        each->setRoom(shorten ? Chip::Room::Glyph : Chip::Room::Compact);
        if (shorten)
            width += each->widthIn(Chip::Room::Glyph) - each->widthIn(Chip::Room::Compact);
    }
}

void ChipRow::choose(Chip *chip, bool only)
{
    QList<TaskState> states = m_states;
    if (!chip->state())
        states.clear();
    else if (only)
        states = {*chip->state()};
    else if (!states.removeOne(*chip->state()))
        states.append(*chip->state());
    setStates(states);
    emit statesChosen(states);
}

void ChipRow::moveFocus(Chip *from, int step)
{
    const qsizetype count = m_chips.size();
    const qsizetype next = (m_chips.indexOf(from) + step + count) % count;
    m_chips[next]->setFocus(Qt::TabFocusReason);
}

void ChipRow::giveTabStop(Chip *chip)
{
    for (Chip *const other : std::as_const(m_chips))
        other->setFocusPolicy(other == chip ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(chip);
}

} // namespace taskglass

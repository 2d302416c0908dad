// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chips/chip.h"

#include "views/style/spacing.h"
#include "views/style/statuscolors.h"
#include "views/style/statusglyph.h"
#include "views/style/statuswords.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {
int padding(Chip::Room room) { return room == Chip::Room::Comfortable ? 10 : 7; }
int gap(Chip::Room room) { return room == Chip::Room::Comfortable ? 6 : 4; }
constexpr int kDot = 6;
} // namespace

Chip::Chip(std::optional<TaskState> state, QWidget *parent)
    : QAbstractButton(parent)
    , m_state(state)
{
    setObjectName(state ? u"chip-"_s + wordFor(*state) : u"chip-all"_s);
    setCheckable(true);
    setFocusPolicy(Qt::ClickFocus); // the row gives one chip the tab stop
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void Chip::setCount(qint64 count, bool fromServer)
{
    if (count == m_count && fromServer == m_fromServer)
        return;
    m_count = count;
    m_fromServer = fromServer;
    const int digits = int(countText().size());
    if (digits > m_digits) {
        m_digits = digits;
        updateGeometry();
    }
    describe();
    update();
}

void Chip::setNews(int news)
{
    if (news == m_news)
        return;
    m_news = news;
    describe();
    update();
}

QString Chip::word() const { return m_state ? stateText(*m_state) : tr("All"); }

QString Chip::countText() const { return m_count < 0 ? QString() : locale().toString(m_count); }

QColor Chip::color() const { return m_state ? statusColor(*m_state, palette()) : palette().color(QPalette::Text); }

void Chip::describe()
{
    QString name = m_count < 0 ? word() : tr("%1, %2").arg(word(), countText());
    if (m_news > 0)
        name = tr("%1, %Ln new since you last looked", nullptr, m_news).arg(name);
    setAccessibleName(name);
    QString tip = m_state ? tr("%1: show or hide tasks in this state. Ctrl+click: only this state.").arg(word())
                          : tr("Show tasks in every state.");
    if (m_count >= 0)
        tip = (m_fromServer ? tr("%1\nThe number is the server's.") : tr("%1\nThe number counts loaded tasks.")).arg(tip);
    if (m_news > 0)
        tip = tr("%1\n%Ln new since you last looked.", nullptr, m_news).arg(tip);
    setToolTip(tip);
}

void Chip::setRoom(Room room)
{
    if (std::exchange(m_room, room) == room)
        return;
    updateGeometry();
    update();
}

QString Chip::shownWord(Room room) const { return room == Room::Glyph && m_state ? QString() : word(); }

int Chip::widthIn(Room room) const
{
    const QFontMetrics metrics = fontMetrics();
    const QString text = shownWord(room);
    int width = 2 * padding(room) + metrics.horizontalAdvance(QString(m_digits, u'0'));
    if (!text.isEmpty())
        width += metrics.horizontalAdvance(text) + gap(room);
    if (m_state)
        width += spacing::kGlyph + gap(room);
    if (m_state == TaskState::Failed)
        width += kDot + 4; // kept free, so that nothing jumps when the dot comes
    return width;
}

QSize Chip::sizeHint() const { return {widthIn(m_room), qMax(spacing::kTarget, fontMetrics().height() + 8)}; }

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    const QColor own = color();
    QColor border = isChecked() ? own : palette().color(QPalette::Mid);
    QColor fill = own;
    fill.setAlphaF(isChecked() ? 0.15F : underMouse() ? 0.06F : 0.0F);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const bool zero = m_count == 0 && !isChecked();
    const QColor ink = zero ? palette().color(QPalette::PlaceholderText) : palette().color(QPalette::WindowText);
    QRect area = rect().adjusted(padding(m_room), 0, -padding(m_room), 0);
    const auto visual = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (m_state) {
        QColor glyph = own;
        if (zero)
            glyph.setAlphaF(0.6F);
        const QRect box(area.x(), (height() - spacing::kGlyph) / 2, spacing::kGlyph, spacing::kGlyph);
        paintStatusGlyph(painter, visual(box), *m_state, glyph);
        area.setLeft(area.left() + spacing::kGlyph + gap(m_room));
    }
    if (m_news > 0) {
        const QRect dot(area.right() - kDot + 1, (height() - kDot) / 2, kDot, kDot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(own);
        painter.drawEllipse(visual(dot));
    }
    painter.setPen(ink);
    if (const QString text = shownWord(m_room); !text.isEmpty()) {
        const int wordWidth = fontMetrics().horizontalAdvance(text);
        painter.drawText(visual({area.x(), 0, wordWidth + 1, height()}), Qt::AlignVCenter | Qt::TextSingleLine, text);
        area.setLeft(area.left() + wordWidth + gap(m_room));
    }
    painter.drawText(visual({area.x(), 0, area.width(), height()}),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | Qt::TextSingleLine, countText());
}

void Chip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace taskglass

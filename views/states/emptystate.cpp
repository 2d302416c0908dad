// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/states/emptystate.h"

#include "views/style/icons.h"
#include "views/style/spacing.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace taskglass {

EmptyState::EmptyState(QWidget *table)
    : QWidget(table)
{
    setObjectName(u"emptyState"_s);
    m_glyph = new QLabel(this);
    m_glyph->setAlignment(Qt::AlignCenter);
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_primary = new QPushButton(this);
    m_primary->setDefault(true);
    m_secondary = new QPushButton(this);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kSection);
    layout->addStretch(2);
    layout->addWidget(m_glyph);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_primary, &QPushButton::clicked, this, &EmptyState::press);
    connect(m_secondary, &QPushButton::clicked, this, &EmptyState::searchOlderRequested);
    table->installEventFilter(this);
    updateGlyph();
    hide();
}

QString EmptyState::text() const { return m_text->text(); }

void EmptyState::setEmptiness(const std::optional<Emptiness> &emptiness)
{
    if (!emptiness) {
        hide();
        return;
    }
    if (*emptiness != m_emptiness || isHidden()) {
        m_emptiness = *emptiness;
        m_text->setText(m_emptiness.text);
        setAccessibleName(m_emptiness.text);
        m_primary->setText(m_emptiness.primary);
        m_primary->setVisible(!m_emptiness.primary.isEmpty());
        m_secondary->setText(m_emptiness.secondary);
        m_secondary->setVisible(!m_emptiness.secondary.isEmpty());
        updateGlyph();
    }
    place();
    show();
    raise();
}

void EmptyState::press()
{
    switch (m_emptiness.kind) {
    case Emptiness::Kind::NoMatch: emit clearFilterRequested(); break;
    case Emptiness::Kind::NothingOpen: emit showFinishedRequested(); break;
    case Emptiness::Kind::FirstAnswer:
    case Emptiness::Kind::NoTasks: break;
    }
}

void EmptyState::updateGlyph()
{
    Icon which = Icon::Pulse;
    switch (m_emptiness.kind) {
    case Emptiness::Kind::FirstAnswer: which = Icon::Connect; break;
    case Emptiness::Kind::NoTasks: which = Icon::Document; break;
    case Emptiness::Kind::NothingOpen: which = Icon::Clock; break;
    case Emptiness::Kind::NoMatch: which = Icon::Filter; break;
    }
    const QSize size(spacing::kEmptyGlyph, spacing::kEmptyGlyph);
    m_glyph->setPixmap(icon(which).pixmap(size, devicePixelRatioF(), QIcon::Disabled));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateGlyph();
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void EmptyState::place()
{
    // Below the header, so that columns and their menu stay in reach.
    setGeometry(parentWidget()->rect().adjusted(0, spacing::kTarget + spacing::kGroup, 0, 0));
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/states/noticebar.h"

#include "views/style/icons.h"
#include "views/style/spacing.h"
#include "views/style/statuscolors.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QString labelFor(NoticeAction action, const QString &name)
{
    switch (action) {
    case NoticeAction::Stop: return NoticeBar::tr("Stop");
    case NoticeAction::Retry: return NoticeBar::tr("Retry Now");
    case NoticeAction::EditServer: return NoticeBar::tr("Edit Server…");
    case NoticeAction::Trust:
        // "&" in a server's name must not become a mnemonic.
        return NoticeBar::tr("Trust This Certificate for %1").arg(QString(name).replace(u'&', "&&"_L1));
    case NoticeAction::Resume: return NoticeBar::tr("Resume");
    case NoticeAction::LoadMore: return NoticeBar::tr("Load More");
    case NoticeAction::LoadAll: return NoticeBar::tr("Load All");
    case NoticeAction::StopLoading: return NoticeBar::tr("Stop");
    case NoticeAction::ShowHousekeeping: return NoticeBar::tr("Show");
    case NoticeAction::HideHousekeeping: return NoticeBar::tr("Hide");
    }
    Q_UNREACHABLE();
}

QColor toneColor(Notice::Tone tone, const QPalette &palette)
{
    switch (tone) {
    case Notice::Tone::Info: return statusColor(TaskState::Running, palette);
    case Notice::Tone::Warning: return statusColor(TaskState::CancelRequested, palette);
    case Notice::Tone::Problem: return statusColor(TaskState::Failed, palette);
    }
    Q_UNREACHABLE();
}

Icon toneIcon(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::Info: return Icon::Info;
    case Notice::Tone::Warning: return Icon::Warning;
    case Notice::Tone::Problem: return Icon::Error;
    }
    Q_UNREACHABLE();
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
{
    m_icon = new QLabel(this);
    m_icon->setFixedSize(spacing::kIcon, spacing::kIcon);
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail = new QLabel(this);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_detail->setAccessibleName(tr("Details"));
    m_detail->setFocusPolicy(Qt::ClickFocus);
    m_buttons = new QWidget(this);
    m_row = new QHBoxLayout(m_buttons);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing::kInside);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(spacing::kGroup + spacing::kBar, spacing::kInside, spacing::kGroup, spacing::kInside);
    m_grid->setHorizontalSpacing(spacing::kGroup);
    m_grid->setVerticalSpacing(spacing::kInside);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    m_grid->addWidget(m_text, 0, 1, Qt::AlignVCenter);
    m_grid->addWidget(m_detail, 1, 1);
    placeButtons();
    hide();
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::setNotice(const std::optional<Notice> &notice, const QString &name)
{
    if (!notice) {
        hide();
        m_text->clear();
        return;
    }
    if (m_text->text() != notice->text) {
        m_text->setText(notice->text);
        setAccessibleName(notice->text);
    }
    if (m_detail->text() != notice->detail) {
        m_detail->setText(notice->detail);
        placeButtons();
    }
    m_detail->setVisible(!notice->detail.isEmpty());
    m_tone = notice->tone;
    m_done = notice->done;
    m_icon->setPixmap(icon(toneIcon(m_tone)).pixmap(m_icon->size(), devicePixelRatioF()));
    if (m_actions != notice->actions || m_buttons->property("name").toString() != name)
        setButtons(notice->actions, name);
    m_buttons->setVisible(!m_actions.isEmpty());
    show();
    update();
}

void NoticeBar::placeButtons()
{
    // Beside one sentence, below a longer story.
    m_grid->removeWidget(m_buttons);
    if (m_detail->text().isEmpty())
        m_grid->addWidget(m_buttons, 0, 2, Qt::AlignVCenter);
    else
        m_grid->addWidget(m_buttons, 2, 1, Qt::AlignLeading);
}

void NoticeBar::setButtons(const QList<NoticeAction> &actions, const QString &name)
{
    m_actions = actions;
    m_buttons->setProperty("name", name);
    for (QPushButton *const old : m_buttons->findChildren<QPushButton *>()) {
        old->hide();
        old->setParent(nullptr);
        old->deleteLater(); // it may be the one whose press led here
    }
    for (const NoticeAction action : actions) {
        auto *const button = new QPushButton(labelFor(action, name), m_buttons);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, action] { emit actionChosen(action); });
        m_row->addWidget(button);
    }
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor tone = toneColor(m_tone, palette());
    QColor tint = tone;
    tint.setAlphaF(0.10F);
    painter.fillRect(rect(), tint);
    if (m_done) {
        tint.setAlphaF(0.16F);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), {0, 0, qRound(*m_done * width()), height()}), tint);
    }
    QRect bar = rect();
    bar.setWidth(spacing::kBar);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), tone);
}

} // namespace taskglass

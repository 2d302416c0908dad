// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/startpage/startpage.h"

#include "views/style/icons.h"
#include "views/style/spacing.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace taskglass {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"startPage"_s);
    m_glyph = new QLabel(this);
    m_glyph->setAlignment(Qt::AlignCenter);
    m_title = new QLabel(tr("Watch your task queues"), this);
    m_title->setAlignment(Qt::AlignCenter);
    const QStringList lines = {
        tr("Meilisearch 0.25 and newer: progress, cancel one, several or all that match a filter"),
        tr("OpenSearch, Elasticsearch 5 and newer, Open Distro: what a cluster works on as a tree, progress, cancel, speed"),
        tr("Redis Cloud: what an account was asked to do, and why it failed"),
        tr("Several servers side by side, each with its own key, environment and read-only switch"),
        tr("Sample data: a local queue on this computer that does real work, to try everything safely"),
    };
    auto *const text = new QWidget(this);
    text->setMaximumWidth(640);
    auto *const list = new QGridLayout(text);
    list->setContentsMargins(0, 0, 0, 0);
    list->setHorizontalSpacing(spacing::kGroup);
    list->setVerticalSpacing(spacing::kInside);
    list->setColumnStretch(1, 1);
    for (const QString &line : lines) {
        // What wraps stays beside its bullet.
        const int row = list->rowCount();
        auto *const label = new QLabel(line, text);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        list->addWidget(new QLabel(u"•"_s, text), row, 0, Qt::AlignTop);
        list->addWidget(label, row, 1);
    }

    m_add = new QPushButton(icon(Icon::Add), tr("Add Server…"), this);
    m_add->setObjectName(u"startAdd"_s);
    m_add->setDefault(true);
    auto *const sample = new QPushButton(icon(Icon::Play), tr("Try Sample Data"), this);
    sample->setObjectName(u"startSample"_s);
    connect(m_add, &QPushButton::clicked, this, &StartPage::addServerRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);

    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::kGroup);
    buttons->addStretch();
    buttons->addWidget(m_add);
    buttons->addWidget(sample);
    buttons->addStretch();
    auto *const words = new QHBoxLayout;
    words->addStretch();
    words->addWidget(text, 10);
    words->addStretch();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    layout->setSpacing(spacing::kSection);
    layout->addStretch(2);
    layout->addWidget(m_glyph);
    layout->addWidget(m_title);
    layout->addLayout(buttons);
    layout->addLayout(words);
    layout->addStretch(3);
    fitFonts();
}

void StartPage::focusFirst() { m_add->setFocus(); }

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fitFonts();
}

void StartPage::fitFonts()
{
    QFont title = font();
    if (title.pointSizeF() > 0)
        title.setPointSizeF(title.pointSizeF() * spacing::kTitleFont);
    title.setWeight(QFont::DemiBold);
    m_title->setFont(title);
    const QSize size(spacing::kEmptyGlyph * 2, spacing::kEmptyGlyph * 2);
    m_glyph->setPixmap(applicationIcon().pixmap(size, devicePixelRatioF()));
}

} // namespace taskglass

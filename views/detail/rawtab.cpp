// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/rawtab.h"

#include "views/detail/findbar.h"
#include "views/detail/jsonscanner.h"
#include "views/detail/textpane.h"
#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace taskglass {

namespace {

// A single line of this size is slow to lay out; indented it is many short ones.
constexpr qsizetype kLongLine = 64 * 1024;

} // namespace

RawTab::RawTab(QWidget *parent)
    : DetailTab(parent)
    , m_text(new TextPane(tr("What the server sent"), this))
    , m_indent(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_note(secondaryLabel({}, this))
{
    m_indent->setText(tr("Indent"));
    m_indent->setToolTip(tr("Show on many lines. Numbers and texts stay as they were sent."));
    m_indent->setCheckable(true);
    m_indent->setAccessibleName(tr("Indent"));
    m_copy->setText(tr("Copy"));
    m_copy->setIcon(icon(Icon::Copy));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setToolTip(tr("Copy exactly what the server sent"));
    m_copy->setAccessibleName(tr("Copy raw answer"));
    m_note->setWordWrap(false);
    for (QToolButton *button : {m_indent, m_copy}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::kInside);
    row->addWidget(m_indent);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kGroup, spacing::kGroup, spacing::kGroup, spacing::kGroup);
    column->setSpacing(spacing::kInside);
    column->addLayout(row);
    column->addWidget(m_text, 1);
    connect(m_indent, &QToolButton::toggled, this, &RawTab::showText);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_raw));
        emit noticed(tr("Copied the server's answer"));
    });
}

void RawTab::setTask(const Task &task, WatchedServer &)
{
    const bool other = task.id != m_id;
    m_id = task.id;
    if (!other && task.raw == m_raw)
        return;
    m_raw = task.raw;
    m_copy->setEnabled(!m_raw.isEmpty());
    m_indent->setEnabled(!m_raw.isEmpty() && !jsonFault(m_raw));
    if (other && m_raw.size() > kLongLine && m_indent->isEnabled())
        m_indent->setChecked(true);
    showText();
}

void RawTab::showText()
{
    const bool indented = m_indent->isChecked() && m_indent->isEnabled();
    m_text->setText(QString::fromUtf8(indented ? prettyJson(m_raw) : m_raw));
    const QString size = QLocale().formattedDataSize(m_raw.size());
    if (m_raw.isEmpty())
        m_note->setText(tr("The server's answer for this task is not known."));
    else
        m_note->setText(indented ? tr("%1, shown indented").arg(size) : tr("%1, as received").arg(size));
}

} // namespace taskglass

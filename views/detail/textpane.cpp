// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/textpane.h"

#include "models/table/format.h"
#include "views/detail/findbar.h"
#include "views/style/icons.h"
#include "views/style/spacing.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace taskglass {

TextPane::TextPane(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit(this))
    , m_find(new FindBar(tr("Find in the text"), this))
{
    m_edit->setReadOnly(true);
    m_edit->setAccessibleName(accessibleName);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kInside);
    column->addWidget(m_find);
    column->addWidget(m_edit, 1);
    connect(m_find, &FindBar::textChanged, this, [this] { search(true); });
    connect(m_find, &FindBar::nextRequested, this, [this] { step(1); });
    connect(m_find, &FindBar::previousRequested, this, [this] { step(-1); });
}

void TextPane::setText(const QString &text)
{
    if (text == m_edit->toPlainText())
        return;
    m_edit->setPlainText(text);
    search(false);
}

QString TextPane::text() const
{
    return m_edit->toPlainText();
}

void TextPane::setWrap(bool wrap)
{
    m_edit->setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

void TextPane::search(bool fromStart)
{
    m_matches.clear();
    const QString needle = m_find->text();
    const QString whole = needle.isEmpty() ? QString() : m_edit->toPlainText();
    for (qsizetype at = whole.indexOf(needle, 0, Qt::CaseInsensitive); !needle.isEmpty() && at >= 0;
         at = whole.indexOf(needle, at + needle.size(), Qt::CaseInsensitive))
        m_matches.append(static_cast<int>(at));
    m_current = m_matches.isEmpty() ? -1 : fromStart ? 0 : std::clamp<qsizetype>(m_current, 0, m_matches.size() - 1);
    showMatch();
}

void TextPane::step(int by)
{
    if (m_matches.isEmpty())
        return;
    m_current = (m_current + by + m_matches.size()) % m_matches.size();
    showMatch();
}

void TextPane::showMatch()
{
    m_find->setMatches(m_current, m_matches.size());
    if (m_current < 0)
        return;
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(m_matches.at(m_current));
    cursor.setPosition(m_matches.at(m_current) + static_cast<int>(m_find->text().size()), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
}

TextViewer::TextViewer(const QString &title, const QString &text, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(oneLine(title, 80));
    resize(640, 480);
    auto *pane = new TextPane(tr("Value"), this);
    pane->setText(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(Icon::Copy));
    auto *column = new QVBoxLayout(this);
    column->addWidget(pane, 1);
    column->addWidget(buttons);
    connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace taskglass

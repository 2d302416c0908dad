// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/findbar.h"

#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace taskglass {

namespace {

QToolButton *stepButton(Icon which, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(which));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setEnabled(false);
    return button;
}

} // namespace

FindBar::FindBar(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_previous(stepButton(Icon::Previous, tr("Previous match (Shift+Enter)"), this))
    , m_next(stepButton(Icon::Next, tr("Next match (Enter)"), this))
    , m_count(secondaryLabel({}, this))
{
    m_edit->setPlaceholderText(tr("Find"));
    m_edit->setAccessibleName(accessibleName);
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_count->setWordWrap(false);
    m_count->setAccessibleName(tr("Matches"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kInside);
    row->addWidget(m_edit, 1);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::setMatches(qsizetype current, qsizetype count)
{
    const QLocale locale;
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    if (m_edit->text().isEmpty())
        m_count->clear();
    else if (count == 0)
        m_count->setText(tr("No match"));
    else
        m_count->setText(tr("%1 of %2", "match number, matches").arg(locale.toString(current + 1), locale.toString(count)));
}

void FindBar::activate()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    // Esc belongs to the line while it holds a text, whatever the window does with it otherwise.
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride && !m_edit->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers() & Qt::ShiftModifier)
                emit previousRequested();
            else
                emit nextRequested();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            m_edit->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace taskglass

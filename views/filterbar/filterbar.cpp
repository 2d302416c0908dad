// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filterbar/filterbar.h"

#include "views/filterbar/filtersuggestions.h"
#include "views/filterbar/filteredit.h"
#include "views/style/icons.h"
#include "views/style/spacing.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {
/// Long enough that a word typed fluently filters once, short enough to feel immediate.
constexpr std::chrono::milliseconds kTypingPause(250);
} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"filterBar"_s);
    m_edit = new FilterEdit(this);
    m_edit->setMinimumWidth(m_edit->fontMetrics().averageCharWidth() * 24);
    m_edit->installEventFilter(this);
    m_help = new QToolButton(this);
    m_help->setIcon(icon(Icon::Help));
    m_help->setAutoRaise(true);
    m_help->setAccessibleName(tr("Filter language"));
    m_help->setAccessibleDescription(tr("Shows how filters are written."));
    m_help->setToolTip(tr("How filters are written (F1)"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::kInside, 0, 0, 0);
    layout->setSpacing(spacing::kInside);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_help);
    setFocusProxy(m_edit);

    m_suggestions = new FilterSuggestions(*m_edit);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(m_edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::applyNow);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        applyNow();
        if (!m_edit->error())
            emit left();
    });
    connect(m_edit, &FilterEdit::escaped, this, &FilterBar::escape);
    connect(m_help, &QToolButton::clicked, this, &FilterBar::helpRequested);
}

void FilterBar::setStore(TaskStore *store) { m_suggestions->setStore(store); }

void FilterBar::setCapabilities(const Capabilities &can) { m_suggestions->setCapabilities(can); }

QString FilterBar::text() const { return m_edit->text(); }

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
    applyNow();
}

void FilterBar::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FilterBar::hasEditFocus() const { return m_edit->hasFocus(); }

void FilterBar::applyNow()
{
    m_typing.stop();
    const TaskFilter::Parsed parsed = TaskFilter::parse(m_edit->text());
    m_edit->setError(parsed.error);
    emit errorChanged(parsed.error ? tr("Filter, position %1: %2").arg(parsed.error->position + 1).arg(parsed.error->message)
                                   : QString());
    if (parsed.error)
        return;
    const bool same = parsed.filter == m_filter;
    m_filter = parsed.filter;
    if (!same)
        emit filterChosen(m_filter);
}

void FilterBar::escape()
{
    if (m_suggestions->isOpen())
        m_suggestions->close();
    else
        emit left();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down && !m_suggestions->isOpen()) {
            if (!m_suggestions->offer())
                emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/statusbar/windowstatusbar.h"

#include "views/states/situation.h"
#include "views/style/elidedlabel.h"
#include "views/style/icons.h"
#include "views/style/spacing.h"

#include <QAccessible>
#include <QDeadlineTimer>
#include <QEvent>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {
constexpr int kAnnounceMs = 6'000;
constexpr qint64 kAnnounceGapMs = 3'000;

/// Wide enough for \a part's text with any digits in it: what only counts lays nothing out anew.
QSize roomFor(const QToolButton &part)
{
    QString zeros = part.text();
    std::replace_if(zeros.begin(), zeros.end(), [](QChar c) { return c.isDigit(); }, u'0');
    const QFontMetrics metrics = part.fontMetrics();
    return part.sizeHint() + QSize(metrics.horizontalAdvance(zeros) - metrics.horizontalAdvance(part.text()), 0);
}
} // namespace

WindowStatusBar::WindowStatusBar(QWidget *parent)
    : QStatusBar(parent)
{
    setObjectName(u"statusBar"_s);
    setAccessibleName(tr("Status"));
    static constexpr Part kLeft[] = {Part::State, Part::Interval, Part::Answer, Part::Age, Part::Shown, Part::Selection};
    static constexpr Part kRight[] = {Part::ReadOnly, Part::Budget, Part::Load};
    const auto make = [this](Part part) {
        auto *const button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(button, &QToolButton::clicked, this, [this, part] { emit partClicked(part); });
        m_parts[std::size_t(part)] = button;
        return button;
    };
    for (const Part part : kLeft)
        addWidget(make(part));
    m_announcement = new ElidedLabel(this);
    m_announcement->setTextInteractionFlags(Qt::NoTextInteraction); // it is spoken; Tab has nothing to do there
    m_announcement->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_announcement, 1);
    m_forget.setSingleShot(true);
    m_forget.setInterval(kAnnounceMs);
    connect(&m_forget, &QTimer::timeout, m_announcement, [this] { m_announcement->setWholeText({}); });
    for (const Part part : kRight)
        addPermanentWidget(make(part));
    setMinimumWidth(1);
    part(Part::ReadOnly)->setIcon(icon(Icon::Lock));
    clearParts();
}

void WindowStatusBar::clearParts()
{
    for (QToolButton *const button : m_parts)
        button->setText({});
    fit();
}

void WindowStatusBar::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

void WindowStatusBar::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void WindowStatusBar::fit()
{
    static constexpr Part kLeastImportant[] = {Part::Load, Part::Answer, Part::Interval, Part::Age, Part::Budget, Part::Selection};
    constexpr int kGap = spacing::kGroup;
    std::array<bool, std::tuple_size_v<decltype(m_parts)>> shown {};
    int wanted = 2 * spacing::kSection; // margins and the grip
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        shown[i] = !m_parts[i]->text().isEmpty();
        m_parts[i]->setFixedSize(roomFor(*m_parts[i]));
        wanted += shown[i] ? m_parts[i]->width() + kGap : 0;
    }
    for (const Part part : kLeastImportant) {
        const auto i = std::size_t(part);
        if (wanted > width() && shown[i]) {
            shown[i] = false;
            wanted -= m_parts[i]->width() + kGap;
        }
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i]->isHidden() == shown[i])
            m_parts[i]->setVisible(shown[i]);
    }
}

void WindowStatusBar::setPart(Part which, const QString &text, const QString &tip, const QString &spoken)
{
    QToolButton *const button = part(which);
    // "&" of a server's name is no mnemonic.
    QString shown = text;
    shown.replace(u'&', "&&"_L1);
    if (button->text() != shown)
        button->setText(shown);
    const QString name = spoken.isEmpty() ? text : spoken;
    if (button->accessibleName() != name)
        button->setAccessibleName(name);
    const QString html = "<p>"_L1 + tip.toHtmlEscaped() + "</p>"_L1;
    if (button->toolTip() != html)
        button->setToolTip(html);
}

void WindowStatusBar::update(const ConnectionStatus &status, const ServerProfile &profile, const StatusNumbers &numbers,
                             EpochNs now)
{
    const QLocale locale;
    QString product = tr("%1 %2").arg(status.product, status.version).trimmed();
    setPart(Part::State, tr("%1: %2").arg(profile.name, stateWords(status)),
            product.isEmpty() ? tr("Pause or resume updates.") : tr("%1. Press to pause or resume updates.").arg(product));
    const QString every = intervalText(status.intervalMs);
    setPart(Part::Interval, status.intervalReason.isEmpty() ? every : tr("%1 (slowed down)").arg(every),
            status.intervalReason.isEmpty() ? tr("How often the server is asked. Press to change.") : status.intervalReason,
            tr("Interval %1").arg(every));
    setPart(Part::Answer, status.answerMs < 0 ? QString() : tr("answer %1 ms").arg(locale.toString(status.answerMs)),
            tr("How long the server took for the last list."));
    setPart(Part::Age, status.lastAnswerAt == kNoTime ? QString() : tr("updated %1 ago").arg(ageText(now - status.lastAnswerAt)),
            tr("When the server last answered. Press to refresh now."));
    QString shown = tr("%1 of %2").arg(locale.toString(numbers.shown), locale.toString(numbers.total));
    if (numbers.scanning)
        shown = tr("%1, searching…").arg(shown);
    setPart(Part::Shown, shown, tr("Tasks shown, and tasks on the server. Press to go to the filter."),
            tr("%1 of %2 tasks shown").arg(locale.toString(numbers.shown), locale.toString(numbers.total)));
    QString selection;
    if (numbers.allMatching)
        selection = tr("all matching selected");
    else if (numbers.selected > 0)
        selection = tr("%1 selected").arg(locale.toString(numbers.selected));
    setPart(Part::Selection, selection, tr("Press to select nothing."));
    setPart(Part::ReadOnly, profile.readOnly ? tr("READ-ONLY") : QString(),
            tr("Nothing can be canceled on %1: the connection is read-only. Press to edit it.").arg(profile.name),
            tr("Read-only connection"));
    QString budget;
    if (status.budget)
        budget = tr("%1 of %2 requests left").arg(locale.toString(status.budget->remaining), locale.toString(status.budget->limit));
    setPart(Part::Budget, budget,
            status.budget ? tr("The server allows %1 requests in %2, for everybody who uses the account. Below a quarter of them it is asked less often.")
                                .arg(locale.toString(status.budget->limit), intervalText(int(status.budget->windowMs)))
                          : QString());
    setPart(Part::Load, tr("%1 req · %2").arg(locale.toString(status.requests),
                                              locale.formattedDataSize(status.bytesReceived, 1)),
            tr("Requests sent to the server and bytes received since the start."),
            tr("%1 requests, %2 received").arg(locale.toString(status.requests), locale.formattedDataSize(status.bytesReceived, 1)));
    fit();
}

void WindowStatusBar::announce(const QString &text)
{
    const qint64 nowMs = QDeadlineTimer::current().deadline();
    if (text == m_lastAnnounced && nowMs - m_lastAnnouncedMs < kAnnounceGapMs)
        return;
    m_lastAnnounced = text;
    m_lastAnnouncedMs = nowMs;
    m_announcement->setWholeText(text);
    m_forget.start();
    // Qt 6.4 has no announcement event: a changed name is what screen readers speak.
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace taskglass

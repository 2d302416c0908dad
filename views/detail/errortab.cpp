// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/errortab.h"

#include "models/table/format.h"
#include "views/detail/copytext.h"
#include "views/detail/errorcard.h"
#include "views/detail/jsonscanner.h"
#include "views/detail/linkbutton.h"
#include "views/detail/links.h"
#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

// Deeper chains are a server's fault; whoever wants them reads the Raw tab.
constexpr int kMostCauses = 20;

QPushButton *flatButton(Icon which, const QString &text)
{
    auto *button = new QPushButton(icon(which), text);
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return button;
}

QString textOf(const QByteArray &object, const QString &key)
{
    const auto literal = jsonMember(object, key);
    return literal && literal->startsWith('"') ? decodeJsonString(*literal) : QString();
}

} // namespace

QStringList causeChain(const QByteArray &raw)
{
    QStringList chain;
    std::optional<QByteArray> at = jsonMember(raw, u"error"_s);
    for (int i = 0; at && i < kMostCauses; ++i) {
        at = jsonMember(*at, u"caused_by"_s);
        if (!at)
            break;
        const QString type = textOf(*at, u"type"_s);
        const QString reason = textOf(*at, u"reason"_s);
        chain.append(type.isEmpty() ? reason : reason.isEmpty() ? type : QString(type + u": " + reason));
    }
    return chain;
}

ErrorTab::ErrorTab(QWidget *parent)
    : DetailTab(parent)
    , m_none(plainLabel(tr("This task has no error."), this))
    , m_message(plainLabel())
    , m_code(new CodeTag)
    , m_type(secondaryLabel())
    , m_documentation(flatButton(Icon::ExternalLink, tr("Open Documentation…")))
    , m_report(flatButton(Icon::Report, tr("Copy for a Bug Report")))
    , m_alike(flatButton(Icon::Filter, tr("Show Tasks with This Code")))
    , m_fold(new QToolButton)
    , m_causes(plainLabel())
    , m_seen(secondaryLabel())
    , m_first(new LinkButton)
{
    m_card = makeCard();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::kGroup, spacing::kGroup, spacing::kGroup, spacing::kGroup);
    column->addWidget(m_none);
    column->addWidget(m_card);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // everything in the card wraps
    scroll->setWidget(page);
    scroll->setAccessibleName(tr("Error"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(m_first, &LinkButton::clicked, this, [this] { emit taskActivated(m_history.first); });
    connect(m_documentation, &QPushButton::clicked, this, [this] {
        if (const auto url = safeLink(m_task.error ? m_task.error->link : QString()))
            confirmAndOpen(*url, this);
    });
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (!m_server)
            return;
        QGuiApplication::clipboard()->setText(taskAsBugReport(m_task, m_server->profile(), m_server->status()));
        emit noticed(tr("Copied a bug report without secrets"));
    });
    connect(m_alike, &QPushButton::clicked, this, [this] {
        QString code = m_task.error ? m_task.error->code : QString();
        code.remove(u'"');
        emit filterRequested(u"error:\"%1\""_s.arg(code));
    });
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_causes->setVisible(open);
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
}

QWidget *ErrorTab::makeCard()
{
    scaleFont(m_message, spacing::kMessageFont);
    m_message->setAccessibleName(tr("Error message"));
    m_code->setAccessibleName(tr("Error code"));
    m_type->setAccessibleName(tr("Error type"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_causes->setVisible(false);
    m_causes->setAccessibleName(tr("Causes"));
    auto *words = new QHBoxLayout;
    words->setSpacing(spacing::kGroup);
    words->addWidget(m_code);
    words->addWidget(m_type, 1);
    auto *seen = new QHBoxLayout;
    seen->setSpacing(spacing::kInside);
    seen->addWidget(m_seen);
    seen->addWidget(m_first);
    seen->addStretch(1);
    m_seen->setWordWrap(false);
    auto *card = new ErrorCard;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(spacing::kBar + spacing::kGroup + spacing::kInside, spacing::kGroup, spacing::kGroup, spacing::kGroup);
    column->setSpacing(spacing::kGroup);
    column->addWidget(m_message);
    column->addLayout(words);
    column->addLayout(seen);
    column->addWidget(m_fold, 0, Qt::AlignLeading);
    column->addWidget(m_causes);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    for (QPushButton *button : {m_documentation, m_report, m_alike})
        buttons->addWidget(button);
    column->addLayout(buttons);
    return card;
}

void ErrorTab::setTask(const Task &task, WatchedServer &server)
{
    const bool other = task.id != m_task.id;
    m_task = task;
    m_server = &server;
    m_card->setVisible(task.error.has_value());
    m_none->setVisible(!task.error);
    if (!task.error)
        return;
    const TaskError &error = *task.error;
    // Setting the same text again would drop a selection that somebody is about to copy.
    const auto set = [](QLabel *label, const QString &text) {
        if (label->text() != text)
            label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    set(m_message, error.message.isEmpty() ? tr("The server gave no message.") : error.message);
    set(m_code, error.code);
    set(m_type, error.type);
    const auto url = safeLink(error.link);
    m_documentation->setVisible(url.has_value());
    m_documentation->setToolTip(url ? plainToolTip(url->toString(QUrl::FullyEncoded)) : QString());
    m_alike->setVisible(!error.code.isEmpty());
    if (other)
        m_fold->setChecked(false);
    showCauses();
    showHistory(server);
}

void ErrorTab::showCauses()
{
    const QStringList chain = causeChain(m_task.raw);
    m_fold->setVisible(!chain.isEmpty());
    m_fold->setText(tr("%n cause(s)", nullptr, static_cast<int>(chain.size())));
    m_causes->setText(chain.join(u'\n'));
    m_causes->setVisible(!chain.isEmpty() && m_fold->isChecked());
}

void ErrorTab::showHistory(const WatchedServer &server)
{
    m_history = failureHistory(server.store(), m_task);
    const bool several = m_history.count > 1;
    m_first->setVisible(several && m_history.first != m_task.id);
    m_first->setPlainText(tr("First: task %1").arg(m_history.first));
    if (!several)
        m_seen->setText(tr("Seen once among the loaded tasks"));
    else
        m_seen->setText(tr("Seen %n time(s) since %1", nullptr, static_cast<int>(m_history.count))
                            .arg(formatTimestamp(m_history.firstAt, server.clock().now())));
}

} // namespace taskglass

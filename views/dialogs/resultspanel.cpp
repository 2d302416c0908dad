// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/resultspanel.h"

#include "models/table/format.h"
#include "views/dialogs/commandwords.h"
#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kListHeight = 140;

bool isOver(const CommandReport &report)
{
    return report.phase == CommandReport::Phase::Done || report.phase == CommandReport::Phase::Failed;
}

void setOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ResultCard::ResultCard(const QString &serverName, QWidget *parent)
    : QWidget(parent)
    , m_serverName(serverName)
    , m_sentence(plainLabel({}, this))
    , m_difference(plainLabel({}, this))
    , m_error(plainLabel({}, this))
    , m_fold(new QToolButton(this))
    , m_retry(new QPushButton(icon(Icon::Refresh), tr("Try These Again…"), this))
    , m_close(new QToolButton(this))
    , m_list(new QTreeWidget(this))
{
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setFocusPolicy(Qt::TabFocus);
    m_fold->setToolTip(tr("Show what became of each task"));
    m_fold->setAccessibleName(m_fold->toolTip());
    m_close->setIcon(icon(Icon::Clear));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setToolTip(tr("Close this result"));
    m_close->setAccessibleName(m_close->toolTip());
    m_retry->setAutoDefault(false);
    m_list->setHeaderLabels({tr("Task"), tr("What became of it")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Outcome of each task"));
    m_list->setFixedHeight(kListHeight);
    m_list->hide();
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing::kInside);
    top->addWidget(m_fold, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (QLabel *label : {m_sentence, m_difference, m_error})
        words->addWidget(label);
    top->addLayout(words, 1);
    top->addWidget(m_retry, 0, Qt::AlignTop);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kGroup, spacing::kInside, spacing::kGroup, spacing::kInside);
    column->addLayout(top);
    column->addWidget(m_list);

    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        if (open)
            fillList();
        m_list->setVisible(open);
    });
    connect(m_close, &QToolButton::clicked, this, &ResultCard::closeRequested);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        CommandDraft draft;
        draft.kind = m_report.command.kind;
        draft.ids = retryableIds(m_report);
        draft.requestsPerSecond = m_report.command.requestsPerSecond;
        draft.waitForEnd = m_report.command.waitForEnd;
        if (!draft.isEmpty())
            emit retryRequested(draft);
    });
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { emit taskActivated(item->data(0, Qt::UserRole).toString()); });
}

void ResultCard::setReport(const CommandReport &report)
{
    m_report = report;
    m_sentence->setText(reportText(report, m_serverName));
    setOrHide(m_difference, report.difference);
    QString error;
    if (report.error) {
        error = report.error->message;
        if (!report.error->serverMessage.isEmpty())
            error += u'\n' + tr("The server says: %1").arg(report.error->serverMessage);
    }
    setOrHide(m_error, error);
    m_retry->setVisible(!retryableIds(report).isEmpty());
    m_fold->setEnabled(!report.outcomes.isEmpty());
    if (m_list->isVisible())
        fillList();
}

void ResultCard::fillList()
{
    const TaskId current = m_list->currentItem() ? m_list->currentItem()->data(0, Qt::UserRole).toString() : QString();
    m_list->clear();
    // What needs somebody's eyes first; within that, as the server has them.
    QList<CommandOutcome> outcomes = m_report.outcomes;
    std::stable_sort(outcomes.begin(), outcomes.end(), [](const CommandOutcome &a, const CommandOutcome &b) { return a.kind > b.kind; });
    QList<QTreeWidgetItem *> items;
    items.reserve(outcomes.size());
    for (const CommandOutcome &outcome : outcomes) {
        auto *item = new QTreeWidgetItem({oneLine(outcome.id, 80), outcomeText(outcome)});
        item->setData(0, Qt::UserRole, outcome.id);
        item->setToolTip(1, plainToolTip(outcome.reason));
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    for (QTreeWidgetItem *item : items) {
        if (!current.isEmpty() && item->data(0, Qt::UserRole).toString() == current)
            m_list->setCurrentItem(item);
    }
}

ResultsPanel::ResultsPanel(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Results of commands"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

void ResultsPanel::follow(WatchedServer &server)
{
    if (m_followed.contains(&server))
        return;
    m_followed.append(&server);
    connect(&server, &WatchedServer::reportChanged, this, [this, server = &server](const CommandReport &report) { onReport(server, report); });
}

void ResultsPanel::onReport(WatchedServer *server, const CommandReport &report)
{
    QPointer<ResultCard> card = m_cards.value(report.command.id);
    if (!card && m_cards.contains(report.command.id))
        return; // closed by the user: later news of it is not wanted
    const bool wasOver = card && isOver(card->report());
    if (!card) {
        card = new ResultCard(server->profile().name, this);
        m_column->insertWidget(0, card);
        m_cards.insert(report.command.id, card);
        const QPointer<WatchedServer> guarded(server);
        connect(card, &ResultCard::retryRequested, this, [this, guarded](const CommandDraft &draft) {
            if (guarded)
                emit retryRequested(guarded, draft);
        });
        connect(card, &ResultCard::taskActivated, this, [this, guarded](const TaskId &id) {
            if (guarded)
                emit taskActivated(guarded, id);
        });
        connect(card, &ResultCard::closeRequested, this, [this, key = report.command.id] { close(key); });
    }
    card->setReport(report);
    card->show();
    show();
    if (isOver(report) && !wasOver)
        emit noticed(reportText(report, server->profile().name));
}

void ResultsPanel::close(const QString &key)
{
    if (const QPointer<ResultCard> card = m_cards.value(key)) {
        card->hide();
        card->deleteLater();
    }
    m_cards[key] = nullptr;
    setVisible(std::any_of(m_cards.cbegin(), m_cards.cend(), [](const QPointer<ResultCard> &card) { return !card.isNull(); }));
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/errortab.h"

#include "models/table/format.h"
#include "views/detail/copytext.h"
#include "views/detail/errorcard.h"
#include "views/detail/failureitems.h"
#include "views/detail/jsonscanner.h"
#include "views/detail/linkbutton.h"
#include "views/detail/links.h"
#include "views/style/flowlayout.h"
#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kItemsHeight = 160;
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

} // namespace

QStringList causeChain(const QByteArray &raw)
{
    const auto error = jsonMember(raw, u"error"_s);
    return error ? causesBelow(*error) : QStringList();
}

QStringList scriptStack(const QByteArray &raw)
{
    std::optional<QByteArray> at = jsonMember(raw, u"error"_s);
    for (int i = 0; at && i < kMostCauses; ++i) {
        if (const auto stack = jsonMember(*at, u"script_stack"_s)) {
            QStringList lines;
            for (const QJsonValue &line : QJsonDocument::fromJson(*stack).array())
                lines.append(line.toString());
            return lines;
        }
        at = jsonMember(*at, u"caused_by"_s);
    }
    return {};
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
    m_itemsBox = makeItems();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::kGroup, spacing::kGroup, spacing::kGroup, spacing::kGroup);
    column->addWidget(m_none);
    column->addWidget(m_card);
    column->addWidget(m_itemsBox, 1);
    column->addStretch(0);
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
    // What does not fit beside the other stands below it.
    auto *words = new FlowLayout(nullptr, spacing::kGroup);
    words->addWidget(m_code);
    words->addWidget(m_type);
    auto *seen = new FlowLayout(nullptr, spacing::kInside);
    seen->addWidget(m_seen);
    seen->addWidget(m_first);
    m_type->setWordWrap(false);
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

QWidget *ErrorTab::makeItems()
{
    auto *box = new QWidget;
    m_itemsCount = plainLabel({}, box);
    m_items = new FailureItemsModel(this);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_items);
    m_itemsTable = new QTableView(box);
    m_itemsTable->setModel(sorted);
    m_itemsTable->setSortingEnabled(true);
    m_itemsTable->sortByColumn(-1, Qt::AscendingOrder); // as the server sent them
    m_itemsTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_itemsTable->setShowGrid(false);
    m_itemsTable->setWordWrap(false);
    m_itemsTable->setTabKeyNavigation(false); // Tab leaves the table
    m_itemsTable->setMinimumHeight(kItemsHeight);
    m_itemsTable->setAccessibleName(tr("Items that failed"));
    m_itemsTable->verticalHeader()->hide();
    m_itemsTable->verticalHeader()->setDefaultSectionSize(m_itemsTable->fontMetrics().height() + 2 * spacing::kInside);
    m_itemsTable->horizontalHeader()->setSectionResizeMode(FailureItemsModel::Cause, QHeaderView::Stretch);
    m_itemsTable->horizontalHeader()->setStretchLastSection(false);
    m_itemsTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter); // as the cells are
    m_itemsTable->horizontalHeader()->setHighlightSections(false);
    QPushButton *copy = flatButton(Icon::Copy, tr("Copy All Items"));
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_items->asText());
        emit noticed(tr("Copied %Ln item(s)", nullptr, m_items->rowCount()));
    });
    auto *top = new QHBoxLayout;
    top->addWidget(m_itemsCount, 1);
    top->addWidget(copy);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, spacing::kGroup, 0, 0);
    column->setSpacing(spacing::kInside);
    column->addLayout(top);
    column->addWidget(m_itemsTable, 1);
    box->hide();
    return box;
}

void ErrorTab::setTask(const Task &task, WatchedServer &server)
{
    const bool otherTask = task.id != m_task.id;
    const bool other = otherTask || task.raw != m_task.raw;
    m_task = task;
    m_server = &server;
    m_card->setVisible(task.error.has_value());
    showItems(other);
    m_none->setVisible(!task.error && m_items->rowCount() == 0);
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
    if (otherTask)
        m_fold->setChecked(false);
    showCauses();
    showHistory(server);
}

void ErrorTab::showItems(bool other)
{
    if (other) { // ten thousand of them are not read again with every poll
        m_items->setItems(failureItems(m_task.raw));
        m_itemsCount->setText(tr("%Ln item(s) failed", nullptr, m_items->rowCount()));
        m_itemsTable->resizeColumnToContents(FailureItemsModel::Id);
    }
    m_itemsBox->setVisible(m_items->rowCount() > 0);
}

void ErrorTab::showCauses()
{
    QStringList lines = causeChain(m_task.raw);
    const QStringList stack = scriptStack(m_task.raw);
    m_fold->setVisible(!lines.isEmpty() || !stack.isEmpty());
    m_fold->setText(lines.isEmpty() ? tr("Where the script failed") : tr("%Ln cause(s)", nullptr, static_cast<int>(lines.size())));
    if (!stack.isEmpty()) {
        if (!lines.isEmpty())
            lines.append(QString());
        lines.append(tr("The script failed here:"));
        lines += stack;
    }
    const QString text = lines.join(u'\n');
    if (m_causes->text() != text)
        m_causes->setText(text);
    m_causes->setVisible(!text.isEmpty() && m_fold->isChecked());
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
        m_seen->setText(tr("Seen %Ln time(s) since %1", nullptr, static_cast<int>(m_history.count))
                            .arg(formatTimestamp(m_history.firstAt, server.clock().now())));
}

} // namespace taskglass

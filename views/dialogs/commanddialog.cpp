// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/commanddialog.h"

#include "models/table/format.h"
#include "views/dialogs/commandsummary.h"
#include "views/dialogs/commandwords.h"
#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"
#include "views/style/statuswords.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kWarningIcon = 32;
constexpr int kBriefWidth = 420;

} // namespace

bool CommandDialog::mayBeBrief(const WatchedServer &server, const CommandDraft &draft)
{
    return draft.kind == CommandKind::Cancel && draft.ids.size() == 1 && server.profile().environment != Environment::Production;
}

Ability CommandDialog::mayBeSent(const WatchedServer &server, const CommandDraft &draft)
{
    if (draft.isEmpty())
        return Ability::no(tr("No task is chosen. Without one, and without a filter, nothing is ever canceled or deleted."));
    if (server.profile().readOnly)
        return Ability::no(tr("The connection %1 is read-only.").arg(server.profile().name));
    const Capabilities &can = server.status().capabilities;
    const Ability &ability = abilityFor(can, draft.kind, draft.ids.isEmpty());
    if (!ability && ability.reason.isEmpty())
        return Ability::no(tr("This server has no such operation."));
    return ability;
}

int CommandDialog::nextToken()
{
    static int token = 0;
    return ++token;
}

CommandDialog::CommandDialog(WatchedServer &server, const CommandDraft &draft, bool brief, QWidget *parent)
    : QDialog(parent)
    , m_server(&server)
    , m_draft(draft)
    , m_heading(plainLabel({}, this))
    , m_stack(new QStackedWidget(this))
    , m_message(plainLabel())
    , m_busy(new QProgressBar)
    , m_retry(new QPushButton(icon(Icon::Refresh), tr("Try Again")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build(brief);
    connect(&server, &WatchedServer::previewReady, this, &CommandDialog::onPreview);
    connect(&server, &WatchedServer::previewFailed, this, &CommandDialog::onPreviewFailed);
    connect(&server, &WatchedServer::profileChanged, this, &CommandDialog::updateButtons);
    connect(&server, &WatchedServer::statusChanged, this, &CommandDialog::updateButtons);
    connect(&server, &QObject::destroyed, this, &QDialog::reject);
    ask();
}

CommandDialog::~CommandDialog() = default;

void CommandDialog::build(bool brief)
{
    setWindowTitle(titleText(m_draft.kind));
    QLayout *const top = headingRow();
    addWaitingPage();
    if (brief) {
        m_briefText = plainLabel();
        m_stack->addWidget(m_briefText);
        m_dontAsk = new QCheckBox(tr("&Don't ask again for single tasks"), this);
        m_dontAsk->setToolTip(tr("Single tasks that are not on production are then canceled after the time to undo, without this question."));
    } else {
        m_summary = new CommandSummary;
        m_stack->addWidget(m_summary);
        connect(m_summary, &CommandSummary::confirmedChanged, this, &CommandDialog::updateButtons);
    }
    addWaitTick();
    QWidget *const buttons = buttonRow();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    column->setSpacing(spacing::kGroup);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
    for (QCheckBox *const tick : {m_wait, m_dontAsk}) {
        if (tick)
            column->addWidget(tick);
    }
    column->addWidget(buttons);
    resize(brief ? QSize(460, 160) : QSize(640, 560));
}

QLayout *CommandDialog::headingRow()
{
    const ServerProfile &server = m_server->profile();
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(Icon::Warning).pixmap(QSize(kWarningIcon, kWarningIcon), devicePixelRatioF()));
    sign->setTextFormat(Qt::PlainText);
    scaleFont(m_heading, spacing::kTitleFont, true);
    QLabel *where = secondaryLabel({}, this);
    where->setWordWrap(false);
    where->setText(server.environment == Environment::Production ? tr("%1, PRODUCTION").arg(server.url.toDisplayString(QUrl::RemoveUserInfo))
                       : server.environment == Environment::Staging ? tr("%1, staging").arg(server.url.toDisplayString(QUrl::RemoveUserInfo))
                                                                    : server.url.toDisplayString(QUrl::RemoveUserInfo));
    where->setAccessibleName(tr("Server"));

    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_heading);
    titles->addWidget(where);
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing::kGroup);
    top->addWidget(sign, 0, Qt::AlignTop);
    top->addLayout(titles, 1);
    return top;
}

void CommandDialog::addWaitingPage()
{
    auto *waiting = new QWidget;
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(6);
    m_busy->setAccessibleName(tr("Waiting for the server"));
    m_retry->setAutoDefault(false);
    auto *waitingColumn = new QVBoxLayout(waiting);
    waitingColumn->setContentsMargins(0, 0, 0, 0);
    waitingColumn->addWidget(m_message);
    waitingColumn->addWidget(m_busy);
    waitingColumn->addWidget(m_retry, 0, Qt::AlignLeading);
    waitingColumn->addStretch(1);
    m_stack->addWidget(waiting);
}

void CommandDialog::addWaitTick()
{
    if (m_draft.kind != CommandKind::Cancel || !m_server->status().capabilities.waitsForEnd)
        return;
    m_wait = new QCheckBox(tr("&Wait until they have really stopped"), this);
    m_wait->setToolTip(tr("The server answers only when the tasks have ended, however long that takes."));
    m_wait->setChecked(m_draft.waitForEnd);
    // Asked again: the request that is shown is the one that will be sent.
    connect(m_wait, &QCheckBox::toggled, this, [this](bool wait) {
        m_draft.waitForEnd = wait;
        ask();
    });
}

QWidget *CommandDialog::buttonRow()
{
    auto *buttons = new QDialogButtonBox(this);
    m_keep = buttons->addButton(keepText(m_draft.kind), QDialogButtonBox::RejectRole);
    m_doIt = buttons->addButton(titleText(m_draft.kind), QDialogButtonBox::AcceptRole);
    m_doIt->setAutoDefault(false);
    m_doIt->setIcon(icon(m_draft.kind == CommandKind::Cancel ? Icon::Cancel : m_draft.kind == CommandKind::Delete ? Icon::Delete : Icon::Pulse));
    m_keep->setDefault(true);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_doIt, &QPushButton::clicked, this, &CommandDialog::confirm);
    connect(m_retry, &QPushButton::clicked, this, &CommandDialog::ask);
    return buttons;
}

void CommandDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_keep->setFocus(Qt::OtherFocusReason);
}

void CommandDialog::ask()
{
    m_preview.reset();
    if (!m_server)
        return;
    m_token = nextToken(); // an answer to an earlier question is dropped from here on
    // No number before the server said one.
    m_heading->setText(openingText(m_draft.kind, m_server->profile().name));
    m_doIt->setText(titleText(m_draft.kind));
    if (const Ability can = mayBeSent(*m_server, m_draft); !can) {
        showMessage(can.reason, false, false);
    } else {
        showMessage(tr("Asking %1 which tasks this would hit…").arg(m_server->profile().name), true, false);
        m_server->preview(m_token, m_draft);
    }
    updateButtons();
}

void CommandDialog::onPreview(int token, const CommandPreview &preview)
{
    if (token != m_token || !m_server)
        return;
    if (preview.count <= 0) {
        showMessage(tr("No task is left that this would hit."), false, true);
    } else if (!preview.command.isPinned() || preview.command.kind != m_draft.kind) {
        // Only what was shown may be sent; a command that is not tied to it is none.
        showMessage(tr("The server's answer cannot be tied to what it showed, so nothing will be sent."), false, true);
    } else {
        m_preview = preview;
        const Capabilities &can = m_server->status().capabilities;
        const QString means = meansText(preview, can);
        m_heading->setText(questionText(m_draft.kind, preview.count, m_server->profile().name));
        m_doIt->setText(doItText(m_draft.kind, preview.count));
        if (m_summary) {
            m_summary->setColumnTitles(can.columnTitles);
            m_summary->setPreview(preview, m_server->profile(), means, m_server->clock().now());
        }
        if (m_briefText) {
            const Task task = preview.tasks.value(0);
            const QString what = task.target.isEmpty() ? tr("Task %1: %2, %3.").arg(task.id, task.type, stateText(task.state, task.serverState))
                                                       : tr("Task %1: %2 on %3, %4.").arg(task.id, task.type, task.target, stateText(task.state, task.serverState));
            QStringList sentences {what};
            for (const QString &sentence : {preview.note, means}) {
                if (!sentence.isEmpty())
                    sentences.append(sentence);
            }
            m_briefText->setText(sentences.join(u'\n'));
            // A stack asks its pages for no height that depends on the width.
            m_briefText->setMinimumHeight(m_briefText->heightForWidth(std::max(m_stack->width(), kBriefWidth)));
        }
        m_stack->setCurrentIndex(1);
    }
    updateButtons();
}

void CommandDialog::onPreviewFailed(int token, const Error &error)
{
    if (token != m_token)
        return;
    QString sentence = tr("Nothing was sent. %1").arg(error.message);
    if (!error.serverMessage.isEmpty())
        sentence += u'\n' + tr("The server says: %1").arg(error.serverMessage);
    showMessage(sentence, false, true);
    updateButtons();
}

void CommandDialog::showMessage(const QString &sentence, bool busy, bool mayRetry)
{
    m_message->setText(sentence);
    m_busy->setVisible(busy);
    m_retry->setVisible(mayRetry);
    m_stack->setCurrentIndex(0);
}

void CommandDialog::updateButtons()
{
    // Asked again at every turn: the connection may have been made read-only while the question stood.
    const bool may = m_server && mayBeSent(*m_server, m_draft) && m_preview;
    m_doIt->setEnabled(may && (!m_summary || m_summary->isConfirmed()));
    if (m_dontAsk)
        m_dontAsk->setEnabled(may);
    if (m_wait)
        m_wait->setEnabled(may);
}

void CommandDialog::confirm()
{
    updateButtons();
    if (!m_doIt->isEnabled() || !m_preview)
        return;
    Command command = m_preview->command;
    if (m_summary)
        command.reason = m_summary->reason();
    m_preview.reset(); // once only
    if (m_dontAsk && m_dontAsk->isChecked())
        emit dontAskAgain();
    emit confirmed(command);
    accept();
}

} // namespace taskglass

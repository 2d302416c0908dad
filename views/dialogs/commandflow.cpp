// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/commandflow.h"

#include "views/detail/speedfacts.h"
#include "views/dialogs/commanddialog.h"
#include "views/dialogs/speed.h"
#include "views/dialogs/undobar.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

CommandFlow::CommandFlow(QWidget &window, UndoBar &bar, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_bar(bar)
{
}

void CommandFlow::begin(WatchedServer *server, const CommandDraft &draft)
{
    if (!server)
        return;
    m_quitWhenKnown = false; // whoever cancels something new wants to stay
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    const bool brief = CommandDialog::mayBeBrief(*server, draft);
    // What cannot be sent is said in the dialog, with the reason, whatever the preference.
    if (brief && !m_askForSingle && CommandDialog::mayBeSent(*server, draft))
        holdWithoutAsking(*server, draft);
    else
        ask(*server, draft, brief);
}

void CommandFlow::askForSpeed(WatchedServer *server, const QList<TaskId> &ids)
{
    if (!server || ids.isEmpty() || m_dialog || m_speed)
        return;
    const Slot slot = server->store().find(ids.first());
    const double now = slot == kNoSlot ? -1 : speedFacts(server->store().task(slot)).requestsPerSecond.value_or(-1);
    m_speed = new SpeedDialog(ids, now, &m_window);
    const QPointer<WatchedServer> guarded(server);
    connect(m_speed, &SpeedDialog::chosen, this, [this, guarded](const CommandDraft &draft) { begin(guarded, draft); });
    m_speed->open();
}

void CommandFlow::ask(WatchedServer &server, const CommandDraft &draft, bool brief)
{
    auto *dialog = new CommandDialog(server, draft, brief, &m_window);
    m_dialog = dialog;
    const QPointer<WatchedServer> guarded(&server);
    connect(dialog, &CommandDialog::confirmed, this, [this, guarded](const Command &command) {
        if (guarded)
            m_bar.hold(*guarded, command);
    });
    connect(dialog, &CommandDialog::dontAskAgain, this, [this] {
        m_askForSingle = false;
        emit askForSingleChanged(false);
    });
    dialog->open();
}

void CommandFlow::holdWithoutAsking(WatchedServer &server, const CommandDraft &draft)
{
    const int token = CommandDialog::nextToken();
    auto *once = new QObject(this); // goes with the first answer to this token
    const QPointer<WatchedServer> guarded(&server);
    connect(&server, &QObject::destroyed, once, &QObject::deleteLater);
    connect(&server, &WatchedServer::previewReady, once, [this, once, token, guarded, draft](int answered, const CommandPreview &preview) {
        if (answered != token || !guarded)
            return;
        disconnect(guarded, nullptr, once, nullptr); // now, not when it is deleted: an answer counts once
        once->deleteLater();
        // More than the one task, or nothing to hit: that is worth a question after all.
        if (preview.count == 1 && preview.command.isPinned() && preview.command.kind == draft.kind && CommandDialog::mayBeSent(*guarded, draft))
            m_bar.hold(*guarded, preview.command);
        else
            ask(*guarded, draft, true);
    });
    connect(&server, &WatchedServer::previewFailed, once, [this, once, token, guarded, draft](int answered, const Error &) {
        if (answered != token || !guarded)
            return;
        disconnect(guarded, nullptr, once, nullptr); // now, not when it is deleted: an answer counts once
        once->deleteLater();
        ask(*guarded, draft, true);
    });
    server.preview(token, draft);
}

void CommandFlow::follow(WatchedServer &server)
{
    m_servers.append(&server);
    connect(&server, &WatchedServer::reportChanged, this, [this] {
        // Not from within the news: quitting takes away whoever brings them.
        if (m_quitWhenKnown && unconfirmed() == 0 && m_bar.pending() == 0)
            QMetaObject::invokeMethod(this, &CommandFlow::proceedNow, Qt::QueuedConnection);
    });
}

int CommandFlow::unconfirmed() const
{
    using Phase = CommandReport::Phase;
    qsizetype open = 0;
    for (const QPointer<WatchedServer> &server : m_servers) {
        if (!server)
            continue;
        const QList<CommandReport> &reports = server->reports();
        open += std::count_if(reports.cbegin(), reports.cend(), [](const CommandReport &report) {
            return report.phase == Phase::Sending || report.phase == Phase::Accepted;
        });
    }
    return static_cast<int>(open);
}

bool CommandFlow::mayQuit(const std::function<void()> &proceed)
{
    const int pending = m_bar.pending();
    if (m_quitAnyway || (pending == 0 && unconfirmed() == 0))
        return true;
    m_proceed = proceed;
    if (m_quit)
        m_quit->raise();
    else if (pending > 0)
        askAboutUnsent(pending);
    else
        askAboutUnconfirmed(unconfirmed());
    return false;
}

void CommandFlow::proceedNow()
{
    m_quitWhenKnown = false;
    if (m_proceed)
        m_proceed();
}

void CommandFlow::quitWhenKnown()
{
    if (unconfirmed() == 0) {
        proceedNow();
        return;
    }
    m_quitWhenKnown = true;
    emit noticed(tr("The window closes when the server has confirmed what was sent."));
}

QMessageBox *CommandFlow::newQuitBox(const QString &name, const QString &title)
{
    auto *const box = new QMessageBox(&m_window);
    m_quit = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(name);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(title);
    QPushButton *const stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    return box;
}

void CommandFlow::askAboutUnsent(int count)
{
    QMessageBox *const box = newQuitBox(u"pendingAtQuit"_s, tr("Not Sent Yet"));
    box->setText(tr("%Ln command(s) have not been sent yet.", nullptr, count));
    box->setInformativeText(tr("Send now, or discard and leave the tasks as they are?"));
    const QPushButton *const send = box->addButton(tr("Send Now"), QMessageBox::AcceptRole);
    const QPushButton *const discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, send, discard](const QAbstractButton *clicked) {
        m_quit = nullptr;
        if (clicked == send) {
            m_bar.sendAll();
            quitWhenKnown(); // a request that quitting would cut off was not sent
        } else if (clicked == discard) {
            m_bar.discardAll();
            proceedNow();
        }
    });
    box->open();
}

void CommandFlow::askAboutUnconfirmed(int count)
{
    QMessageBox *const box = newQuitBox(u"unconfirmedAtQuit"_s, tr("Not Confirmed Yet"));
    box->setText(tr("%Ln command(s) were sent, and what became of them is not known yet.", nullptr, count));
    box->setInformativeText(tr("The server goes on with what it has accepted, but nobody would see the result here."));
    const QPushButton *const wait = box->addButton(tr("Quit When Known"), QMessageBox::AcceptRole);
    const QPushButton *const now = box->addButton(tr("Quit Now"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, wait, now](const QAbstractButton *clicked) {
        m_quit = nullptr;
        if (clicked == wait) {
            quitWhenKnown();
        } else if (clicked == now) {
            m_quitAnyway = true;
            proceedNow();
            m_quitAnyway = false;
        }
    });
    box->open();
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/commandflow.h"

#include "views/dialogs/commanddialog.h"
#include "views/dialogs/undobar.h"

#include <QMessageBox>
#include <QPushButton>

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

bool CommandFlow::mayQuit(const std::function<void()> &proceed)
{
    const int pending = m_bar.pending();
    if (pending == 0)
        return true;
    if (m_quit) {
        m_quit->raise();
        return false;
    }
    auto *box = new QMessageBox(&m_window);
    m_quit = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("pendingAtQuit"));
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Not Sent Yet"));
    box->setText(tr("%n command(s) have not been sent yet.", nullptr, pending));
    box->setInformativeText(tr("Send now, or discard and leave the tasks as they are?"));
    QPushButton *send = box->addButton(tr("Send Now"), QMessageBox::AcceptRole);
    QPushButton *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, send, discard, proceed](QAbstractButton *clicked) {
        if (clicked == send)
            m_bar.sendAll();
        else if (clicked == discard)
            m_bar.discardAll();
        else
            return;
        proceed();
    });
    box->open();
    return false;
}

} // namespace taskglass

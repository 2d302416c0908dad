// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/windowdialogs.h"

#include "models/store/watchedserver.h"
#include "views/addserver/addserverdialog.h"
#include "views/filterbar/filterhelp.h"
#include "views/style/icons.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Shows \a dialog, or brings the one that is open already to the front.
bool raiseOpen(QWidget *dialog)
{
    if (!dialog)
        return false;
    dialog->raise();
    dialog->activateWindow();
    return true;
}

} // namespace

WindowDialogs::WindowDialogs(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

AddServerDialog *WindowDialogs::newServerDialog(const QStringList &takenNames)
{
    auto *const dialog = new AddServerDialog(takenNames, &m_window);
    m_serverDialog = dialog;
    connect(dialog, &AddServerDialog::testRequested, this, &WindowDialogs::testServerRequested);
    return dialog;
}

void WindowDialogs::openAddServer(const QStringList &takenNames)
{
    if (raiseOpen(m_serverDialog))
        return;
    AddServerDialog *const dialog = newServerDialog(takenNames);
    connect(dialog, &AddServerDialog::confirmed, this, &WindowDialogs::addServerRequested);
    dialog->open();
}

void WindowDialogs::openEditServer(WatchedServer *server, const QStringList &takenNames)
{
    if (!server || raiseOpen(m_serverDialog))
        return;
    AddServerDialog *const dialog = newServerDialog(takenNames);
    dialog->setProfile(server->profile());
    const QPointer<WatchedServer> watched(server);
    connect(dialog, &AddServerDialog::confirmed, this,
            [this, watched](const ServerProfile &profile, const Credentials &credentials) {
                if (watched)
                    emit editServerRequested(watched, profile, credentials);
            });
    dialog->open();
}

void WindowDialogs::askToRemove(WatchedServer *server)
{
    if (!server)
        return;
    auto *const box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Remove Server"));
    box->setText(tr("Stop watching %1 and forget its address?").arg(server->profile().name));
    box->setInformativeText(tr("Nothing changes on the server."));
    QAbstractButton *const remove = box->addButton(tr("Remove Server"), QMessageBox::DestructiveRole);
    QPushButton *const keep = box->addButton(tr("Keep Watching"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    const QPointer<WatchedServer> watched(server);
    connect(box, &QMessageBox::buttonClicked, this, [this, watched, remove](const QAbstractButton *button) {
        if (button == remove && watched)
            emit removeServerRequested(watched);
    });
    box->open();
}

void WindowDialogs::openFilterHelp()
{
    if (raiseOpen(m_help))
        return;
    auto *const help = new FilterHelp(&m_window);
    m_help = help;
    connect(help, &FilterHelp::exampleChosen, this, &WindowDialogs::exampleChosen);
    help->show();
}

void WindowDialogs::openCancel(WatchedServer *, const CommandDraft &) { }
void WindowDialogs::openShortcuts(const Actions &) { }

void WindowDialogs::openAbout()
{
    auto *const box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Taskglass"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), m_window.devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Taskglass %1").arg(QStringLiteral(TASKGLASS_VERSION)));
    box->setInformativeText(tr("Watches task queues, explains failures and cancels safely.\n"
                               "Free software under the GNU General Public License, version 3 or later."));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

void WindowDialogs::showTestResult(int token, bool ok, const QStringList &sentences)
{
    if (m_serverDialog)
        m_serverDialog->showTestResult(token, ok, sentences);
}

void WindowDialogs::showTestCertificate(int token, const Error &error)
{
    if (m_serverDialog)
        m_serverDialog->showTestCertificate(token, error);
}

} // namespace taskglass

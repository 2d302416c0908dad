// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/windowdialogs.h"

#include "models/store/watchedserver.h"
#include "views/actions.h"
#include "views/addserver/addserverdialog.h"
#include "views/dialogs/aboutdialog.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/dialogs/shortcutoverlay.h"
#include "views/filterbar/filterhelp.h"

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

/// The menu under which an action is found.
QString sectionOf(ActionId id)
{
    if (id <= ActionId::Quit)
        return WindowDialogs::tr("File");
    if (id <= ActionId::EditPreferences)
        return WindowDialogs::tr("Edit and filter");
    if (id <= ActionId::DetailTab6)
        return WindowDialogs::tr("View");
    if (id <= ActionId::GoToId)
        return WindowDialogs::tr("Tasks");
    if (id <= ActionId::Retry)
        return WindowDialogs::tr("Server");
    return WindowDialogs::tr("Help");
}

QString plainText(const QAction &action)
{
    QString text = action.text();
    return text.remove(u'&');
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
    dialog->setInterval(m_intervalMs);
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

void WindowDialogs::openShortcuts(const Actions &actions)
{
    if (raiseOpen(m_shortcuts))
        return;
    QList<ShortcutLine> lines;
    for (const ActionSpec &spec : actionSpecs()) {
        const QAction *const action = actions[spec.id];
        if (!action->shortcuts().isEmpty())
            lines.append({sectionOf(spec.id), plainText(*action), action->shortcuts()});
    }
    lines.append({sectionOf(ActionId::Find), tr("Filter bar, from the table"), {QKeySequence(Qt::Key_Slash)}});
    lines.append({sectionOf(ActionId::Find), tr("Undo a held cancel, leave the filter, clear it, clear the selection"),
                  {QKeySequence(Qt::Key_Escape)}});
    lines.append({sectionOf(ActionId::Shortcuts), tr("This sheet, from the table"), {QKeySequence(Qt::Key_Question)}});
    auto *const overlay = new ShortcutOverlay(lines, &m_window);
    m_shortcuts = overlay;
    overlay->open();
}

void WindowDialogs::openPreferences(const Preferences &preferences, const QStringList &languages)
{
    if (raiseOpen(m_preferences))
        return;
    auto *const dialog = new PreferencesDialog(preferences, languages, &m_window);
    m_preferences = dialog;
    connect(dialog, &PreferencesDialog::chosen, this, &WindowDialogs::preferencesChosen);
    dialog->open();
}

void WindowDialogs::openAbout() { (new AboutDialog(&m_window))->open(); }

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

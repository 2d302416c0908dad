// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/watchedserver.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace taskglass {

class CommandSummary;

/// Asks whether a command is really meant: one task, a selection or everything that matches, to cancel or to delete. It
/// asks the server what would be hit and shows that; the command that leaves here is the one that the preview pinned. The
/// safe button has the focus, and Esc keeps everything running. Open it with open(); it deletes itself.
class CommandDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks for the preview at once. \a brief: the one-line form for a single task, see mayBeBrief().
    CommandDialog(WatchedServer &server, const CommandDraft &draft, bool brief, QWidget *parent);
    ~CommandDialog() override;

    /// Canceling one task that is not on production.
    [[nodiscard]] static bool mayBeBrief(const WatchedServer &server, const CommandDraft &draft);
    /// Why such a command cannot be sent at all: nothing pointed at, read-only, or not a thing this server does.
    [[nodiscard]] static Ability mayBeSent(const WatchedServer &server, const CommandDraft &draft);
    /// A number for the next preview; never the same twice in one run.
    [[nodiscard]] static int nextToken();

signals:
    /// The user said yes. Sent once, and only for a command that a preview has pinned.
    void confirmed(const taskglass::Command &command);
    /// "Don't ask again for single tasks" was ticked when the user said yes.
    void dontAskAgain();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build(bool brief);
    [[nodiscard]] QLayout *headingRow();
    void addWaitingPage();
    void addWaitTick();
    [[nodiscard]] QWidget *buttonRow();
    void ask();
    void onPreview(int token, const CommandPreview &preview);
    void onPreviewFailed(int token, const Error &error);
    void showMessage(const QString &sentence, bool busy, bool mayRetry);
    void updateButtons();
    void confirm();

    QPointer<WatchedServer> m_server;
    CommandDraft m_draft;
    int m_token = 0;
    std::optional<CommandPreview> m_preview;

    QLabel *m_heading;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QProgressBar *m_busy;
    QPushButton *m_retry;
    CommandSummary *m_summary = nullptr; ///< Null in the brief form.
    QLabel *m_briefText = nullptr;
    QCheckBox *m_dontAsk = nullptr;
    QCheckBox *m_wait = nullptr;         ///< Null where the server cannot wait.
    QPushButton *m_keep;
    QPushButton *m_doIt;
};

} // namespace taskglass

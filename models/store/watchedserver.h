// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/connectionstatus.h"
#include "models/domain/serverprofile.h"
#include "models/store/taskstore.h"

#include <QObject>
#include <QSet>

namespace taskglass {

/// All that a window knows of one server, and all that it may ask of it. Views link models only: what they ask leaves as
/// a signal that the composition root connects to the client, what the client learns comes in through the slots below.
class WatchedServer : public QObject
{
    Q_OBJECT

public:
    WatchedServer(ServerProfile profile, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const ServerProfile &profile() const { return m_profile; }
    void setProfile(const ServerProfile &profile);
    [[nodiscard]] const ConnectionStatus &status() const { return m_status; }
    [[nodiscard]] TaskStore &store() { return m_store; }
    [[nodiscard]] const TaskStore &store() const { return m_store; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Reports of commands sent in this session, oldest first.
    [[nodiscard]] const QList<CommandReport> &reports() const { return m_reports; }
    /// Failed tasks that arrived since the user last looked at failures here; 0 after markFailuresSeen().
    [[nodiscard]] int newFailures() const { return m_newFailures; }
    void markFailuresSeen();
    /// Our clock corrected by what is known of the server's: "now" for everything compared with a server's stamps.
    [[nodiscard]] EpochNs serverNow() const;

    /// \name What the window asks for
    /// @{
    void refresh() { emit refreshRequested(); }
    void setPaused(bool paused) { emit pauseRequested(paused); }
    void setInterval(int ms) { emit intervalRequested(ms); }
    void loadOlder(int tasks) { emit loadOlderRequested(tasks); } ///< That many more; 0: all.
    void stopLoading() { emit stopLoadingRequested(); }
    void retry() { emit retryRequested(); }                       ///< After Refused or while Failing.
    void trustCertificate(const QString &fingerprint) { emit trustRequested(fingerprint); }
    void fetchTask(const TaskId &id) { emit taskRequested(id); }  ///< One task's newest state (and that of its batch).
    void fetchBatch(const QString &id) { emit batchRequested(id); }
    /// Asks the server what a command would hit. Answered by previewReady() or previewFailed() with the same \a token.
    void preview(int token, const CommandDraft &draft) { emit previewRequested(token, draft); }
    void send(const Command &command) { emit commandRequested(command); }
    void fetchLink(const TaskLink &link) { emit linkRequested(link); } ///< Answered by linkFetched().
    void search(const TaskFilter &filter) { emit searchRequested(filter); } ///< "Search the server's older tasks".
    /// @}

public slots:
    void setStatus(const taskglass::ConnectionStatus &status);
    void applyUpdate(const taskglass::TaskUpdate &update);
    void setReport(const taskglass::CommandReport &report);
    void deliverPreview(int token, const taskglass::CommandPreview &preview) { emit previewReady(token, preview); }
    void deliverLink(const taskglass::TaskLink &link, const QByteArray &body, const std::optional<taskglass::Error> &error)
    {
        emit linkFetched(link, body, error);
    }
    void deliverPreviewError(int token, const taskglass::Error &error) { emit previewFailed(token, error); }

signals:
    void profileChanged();
    void statusChanged(const taskglass::ConnectionStatus &status);
    void reportChanged(const taskglass::CommandReport &report);
    void newFailuresChanged(int count);
    void previewReady(int token, const taskglass::CommandPreview &preview);
    void previewFailed(int token, const taskglass::Error &error);

    /// \a body is JSON, and empty when \a error says why.
    void linkFetched(const taskglass::TaskLink &link, const QByteArray &body, const std::optional<taskglass::Error> &error);

    void refreshRequested();
    void pauseRequested(bool paused);
    void intervalRequested(int ms);
    void loadOlderRequested(int tasks);
    void stopLoadingRequested();
    void retryRequested();
    void trustRequested(const QString &fingerprint);
    void taskRequested(const taskglass::TaskId &id);
    void batchRequested(const QString &id);
    void previewRequested(int token, const taskglass::CommandDraft &draft);
    void commandRequested(const taskglass::Command &command);
    void linkRequested(const taskglass::TaskLink &link);
    void searchRequested(const taskglass::TaskFilter &filter);

private:
    void countNewFailures(const StoreDiff &diff);
    void setNewFailures(int count);

    ServerProfile m_profile;
    const Clock &m_clock;
    ConnectionStatus m_status;
    TaskStore m_store;
    QList<CommandReport> m_reports;
    int m_newFailures = 0;
    EpochNs m_failuresSeenAt = kNoTime; ///< By our clock.
    QSet<Slot> m_countedFailures;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/command.h"
#include "models/domain/connectionstatus.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace taskglass {

class Detection;

/// Watches one server: all I/O, timing, authentication, redirects, TLS and rate limits, once for every kind of server.
/// What to ask and what the answers mean is the Protocol's. Lives on the GUI thread; pages are decoded on a worker.
/// Commands to a read-only profile are refused here, in the core, whatever the views do.
class PollingClient : public QObject
{
    Q_OBJECT

public:
    /// How to find out what answers: the program's detect(), or a test's own.
    using Detector = std::function<std::unique_ptr<Detection>(ServerKind)>;

    PollingClient(ServerProfile profile, Credentials credentials, const Clock &clock, QObject *parent = nullptr);
    PollingClient(ServerProfile profile, Credentials credentials, const Clock &clock, Detector detector, QObject *parent = nullptr);
    ~PollingClient() override;

    [[nodiscard]] const ConnectionStatus &status() const;
    [[nodiscard]] const ServerProfile &profile() const;
    /// Reconnects when URL, kind, TLS or credentials differ; answers to older requests are dropped.
    void setProfile(const ServerProfile &profile, const Credentials &credentials);

public slots:
    void start();
    /// Aborts everything under way; statusChanged(Idle).
    void stop();
    void refresh();
    void setPaused(bool paused);          ///< Paused sends nothing at all.
    void setInterval(int ms);
    void setHidden(bool hidden);          ///< The window cannot be seen: polls slow down.
    void loadOlder(int tasks);            ///< That many more; 0: all there are.
    void stopLoading();
    void retry();
    void trustCertificate(const QString &fingerprint);
    void fetchTask(const taskglass::TaskId &id);
    void fetchBatch(const QString &id);
    void search(const taskglass::TaskFilter &filter);
    /// Answered by linkFetched(). Links to another origin are never asked: Error::Redirected.
    void fetchLink(const taskglass::TaskLink &link);
    void preview(int token, const taskglass::CommandDraft &draft);
    void send(const taskglass::Command &command);

signals:
    void statusChanged(const taskglass::ConnectionStatus &status);
    void updated(const taskglass::TaskUpdate &update);
    /// fetchTask() is over: what it found came through updated() before; \a error says why there is nothing.
    void taskFetched(const taskglass::TaskId &id, const std::optional<taskglass::Error> &error);
    /// search() is over: what it found came through updated() before.
    void searchEnded(const std::optional<taskglass::Error> &error);
    /// fetchLink() is over: \a body is JSON, and empty when \a error says why.
    void linkFetched(const taskglass::TaskLink &link, const QByteArray &body, const std::optional<taskglass::Error> &error);
    /// These tasks' cancel was accepted by the server at \a at, or turned out not to have taken.
    void cancelAccepted(const QList<taskglass::TaskId> &ids, taskglass::EpochNs at);
    void cancelEnded(const QList<taskglass::TaskId> &ids);
    void previewReady(int token, const taskglass::CommandPreview &preview);
    void previewFailed(int token, const taskglass::Error &error);
    void reportChanged(const taskglass::CommandReport &report);
    /// A request was sent or answered, as one line without secrets: for --verbose and the audit file.
    void logged(const QString &line);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/pollingclient.h"
#include "models/store/watchedserver.h"

#include <QHash>
#include <QObject>

namespace taskglass {

class AuditLog;

/// One server under watch: what is known of it (WatchedServer, which windows see) and who asks it (PollingClient), with
/// every wire between the two. Commands pass through the audit file: what cannot be written down is not sent.
class ServerSession : public QObject
{
    Q_OBJECT

public:
    /// \a clock and \a audit must outlive the session.
    ServerSession(const ServerProfile &profile, const Credentials &credentials, const Clock &clock, AuditLog &audit,
                  QObject *parent = nullptr);

    [[nodiscard]] WatchedServer &server() { return m_server; }
    [[nodiscard]] const WatchedServer &server() const { return m_server; }
    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }

    void start() { m_client.start(); }
    void stop() { m_client.stop(); }
    void setHidden(bool hidden) { m_client.setHidden(hidden); }
    /// Edited by the user: both sides learn of it.
    void setProfile(const ServerProfile &profile, const Credentials &credentials);

signals:
    /// A request was sent or answered, as a line without secrets.
    void logged(const QString &line);
    /// The user trusted a certificate: the settings should remember the profile.
    void profileEdited(const taskglass::ServerProfile &profile);
    /// See PollingClient: nothing more comes for this fetch, or search.
    void taskFetched(const taskglass::TaskId &id, const std::optional<taskglass::Error> &error);
    void searchEnded(const std::optional<taskglass::Error> &error);
    /// A sentence to show: an answer could not be written to the audit file.
    void warned(const QString &sentence);

private:
    void connectRequests();
    void connectAnswers();
    void send(const Command &command);
    void takeReport(const CommandReport &report);
    void trust(const QString &fingerprint);

    Credentials m_credentials;
    const Clock &m_clock;
    AuditLog &m_audit;
    WatchedServer m_server;
    PollingClient m_client;
    QHash<QString, QString> m_requests; ///< cURL text by command id, from previews that have not been sent yet.
    QHash<QString, CommandReport::Phase> m_phases; ///< Last audited phase by command id.
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/serversession.h"

#include "app/session/auditlog.h"

namespace taskglass {

ServerSession::ServerSession(const ServerProfile &profile, const Credentials &credentials, const Clock &clock,
                             AuditLog &audit, QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
    , m_clock(clock)
    , m_audit(audit)
    , m_server(profile, clock)
    , m_client(profile, credentials, clock)
{
    connectRequests();
    connectAnswers();
}

void ServerSession::connectRequests()
{
    connect(&m_server, &WatchedServer::refreshRequested, &m_client, &PollingClient::refresh);
    connect(&m_server, &WatchedServer::pauseRequested, &m_client, &PollingClient::setPaused);
    connect(&m_server, &WatchedServer::intervalRequested, &m_client, &PollingClient::setInterval);
    connect(&m_server, &WatchedServer::loadOlderRequested, &m_client, &PollingClient::loadOlder);
    connect(&m_server, &WatchedServer::stopLoadingRequested, &m_client, &PollingClient::stopLoading);
    connect(&m_server, &WatchedServer::retryRequested, &m_client, &PollingClient::retry);
    connect(&m_server, &WatchedServer::trustRequested, this, &ServerSession::trust);
    connect(&m_server, &WatchedServer::taskRequested, &m_client, &PollingClient::fetchTask);
    connect(&m_server, &WatchedServer::batchRequested, &m_client, &PollingClient::fetchBatch);
    connect(&m_server, &WatchedServer::searchRequested, &m_client, &PollingClient::search);
    connect(&m_server, &WatchedServer::linkRequested, &m_client, &PollingClient::fetchLink);
    connect(&m_server, &WatchedServer::previewRequested, &m_client, &PollingClient::preview);
    connect(&m_server, &WatchedServer::commandRequested, this, &ServerSession::send);
}

void ServerSession::connectAnswers()
{
    TaskStore &store = m_server.store();
    connect(&m_client, &PollingClient::statusChanged, &m_server, &WatchedServer::setStatus);
    connect(&m_client, &PollingClient::updated, &m_server, &WatchedServer::applyUpdate);
    connect(&m_client, &PollingClient::cancelAccepted, &store, &TaskStore::markCancelRequested);
    connect(&m_client, &PollingClient::cancelEnded, &store, &TaskStore::clearCancelRequested);
    connect(&m_client, &PollingClient::previewReady, this, [this](int token, const CommandPreview &preview) {
        m_requests.insert(preview.command.id, preview.curl);
        m_server.deliverPreview(token, preview);
    });
    connect(&m_client, &PollingClient::previewFailed, &m_server, &WatchedServer::deliverPreviewError);
    connect(&m_client, &PollingClient::reportChanged, this, &ServerSession::takeReport);
    connect(&m_client, &PollingClient::taskFetched, this, &ServerSession::taskFetched);
    connect(&m_client, &PollingClient::linkFetched, &m_server, &WatchedServer::deliverLink);
    connect(&m_client, &PollingClient::searchEnded, this, &ServerSession::searchEnded);
    connect(&m_client, &PollingClient::logged, this, &ServerSession::logged);
}

void ServerSession::setProfile(const ServerProfile &profile, const Credentials &credentials)
{
    m_credentials = credentials;
    m_server.setProfile(profile);
    m_client.setProfile(profile, credentials);
}

void ServerSession::trust(const QString &fingerprint)
{
    ServerProfile profile = m_server.profile();
    profile.trustedFingerprint = fingerprint;
    m_server.setProfile(profile);
    m_client.trustCertificate(fingerprint);
    emit profileEdited(profile);
}

void ServerSession::send(const Command &command)
{
    const QString request = m_requests.take(command.id);
    // The client refuses read-only connections and unpinned commands; those never reach the wire, so nothing was "sent".
    if (!m_server.profile().readOnly && command.isPinned()) {
        if (const std::optional<Error> error = m_audit.appendSent(m_server.profile(), command, request)) {
            CommandReport report;
            report.command = command;
            report.phase = CommandReport::Phase::Failed;
            report.error = error;
            report.doneAt = m_clock.now();
            m_server.setReport(report);
            return;
        }
    }
    m_client.send(command);
}

void ServerSession::takeReport(const CommandReport &report)
{
    // Outcomes tick in one by one; the file gets a line for each phase, not for each tick.
    const auto known = m_phases.constFind(report.command.id);
    const bool newPhase = known == m_phases.constEnd() || *known != report.phase;
    if (newPhase && report.phase != CommandReport::Phase::Sending) {
        m_phases.insert(report.command.id, report.phase);
        if (const std::optional<Error> error = m_audit.appendReport(m_server.profile(), report))
            emit warned(error->message);
    }
    m_server.setReport(report);
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pollingclient_p.h"

namespace taskglass {

using Phase = ConnectionStatus::Phase;

namespace {

/// Whether what was agreed with the server so far holds no more.
bool needsReconnect(const ServerProfile &a, const ServerProfile &b)
{
    return a.url != b.url || a.kind != b.kind || a.trustedFingerprint != b.trustedFingerprint || a.caFile != b.caFile
            || a.clientCertFile != b.clientCertFile || a.clientKeyFile != b.clientKeyFile || a.proxy != b.proxy;
}

} // namespace

PollingClient::Private::Private(PollingClient &client, ServerProfile aProfile, Credentials someCredentials, const Clock &aClock,
                                Detector aDetector)
    : q(client), profile(std::move(aProfile)), credentials(std::move(someCredentials)), clock(aClock), detector(std::move(aDetector)),
      transport(aClock),
      orders([this](Conversation &conversation) {
                 return drive(conversation, [this] {
                     const Detected *server = connection ? connection->detected() : nullptr;
                     return server ? server->protocol->authHeaders(credentials) : HttpHeaders();
                 });
             }, aClock)
{
    wish.intervalMs = profile.intervalMs;
    status.intervalMs = profile.intervalMs;
    transport.configure(profile);
    wire();
}

PollingClient::PollingClient(ServerProfile profile, Credentials credentials, const Clock &clock, Detector detector, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(profile), std::move(credentials), clock, std::move(detector)))
{
}

PollingClient::~PollingClient()
{
    blockSignals(true); // nobody is told that half of it is gone already
    d->dropConnection();
}

const ConnectionStatus &PollingClient::status() const
{
    return d->status;
}

const ServerProfile &PollingClient::profile() const
{
    return d->profile;
}

void PollingClient::setProfile(const ServerProfile &profile, const Credentials &credentials)
{
    const bool elsewhere = profile.url != d->profile.url || profile.kind != d->profile.kind;
    const bool reconnect = needsReconnect(profile, d->profile) || credentials != d->credentials;
    if (profile.intervalMs != d->profile.intervalMs)
        d->wish.intervalMs = profile.intervalMs;
    const bool otherDeadline = profile.timeoutMs != d->profile.timeoutMs;
    d->profile = profile;
    d->credentials = credentials;
    if (!reconnect) {
        if (otherDeadline)
            d->transport.configure(profile);
        d->orders.setConnection(d->connection && d->connection->detected() ? d->connection->detected()->protocol : nullptr, profile);
        d->arm();
        return;
    }
    d->dropConnection();
    d->transport.configure(profile);
    if (elsewhere && d->rowsTold) {
        // Not one moment under the new name.
        d->rowsTold = false;
        d->resetWanted = false;
        TaskUpdate forget;
        forget.reset = true;
        forget.receivedAt = d->clock.now();
        emit updated(forget);
    }
    if (d->started)
        d->connectAnew();
}

void PollingClient::start()
{
    if (d->started)
        return;
    d->started = true;
    d->connectAnew();
}

void PollingClient::stop()
{
    d->started = false;
    d->dropConnection();
    d->pollTimer.stop();
    d->status.error.reset();
    d->setPhase(Phase::Idle);
    d->tellStatus();
}

void PollingClient::refresh()
{
    if (!d->started || d->wish.paused)
        return;
    if (d->connection && d->connection->inRound()) {
        d->refreshWanted = true;
        return;
    }
    d->state = askedNow(d->state);
    d->arm();
}

void PollingClient::retry()
{
    refresh();
}

void PollingClient::setPaused(bool paused)
{
    if (paused == d->wish.paused)
        return;
    d->wish.paused = paused;
    d->orders.setPaused(paused);
    if (d->connection)
        d->connection->hold(paused);
    if (!d->started)
        return;
    if (paused) {
        d->pollTimer.stop();
        d->setPhase(Phase::Paused);
        d->arm();
        return;
    }
    d->afterGap = true;
    d->state = askedNow(d->state);
    d->setPhase(d->status.error ? Phase::Failing : d->status.lastAnswerAt == kNoTime ? Phase::Connecting : Phase::Live);
    if (!d->connection || !d->connection->inRound())
        d->arm();
}

void PollingClient::setInterval(int ms)
{
    d->wish.intervalMs = ms;
    d->arm();
}

void PollingClient::setHidden(bool hidden)
{
    d->wish.hidden = hidden;
    d->arm();
}

void PollingClient::loadOlder(int tasks)
{
    if (!d->connection || !d->connection->sync()) {
        d->olderWanted = tasks;
        return;
    }
    d->connection->sync()->loadOlder(tasks);
    d->connection->pump();
    d->noteProgress();
}

void PollingClient::stopLoading()
{
    d->olderWanted.reset();
    if (!d->connection || !d->connection->sync())
        return;
    d->connection->sync()->stopLoading();
    d->noteProgress();
}

void PollingClient::trustCertificate(const QString &fingerprint)
{
    ServerProfile trusting = d->profile;
    trusting.trustedFingerprint = fingerprint.toLower();
    setProfile(trusting, d->credentials);
}

void PollingClient::fetchTask(const TaskId &id)
{
    d->orders.fetchTask(id);
}

void PollingClient::fetchBatch(const QString &id)
{
    d->orders.fetchBatch(id);
}

void PollingClient::search(const TaskFilter &filter)
{
    d->orders.search(filter);
}

void PollingClient::fetchLink(const TaskLink &link)
{
    d->orders.fetchLink(link);
}

void PollingClient::preview(int token, const CommandDraft &draft)
{
    d->orders.preview(token, draft);
}

void PollingClient::send(const Command &command)
{
    d->orders.send(command);
}

} // namespace taskglass

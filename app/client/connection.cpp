// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/connection.h"

#include "models/domain/hosts.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace taskglass {

ServerKind kindToAskFor(const ServerProfile &profile, const Credentials &credentials)
{
    if (profile.kind != ServerKind::Auto)
        return profile.kind;
    const QString path = profile.url.path();
    const bool hasTwoKeys = !credentials.key.isEmpty() && !credentials.secret.isEmpty();
    const bool isVersioned = path.endsWith("/v1"_L1) || path.endsWith("/v1/"_L1);
    const bool isRedisCloud = isVendorHost(ServerKind::RedisCloud, profile.url.host()) || (hasTwoKeys && isVersioned);
    return isRedisCloud ? ServerKind::RedisCloud : ServerKind::Auto;
}

Connection::Connection(std::unique_ptr<Detection> detection, Credentials credentials, DriverFactory makeDriver, const Clock &clock,
                       QObject *parent)
    : QObject(parent), m_detection(std::move(detection)), m_credentials(std::move(credentials)),
      m_makeDriver(std::move(makeDriver)), m_clock(clock)
{
}

Connection::~Connection()
{
    m_driver.reset(); // before what it drives
}

void Connection::beginRound(bool afterGap)
{
    m_afterGap = m_afterGap || afterGap;
    if (m_driver && m_driver->isBusy()) {
        m_roundWanted = true; // a page of the background, or the round before, is still to be answered
        return;
    }
    m_inRound = true;
    if (m_sync) {
        startSyncRound();
        return;
    }
    if (!m_driver) {
        m_driver = m_makeDriver(*m_detection, [this] { return m_detection->authHeaders(m_credentials); });
        connect(m_driver.get(), &ConversationDriver::absorbed, this, &Connection::detectionAbsorbed);
    }
    applyHold();
    if (m_detection->isOver())
        detectionAbsorbed();
}

void Connection::detectionAbsorbed()
{
    if (!m_detection->isOver())
        return;
    Result<Detected> result = m_detection->result();
    if (!result) {
        endRound(result.error());
        return;
    }
    m_detected = result.take();
    m_sync = m_detected->protocol->startSync();
    // The detection's driver is on the stack: it notices that it is gone.
    m_driver = m_makeDriver(*m_sync, [this] { return m_detected->protocol->authHeaders(m_credentials); });
    connect(m_driver.get(), &ConversationDriver::absorbed, this, &Connection::syncAbsorbed);
    const QPointer<Connection> alive(this);
    emit detectedServer();
    if (!alive)
        return;
    m_afterGap = false;
    startSyncRound();
}

void Connection::startSyncRound()
{
    m_inRound = true;
    m_roundWanted = false;
    m_sync->beginRound(m_clock.now(), std::exchange(m_afterGap, false));
    applyHold();
}

void Connection::syncAbsorbed()
{
    const QPointer<Connection> alive(this);
    if (const auto update = m_sync->takeUpdate())
        emit updated(*update);
    if (alive)
        emit progressed();
    if (!alive)
        return;
    if (m_sync->takeDetectAgain()) {
        emit detectAgain();
        return;
    }
    if (m_inRound && m_sync->roundOver())
        endRound(m_sync->takeError());
    else if (!m_inRound && m_sync->takeError())
        setHealthy(false); // the next round will show whether it was more than a bad moment
    if (alive && m_roundWanted)
        startSyncRound();
}

void Connection::endRound(const std::optional<Error> &error)
{
    m_inRound = false;
    if (error)
        m_roundWanted = false;
    setHealthy(!error);
    emit roundEnded(error);
}

void Connection::hold(bool held)
{
    m_held = held;
    applyHold();
}

void Connection::allowBackground(bool allowed)
{
    m_roomForMore = allowed;
    applyHold();
}

void Connection::setHealthy(bool healthy)
{
    m_healthy = healthy;
    applyHold();
}

void Connection::pump()
{
    if (m_driver)
        m_driver->pump();
}

void Connection::applyHold()
{
    if (m_driver)
        m_driver->hold(m_held || (!m_inRound && !(m_healthy && m_roomForMore)));
}

} // namespace taskglass

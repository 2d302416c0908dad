// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/conversationdriver.h"
#include "app/client/protocol.h"

#include <QObject>

#include <functional>
#include <memory>

namespace taskglass {

/// Which kind to ask for: as the profile says, or Redis Cloud where the host is its own, or two keys come with an address
/// that ends in "/v1". Its keys open a whole account, so it is not tried at other addresses by chance.
[[nodiscard]] ServerKind kindToAskFor(const ServerProfile &profile, const Credentials &credentials);

/// From "who answers there?" to rounds of questions: detection, then the sync of what was found. Knows no time and no
/// errors' weight: its owner says when a round begins, and is told how it ended. One attempt; a new one is a new object,
/// so that answers to the old one have nowhere to go.
class Connection : public QObject
{
    Q_OBJECT

public:
    using Detector = std::function<std::unique_ptr<Detection>(ServerKind)>;
    using DriverFactory = std::function<std::unique_ptr<ConversationDriver>(Conversation &, ConversationDriver::Signer)>;

    Connection(std::unique_ptr<Detection> detection, Credentials credentials, DriverFactory makeDriver, const Clock &clock,
               QObject *parent);
    ~Connection() override;

    /// Detects first when nothing was detected yet. \a afterGap as Sync::beginRound() has it. While a round is under way
    /// a second call makes another round follow.
    void beginRound(bool afterGap);
    [[nodiscard]] bool inRound() const { return m_inRound; }
    /// While held nothing new is sent at all.
    void hold(bool held);
    /// Whether older pages may be asked for between rounds.
    void allowBackground(bool allowed);

    [[nodiscard]] const Detected *detected() const { return m_detected ? &*m_detected : nullptr; }
    [[nodiscard]] Sync *sync() const { return m_sync.get(); }
    /// After an order to the sync.
    void pump();

signals:
    void detectedServer();
    void updated(const taskglass::TaskUpdate &update);
    /// After each answer that the sync took in.
    void progressed();
    void roundEnded(const std::optional<taskglass::Error> &error);
    /// The server is another one than it was: this connection is of no more use.
    void detectAgain();

private:
    void detectionAbsorbed();
    void syncAbsorbed();
    void startSyncRound();
    void endRound(const std::optional<Error> &error);
    void setHealthy(bool healthy);
    void applyHold();

    std::unique_ptr<Detection> m_detection;
    Credentials m_credentials;
    DriverFactory m_makeDriver;
    const Clock &m_clock;
    std::optional<Detected> m_detected;
    std::unique_ptr<Sync> m_sync;
    std::unique_ptr<ConversationDriver> m_driver; // of the detection, then of the sync
    bool m_inRound = false;
    bool m_afterGap = false;
    bool m_roundWanted = false;
    bool m_held = false;
    bool m_healthy = true;
    bool m_roomForMore = true;
};

} // namespace taskglass

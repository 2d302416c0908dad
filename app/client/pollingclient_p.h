// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/connection.h"
#include "app/client/decodeworker.h"
#include "app/client/loadpace.h"
#include "app/client/orders.h"
#include "app/client/pollingclient.h"
#include "app/client/pollplan.h"
#include "app/client/transport.h"
#include "app/client/turns.h"
#include "app/client/updatefeed.h"

#include <QRandomGenerator>
#include <QTimer>

namespace taskglass {

/// What a PollingClient consists of. Order matters: what is below uses what is above, and goes first.
struct PollingClient::Private
{
    Private(PollingClient &client, ServerProfile profile, Credentials credentials, const Clock &clock, Detector detector);

    // clientlife.cpp: the life of the connection
    void connectAnew();
    void dropConnection();
    void tick();
    void arm();
    void roundEnded(const std::optional<Error> &error);
    void setPhase(ConnectionStatus::Phase phase);

    // clientstatus.cpp: what is told
    void wire();
    std::unique_ptr<ConversationDriver> drive(Conversation &conversation, ConversationDriver::Signer signer);
    void wireConnection();
    void noteExchange(const HttpRequest &request, const ConversationDriver::Exchange &exchange);
    void noteDetected();
    void noteProgress();
    void noteLoaded(const SyncProgress &progress);
    void handOver(const TaskUpdate &update);
    void statusTouched();
    void tellStatus();

    PollingClient &q;
    ServerProfile profile;
    Credentials credentials;
    const Clock &clock;
    Detector detector;

    Transport transport;
    DecodeWorker worker;
    Turns turns;
    UpdateFeed feed;
    LoadPace pace;
    Orders orders;
    std::unique_ptr<Connection> connection;

    ConnectionStatus status;
    ConnectionStatus told;
    QTimer statusTimer; // gathers changes of one turn of the event loop
    QTimer pollTimer;
    PollWish wish;
    PollState state;
    EpochNs plannedAt = kNoTime;
    ClockSkew skew;
    QRandomGenerator random = QRandomGenerator::securelySeeded();
    std::optional<int> olderWanted; // asked for before there was a connection
    bool started = false;
    bool afterGap = false;      // a failure, a pause or sleep lies behind
    bool refreshWanted = false; // something may have changed while a round was under way
    bool rowsTold = false;      // since the last reset
    bool resetWanted = false;   // another connection's rows are still shown: forget them with the first new ones
};

} // namespace taskglass

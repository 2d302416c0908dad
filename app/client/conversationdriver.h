// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/decodeworker.h"
#include "app/client/protocol.h"
#include "app/client/transport.h"
#include "app/client/turns.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace taskglass {

/// What the drivers of one connection share.
struct DriverContext
{
    Transport &transport;
    DecodeWorker &worker;
    Turns &turns;
};

/// Carries one Conversation on: sends what it asks for, has the answers decoded, lets it absorb them. Destroying the driver
/// ends the conversation: its requests are aborted, and answers that are being decoded are dropped.
class ConversationDriver : public QObject
{
    Q_OBJECT

public:
    /// What one request cost and brought, for counters and log lines.
    struct Exchange
    {
        std::optional<HttpAnswer> answer; ///< With its body taken out; empty when there was none.
        qint64 bodyBytes = 0;
        std::optional<Error> error;       ///< The client's or the decoder's.
    };

    /// Headers that sign the request that next() just gave.
    using Signer = std::function<HttpHeaders()>;

    /// \a conversation must outlive the driver.
    ConversationDriver(const DriverContext &context, Conversation &conversation, Signer signer, QObject *parent);
    ~ConversationDriver() override;

    /// Asks the conversation for its next requests, unless enough are unanswered or hold(true) is in force.
    void pump();
    /// While held nothing new is sent; what is under way may end.
    void hold(bool held);
    [[nodiscard]] bool isBusy() const { return !m_flights.empty(); }

signals:
    /// A request left. Its answer, if it comes to one, is told by absorbed().
    void sent(const taskglass::HttpRequest &request);
    /// After the conversation absorbed what \a request led to, and before its next one is asked for. A slot may destroy the
    /// driver.
    void absorbed(const taskglass::HttpRequest &request, const taskglass::ConversationDriver::Exchange &exchange);

private:
    /// A request from its sending until it was absorbed.
    struct Flight
    {
        HttpCall *call = nullptr;       ///< Null once it was answered.
        DecodeWorker::Ticket ticket = 0;
    };

    [[nodiscard]] bool hasRoom() const;
    void send(const HttpRequest &request);
    void answered(quint64 number, const Result<HttpAnswer> &answer);
    void decode(quint64 number, const HttpAnswer &answer);
    void absorb(quint64 number, const HttpRequest &request, Exchange exchange, EpochNs receivedAt, const Result<DecodedPtr> &outcome);
    void waitForMore();

    DriverContext m_context;
    Conversation &m_conversation;
    Signer m_signer;
    std::map<quint64, Flight> m_flights;
    quint64 m_lastFlight = 0;
    QTimer m_wait;     // as the conversation asked
    QTimer m_patience; // after an error
    int m_failures = 0; // in a row
    bool m_held = false;
    bool m_wantsTurn = false;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/conversationdriver.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace taskglass {

namespace {

/// Before a conversation may send again after its \a failures th error in a row: 1, 2, 4 … 30 s.
qint64 pauseMs(int failures)
{
    return std::min<qint64>(30'000, qint64(1000) << std::min(failures - 1, 10));
}

} // namespace

ConversationDriver::ConversationDriver(const DriverContext &context, Conversation &conversation, Signer signer, QObject *parent)
    : QObject(parent), m_context(context), m_conversation(conversation), m_signer(std::move(signer))
{
    m_wait.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &ConversationDriver::pump);
    connect(&m_patience, &QTimer::timeout, this, &ConversationDriver::pump);
    connect(&context.turns, &Turns::freed, this, [this] {
        if (m_wantsTurn)
            pump();
    });
}

ConversationDriver::~ConversationDriver()
{
    for (const auto &[number, flight] : m_flights) {
        m_context.worker.drop(flight.ticket);
        if (!flight.call)
            continue;
        delete flight.call;
        // Later, as whoever waits for the turn may be about to go, too.
        QMetaObject::invokeMethod(&m_context.turns, &Turns::giveBack, Qt::QueuedConnection);
    }
}

void ConversationDriver::hold(bool held)
{
    m_held = held;
    m_wait.stop();
    m_patience.stop();
    if (!held)
        pump();
}

bool ConversationDriver::hasRoom() const
{
    return !m_held && !m_patience.isActive() && int(m_flights.size()) < m_conversation.mostInFlight();
}

void ConversationDriver::pump()
{
    m_wantsTurn = false;
    while (hasRoom()) {
        m_wait.stop();
        m_wantsTurn = !m_context.turns.take();
        if (m_wantsTurn)
            return;
        const std::optional<HttpRequest> request = m_conversation.next(m_context.transport.clock().now());
        if (!request) {
            m_context.turns.giveBack();
            waitForMore();
            return;
        }
        send(*request);
    }
}

void ConversationDriver::send(const HttpRequest &request)
{
    const quint64 number = ++m_lastFlight;
    HttpCall *const call = m_context.transport.send(request, m_signer(), &m_context.transport);
    m_flights[number].call = call;
    connect(call, &HttpCall::finished, this, [this, number](const Result<HttpAnswer> &answer) { answered(number, answer); });
    emit sent(request);
}

void ConversationDriver::waitForMore()
{
    const EpochNs until = m_conversation.waitUntil();
    if (m_conversation.isOver() || until == kNoTime)
        return;
    const qint64 ms = (until - m_context.transport.clock().now()) / kNsPerMs + 1;
    m_wait.start(static_cast<int>(std::clamp<qint64>(ms, 1, 60'000)));
}

void ConversationDriver::answered(quint64 number, const Result<HttpAnswer> &answer)
{
    HttpCall *const call = std::exchange(m_flights[number].call, nullptr);
    call->deleteLater(); // it is on the stack
    m_context.turns.giveBack();
    if (answer) {
        decode(number, answer.value());
        return;
    }
    Exchange exchange;
    exchange.error = answer.error();
    absorb(number, call->request(), std::move(exchange), m_context.transport.clock().now(), answer.error());
}

void ConversationDriver::decode(quint64 number, const HttpAnswer &answer)
{
    Exchange exchange;
    exchange.answer = answer;
    exchange.answer->body.clear();
    exchange.bodyBytes = answer.body.size();
    m_flights[number].ticket = m_context.worker.decode(m_conversation.decoder(), answer, [this, number, exchange](const Result<DecodedPtr> &outcome) {
        absorb(number, exchange.answer->request, exchange, exchange.answer->receivedAt, outcome);
    });
}

void ConversationDriver::absorb(quint64 number, const HttpRequest &request, Exchange exchange, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    m_flights.erase(number);
    if (!outcome)
        exchange.error = outcome.error();
    m_failures = exchange.error ? m_failures + 1 : 0;
    m_conversation.absorb(request, receivedAt, outcome);
    const QPointer<ConversationDriver> alive(this);
    emit absorbed(request, exchange);
    if (!alive || m_conversation.isOver())
        return;
    // An answer with an error status is often what the conversation wanted to know (detection probes, a task that is
    // gone); no answer at all, or one that asks for patience, must not be followed by the next request at once.
    const bool patience = exchange.error && (!exchange.answer || exchange.error->kind == Error::Kind::Server || exchange.error->kind == Error::Kind::RateLimited);
    if (patience && !m_held)
        m_patience.start(static_cast<int>(std::max(pauseMs(m_failures), exchange.error->retryAfterMs)));
    pump();
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/conversationdriver.h"

#include <QPointer>

#include <algorithm>

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
}

ConversationDriver::~ConversationDriver()
{
    m_context.worker.drop(m_ticket);
    delete m_call; // in flight: one that has ended was let go in answered()
}

void ConversationDriver::hold(bool held)
{
    m_held = held;
    m_wait.stop();
    m_patience.stop();
    if (!held)
        pump();
}

void ConversationDriver::pump()
{
    if (m_busy || m_held || m_patience.isActive())
        return;
    m_wait.stop();
    const std::optional<HttpRequest> request = m_conversation.next(m_context.transport.clock().now());
    if (!request) {
        waitForMore();
        return;
    }
    m_busy = true;
    m_call = m_context.transport.send(*request, m_signer(), &m_context.transport);
    connect(m_call, &HttpCall::finished, this, &ConversationDriver::answered);
    emit sent(*request);
}

void ConversationDriver::waitForMore()
{
    const EpochNs until = m_conversation.waitUntil();
    if (m_conversation.isOver() || until == kNoTime)
        return;
    const qint64 ms = (until - m_context.transport.clock().now()) / kNsPerMs + 1;
    m_wait.start(static_cast<int>(std::clamp<qint64>(ms, 1, 60'000)));
}

void ConversationDriver::answered(const Result<HttpAnswer> &answer)
{
    const HttpRequest request = m_call->request();
    m_call->deleteLater(); // it is on the stack
    m_call = nullptr;
    if (!answer) {
        Exchange exchange;
        exchange.error = answer.error();
        absorb(request, std::move(exchange), m_context.transport.clock().now(), answer.error());
        return;
    }
    Exchange exchange;
    exchange.answer = answer.value();
    exchange.answer->body.clear();
    exchange.bodyBytes = answer.value().body.size();
    const EpochNs receivedAt = answer.value().receivedAt;
    m_ticket = m_context.worker.decode(m_conversation.decoder(), answer.value(),
                                       [this, request, exchange, receivedAt](const Result<DecodedPtr> &outcome) {
                                           absorb(request, exchange, receivedAt, outcome);
                                       });
}

void ConversationDriver::absorb(const HttpRequest &request, Exchange exchange, EpochNs receivedAt, const Result<DecodedPtr> &outcome)
{
    m_busy = false;
    m_ticket = 0;
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

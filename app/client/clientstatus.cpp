// SPDX-License-Identifier: GPL-3.0-or-later
// The half of PollingClient that tells: status, updates, counters, log lines.
#include "app/client/pollingclient_p.h"

#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace taskglass {

void PollingClient::Private::wire()
{
    statusTimer.setSingleShot(true);
    pollTimer.setSingleShot(true);
    pollTimer.setTimerType(Qt::CoarseTimer);
    connect(&statusTimer, &QTimer::timeout, &q, [this] { tellStatus(); });
    connect(&pollTimer, &QTimer::timeout, &q, [this] { tick(); });
    connect(&feed, &UpdateFeed::updated, &q, &PollingClient::updated);
    connect(&feed, &UpdateFeed::gotRoom, &q, [this] {
        if (connection)
            connection->allowBackground(true);
    });
    connect(&orders, &Orders::updated, &q, [this](const TaskUpdate &update) { handOver(update); });
    connect(&orders, &Orders::previewReady, &q, &PollingClient::previewReady);
    connect(&orders, &Orders::previewFailed, &q, &PollingClient::previewFailed);
    connect(&orders, &Orders::reportChanged, &q, &PollingClient::reportChanged);
    connect(&orders, &Orders::cancelAccepted, &q, &PollingClient::cancelAccepted);
    connect(&orders, &Orders::cancelEnded, &q, &PollingClient::cancelEnded);
    connect(&orders, &Orders::changedSomething, &q, &PollingClient::refresh);
    connect(&orders, &Orders::linkFetched, &q, &PollingClient::linkFetched);
    // Behind the rows that they speak of.
    connect(&orders, &Orders::taskFetched, &q, [this](const TaskId &id, const std::optional<Error> &error) {
        feed.then([this, id, error] { emit q.taskFetched(id, error); });
    });
    connect(&orders, &Orders::searchEnded, &q, [this](const std::optional<Error> &error) {
        feed.then([this, error] { emit q.searchEnded(error); });
    });
}

std::unique_ptr<ConversationDriver> PollingClient::Private::drive(Conversation &conversation, ConversationDriver::Signer signer)
{
    auto driver = std::make_unique<ConversationDriver>(DriverContext {transport, worker, turns}, conversation, std::move(signer), nullptr);
    connect(driver.get(), &ConversationDriver::sent, &q, [this] {
        ++status.requests;
        statusTouched();
    });
    connect(driver.get(), &ConversationDriver::absorbed, &q,
            [this](const HttpRequest &request, const ConversationDriver::Exchange &exchange) { noteExchange(request, exchange); });
    return driver;
}

void PollingClient::Private::wireConnection()
{
    Connection *made = connection.get();
    made->hold(wish.paused);
    made->allowBackground(!feed.isFull());
    connect(made, &Connection::detectedServer, &q, [this] { noteDetected(); });
    connect(made, &Connection::updated, &q, [this](const TaskUpdate &update) { handOver(update); });
    connect(made, &Connection::progressed, &q, [this] { noteProgress(); });
    connect(made, &Connection::roundEnded, &q, [this](const std::optional<Error> &error) { roundEnded(error); });
    // Not from within the connection that it ends.
    connect(made, &Connection::detectAgain, &q, [this] {
        dropConnection();
        connectAnew();
    }, Qt::QueuedConnection);
}

void PollingClient::Private::noteExchange(const HttpRequest &request, const ConversationDriver::Exchange &exchange)
{
    status.bytesReceived += exchange.bodyBytes;
    QString outcome;
    if (exchange.answer) {
        skew.learn(*exchange.answer);
        if (const auto estimate = skew.estimate())
            status.clockSkew = estimate;
        const qint64 ms = (exchange.answer->receivedAt - exchange.answer->sentAt) / kNsPerMs;
        if (request.lane == Lane::Poll && !exchange.error)
            status.answerMs = ms;
        outcome = u"%1, %2, %3 ms"_s.arg(exchange.answer->status).arg(QLocale::c().formattedDataSize(exchange.bodyBytes)).arg(ms);
    }
    if (exchange.error)
        outcome += (outcome.isEmpty() ? QString() : u": "_s) + exchange.error->message;
    // The target holds filters and ids, never a key; host and headers stay out.
    emit q.logged(u"%1 %2 → %3"_s.arg(QString::fromLatin1(request.verb), QString::fromLatin1(request.target), outcome));
    statusTouched();
}

void PollingClient::Private::noteDetected()
{
    const Detected &server = *connection->detected();
    status.kind = server.kind;
    status.product = server.product;
    status.version = server.version;
    status.note = server.note;
    status.capabilities = server.protocol->capabilities();
    turns.setLimit(server.protocol->mostInFlight());
    orders.setConnection(server.protocol, profile);
    if (olderWanted)
        connection->sync()->loadOlder(*olderWanted);
    olderWanted.reset();
    statusTouched();
}

void PollingClient::Private::noteProgress()
{
    if (!connection || !connection->sync())
        return;
    // Behind the rows that it speaks of: who hears that all is loaded looks for them.
    feed.then([this, made = connection.get(), progress = connection->sync()->progress()] {
        if (connection.get() != made)
            return; // its rows were dropped
        noteLoaded(progress);
    });
    status.budget = connection->sync()->budget();
    if (const auto difference = connection->sync()->clockSkew())
        status.clockSkew = difference;
    std::tie(wish.leastMs, wish.leastReason) = connection->sync()->leastInterval();
    wish.longestBackOffMs = connection->sync()->longestBackOff();
    status.capabilities = connection->detected()->protocol->capabilities();
    statusTouched();
}

void PollingClient::Private::noteLoaded(const SyncProgress &progress)
{
    status.counts = progress.counts;
    status.loaded = progress.loaded;
    status.backfilling = progress.backfilling;
    status.complete = progress.complete;
    status.loadingLeft.reset();
    if (!progress.backfilling)
        pace.stop();
    else if (progress.counts.total >= 0)
        status.loadingLeft = pace.timeLeft(clock.now(), progress.loaded, std::clamp<qint64>(progress.counts.total - progress.loaded, 0, progress.wanted));
    statusTouched();
}

void PollingClient::Private::handOver(const TaskUpdate &update)
{
    TaskUpdate marked = update;
    if (resetWanted && (marked.page || marked.counts)) {
        marked.reset = true;
        resetWanted = false;
    }
    rowsTold = rowsTold || marked.page;
    feed.push(marked);
    // The next page is fetched while this one is handed over; no more than two large ones are in memory.
    if (connection && feed.isFull())
        connection->allowBackground(false);
}

void PollingClient::Private::statusTouched()
{
    if (!statusTimer.isActive())
        statusTimer.start(0);
}

void PollingClient::Private::tellStatus()
{
    statusTimer.stop();
    if (status == told)
        return;
    told = status;
    emit q.statusChanged(status);
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/probe.h"

#include "app/client/connection.h"
#include "app/client/decodeworker.h"
#include "app/client/httpcall.h"
#include "app/client/transport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// A command that the server must refuse for want of a filter, if the key would have the right to it.
struct RightTrial
{
    Ability ProbeReport::*ability;
    QByteArray verb;
    QByteArray target;
    QString right; ///< The server's own word.
};

/// Only for kinds and versions that are known to refuse them harmlessly. With `uids=` and no value Meilisearch makes a
/// task, so nothing stands behind the path.
QList<RightTrial> trialsFor(const Detected &server)
{
    if (server.kind != ServerKind::Meilisearch)
        return {};
    QList<RightTrial> trials;
    const Capabilities can = server.protocol->capabilities();
    if (can.cancel)
        trials.append({&ProbeReport::cancel, "POST", "/tasks/cancel", u"tasks.cancel"_s});
    if (can.deleteTasks)
        trials.append({&ProbeReport::deleteTasks, "DELETE", "/tasks", u"tasks.delete"_s});
    return trials;
}

} // namespace

struct Probe::Private
{
    Private(Probe &probe, const ServerProfile &aProfile, const Credentials &someCredentials, const Clock &aClock, Detector aDetector)
        : q(probe), profile(aProfile), credentials(someCredentials), clock(aClock), detector(std::move(aDetector)), transport(aClock)
    {
        transport.configure(profile);
    }

    void connected(const std::optional<Error> &error);
    void tryNextRight();
    void judge(const RightTrial &trial, const Result<HttpAnswer> &answer);
    void end();
    void note(const HttpAnswer &answer) { report.answerMs = std::max(report.answerMs, (answer.receivedAt - answer.sentAt) / kNsPerMs); }

    Probe &q;
    ServerProfile profile;
    Credentials credentials;
    const Clock &clock;
    Detector detector;
    Transport transport;
    DecodeWorker worker;
    Turns turns;
    std::unique_ptr<Connection> connection;
    QList<RightTrial> trials;
    ProbeReport report;
};

Probe::Probe(const ServerProfile &profile, const Credentials &credentials, const Clock &clock, Detector detector, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, profile, credentials, clock, std::move(detector)))
{
}

Probe::~Probe() = default;

void Probe::start()
{
    const auto drive = [this](Conversation &conversation, ConversationDriver::Signer signer) {
        auto driver = std::make_unique<ConversationDriver>(DriverContext {d->transport, d->worker, d->turns}, conversation, std::move(signer), nullptr);
        connect(driver.get(), &ConversationDriver::absorbed, this, [this](const HttpRequest &, const ConversationDriver::Exchange &exchange) {
            if (exchange.answer)
                d->note(*exchange.answer);
        });
        return driver;
    };
    d->connection = std::make_unique<Connection>(d->detector(kindToAskFor(d->profile, d->credentials)), d->credentials, drive, d->clock, nullptr);
    d->connection->allowBackground(false);
    // Not from within the connection, which has more to say after these.
    connect(d->connection.get(), &Connection::roundEnded, this, [this](const std::optional<Error> &error) { d->connected(error); }, Qt::QueuedConnection);
    connect(d->connection.get(), &Connection::detectAgain, this, [this] { d->connected(std::nullopt); }, Qt::QueuedConnection);
    d->connection->beginRound(false);
}

void Probe::Private::connected(const std::optional<Error> &error)
{
    connection->hold(true);
    report.error = error;
    if (const Detected *server = connection->detected()) {
        report.kind = server->kind;
        report.product = server->product;
        report.version = server->version;
        report.note = server->note;
        report.capabilities = server->protocol->capabilities();
        report.cancel = report.capabilities.cancel;
        report.deleteTasks = report.capabilities.deleteTasks;
        trials = trialsFor(*server);
    }
    if (error) {
        report.read = Ability::no(error->message);
        report.cancel = report.deleteTasks = Ability::no(tr("Not tried, since the tasks cannot be read."));
        end();
        return;
    }
    const SyncProgress progress = connection->sync()->progress();
    report.read = Ability::yes();
    report.tasks = progress.counts.total >= 0 ? progress.counts.total : progress.loaded;
    report.atLeast = progress.counts.total < 0 && !progress.complete;
    if (profile.readOnly) {
        trials.clear();
        report.cancel = report.deleteTasks = Ability::no(tr("The connection is read-only: whether the key would allow it was not tried."));
    }
    tryNextRight();
}

void Probe::Private::tryNextRight()
{
    if (trials.isEmpty()) {
        end();
        return;
    }
    const RightTrial trial = trials.takeFirst();
    HttpRequest request;
    request.verb = trial.verb;
    request.target = trial.target;
    request.idempotent = false;
    HttpCall *call = transport.send(request, connection->detected()->protocol->authHeaders(credentials), &transport);
    QObject::connect(call, &HttpCall::finished, &q, [this, call, trial](const Result<HttpAnswer> &answer) {
        call->deleteLater();
        judge(trial, answer);
        tryNextRight();
    });
}

void Probe::Private::judge(const RightTrial &trial, const Result<HttpAnswer> &answer)
{
    Ability &ability = report.*trial.ability;
    if (!answer) {
        ability = Ability::no(answer.error().message);
        return;
    }
    note(answer.value());
    switch (answer.value().status) {
    case 400:
        ability = Ability::yes();
        return;
    case 401:
    case 403:
        ability = Ability::no(tr("The key lacks the right %1.").arg(trial.right));
        return;
    default: // any status may come from a proxy; none of them says yes
        ability = Ability::no(tr("Whether the key has the right %1 could not be found out (%2).").arg(trial.right).arg(answer.value().status));
    }
}

void Probe::Private::end()
{
    const ProbeReport ended = report; // a slot may destroy the probe
    emit q.finished(ended);
}

QList<QString> ProbeReport::sentences() const
{
    QList<QString> said;
    if (!product.isEmpty()) {
        said.append(version.isEmpty() ? Probe::tr("%1 answers.").arg(product) : Probe::tr("%1 %2 answers within %3 ms.").arg(product, version).arg(answerMs));
    }
    if (!note.isEmpty())
        said.append(note);
    if (error) {
        said.append(error->message);
        return said;
    }
    const int shown = static_cast<int>(std::min<qint64>(tasks, std::numeric_limits<int>::max()));
    said.append(atLeast ? Probe::tr("It has at least %Ln task(s) that this key can see.", nullptr, shown)
                        : Probe::tr("It has %Ln task(s) that this key can see.", nullptr, shown));
    said.append(Probe::tr("Tasks can be read."));
    said.append(cancel ? Probe::tr("Tasks can be canceled.") : Probe::tr("Tasks cannot be canceled: %1").arg(cancel.reason));
    said.append(deleteTasks ? Probe::tr("Finished tasks can be deleted.") : Probe::tr("Finished tasks cannot be deleted: %1").arg(deleteTasks.reason));
    return said;
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/capabilities.h"
#include "models/domain/command.h"
#include "models/domain/connectionstatus.h"
#include "models/domain/result.h"
#include "models/domain/serverprofile.h"
#include "models/domain/taskpage.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>
#include <utility>

namespace taskglass {

/// What one answer said, in the protocol's own terms. Made on any thread, never changed afterwards.
struct Decoded
{
    Decoded() = default;
    Decoded(const Decoded &) = delete;
    Decoded &operator=(const Decoded &) = delete;
    virtual ~Decoded() = default;
};
using DecodedPtr = std::shared_ptr<const Decoded>;

/// Turns answers into values, on any thread, perhaps after the connection has gone. Immutable: one may decode several answers
/// at once, unless its conversation hands each request a decoder of its own.
class Decoder
{
public:
    virtual ~Decoder() = default;
    /// Any status: an HTTP error or a body that is not what the API promises comes back as Error. Costs about a
    /// millisecond a megabyte plus the packing of raw bytes: bodies above some 100 KB belong on a worker.
    [[nodiscard]] virtual Result<DecodedPtr> decode(const HttpAnswer &answer) const = 0;
};

/// Requests and answers with one aim, one at a time unless it allows more. The client drives every kind in the same way:
///
///     while less than mostInFlight() is in flight: if (auto request = conversation.next(now)) send it;
///     on an answer:   outcome = conversation.decoder()->decode(answer), on a worker when it is large;
///     on no answer:   outcome = the client's own Error;
///     then            conversation.absorb(request, receivedAt, outcome); take what it yields; ask next() again.
///
/// A request that was aborted is absorbed as an Error, or the conversation is dropped. Different conversations may have
/// requests in flight side by side. Not thread-safe: lives on one thread, only its decoder leaves it.
class Conversation
{
public:
    Conversation() = default;
    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;
    virtual ~Conversation() = default;

    /// The next request, or nothing: then it waits until waitUntil(), for an answer or an order, or it is over. It must not be
    /// called while mostInFlight() requests of this conversation are unanswered.
    [[nodiscard]] virtual std::optional<HttpRequest> next(EpochNs now) = 0;
    /// How many of its requests may be unanswered now. Each is absorbed with its own serial, in any order.
    [[nodiscard]] virtual int mostInFlight() const { return 1; }
    /// When next() may have something though nothing happens before; kNoTime when it need not be asked again.
    [[nodiscard]] virtual EpochNs waitUntil() const { return kNoTime; }
    /// Takes in what \a request led to. Stale outcomes (another serial) are ignored.
    virtual void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) = 0;
    /// True when it has reached its aim or given up.
    [[nodiscard]] virtual bool isOver() const = 0;
    [[nodiscard]] virtual std::shared_ptr<const Decoder> decoder() const = 0;

    /// News for the store that came with the last answer, at most once.
    [[nodiscard]] std::optional<TaskUpdate> takeUpdate() { return std::exchange(m_update, std::nullopt); }

protected:
    std::optional<TaskUpdate> m_update;
};

class Protocol;

/// What detection found out.
struct Detected
{
    ServerKind kind = ServerKind::Auto;
    QString product;    ///< "Meilisearch", for people.
    QString version;    ///< "1.50.0"; "0.25 to 0.27" when only a range is known.
    QString note;       ///< A sentence to show beside the version, or empty.
    std::shared_ptr<Protocol> protocol; ///< Speaks to this very server. Never null.
};

/// Finds out what answers at a URL. Start again after every reconnect: servers are upgraded and wiped.
class Detection : public Conversation
{
public:
    /// Only when isOver(). Error::Unsupported when nothing we know answered.
    [[nodiscard]] virtual Result<Detected> result() const = 0;
    /// The headers that sign the request that next() gave last: kinds differ, and Auto tries several.
    [[nodiscard]] virtual HttpHeaders authHeaders(const Credentials &credentials) const = 0;
};

/// Tries \a kind, or with Auto every kind in turn, cheapest first.
[[nodiscard]] std::unique_ptr<Detection> detect(ServerKind kind);

/// How far a Sync has come, for ConnectionStatus.
struct SyncProgress
{
    ServerCounts counts;
    qint64 loaded = 0;
    bool backfilling = false; ///< Older pages are wanted and not all here.
    qint64 wanted = 0;        ///< So many older tasks at most; more than there are: all.
    bool complete = false;    ///< All that the server lists is loaded.
    bool busy = false;        ///< Something runs or waits: poll at the short interval.
    bool operator==(const SyncProgress &) const = default;
};

/// Keeps the store true to the server. Its requests come in rounds: beginRound() at each tick of the interval, then
/// next() until roundOver(); from there next() gives background work (older pages) until the next round begins, which
/// goes first. Never over.
class Sync : public Conversation
{
public:
    /// A tick. \a afterGap: first round after a failure, a pause or sleep: checks that the server is still the same one.
    virtual void beginRound(EpochNs now, bool afterGap) = 0;
    /// True from the absorption of a round's last answer (or its first Error) until the next beginRound().
    [[nodiscard]] virtual bool roundOver() const = 0;
    /// What ended the round badly; empty when it was answered, or when the protocol coped by itself, for instance by
    /// dropping a capability.
    [[nodiscard]] virtual std::optional<Error> takeError() = 0;
    [[nodiscard]] virtual SyncProgress progress() const = 0;
    /// That many more older tasks; 0: all there are.
    virtual void loadOlder(qint64 tasks) = 0;
    virtual void stopLoading() = 0;
    /// Never poll faster than this, whatever is wished, ms; with the reason as a translated sentence.
    [[nodiscard]] virtual std::pair<int, QString> leastInterval() const { return {}; }
    /// The longest pause after failures in a row, ms.
    [[nodiscard]] virtual qint64 longestBackOff() const { return 60'000; }
    [[nodiscard]] virtual std::optional<RequestBudget> budget() const { return {}; }
    /// Server clock minus ours, where the answers themselves tell and Date headers do not.
    [[nodiscard]] virtual std::optional<DurationNs> clockSkew() const { return {}; }
    /// The server is another one than detected (other version, wiped and keys gone): detect again. Once per finding.
    [[nodiscard]] virtual bool takeDetectAgain() = 0;

    bool isOver() const final { return false; }
};

/// Reads some tasks or a batch for the detail pane and for searches. Everything comes through takeUpdate().
class Lookup : public Conversation
{
public:
    [[nodiscard]] virtual std::optional<Error> error() const = 0;
};

/// Reads what one of a task's links leads to.
class LinkFetch : public Conversation
{
public:
    /// Only when isOver(): the body, which is JSON.
    [[nodiscard]] virtual Result<QByteArray> result() const = 0;
};

/// Reads from the server what a draft would hit.
class Preview : public Conversation
{
public:
    /// Only when isOver().
    [[nodiscard]] virtual Result<CommandPreview> result() const = 0;
};

/// Sends a command once and follows it to its end.
class CommandRun : public Conversation
{
public:
    /// How it stands; compare Phase and outcomes after each absorb().
    [[nodiscard]] virtual const CommandReport &report() const = 0;
    /// Tasks whose cancel the server accepted since the last call, to be shown as "cancel requested".
    [[nodiscard]] virtual QList<TaskId> takeAccepted() = 0;
    /// Tasks whose cancel turned out not to have taken.
    [[nodiscard]] virtual QList<TaskId> takeNotTaken() = 0;
};

/// One kind and version of server: requests as values, answers as values. Owns no socket, timer or thread. What it
/// learns from errors is shared by all its conversations, which keep it alive.
class Protocol
{
public:
    Protocol() = default;
    Protocol(const Protocol &) = delete;
    Protocol &operator=(const Protocol &) = delete;
    virtual ~Protocol() = default;

    /// May shrink after an answer that says so: read it again after each absorb().
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    [[nodiscard]] virtual HttpHeaders authHeaders(const Credentials &credentials) const = 0;
    /// How many requests may be unanswered over all conversations; 0: the server does not mind.
    [[nodiscard]] virtual int mostInFlight() const { return 0; }

    [[nodiscard]] virtual std::unique_ptr<Sync> startSync() = 0;
    [[nodiscard]] virtual std::unique_ptr<Lookup> fetchTask(const TaskId &id) = 0;
    /// The batch itself and its member tasks.
    [[nodiscard]] virtual std::unique_ptr<Lookup> fetchBatch(const QString &id) = 0;
    /// The tasks that \a id canceled.
    [[nodiscard]] virtual std::unique_ptr<Lookup> fetchCanceledBy(const TaskId &id) = 0;
    /// What \a link leads to, asked with this connection's keys; null when it must not be asked (another origin than
    /// \a base, no GET) or this kind has no links.
    [[nodiscard]] virtual std::unique_ptr<LinkFetch> fetchLink(const TaskLink &link, const QUrl &base);
    /// Tasks that match, newest first, at most \a limit; parts that the server cannot say are left to the store.
    [[nodiscard]] virtual std::unique_ptr<Lookup> search(const TaskFilter &filter, EpochNs now, qint64 limit) = 0;

    /// Whether the server's own query can say exactly this filter. If not, with the reason, a draft must name tasks.
    [[nodiscard]] virtual Ability canAsk(const TaskFilter &filter) const = 0;
    /// An empty draft, or a filter that canAsk() denies, is over at once with an Error and without a request. \a base is for the cURL text.
    [[nodiscard]] virtual std::unique_ptr<Preview> preview(const CommandDraft &draft, const QUrl &base, EpochNs now) = 0;
    /// Refuses whatever is not pinned: such a run ends at once as Failed, without a request.
    [[nodiscard]] virtual std::unique_ptr<CommandRun> send(const Command &command, EpochNs now) = 0;
    /// Shell text that reads this task, for "Copy as cURL", with a placeholder for the key.
    [[nodiscard]] virtual QString curlFor(const TaskId &id, const QUrl &base) const = 0;
};

inline std::unique_ptr<LinkFetch> Protocol::fetchLink(const TaskLink &, const QUrl &)
{
    return {};
}

} // namespace taskglass

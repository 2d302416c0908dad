// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/records.h"
#include "app/localqueue/engine/engine.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <memory>

namespace taskglass::localqueue::account {

struct AccountOptions
{
    /// Where everything is kept; made when missing, locked against a second account. Empty: a temporary folder that goes
    /// when the account goes.
    QString dataDir;
    Pace pace = Pace::Instant;
    /// Decides durations and task ids of a new account.
    quint32 seed = 1;
    const Clock *clock = nullptr; ///< Must outlive the account; null: the system's.
};

/// The service forgets a task this long after its last change.
inline constexpr DurationNs kTaskWindow = 10LL * 24 * 3600 * kNsPerSecond;

/// An account of a hosted database service, in the manner of Redis Cloud: orders become tasks, one task is processed at a
/// time in the order of acceptance, and what a task made is then provisioned on its own.
///
/// There is no worker: the account lives by the clock. Each order fixes when its steps are due; advance(), which every
/// function calls first, lets everything happen that is due by now, in its order and with its own time, as if somebody had
/// been at work all along. So a day's standstill of the program is a day of the service, a test sets the clock instead of
/// waiting, and the same orders at the same times give the same account.
///
/// A task whose record accept() returned survives kill -9 and a power cut; a step has happened completely or not at all.
/// Used by one thread at a time; a thread's first call opens a connection of its own, closed by releaseThread() or, for its
/// own thread, by ~Account. Errors are trouble of the store; what the service refuses is in the tasks.
class Account
{
public:
    /// Fails with a sentence when the folder is in use, cannot be written, or is of a newer version.
    [[nodiscard]] static Result<std::unique_ptr<Account>> open(const AccountOptions &options);
    ~Account();
    Account(const Account &) = delete;
    Account &operator=(const Account &) = delete;

    /// Registers a task durably. Passwords in the body are not kept.
    [[nodiscard]] Result<Task> accept(Order order);

    /// Tasks of the last ten days and all that are open, the latest change first.
    [[nodiscard]] Result<std::vector<Task>> tasks();
    /// Empty when there is none, or when it is older than ten days.
    [[nodiscard]] Result<std::optional<Task>> task(const QString &id);
    [[nodiscard]] Result<qint64> openTasks();

    [[nodiscard]] const AccountInfo &info() const;
    [[nodiscard]] Result<std::vector<Subscription>> subscriptions();
    [[nodiscard]] Result<std::optional<Subscription>> subscription(qint64 id);
    [[nodiscard]] Result<std::vector<CloudDatabase>> databasesOf(qint64 subscription);
    [[nodiscard]] Result<std::optional<CloudDatabase>> database(qint64 subscription, qint64 id);
    [[nodiscard]] Result<std::vector<RedisRule>> rules();

    /// Lets happen what is due by the clock. True when something did. Only of interest to who wants to see it happen:
    /// the other functions do it themselves.
    [[nodiscard]] Result<bool> advance();
    /// When something is due next; empty when nothing is under way.
    [[nodiscard]] Result<std::optional<EpochNs>> nextEvent();

    /// Whether nobody has ordered anything yet.
    [[nodiscard]] Result<bool> isNew();
    /// Writes a believable past of \a count tasks, within the window, with the subscriptions, databases and rules that it
    /// led to; the same for the same \a seed and time. Only into a new account: Error otherwise.
    [[nodiscard]] Result<qint64> seed(quint32 seed, qint64 count);

    void releaseThread() const;

private:
    struct Private;
    explicit Account(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace taskglass::localqueue::account

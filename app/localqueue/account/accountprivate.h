// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/account/account.h"
#include "app/localqueue/account/operation.h"
#include "app/localqueue/engine/datadir.h"

namespace taskglass::localqueue::account {

struct Account::Private
{
    explicit Private(const AccountOptions &accountOptions)
        : options(accountOptions)
        , timing(accountOptions.pace, accountOptions.seed)
    {
    }

    AccountOptions options;
    Timing timing;
    SystemClock systemClock;
    std::unique_ptr<DataDir> dir;
    std::unique_ptr<DatabasePool> pool;
    AccountInfo info;
    /// When the next event is due, so that most calls need not ask the store; kNoTime: unknown, ask.
    EpochNs nextAt = kNoTime;

    [[nodiscard]] EpochNs now() const { return options.clock ? options.clock->now() : systemClock.now(); }
    /// The thread's connection, with everything done that is due.
    [[nodiscard]] Result<Database *> upToDate();
    [[nodiscard]] Result<bool> advance(Database &database);
    /// Does the one thing that is due first, when it is due by \a now.
    [[nodiscard]] Result<bool> step(Database &database, EpochNs now);
    [[nodiscard]] Result<std::optional<EpochNs>> nextEvent(Database &database) const;
    [[nodiscard]] Failure moveOn(Database &database, Task task, EpochNs at) const;
    [[nodiscard]] Failure finish(Database &database, Task &task, EpochNs at) const;
    void enter(Task &task, Stage stage, EpochNs at) const;
};

/// \a time cut to \a digits digits of a second.
[[nodiscard]] EpochNs cutToDigits(EpochNs time, int digits);

} // namespace taskglass::localqueue::account

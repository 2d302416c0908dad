// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/rediscloud/service.h"
#include "app/client/rediscloud/sync.h"
#include "tests/client/fakerediscloud.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace taskglass::test {

/// What a store would show.
struct Shown
{
    TaskState state = TaskState::Unknown;
    QByteArray word;
    EpochNs finishedAt = kNoTime;
    DurationNs ran = kNoTime;
    bool ranAtLeast = false;
    bool gone = false;
    EpochNs lastSeenAt = kNoTime;
    bool operator==(const Shown &) const = default;
};

/// Carries requests to the account and keeps as plain maps what a store would, and what a naive reader of the same answers
/// would believe.
class Follower
{
public:
    Follower();
    /// A round of the sync, from its beginning to its end.
    void round();
    /// A round so many seconds later.
    void roundAfter(qint64 seconds);
    /// What goes on between rounds, as far as it does not wait.
    void background(int most = 1000);
    /// Asks for one task as a user would, until there is an end to it.
    std::optional<Error> lookUp(const QByteArray &id);
    void exchange(Conversation &conversation, const HttpRequest &request);

    FakeRedisCloud account;
    std::shared_ptr<rediscloud::Service> service;
    std::shared_ptr<const Decoder> decoder;
    rediscloud::RedisCloudSync sync;
    std::map<QByteArray, Shown> store;
    std::map<QByteArray, Shown> believed;
    std::set<QByteArray> settled; ///< Ended, and their own answer was read.
    QString complaint;

private:
    void apply(const TaskUpdate &update);
    void see(const FakeRedisCloud::FakeTask &task);
    void believe(const HttpRequest &request);

    std::map<QByteArray, int> m_misses;
    std::map<QByteArray, EpochNs> m_runningFrom;
    std::map<QByteArray, EpochNs> m_lastSeen;
};

/// What \a follower's store shows otherwise than a naive reader believes; empty when nothing.
[[nodiscard]] QString differenceOf(const Follower &follower);
/// Most requests in any minute.
[[nodiscard]] qint64 busiestMinute(const FakeRedisCloud &account);
[[nodiscard]] qint64 requestsTo(const FakeRedisCloud &account, const QByteArray &target);

} // namespace taskglass::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/accountfollower.h"

#include "app/client/rediscloud/lookup.h"
#include "app/client/rediscloud/wire.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::test {

using namespace rediscloud;

Follower::Follower()
    : service(std::make_shared<Service>())
    , decoder(std::make_shared<RedisCloudDecoder>())
    , sync(service, decoder)
{
}

void Follower::round()
{
    sync.beginRound(account.now, false);
    int turns = 0;
    while (!sync.roundOver()) {
        QVERIFY2(++turns < 10, "the round does not end");
        if (const auto request = sync.next(account.now))
            exchange(sync, *request);
        else
            account.now = std::max(account.now + 1, sync.waitUntil());
    }
}

void Follower::roundAfter(qint64 seconds)
{
    account.now += seconds * kNsPerSecond;
    round();
}

void Follower::background(int most)
{
    while (most-- > 0) {
        const auto request = sync.next(account.now);
        if (!request)
            return;
        exchange(sync, *request);
    }
}

std::optional<Error> Follower::lookUp(const QByteArray &id)
{
    RedisCloudLookup lookup(service, decoder, QString::fromLatin1(id));
    int turns = 0;
    while (!lookup.isOver() && ++turns < 10) {
        if (const auto request = lookup.next(account.now))
            exchange(lookup, *request);
        else if (!lookup.isOver())
            account.now = std::max(account.now + 1, lookup.waitUntil());
    }
    return lookup.error();
}

void Follower::exchange(Conversation &conversation, const HttpRequest &request)
{
    account.now += 7 * kNsPerMs;
    const HttpAnswer answer = account.answer(request);
    if (answer.status == 200)
        believe(request);
    conversation.absorb(request, answer.receivedAt, decoder->decode(answer));
    if (const auto update = conversation.takeUpdate())
        apply(*update);
}

void Follower::apply(const TaskUpdate &update)
{
    for (const TaskId &id : update.gone) {
        store[id.toLatin1()].gone = true;
        store[id.toLatin1()].lastSeenAt = update.goneSeenAt;
    }
    if (!update.page)
        return;
    for (const TaskRow &row : update.page->rows) {
        const auto bytes = [&update](StringTable::Ref ref) {
            return QByteArray(update.page->strings.at(ref).data(), qsizetype(update.page->strings.at(ref).size()));
        };
        store[bytes(row.id)] = {row.state, bytes(row.serverState), row.finishedAt, row.ran, row.ranAtLeast, false, kNoTime};
        const QByteArray raw = update.page->rawBlocks[row.rawBlock]->at(row.rawIndex);
        if (!raw.contains(bytes(row.id)))
            complaint = u"the bytes of another task: "_s + QString::fromLatin1(raw);
    }
}

void Follower::see(const FakeRedisCloud::FakeTask &task)
{
    Shown &shown = believed[task.id];
    shown.word = task.status;
    shown.state = stateFor({task.status.constData(), std::size_t(task.status.size())});
    shown.finishedAt = isFinal(shown.state) ? task.timestamp : kNoTime;
    shown.gone = false;
    shown.lastSeenAt = kNoTime;
    m_lastSeen[task.id] = account.now;
    if (shown.state != TaskState::Running)
        return;
    const EpochNs from = m_runningFrom.try_emplace(task.id, account.now).first->second;
    if (account.now > from) {
        shown.ran = account.now - from;
        shown.ranAtLeast = true;
    }
}

void Follower::believe(const HttpRequest &request)
{
    if (request.target != "/tasks") {
        const QByteArray id = request.target.mid(7);
        if (settled.contains(id))
            complaint = u"a settled task was asked for again: "_s + QString::fromLatin1(id);
        const auto &task = account.tasks.at(id);
        if (isFinal(stateFor({task.status.constData(), std::size_t(task.status.size())})))
            settled.insert(id);
        m_misses[id] += 0; // from now on it can be missed
        see(task);
        return;
    }
    for (auto &[id, misses] : m_misses)
        ++misses;
    for (const auto &[id, task] : account.tasks) {
        if (!account.isListed(task))
            continue;
        m_misses[id] = 0;
        see(task);
    }
    for (const auto &[id, misses] : m_misses) {
        if (misses < 2 || believed[id].gone)
            continue;
        believed[id].gone = true;
        believed[id].lastSeenAt = m_lastSeen[id];
    }
}

QString differenceOf(const Follower &follower)
{
    if (!follower.complaint.isEmpty())
        return follower.complaint;
    for (const auto &[id, expected] : follower.believed) {
        const auto found = follower.store.find(id);
        if (found == follower.store.end())
            return u"missing: "_s + QString::fromLatin1(id);
        Shown shown = found->second;
        // One update says one moment for all that went with it: the earliest.
        if (shown.gone && expected.gone && shown.lastSeenAt <= expected.lastSeenAt)
            shown.lastSeenAt = expected.lastSeenAt;
        if (shown != expected)
            return u"%1 is %2/%3/ran %4/gone %5, not %6/%7/ran %8/gone %9"_s.arg(QString::fromLatin1(id), QString::fromLatin1(shown.word))
                .arg(shown.finishedAt).arg(shown.ran).arg(shown.gone)
                .arg(QString::fromLatin1(expected.word)).arg(expected.finishedAt).arg(expected.ran).arg(expected.gone);
    }
    return follower.store.size() == follower.believed.size() ? QString() : u"tasks that nobody told of"_s;
}

qint64 busiestMinute(const FakeRedisCloud &account)
{
    qint64 most = 0;
    for (std::size_t first = 0, last = 0; last < account.seen.size(); ++last) {
        while (account.seen[last].first - account.seen[first].first >= 60 * kNsPerSecond)
            ++first;
        most = std::max(most, qint64(last - first + 1));
    }
    return most;
}

qint64 requestsTo(const FakeRedisCloud &account, const QByteArray &target)
{
    return std::count_if(account.seen.begin(), account.seen.end(), [&target](const auto &one) { return one.second == target; });
}

} // namespace taskglass::test

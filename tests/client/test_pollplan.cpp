// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pollplan.h"

#include <QTest>

using namespace taskglass;

namespace {

constexpr EpochNs kStart = 1'800'000'000 * kNsPerSecond;

EpochNs in(qint64 ms)
{
    return kStart + ms * kNsPerMs;
}

PollOutcome failed(Error::Kind kind, qint64 retryAfterMs = -1)
{
    Error error;
    error.kind = kind;
    error.retryAfterMs = retryAfterMs;
    return {error, false};
}

PollState rounds(int count, const PollWish &wish, const PollOutcome &outcome, PollState state = {}, double random = 0.5)
{
    for (int i = 0; i < count; ++i)
        state = after(state, wish, outcome, kStart, random);
    return state;
}

const PollOutcome kBusy {std::nullopt, true};
const PollOutcome kQuiet {std::nullopt, false};

} // namespace

Q_DECLARE_METATYPE(taskglass::PollState)
Q_DECLARE_METATYPE(taskglass::PollWish)

class TestPollPlan : public QObject
{
    Q_OBJECT

private slots:
    void plans_data();
    void plans();
    void explains_data();
    void explains();
    void stopsOnRefusal_data();
    void stopsOnRefusal();
    void jitterStaysWithinAQuarter();
    void backOffNeverShrinksNorPassesTheCap();
    void protocolsMayAskForLongerRests();
    void recoversAtOnceAfterAnAnswer();
    void rateLimitFadesAfterManyGoodRounds();
    void refreshGoesBeforeBackOffButNotBeforePause();
};

void TestPollPlan::plans_data()
{
    QTest::addColumn<PollState>("state");
    QTest::addColumn<PollWish>("wish");
    QTest::addColumn<qint64>("nextAt");
    QTest::addColumn<int>("intervalMs");
    const PollWish second;
    const PollWish slow {30'000, false, false};
    const PollWish hidden {1000, false, true};
    const PollWish hiddenSlow {30'000, false, true};
    using K = Error::Kind;

    QTest::newRow("never asked: at once") << PollState() << second << qint64(0) << 1000;
    QTest::newRow("an interval after the answer's end") << rounds(1, second, kBusy) << second << in(1000) << 1000;
    QTest::newRow("nine quiet rounds: still quick") << rounds(9, second, kQuiet) << second << in(1000) << 1000;
    QTest::newRow("ten quiet rounds: idle") << rounds(10, second, kQuiet) << second << in(2000) << 2000;
    QTest::newRow("busy again: quick") << rounds(1, second, kBusy, rounds(50, second, kQuiet)) << second << in(1000) << 1000;
    QTest::newRow("idle never shortens a long interval") << rounds(20, slow, kQuiet) << slow << in(30'000) << 30'000;
    QTest::newRow("hidden") << rounds(1, second, kBusy) << hidden << in(10'000) << 10'000;
    QTest::newRow("hidden, long interval") << rounds(1, slow, kBusy) << hiddenSlow << in(150'000) << 150'000;
    QTest::newRow("paused") << rounds(1, second, kBusy) << PollWish {1000, true, false} << kNoTime << 1000;
    QTest::newRow("paused before the first") << PollState() << PollWish {1000, true, false} << kNoTime << 1000;
    QTest::newRow("too short an interval is bounded") << rounds(1, second, kBusy) << PollWish {0, false, false} << in(100) << 100;
    QTest::newRow("too long an interval is bounded") << rounds(1, second, kBusy) << PollWish {2'000'000'000, false, false} << in(900'000) << 900'000;
    QTest::newRow("first failure") << rounds(1, second, failed(K::Network)) << second << in(1000) << 1000;
    QTest::newRow("second failure") << rounds(2, second, failed(K::Timeout)) << second << in(2000) << 1000;
    QTest::newRow("fifth failure") << rounds(5, second, failed(K::Server)) << second << in(16'000) << 1000;
    QTest::newRow("capped") << rounds(500, second, failed(K::BadResponse)) << second << in(60'000) << 1000;
    QTest::newRow("failure of a slow one") << rounds(1, slow, failed(K::Network)) << slow << in(30'000) << 30'000;
    QTest::newRow("503 with Retry-After") << rounds(1, second, failed(K::Server, 7000)) << second << in(7000) << 1000;
    QTest::newRow("Retry-After shorter than the back-off") << rounds(6, second, failed(K::Server, 0)) << second << in(32'000) << 1000;
    QTest::newRow("Retry-After absurd") << rounds(1, second, failed(K::Server, 1'000'000'000'000)) << second << in(3'600'000) << 1000;
    QTest::newRow("429") << rounds(1, second, failed(K::RateLimited)) << second << in(2000) << 2000;
    QTest::newRow("429 with Retry-After") << rounds(1, second, failed(K::RateLimited, 30'000)) << second << in(30'000) << 2000;
    QTest::newRow("429, then answers") << rounds(1, second, kBusy, rounds(2, second, failed(K::RateLimited))) << second << in(4000) << 4000;
    QTest::newRow("429 without end is capped") << rounds(1, second, kBusy, rounds(50, second, failed(K::RateLimited))) << second << in(60'000) << 60'000;
}

void TestPollPlan::plans()
{
    QFETCH(PollState, state);
    QFETCH(PollWish, wish);
    QFETCH(qint64, nextAt);
    QFETCH(int, intervalMs);
    const PollPlan plan = planFor(state, wish);
    QCOMPARE(plan.nextAt, nextAt);
    QCOMPARE(plan.intervalMs, intervalMs);
    QCOMPARE(plan.reason.isEmpty(), plan.intervalMs <= std::clamp(wish.intervalMs, 100, 900'000));
}

void TestPollPlan::explains_data()
{
    QTest::addColumn<PollState>("state");
    QTest::addColumn<bool>("hidden");
    QTest::addColumn<QString>("word");
    const PollWish second;
    QTest::newRow("idle") << rounds(10, second, kQuiet) << false << QStringLiteral("Nothing runs");
    QTest::newRow("hidden") << rounds(1, second, kBusy) << true << QStringLiteral("hidden");
    QTest::newRow("429") << rounds(1, second, failed(Error::Kind::RateLimited)) << false << QStringLiteral("fewer requests");
}

void TestPollPlan::explains()
{
    QFETCH(PollState, state);
    QFETCH(bool, hidden);
    QFETCH(QString, word);
    QVERIFY(planFor(state, {1000, false, hidden}).reason.contains(word));
}

void TestPollPlan::stopsOnRefusal_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("stops");
    using K = Error::Kind;
    for (const K kind : {K::Tls, K::Auth, K::Unsupported, K::Local, K::ReadOnly})
        QTest::addRow("stops on kind %d", static_cast<int>(kind)) << kind << true;
    for (const K kind : {K::Network, K::Timeout, K::NotFound, K::Conflict, K::TooLarge, K::RateLimited, K::Server,
                         K::BadRequest, K::BadResponse, K::Redirected})
        QTest::addRow("goes on after kind %d", static_cast<int>(kind)) << kind << false;
}

void TestPollPlan::stopsOnRefusal()
{
    QFETCH(Error::Kind, kind);
    QFETCH(bool, stops);
    const PollWish second;
    const PollState state = rounds(1, second, failed(kind));
    QCOMPARE(planFor(state, second).nextAt == kNoTime, stops);
    QVERIFY(planFor(askedNow(state), second).nextAt != kNoTime);
}

void TestPollPlan::jitterStaysWithinAQuarter()
{
    const PollWish second;
    const PollState low = rounds(4, second, failed(Error::Kind::Network), {}, 0.0);
    const PollState high = rounds(4, second, failed(Error::Kind::Network), {}, 0.999);
    QCOMPARE(planFor(low, second).nextAt, in(6000));
    QVERIFY(planFor(high, second).nextAt > in(9900));
    QVERIFY(planFor(high, second).nextAt < in(10'000));
}

void TestPollPlan::backOffNeverShrinksNorPassesTheCap()
{
    const PollWish second;
    PollState state;
    EpochNs before = kStart;
    for (int i = 0; i < 2000; ++i) {
        state = after(state, second, failed(Error::Kind::Network), kStart, 0.5);
        const EpochNs next = planFor(state, second).nextAt;
        QVERIFY(next >= before);
        QVERIFY(next <= in(kLongestBackOffMs));
        before = next;
    }
}

void TestPollPlan::protocolsMayAskForLongerRests()
{
    PollWish account;
    account.longestBackOffMs = 300'000;
    const PollState state = rounds(20, account, failed(Error::Kind::Network), {}, 0.5);
    QCOMPARE(planFor(state, account).nextAt, in(300'000));
}

void TestPollPlan::recoversAtOnceAfterAnAnswer()
{
    const PollWish second;
    const PollState state = rounds(1, second, kBusy, rounds(30, second, failed(Error::Kind::Server, 100'000)));
    QCOMPARE(planFor(state, second).nextAt, in(1000));
    QCOMPARE(state.failures, 0);
}

void TestPollPlan::rateLimitFadesAfterManyGoodRounds()
{
    const PollWish second;
    PollState state = rounds(3, second, failed(Error::Kind::RateLimited));
    QCOMPARE(planFor(state, second).intervalMs, 8000);
    state = rounds(19, second, kBusy, state);
    QCOMPARE(planFor(state, second).intervalMs, 8000);
    state = rounds(1, second, kBusy, state);
    QCOMPARE(planFor(state, second).intervalMs, 4000);
    state = rounds(200, second, kBusy, state);
    QCOMPARE(planFor(state, second), (PollPlan {in(1000), 1000, {}}));
}

void TestPollPlan::refreshGoesBeforeBackOffButNotBeforePause()
{
    const PollWish second;
    const PollState state = askedNow(rounds(9, second, failed(Error::Kind::Server, 50'000)));
    QVERIFY(planFor(state, second).nextAt <= kStart);
    QCOMPARE(planFor(state, {1000, true, false}).nextAt, kNoTime);
    // One attempt only: the next failure backs off as if nobody had asked.
    const PollState again = after(state, second, failed(Error::Kind::Server), kStart, 0.5);
    QCOMPARE(planFor(again, second).nextAt, in(60'000));
}

QTEST_APPLESS_MAIN(TestPollPlan)
#include "test_pollplan.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/doorbell.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>
#include <thread>
#include <vector>

using namespace taskglass;

class TestDoorbell : public QObject
{
    Q_OBJECT

private slots:
    void rings();
    void manyCallsAreOneRing();
    void nothingIsLost();
    void mayGoWhileItRings();
};

void TestDoorbell::rings()
{
    Doorbell bell;
    QSignalSpy spy(&bell, &Doorbell::rung);
    int letter = 0; // the bell itself is the hand-over
    std::thread caller([&] {
        letter = 7;
        bell.ring();
    });
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(letter, 7);
    caller.join();
}

void TestDoorbell::manyCallsAreOneRing()
{
    Doorbell bell;
    QSignalSpy spy(&bell, &Doorbell::rung);
    for (int i = 0; i < 5; ++i)
        bell.ring();
    QCOMPARE(spy.size(), 0); // never within the call
    QTRY_COMPARE(spy.size(), 1);
    bell.ring();
    QTRY_COMPARE(spy.size(), 2);
}

void TestDoorbell::nothingIsLost()
{
    constexpr int kCallers = 4;
    constexpr int kLetters = 2'000;
    Doorbell bell;
    std::mutex lock;
    std::vector<int> mailbox;
    int taken = 0;
    connect(&bell, &Doorbell::rung, this, [&] {
        const std::lock_guard hold(lock);
        taken += int(mailbox.size());
        mailbox.clear();
    });
    std::vector<std::thread> callers;
    for (int caller = 0; caller < kCallers; ++caller) {
        callers.emplace_back([&] {
            for (int i = 0; i < kLetters; ++i) {
                {
                    const std::lock_guard hold(lock);
                    mailbox.push_back(i);
                }
                bell.ring();
            }
        });
    }
    QTRY_COMPARE(taken, kCallers * kLetters);
    for (std::thread &caller : callers)
        caller.join();
}

void TestDoorbell::mayGoWhileItRings()
{
    for (int i = 0; i < 20; ++i) {
        Doorbell bell;
        bell.ring();
    }
    QCoreApplication::sendPostedEvents();
}

QTEST_GUILESS_MAIN(TestDoorbell)
#include "test_doorbell.moc"

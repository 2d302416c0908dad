// SPDX-License-Identifier: GPL-3.0-or-later
// Comes before the first line of every test (tests/CMakeLists.txt sees to it).
#pragma once

#include <QDeadlineTimer>
#include <QTest>
#include <QTimer>

namespace taskglass {

/// Long enough for a sanitizer's build on a loaded machine; never waited for in full when things work.
inline constexpr int kPatienceMs = 30'000;

/// Runs the event loop until \a isTrue holds, which is asked after each event; false when patience ran out, or when the
/// test has failed meanwhile.
template<typename Predicate>
[[nodiscard]] bool waitUntil(Predicate isTrue)
{
    const QDeadlineTimer deadline(kPatienceMs);
    QTimer pulse; // for what changes without an event, in another thread or on disk
    pulse.start(10);
    while (!isTrue()) {
        if (deadline.hasExpired() || QTest::currentTestFailed())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace taskglass

// Qt's own give up after 5 s, too soon at times on a loaded machine, and look every 50 ms only, which adds up; those of
// Qt 6.8 narrow the limit on the way, which is a warning.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) \
    do { \
        (void)taskglass::waitUntil([&] { return static_cast<bool>(expression); }); \
        QVERIFY(expression); \
    } while (false)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, message) \
    do { \
        (void)taskglass::waitUntil([&] { return static_cast<bool>(expression); }); \
        QVERIFY2(expression, message); \
    } while (false)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) \
    do { \
        (void)taskglass::waitUntil([&] { return (actual) == (expected); }); \
        QCOMPARE(actual, expected); \
    } while (false)

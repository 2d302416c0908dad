// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a store on a worker: it stands still meanwhile, the newest reading wins, and giving up is soon.
#include "models/store/storereader.h"
#include "models/store/taskcolumns.h"
#include "models/store/taskstore.h"
#include "tests/store/fakeclock.h"
#include "tests/store/pagebuilder.h"

#include <QSemaphore>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

class TestStoreReader : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TaskStore>(m_clock);
        add(1);
    }

    void smallStoresAreReadAtOnce()
    {
        StoreReader reader(*m_store);
        int seen = 0;
        reader.read([&seen](const TaskColumns &columns, const std::atomic<bool> &) -> StoreReader::Then {
            return [&seen, count = int(columns.slotCount())] { seen = count; };
        });
        QCOMPARE(seen, 1);
        QVERIFY(!reader.isReading());
    }

    void storeStandsStillMeanwhile()
    {
        StoreReader reader(*m_store);
        reader.setThreshold(0);
        QSemaphore mayEnd;
        int sizeThen = 0;
        reader.read([&](const TaskColumns &, const std::atomic<bool> &) -> StoreReader::Then {
            mayEnd.acquire();
            return [&] { sizeThen = m_store->size(); };
        });
        add(2);
        QVERIFY(reader.isReading());
        QCOMPARE(m_store->size(), 1);
        mayEnd.release();
        QTRY_VERIFY(!reader.isReading());
        QCOMPARE(sizeThen, 1);
        QCOMPARE(m_store->size(), 2);
    }

    void newerReadingOvertakes()
    {
        StoreReader reader(*m_store);
        reader.setThreshold(0);
        QSemaphore began;
        QStringList heard;
        reader.read([&](const TaskColumns &, const std::atomic<bool> &canceled) -> StoreReader::Then {
            began.release();
            while (!canceled)
                std::this_thread::yield();
            return [&] { heard.append(u"old"_s); };
        });
        began.acquire();
        reader.read([&](const TaskColumns &, const std::atomic<bool> &) -> StoreReader::Then { return [&] { heard.append(u"new"_s); }; });
        QTRY_VERIFY(!reader.isReading());
        QCOMPARE(heard, QStringList {u"new"_s});
        add(2);
        QCOMPARE(m_store->size(), 2); // thawed as often as it was frozen
    }

    void readsAgainFromWhatItFound()
    {
        StoreReader reader(*m_store);
        reader.setThreshold(0);
        int rounds = 0;
        StoreReader::Read read;
        read = [&](const TaskColumns &, const std::atomic<bool> &) -> StoreReader::Then {
            return [&] {
                if (++rounds < 3)
                    reader.read(read);
            };
        };
        reader.read(read);
        QTRY_COMPARE(rounds, 3);
        QTRY_VERIFY(!reader.isReading());
        add(2);
        QCOMPARE(m_store->size(), 2);
    }

    void givingUpLetsTheStoreGoOn()
    {
        {
            StoreReader reader(*m_store);
            reader.setThreshold(0);
            const auto endless = [](const TaskColumns &, const std::atomic<bool> &canceled) -> StoreReader::Then {
                while (!canceled)
                    std::this_thread::yield();
                return [] { QFAIL("nobody waits for this"); };
            };
            reader.read(endless);
            add(2);
            reader.abort();
            QCOMPARE(m_store->size(), 2);
            reader.read(endless);
            add(3);
        } // destroyed in the middle
        QCOMPARE(m_store->size(), 3);
    }

private:
    void add(int id)
    {
        Task task;
        task.id = QString::number(id);
        m_store->apply(updateOf({task}));
    }

    FakeClock m_clock;
    std::unique_ptr<TaskStore> m_store;
};

QTEST_GUILESS_MAIN(TestStoreReader)
#include "test_storereader.moc"

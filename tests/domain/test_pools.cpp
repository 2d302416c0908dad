// SPDX-License-Identifier: GPL-3.0-or-later
// The containers under the columns, against those of the standard library.
#include "models/domain/chunkedvector.h"
#include "models/domain/hashindex.h"
#include "models/domain/stringtable.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <string>
#include <unordered_map>

using namespace taskglass;

class TestPools : public QObject
{
    Q_OBJECT

private slots:
    void sequenceGrowsWithoutMoving();
    void indexFindsWhatIsThere_data();
    void indexFindsWhatIsThere();
    void stringsAreKeptOnce();
};

void TestPools::sequenceGrowsWithoutMoving()
{
    constexpr std::size_t kCount = 3 * ChunkedVector<qint64>::kChunk + 17;
    ChunkedVector<qint64> numbers;
    QCOMPARE(numbers.size(), std::size_t(0));
    const qint64 *place = nullptr;
    for (std::size_t i = 0; i < kCount; ++i) {
        numbers.push_back(qint64(i) * 3);
        if (i + 1 == ChunkedVector<qint64>::kChunk)
            place = &numbers[5];
    }
    QCOMPARE(numbers.size(), kCount);
    QCOMPARE(&numbers[5], place); // beyond the first chunk nothing moves any more
    for (std::size_t i = 0; i < kCount; ++i)
        QCOMPARE(numbers[i], qint64(i) * 3);
    QVERIFY(numbers.bytes() >= kCount * sizeof(qint64));
    QVERIFY(numbers.bytes() < (kCount + 2 * ChunkedVector<qint64>::kChunk) * sizeof(qint64));
}

void TestPools::indexFindsWhatIsThere_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<quint64>("hashes");
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QTest::addRow("seed %u", seed) << seed << ~quint64(0);
        // Few places for many: long runs that wrap round the end, where a removal must close its gap.
        QTest::addRow("seed %u, colliding", seed) << seed << ((quint64(3) << 62) | 0x3f);
    }
}

void TestPools::indexFindsWhatIsThere()
{
    QFETCH(const quint32, seed);
    QFETCH(const quint64, hashes);
    QRandomGenerator random(seed);
    const int steps = hashes == ~quint64(0) ? 60'000 : 1'500;
    std::vector<quint64> hashOfNumber;
    std::vector<quint32> present;
    HashIndex index;
    const auto hashOf = [&](quint32 number) { return std::size_t(hashOfNumber[number]); };
    const auto found = [&](quint32 number) {
        return index.find(hashOf(number), [number](quint32 candidate) { return candidate == number; });
    };
    for (int step = 0; step < steps; ++step) {
        if (!present.empty() && random.bounded(100) < 35) {
            const std::size_t at = random.bounded(quint32(present.size()));
            const quint32 number = present[at];
            index.remove(hashOf(number), number, hashOf);
            present[at] = present.back();
            present.pop_back();
            QCOMPARE(found(number), HashIndex::kNone);
        } else {
            const quint32 number = quint32(hashOfNumber.size());
            hashOfNumber.push_back(random.generate64() & hashes);
            QCOMPARE(found(number), HashIndex::kNone);
            index.insert(hashOf(number), number, hashOf);
            present.push_back(number);
        }
        if (step % (steps / 10) == 0)
            QVERIFY(std::all_of(present.begin(), present.end(), [&](quint32 number) { return found(number) == number; }));
    }
    std::vector<bool> isPresent(hashOfNumber.size(), false);
    for (const quint32 number : present)
        isPresent[number] = true;
    for (quint32 number = 0; number < hashOfNumber.size(); ++number)
        QCOMPARE(found(number), isPresent[number] ? number : HashIndex::kNone);
    QVERIFY(index.bytes() >= present.size() * 2 * sizeof(quint32));
}

void TestPools::stringsAreKeptOnce()
{
    StringTable table;
    std::unordered_map<std::string, StringTable::Ref> expected;
    QCOMPARE(table.size(), std::size_t(1));
    QCOMPARE(table.add({}), StringTable::Ref(0));
    QCOMPARE(table.find("never added"), StringTable::Ref(0));
    QRandomGenerator random(7);
    std::string_view first;
    for (int i = 0; i < 80'000; ++i) {
        const std::string text = "text " + std::to_string(random.bounded(50'000)) + std::string(random.bounded(40u), 'x');
        const StringTable::Ref ref = table.add(text);
        const auto [place, isNew] = expected.try_emplace(text, ref);
        QCOMPARE(ref, place->second);
        if (first.empty())
            first = table.at(ref);
        QCOMPARE(table.size(), expected.size() + 1);
    }
    for (const auto &[text, ref] : expected) {
        QCOMPARE(table.find(text), ref);
        QCOMPARE(table.at(ref), std::string_view(text));
    }
    QCOMPARE(first.data(), table.at(1).data()); // views stay valid
    StringTable moved = std::move(table);
    QCOMPARE(moved.find(first), StringTable::Ref(1));
}

QTEST_GUILESS_MAIN(TestPools)
#include "test_pools.moc"

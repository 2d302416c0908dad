// SPDX-License-Identifier: GPL-3.0-or-later
// The process is killed at random moments. What was answered is there afterwards, runs, and is done exactly once.
#include "tests/localqueue/crashhelp.h"
#include "tests/localqueue/enginefixture.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

constexpr int kDocuments = 5;

/// Registers tasks without end, telling each one that was accepted.
int child(const QString &dir, quint32 round)
{
    EngineOptions options;
    options.dataDir = dir;
    EngineFixture f(options);
    if (!f.engine)
        return 1;
    for (quint32 n = 0;; ++n) {
        // An index that is made twice would fail the second time.
        const quint32 creation = f.enqueue(u"made-%1-%2"_s.arg(round).arg(n), IndexCreation {});
        const quint32 import = f.add(u"shared%1"_s.arg(n % 3), someDocuments(kDocuments, int(round * 1'000'000 + n * kDocuments)));
        std::printf("%u %u\n", creation, import);
        std::fflush(stdout);
    }
}

} // namespace

class TestEngineCrash : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcceptedIsLostOrDoneTwice();
};

void TestEngineCrash::nothingAcceptedIsLostOrDoneTwice()
{
    QTemporaryDir dir;
    QSet<quint32> accepted;
    QRandomGenerator random(20'221'122);
    constexpr quint32 kRounds = 6;
    for (quint32 round = 0; round < kRounds; ++round) {
        // Once it works, it is killed after a random number of answers; what it said until it died counts.
        const QByteArray said = saidUntilKilled(dir.path(), round, 1 + random.bounded(25), kPatience);
        QVERIFY(!said.isEmpty());
        for (const QByteArray &line : said.split('\n')) {
            for (const QByteArray &word : line.split(' ')) {
                const quint32 uid = word.toUInt();
                QVERIFY2(!accepted.contains(uid), word.constData()); // never handed out twice
                accepted.insert(uid);
            }
        }
    }
    EngineOptions options;
    options.dataDir = dir.path();
    EngineFixture f(options);
    QVERIFY2(f.engine, qPrintable(f.openError.message));
    QVERIFY(f.engine->waitUntilIdle(kPatience));
    PageRequest all;
    all.limit = 1'000'000;
    qint64 imports = 0;
    QSet<quint32> found;
    const TaskList list = f.engine->tasks({}, all).value();
    for (const TaskRecord &task : list.tasks) {
        QVERIFY2(task.status == TaskStatus::Succeeded, qPrintable(task.error ? task.error->message : u"not done"_s));
        found.insert(task.uid);
        imports += task.kind == TaskKind::DocumentAdditionOrUpdate ? 1 : 0;
    }
    QVERIFY(found.contains(accepted));
    qint64 documents = 0;
    const EngineStats stats = f.engine->stats().value();
    for (const IndexStats &index : stats.indexes)
        documents += index.numberOfDocuments;
    QCOMPARE(documents, imports * kDocuments);
}

int main(int argc, char **argv)
{
    return runWithChild<TestEngineCrash>(argc, argv, &child);
}

#include "test_engine_crash.moc"

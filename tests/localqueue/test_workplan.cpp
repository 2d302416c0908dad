// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/demodocuments.h"
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/workplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::localqueue;

namespace {

/// Everything that tells one task from another.
QByteArray fingerprint(const NewTask &task)
{
    QByteArray text = task.indexUid.toUtf8() + '|' + wordFor(kindOf(task.work)).toUtf8() + '|'
        + task.customMetadata.value_or(QString()).toUtf8() + '|';
    if (const auto *import = std::get_if<DocumentImport>(&task.work))
        text += import->body;
    if (const auto *settings = std::get_if<SettingsUpdate>(&task.work))
        text += settings->settings;
    return text;
}

QByteArrayList firstSteps(quint32 seed, int count)
{
    WorkPlan plan(seed);
    QByteArrayList prints;
    for (const NewTask &task : plan.opening())
        prints.append(fingerprint(task));
    for (int i = 0; i < count; ++i) {
        const WorkPlan::Step step = plan.next();
        prints.append(QByteArray::number(step.pauseMs));
        for (const NewTask &task : step.tasks)
            prints.append(fingerprint(task));
    }
    return prints;
}

} // namespace

/// The demo's work: the same for a seed, of every kind, failing for the reasons it was made to fail for.
class TestWorkPlan : public QObject
{
    Q_OBJECT
private slots:
    void sameSeedSameWork();
    void everyKindOfWorkComesUp();
    void documentsAreJson_data();
    void documentsAreJson();
    void failuresFail();
    void theRestSucceeds();
};

void TestWorkPlan::sameSeedSameWork()
{
    QCOMPARE(firstSteps(7, 60), firstSteps(7, 60));
    QVERIFY(firstSteps(7, 60) != firstSteps(8, 60));
}

void TestWorkPlan::everyKindOfWorkComesUp()
{
    WorkPlan plan(1);
    QSet<QString> kinds;
    qsizetype largestBurst = 0;
    for (int i = 0; i < 400; ++i) {
        const WorkPlan::Step step = plan.next();
        QVERIFY(step.pauseMs > 0);
        QVERIFY(!step.tasks.empty());
        largestBurst = std::max(largestBurst, qsizetype(step.tasks.size()));
        for (const NewTask &task : step.tasks) {
            kinds.insert(wordFor(kindOf(task.work)));
            QCOMPARE(task.indexUid.isEmpty(), !hasIndex(kindOf(task.work)));
        }
    }
    QVERIFY2(kinds.size() >= 10, qPrintable(QStringList(kinds.values()).join(u' ')));
    QVERIFY(largestBurst >= 6);
}

void TestWorkPlan::documentsAreJson_data()
{
    QTest::addColumn<DocumentMaker>("maker");
    QTest::newRow("movies") << &movieDocument;
    QTest::newRow("books") << &bookDocument;
    QTest::newRow("products") << &productDocument;
    QTest::newRow("customers") << &customerDocument;
    QTest::newRow("stores") << &storeDocument;
    QTest::newRow("articles") << &articleDocument;
}

void TestWorkPlan::documentsAreJson()
{
    QFETCH(DocumentMaker, maker);
    QRandomGenerator random(1);
    QJsonParseError error;
    const QJsonDocument array = QJsonDocument::fromJson(documentArray(maker, random, 10, 50), &error);
    QVERIFY2(array.isArray(), qPrintable(error.errorString()));
    QCOMPARE(array.array().size(), 50);
    const auto lines = validatePayload(PayloadFormat::Ndjson, documentLines(maker, random, 10, 50));
    QVERIFY2(lines.ok(), lines ? "" : qPrintable(lines.error().serverMessage));
    QCOMPARE(lines.value(), 50);
    QCOMPARE(validatePayload(PayloadFormat::Csv, customerTable(random, 1, 9, ','), ',').value(), 9);
}

void TestWorkPlan::failuresFail()
{
    const auto engine = Engine::open({}).take();
    WorkPlan plan(3);
    for (const NewTask &task : plan.opening())
        QVERIFY(engine->enqueue(task).ok());
    QVERIFY(engine->waitUntilIdle(60'000));
    QSet<QString> codes;
    for (int kind = 0; kind < WorkPlan::failureKinds(); ++kind) {
        for (const NewTask &task : plan.failure(kind)) {
            const auto record = engine->enqueue(task);
            QVERIFY2(record.ok(), qPrintable(record ? QString() : record.error().message));
            QVERIFY(engine->waitUntilIdle(20'000));
            const TaskRecord done = engine->task(record.value().uid).value();
            QVERIFY2(done.status == TaskStatus::Failed, qPrintable(u"kind %1"_s.arg(kind)));
            codes.insert(done.error->code);
        }
    }
    QVERIFY2(WorkPlan::failureKinds() >= 10, "ten reasons to fail");
    QVERIFY2(codes.size() >= 8, qPrintable(QStringList(codes.values()).join(u' ')));
}

void TestWorkPlan::theRestSucceeds()
{
    const auto engine = Engine::open({}).take();
    WorkPlan plan(11);
    for (const NewTask &task : plan.opening())
        QVERIFY(engine->enqueue(task).ok());
    for (int i = 0; i < 40; ++i) {
        for (const NewTask &task : plan.next().tasks)
            QVERIFY(engine->enqueue(task).ok());
    }
    QVERIFY(engine->waitUntilIdle(100'000));
    const TaskCounts counts = engine->counts().value();
    const auto of = [&](TaskStatus status) { return counts.byStatus[std::size_t(status)]; };
    QVERIFY(of(TaskStatus::Succeeded) > 40);
    QVERIFY(of(TaskStatus::Failed) >= 2);
    // Most work is sound: a demo in which everything fails would teach nothing.
    QVERIFY(of(TaskStatus::Succeeded) > 3 * of(TaskStatus::Failed));
}

QTEST_GUILESS_MAIN(TestWorkPlan)
#include "test_workplan.moc"

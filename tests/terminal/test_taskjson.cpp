// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/taskjson.h"

#include "tests/terminal/sampletask.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass;

namespace {

const TaskContext kContext {u"prod-eu"_s, ServerKind::Meilisearch, true};

/// The keys of the outermost object in the order they stand.
QStringList keysOf(const QByteArray &json)
{
    QStringList keys;
    int depth = 0;
    bool inString = false;
    QByteArray string;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString) {
            if (c == '\\')
                string.append(json.at(++i));
            else if (c == '"')
                inString = false;
            else
                string.append(c);
        } else if (c == '"') {
            inString = true;
            string.clear();
        } else if (c == ':' && depth == 1) {
            keys.append(QString::fromUtf8(string));
        } else {
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
    }
    return keys;
}

QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning("%s", qPrintable(error.errorString()));
    return object;
}

} // namespace

class TestTaskJson : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void keysStandInTheOrderOfTheContract();
    void saysWhatTheServerSaid();
    void whatWasNotSaidIsNull();
    void embedsBytesVerbatim();
    void isOneLine();
    void anythingInAStringSurvives();
    void cancellable_data();
    void cancellable();
    void eventsComeFirst();
};

void TestTaskJson::keysStandInTheOrderOfTheContract()
{
    const QStringList expected = u"server kind id state serverState type target enqueuedAt startedAt finishedAt waitedNs ranNs progress "
                                 "error canceledBy parent batch node cancellable labels details"_s.split(u' ');
    QCOMPARE(keysOf(taskToJson(sampleTask(), kContext)), expected);
    QCOMPARE(keysOf(taskToJson(bareTask(), kContext)), expected);
    QCOMPARE(keysOf(taskToJson(sampleTask(), kContext, TaskEvent::Changed, {.raw = true})), QStringList(u"event"_s) + expected + QStringList(u"raw"_s));
}

void TestTaskJson::saysWhatTheServerSaid()
{
    Task task = sampleTask();
    task.progress = Progress {341, 2858, 11.9, u"indexing"_s, {}};
    const QJsonObject json = parsed(taskToJson(task, kContext));
    QCOMPARE(json.value("server"_L1).toString(), u"prod-eu"_s);
    QCOMPARE(json.value("kind"_L1).toString(), u"meilisearch"_s);
    QCOMPARE(json.value("id"_L1), QJsonValue(u"90538"_s));
    QCOMPARE(json.value("enqueuedAt"_L1).toString(), u"2026-11-22T12:30:28.684123456Z"_s);
    QCOMPARE(json.value("waitedNs"_L1).toInteger(), 12'000'000'000);
    QCOMPARE(json.value("ranNs"_L1).toInteger(), 184'000'000'000);
    QVERIFY(taskToJson(task, kContext).contains(R"("progress": {"done": 341, "total": 2858, "percent": 11.9, "phase": "indexing"})"));
    QCOMPARE(json.value("error"_L1).toObject().value("code"_L1).toString(), u"invalid_vectors_type"_s);
    QCOMPARE(json.value("labels"_L1).toObject().value("customMetadata"_L1).toString(), u"nightly"_s);
}

void TestTaskJson::whatWasNotSaidIsNull()
{
    const QJsonObject json = parsed(taskToJson(bareTask(), {u"x"_s, ServerKind::Auto, false}));
    for (const char *key : {"kind", "serverState", "type", "target", "enqueuedAt", "startedAt", "finishedAt", "waitedNs", "ranNs", "progress",
                            "error", "canceledBy", "parent", "batch", "node", "details"})
        QVERIFY2(json.value(QLatin1StringView(key)).isNull(), key);
    QCOMPARE(json.value("labels"_L1), QJsonValue(QJsonObject()));
}

void TestTaskJson::embedsBytesVerbatim()
{
    const Task task = sampleTask();
    const QByteArray json = taskToJson(task, kContext, TaskEvent::None, {.raw = true});
    QVERIFY(json.contains(QByteArray("\"details\": " + task.details + ',')));
    QVERIFY(json.endsWith(QByteArray("\"raw\": " + task.raw + '}')));
}

void TestTaskJson::isOneLine()
{
    Task task = sampleTask();
    task.details = "{\n  \"a\": \"b\\nc\"\r\n}"_ba;
    task.error->message = u"two\nlines"_s;
    const QByteArray json = taskToJson(task, kContext);
    QVERIFY(!json.contains('\n') && !json.contains('\r'));
    QCOMPARE(parsed(json).value("details"_L1).toObject().value("a"_L1).toString(), u"b\nc"_s);
}

void TestTaskJson::anythingInAStringSurvives()
{
    QString text = u"\"quoted\" \\ / 日本 🚀 "_s;
    for (char16_t c = 1; c < 0x2100; ++c)
        text.append(QChar(c));
    Task task = bareTask();
    task.target = text;
    task.labels = {{text, text}};
    const QJsonObject json = parsed(taskToJson(task, kContext));
    QCOMPARE(json.value("target"_L1).toString(), text);
    QCOMPARE(json.value("labels"_L1).toObject().value(text).toString(), text);
}

void TestTaskJson::cancellable_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("cancellable");
    for (const TaskState state : kAllTaskStates) {
        const bool open = state == TaskState::Queued || state == TaskState::Running;
        QTest::addRow("%s, may", qPrintable(wordFor(state))) << int(state) << true << open;
        QTest::addRow("%s, may not", qPrintable(wordFor(state))) << int(state) << false << false;
    }
}

void TestTaskJson::cancellable()
{
    QFETCH(int, state);
    QFETCH(bool, allowed);
    Task task = bareTask();
    task.state = TaskState(state);
    const QJsonObject json = parsed(taskToJson(task, {u"x"_s, ServerKind::Meilisearch, allowed}));
    QTEST(json.value("cancellable"_L1).toBool(), "cancellable");
}

void TestTaskJson::eventsComeFirst()
{
    QVERIFY(taskToJson(bareTask(), kContext, TaskEvent::Gone).startsWith("{\"event\": \"gone\", \"server\""));
    QVERIFY(taskToJson(bareTask(), kContext).startsWith("{\"server\""));
}

QTEST_APPLESS_MAIN(TestTaskJson)
#include "test_taskjson.moc"

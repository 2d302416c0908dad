// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filtercompletion.h"
#include "models/domain/filtermatch.h"
#include "models/domain/filtertime.h"
#include "models/domain/taskfilter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochNs kNow = 1'800'000'000 * kNsPerSecond;

Task failedTask()
{
    Task task;
    task.id = u"90538"_s;
    task.state = TaskState::Failed;
    task.serverState = u"failed"_s;
    task.type = u"documentAdditionOrUpdate"_s;
    task.target = u"books"_s;
    task.enqueuedAt = kNow - 3 * 3600 * kNsPerSecond;
    task.startedAt = *task.enqueuedAt + 12 * kNsPerSecond;
    task.finishedAt = *task.startedAt + 184 * kNsPerSecond;
    task.ran = 184 * kNsPerSecond;
    task.error = TaskError {u"Document identifier `Straße 7` is invalid"_s, u"invalid_document_id"_s, u"invalid_request"_s, {}};
    task.batch = u"88"_s;
    task.labels = {{u"customMetadata"_s, u"nightly import, part 2"_s}};
    return task;
}

Task runningTask()
{
    Task task;
    task.id = u"12"_s;
    task.state = TaskState::Running;
    task.serverState = u"processing"_s;
    task.type = u"settingsUpdate"_s;
    task.target = u"movies"_s;
    task.enqueuedAt = kNow - 100 * kNsPerSecond;
    task.startedAt = kNow - 40 * kNsPerSecond;
    return task;
}

/// Filter texts by the grammar, deep enough to nest and negate.
class RandomText
{
public:
    explicit RandomText(quint32 seed) : m_random(seed) { }

    QString any(int depth)
    {
        const QString first = all(depth);
        return m_random.bounded(3) == 0 ? QString(first + u" OR "_s + all(depth)) : first;
    }

private:
    QString all(int depth)
    {
        QString text = term(depth);
        for (int more = m_random.bounded(3); more > 0; --more)
            text += QString(u' ' + term(depth));
        return text;
    }

    QString term(int depth)
    {
        const QString sign = m_random.bounded(4) == 0 ? u"-"_s : QString();
        if (depth > 0 && m_random.bounded(3) == 0)
            return QString(sign + u'(' + any(depth - 1) + u')');
        static const QStringList clauses {u"status:failed,canceled"_s, u"status:processing-error"_s, u"type:documentAdditionOrUpdate"_s,
            u"index:mov*"_s, u"id:12..40"_s, u"id:5,7,9..11"_s, u"id>100"_s, u"id<=7"_s, u"enqueued>2h"_s, u"enqueued<90s"_s,
            u"started:2h..1h"_s, u"finished>2026-11-22T10:00"_s, u"enqueued:2026-11-20..2026-11-22"_s, u"ran>30s"_s, u"dur<1h30m"_s,
            u"waited:1.5s..2m"_s, u"waited>=250us"_s, u"error:invalid_document_id"_s, u"error:\"a, b (c) \\\"d\\\"\""_s, u"label:nightly"_s,
            u"batch:88"_s, u"canceledBy:7"_s, u"node:n1"_s, u"parent:*"_s, u"free"_s, u"\"quoted text\""_s, u"\"OR\""_s, u"\"-x\""_s,
            u"\"a:b\""_s, u"na\\ive"_s, u"\"back\\\\slash \\\" quote\""_s, u"état"_s, u"text:a,b"_s};
        return QString(sign + clauses[m_random.bounded(int(clauses.size()))]);
    }

    QRandomGenerator m_random;
};

} // namespace

class TestTaskFilter : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void survivesRoundTrips_data();
    void survivesRoundTrips();
    void anyTextIsReadOrRefused_data();
    void anyTextIsReadOrRefused();
    void matches_data();
    void matches();
    void emptyFilterShowsEverythingAndIsEmpty();
    void conjunctionIsPlainOrNothing();
    void clausesWithoutValuesMatchNothing();
    void stampsCoverWhatWasWritten();
    void durationsRoundTrip();
    void completes_data();
    void completes();
};

void TestTaskFilter::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sameAs");
    QTest::newRow("aliases") << u"dur>30s state:failed target:a uid:1"_s << u"ran>30s status:failed index:a id:1"_s;
    QTest::newRow("field case") << u"CanceledBy:7 STATUS:failed"_s << u"canceledBy:7 status:failed"_s;
    QTest::newRow("AND is the blank") << u"a AND b"_s << u"a b"_s;
    QTest::newRow("parentheses that change nothing") << u"((a) (b c))"_s << u"a b c"_s;
    QTest::newRow("OR binds less") << u"a b OR c"_s << u"(a b) OR c"_s;
    QTest::newRow("twice not") << u"--a"_s << u"a"_s;
    QTest::newRow("at least") << u"id>=5 id<=9"_s << u"id>4 id<10"_s;
    QTest::newRow("mixed list") << u"id:5,9..11"_s << u"id:5 OR id:9..11"_s;
    QTest::newRow("ages read forward in time") << u"enqueued:2h..1h"_s << u"enqueued:1h..2h"_s;
    QTest::newRow("units") << u"ran>1.5m"_s << u"ran>90s"_s;
    QTest::newRow("zone") << u"enqueued>2026-11-22T10:00"_s << u"enqueued>2026-11-22T11:30:00+01:30"_s;
    QTest::newRow("blanks") << u"  a   b "_s << u"a b"_s;
    QTest::newRow("quotes") << u"index:\"a\""_s << u"index:a"_s;
}

void TestTaskFilter::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, sameAs);
    const auto parsed = TaskFilter::parse(text);
    const auto other = TaskFilter::parse(sameAs);
    QVERIFY2(!parsed.error, parsed.error ? qPrintable(parsed.error->message) : "");
    QVERIFY(!other.error);
    QVERIFY(parsed.filter == other.filter);
    QVERIFY(!parsed.filter.isEmpty());
    QCOMPARE(parsed.filter.text(), text);
}

void TestTaskFilter::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown field") << u"status:failed indx:books"_s << 14 << 4 << u"canceledBy"_s;
    QTest::newRow("a URL") << u"http://x"_s << 0 << 4 << u"quotes"_s;
    QTest::newRow("no value") << u"a status:"_s << 2 << 7 << u"missing"_s;
    QTest::newRow("no second value") << u"type:a, b"_s << 0 << 7 << u"missing"_s;
    QTest::newRow("no comparison of words") << u"type>a"_s << 4 << 1 << u"compared"_s;
    QTest::newRow("no unit") << u"ran>30"_s << 4 << 2 << u"unit"_s;
    QTest::newRow("no time") << u"enqueued>soon"_s << 9 << 4 << u"2026"_s;
    QTest::newRow("an age without direction") << u"enqueued:2h"_s << 9 << 2 << u"< or >"_s;
    QTest::newRow("no number") << u"id>abc"_s << 3 << 3 << u"number"_s;
    QTest::newRow("backward range") << u"id:40..12"_s << 3 << 6 << u"before"_s;
    QTest::newRow("empty range") << u"ran:.."_s << 4 << 2 << u"beginning"_s;
    QTest::newRow("age to time") << u"enqueued:2h..2026-11-22"_s << 9 << 14 << u"age to age"_s;
    QTest::newRow("open quote") << u"a \"b"_s << 2 << 1 << u"closed"_s;
    QTest::newRow("empty quotes") << u"a \"\""_s << 2 << 2 << u"nothing"_s;
    QTest::newRow("open parenthesis") << u"a (b"_s << 2 << 1 << u"closed"_s;
    QTest::newRow("closing parenthesis") << u"a) b"_s << 1 << 1 << u"closes"_s;
    QTest::newRow("empty parentheses") << u"a ( )"_s << 2 << 3 << u"nothing"_s;
    QTest::newRow("OR first") << u"OR a"_s << 0 << 2 << u"both sides"_s;
    QTest::newRow("OR last") << u"a OR"_s << 2 << 2 << u"both sides"_s;
    QTest::newRow("OR twice") << u"a OR OR b"_s << 5 << 2 << u"both sides"_s;
    QTest::newRow("AND last") << u"a AND"_s << 2 << 3 << u"both sides"_s;
    QTest::newRow("glued") << u"index:\"a\"b"_s << 9 << 1 << u"comma"_s;
    QTest::newRow("too deep") << QString(200, u'(') << 64 << 1 << u"deep"_s;
}

void TestTaskFilter::refuses()
{
    QFETCH(QString, text);
    const auto parsed = TaskFilter::parse(text);
    QVERIFY(parsed.error.has_value());
    QVERIFY(parsed.filter.isEmpty());
    QTEST(parsed.error->position, "position");
    QTEST(parsed.error->length, "length");
    QFETCH(QString, says);
    QVERIFY2(parsed.error->message.contains(says), qPrintable(parsed.error->message));
    QVERIFY(parsed.error->message.endsWith(u'.'));
}

void TestTaskFilter::survivesRoundTrips_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTaskFilter::survivesRoundTrips()
{
    QFETCH(quint32, seed);
    RandomText random(seed);
    for (int round = 0; round < 50; ++round) {
        const QString one = random.any(3);
        const QString two = random.any(2);
        const auto first = TaskFilter::parse(one);
        const auto second = TaskFilter::parse(two);
        QVERIFY2(!first.error, qPrintable(one));
        QVERIFY2(!second.error, qPrintable(two));
        // Joining writes the text anew, so this goes through the writer as well as the reader.
        const TaskFilter both = first.filter & second.filter;
        const auto again = TaskFilter::parse(both.text());
        QVERIFY2(!again.error, qPrintable(both.text()));
        QVERIFY2(again.filter == both, qPrintable(QString(one + u" + "_s + two + u" = "_s + both.text())));
        if (const auto clauses = both.conjunction())
            QVERIFY2(TaskFilter::fromClauses(*clauses) == both, qPrintable(both.text()));
    }
}

void TestTaskFilter::anyTextIsReadOrRefused_data()
{
    survivesRoundTrips_data();
}

void TestTaskFilter::anyTextIsReadOrRefused()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    static const QString alphabet = u"ab:,.()\"\\<>=- *OR12hs%status:id"_s;
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (int length = random.bounded(24); length > 0; --length)
            text += alphabet[random.bounded(int(alphabet.size()))];
        const auto parsed = TaskFilter::parse(text);
        if (parsed.error) {
            QVERIFY(!parsed.error->message.isEmpty());
            QVERIFY2(parsed.error->position >= 0 && parsed.error->position <= text.size(), qPrintable(text));
        } else if (!parsed.filter.isEmpty()) {
            const TaskFilter doubled = parsed.filter & parsed.filter;
            const auto again = TaskFilter::parse(doubled.text());
            QVERIFY2(!again.error && again.filter == doubled, qPrintable(QString(text + u" => "_s + doubled.text())));
        } else {
            QVERIFY2(text.trimmed().isEmpty(), qPrintable(text));
        }
    }
}

void TestTaskFilter::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<bool>("running");
    const auto row = [](const char *text, bool failed, bool running) { QTest::newRow(text) << QString::fromUtf8(text) << failed << running; };
    row("status:failed", true, false);
    row("status:processing", false, true);
    row("status:Running,succeeded", false, true);
    row("status:nonsense", false, false);
    row("type:DocumentAdditionOrUpdate", true, false);
    row("type:settings*", false, true);
    row("index:books", true, false);
    row("index:Books", false, false);
    row("index:mov*,boo*", true, true);
    row("id:90538", true, false);
    row("id:10..90538", true, true);
    row("id<13", false, true);
    row("id:9*", true, false);
    row("enqueued>2h", true, false);
    row("enqueued<2h", false, true);
    row("started:1m..", true, false);
    row("finished>2h", true, false);
    row("ran>30s", true, true);
    row("ran>41s", true, false);
    row("waited:12s..60s", true, true);
    row("waited>=60s", false, true);
    row("waited<60s", true, false);
    row("error:STRASSE", false, false);
    row("error:straße", true, false);
    row("error:invalid_document", true, false);
    row("error:*", true, false);
    row("label:\"import, part\"", true, false);
    row("label:*", true, false);
    row("-label:*", false, true);
    row("batch:88", true, false);
    row("batch:8", false, false);
    row("IDENTIFIER", true, false);
    row("process", false, true);
    row("905", true, false);
    row("-(index:books OR index:nope)", false, true);
    row("books OR movies", true, true);
    row("-status:failed -status:running", false, false);
}

void TestTaskFilter::matches()
{
    QFETCH(QString, text);
    const auto parsed = TaskFilter::parse(text);
    QVERIFY(!parsed.error);
    QTEST(taskglass::matches(parsed.filter, failedTask(), kNow), "failed");
    QTEST(taskglass::matches(parsed.filter, runningTask(), kNow), "running");
}

void TestTaskFilter::emptyFilterShowsEverythingAndIsEmpty()
{
    for (const QString &text : {u""_s, u"   "_s}) {
        const auto parsed = TaskFilter::parse(text);
        QVERIFY(!parsed.error);
        QVERIFY(parsed.filter.isEmpty());
        QVERIFY(taskglass::matches(parsed.filter, failedTask(), kNow));
    }
    QVERIFY(TaskFilter::fromClauses({}).isEmpty());
}

void TestTaskFilter::conjunctionIsPlainOrNothing()
{
    QCOMPARE(TaskFilter::parse(u"status:failed index:a"_s).filter.conjunction()->size(), 2);
    QCOMPARE(TaskFilter::parse(u"index:a"_s).filter.conjunction()->size(), 1);
    QVERIFY(TaskFilter().conjunction()->isEmpty());
    QVERIFY(!TaskFilter::parse(u"a OR b"_s).filter.conjunction());
    QVERIFY(!TaskFilter::parse(u"a -b"_s).filter.conjunction());
}

void TestTaskFilter::clausesWithoutValuesMatchNothing()
{
    // Dropping such a clause would widen a command.
    FilterClause clause;
    clause.field = FilterField::Index;
    const TaskFilter filter = TaskFilter::fromClauses({clause});
    QVERIFY(!filter.isEmpty());
    QVERIFY(!taskglass::matches(filter, failedTask(), kNow));
}

void TestTaskFilter::stampsCoverWhatWasWritten()
{
    const auto day = parseFilterStamp(u"2026-11-22"_s);
    QVERIFY(day);
    QCOMPARE(day->last - day->first, 86400 * kNsPerSecond - 1);
    const auto minute = parseFilterStamp(u"2026-11-22T10:00"_s);
    QVERIFY(minute);
    QCOMPARE(minute->first - day->first, 36000 * kNsPerSecond);
    QCOMPARE(minute->last - minute->first, 60 * kNsPerSecond - 1);
    const auto moment = parseFilterStamp(u"2026-11-22T10:00:00.000000001Z"_s);
    QVERIFY(moment);
    QCOMPARE(moment->first, moment->last);
    for (const QString &wrong : {u"2026-13-01"_s, u"2026-11-22T25:00"_s, u"22.11.2026"_s, u"2026"_s, u"2026-11-22T"_s})
        QVERIFY2(!parseFilterStamp(wrong), qPrintable(wrong));
}

void TestTaskFilter::durationsRoundTrip()
{
    for (const DurationNs duration : {0LL, 1LL, 999LL, 1'234'567LL, 90LL * kNsPerSecond, 86'400LL * 400 * kNsPerSecond, 4611686018427387904LL})
        QCOMPARE(parseFilterDuration(formatFilterDuration(duration)), std::optional<qint64>(duration));
    QCOMPARE(parseFilterDuration(u"1.5h"_s), std::optional<qint64>(5400 * kNsPerSecond));
    QCOMPARE(parseFilterDuration(u".5s"_s), std::optional<qint64>(kNsPerSecond / 2));
    QCOMPARE(parseFilterDuration(u"1min"_s), std::optional<qint64>(60 * kNsPerSecond));
    for (const QString &wrong : {u""_s, u"5"_s, u"s"_s, u"5x"_s, u"1..5s"_s, u"-5s"_s, u"99999999999h"_s, u"."_s, u".s"_s})
        QVERIFY2(!parseFilterDuration(wrong), qPrintable(wrong));
}

void TestTaskFilter::completes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<QStringList>("candidates");
    QTest::newRow("fields") << u"status:failed en"_s << 14 << QStringList {u"enqueued>"_s, u"parent:"_s};
    QTest::newRow("behind a minus") << u"-(-typ"_s << 3 << QStringList {u"type:"_s};
    QTest::newRow("values") << u"index:mo"_s << 6 << QStringList {u"movies"_s, u"old movies"_s};
    QTest::newRow("second value") << u"index:books,M"_s << 12 << QStringList {u"movies"_s, u"old movies"_s};
    QTest::newRow("our states and theirs") << u"status:pro"_s << 7 << QStringList {u"processing"_s};
    QTest::newRow("nothing for numbers") << u"id:1"_s << 0 << QStringList {};
}

void TestTaskFilter::completes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, candidates);
    FilterVocabulary seen;
    seen.serverStates = {u"processing"_s, u"succeeded"_s};
    seen.targets = {u"books"_s, u"movies"_s, u"old movies"_s};
    const FilterCompletion completion = completeFilter(text, int(text.size()), seen);
    for (QString &candidate : candidates) {
        if (candidate.contains(u' '))
            candidate = QString(u'"' + candidate + u'"');
    }
    QCOMPARE(completion.candidates, candidates);
    if (!candidates.isEmpty())
        QTEST(completion.start, "start");
}

QTEST_APPLESS_MAIN(TestTaskFilter)
#include "test_taskfilter.moc"

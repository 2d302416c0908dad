// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeopensearch.h"

#include "app/client/opensearch/cancelrun.h"
#include "app/client/opensearch/opensearchprotocol.h"

#include <QTest>

#include <deque>
#include <functional>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::opensearch;
using taskglass::test::FakeOpenSearch;
using Kind = CommandOutcome::Kind;
using Phase = CommandReport::Phase;

namespace {

const QUrl kBase(u"https://search.example/es/"_s);
const QByteArray kCanceled = R"("response":{"total":9,"created":1,"canceled":"by user request","failures":[]})";
const QByteArray kDone = R"("response":{"total":9,"created":9,"failures":[]})";
const QByteArray kForbidden = R"({"error":{"type":"security_exception","reason":"no permissions for [cluster:admin/tasks/cancel] and User [name=x]"},"status":403})";

TaskFilter filterOf(const QString &text)
{
    return TaskFilter::parse(text).filter;
}

} // namespace

class TestOpenSearchCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cancelsOneAndReadsItsResult();
    void followsUntilItIsGone();
    void aSearchIsCanceledWhenItIsGone();
    void cancelsWhatAnyFilterShows();
    void cancelsByFilterWhenThatIsExact();
    void cancelsOneByOneWhenAnotherTaskCame();
    void saysWhatWasNotCanceled_data();
    void saysWhatWasNotCanceled();
    void asksAFewAtATime();
    void aMissingRightEndsItAll();
    void aRightThatIsTakenAwayEndsTheRest();
    void lostAnswersAreAskedAgain();
    void waitsForTheEndWhenAsked();
    void leavesATaskThatNeverStops();
    void previewTellsWhatItLeavesOut();
    void previewCountsWhatStopsWithIt();
    void refusesWithoutRequest();
    void rethrottlesOnTheRightPath_data();
    void rethrottlesOnTheRightPath();
    void rethrottleSaysWhatItCannot();
    void rethrottlesOnceMoreWhenATaskHasJustBegun();

private:
    void drive(Conversation &conversation, const std::function<void(const HttpRequest &)> &afterEach = {});
    [[nodiscard]] CommandPreview previewOf(const CommandDraft &draft);
    [[nodiscard]] static CommandDraft draftOf(const QList<QByteArray> &ids, CommandKind kind = CommandKind::Cancel);
    [[nodiscard]] qsizetype asked(const QByteArray &part) const;
    [[nodiscard]] EpochNs now() const { return m_server->nowMillis * kNsPerMs; }

    std::unique_ptr<FakeOpenSearch> m_server;
    std::unique_ptr<OpenSearchProtocol> m_protocol;
};

void TestOpenSearchCommands::init()
{
    m_server = std::make_unique<FakeOpenSearch>();
    m_protocol = std::make_unique<OpenSearchProtocol>(Dialect {Product::OpenSearch, {2, 19, 1}, true}, QString());
}

void TestOpenSearchCommands::drive(Conversation &conversation, const std::function<void(const HttpRequest &)> &afterEach)
{
    for (int i = 0; i < 3000 && !conversation.isOver(); ++i) {
        if (const auto request = conversation.next(now())) {
            const auto answer = m_server->answer(*request);
            Error lost;
            lost.kind = request->extraMs > 0 ? Error::Kind::Timeout : Error::Kind::Network;
            conversation.absorb(*request, now(), answer ? conversation.decoder()->decode(*answer) : Result<DecodedPtr>(lost));
            if (afterEach)
                afterEach(*request);
        }
        m_server->nowMillis += 1000;
    }
}

CommandPreview TestOpenSearchCommands::previewOf(const CommandDraft &draft)
{
    const auto preview = m_protocol->preview(draft, kBase, now());
    drive(*preview);
    return preview->isOver() && preview->result() ? preview->result().value() : CommandPreview {};
}

CommandDraft TestOpenSearchCommands::draftOf(const QList<QByteArray> &ids, CommandKind kind)
{
    CommandDraft draft;
    draft.kind = kind;
    for (const QByteArray &id : ids)
        draft.ids << QString::fromLatin1(id);
    return draft;
}

qsizetype TestOpenSearchCommands::asked(const QByteArray &part) const
{
    return std::count_if(m_server->seen.begin(), m_server->seen.end(), [&](const HttpRequest &request) { return request.target.contains(part); });
}

void TestOpenSearchCommands::cancelsOneAndReadsItsResult()
{
    const QByteArray id = m_server->add("nodeA");
    m_server->task(id).description = "reindex from [a] to [b]";
    const CommandPreview shown = previewOf(draftOf({id}));
    QCOMPARE(shown.count, 1);
    QCOMPARE(shown.tasks.first().target, u"b"_s);
    QVERIFY(shown.command.isPinned());
    QVERIFY(!shown.means.isEmpty());
    QCOMPARE(shown.curl, u"curl -X POST 'https://search.example/es/_tasks/nodeA:1/_cancel'"_s);
    const auto run = m_protocol->send(shown.command, now());
    QList<TaskId> accepted;
    QList<TaskUpdate> updates;
    drive(*run, [&](const HttpRequest &request) {
        accepted += run->takeAccepted();
        if (const auto update = run->takeUpdate())
            updates << *update;
        if (request.verb == "POST")
            m_server->end(id, kCanceled);
    });
    QCOMPARE(run->report().phase, Phase::Done);
    QCOMPARE(run->report().outcomes.first().kind, Kind::Canceled);
    QCOMPARE(run->report().affected, 1);
    QCOMPARE(accepted, shown.command.ids);
    QCOMPARE(updates.size(), 1); // the stored result
    QCOMPARE(updates.first().page->rows.front().state, TaskState::Canceled);
    QCOMPARE(asked("/_cancel"), 1);
    QVERIFY(!asked("wait_for_completion"));
}

void TestOpenSearchCommands::followsUntilItIsGone()
{
    const QByteArray id = m_server->add("nodeB");
    const auto run = m_protocol->send(previewOf(draftOf({id})).command, now());
    int lists = 0;
    drive(*run, [&](const HttpRequest &request) {
        if (!request.target.startsWith("/_tasks?"))
            return;
        QVERIFY(request.target.contains("nodes=nodeB")); // not the whole cluster
        QVERIFY(!request.target.contains("detailed"));
        QCOMPARE(run->report().phase, Phase::Accepted);
        QCOMPARE(run->report().outcomes.first().kind, Kind::Pending);
        if (++lists != 5)
            return;
        m_server->task(id).cancelled = false; // it was through before anybody could ask it
        m_server->end(id, kDone);
    });
    QCOMPARE(run->report().phase, Phase::Done);
    QCOMPARE(run->report().outcomes.first().kind, Kind::AlreadyFinished);
    QCOMPARE(run->report().affected, 0);
    QCOMPARE(asked("/_cancel"), 1);
}

void TestOpenSearchCommands::aSearchIsCanceledWhenItIsGone()
{
    const QByteArray id = m_server->add("nodeA", "indices:data/read/search");
    const auto run = m_protocol->send(previewOf(draftOf({id})).command, now());
    drive(*run, [&](const HttpRequest &request) {
        if (request.verb == "POST")
            m_server->end(id);
    });
    QCOMPARE(run->report().outcomes.first().kind, Kind::Canceled);
    for (const HttpRequest &request : m_server->seen)
        QVERIFY(request.target != "/_tasks/" + id); // searches have no results
}

/// The server cannot say `label:` or `ran>`: the list is matched here, and what was shown is named one by one.
void TestOpenSearchCommands::cancelsWhatAnyFilterShows()
{
    QList<QByteArray> mine;
    for (int i = 0; i < 12; ++i) {
        const QByteArray id = m_server->add(i % 2 ? "nodeA" : "nodeB");
        m_server->task(id).opaqueId = i % 3 ? "nightly" : "other";
        if (i % 3)
            mine << id;
    }
    m_server->task(m_server->add("nodeA", "cluster:monitor/stats")).opaqueId = "nightly"; // internal: never by filter
    CommandDraft draft;
    draft.filter = filterOf(u"label:nightly"_s);
    const CommandPreview shown = previewOf(draft);
    QCOMPARE(shown.count, mine.size());
    QVERIFY(shown.command.filter.isEmpty());
    const QByteArray later = m_server->add("nodeA");
    m_server->task(later).opaqueId = "nightly";
    const auto run = m_protocol->send(shown.command, now());
    drive(*run, [&](const HttpRequest &) {
        for (const QByteArray &id : std::as_const(mine)) {
            if (m_server->tasks.contains(id) && m_server->task(id).cancelled)
                m_server->end(id, kCanceled);
        }
    });
    QCOMPARE(run->report().affected, mine.size());
    QCOMPARE(asked("/_cancel"), mine.size());
    QVERIFY(!m_server->task(later).cancelled);
}

void TestOpenSearchCommands::cancelsByFilterWhenThatIsExact()
{
    for (int i = 0; i < 20; ++i)
        m_server->add(i % 2 ? "nodeA" : "nodeB", "indices:data/write/update/byquery");
    const QByteArray other = m_server->add("nodeA", "indices:data/read/search");
    CommandDraft draft;
    draft.filter = filterOf(u"type:indices:data/write/update*"_s);
    const CommandPreview shown = previewOf(draft);
    QCOMPARE(shown.count, 20);
    QCOMPARE(shown.curl, u"curl -X POST 'https://search.example/es/_tasks/_cancel?actions=indices:data%2Fwrite%2Fupdate%2A'"_s);
    const auto run = m_protocol->send(shown.command, now());
    drive(*run, [&](const HttpRequest &request) {
        if (request.verb != "POST")
            return;
        const auto tasks = m_server->tasks;
        for (const auto &[id, task] : tasks) {
            if (task.cancelled)
                m_server->end(id, kCanceled);
        }
    });
    QCOMPARE(asked("/_cancel"), 1);
    QCOMPARE(run->report().matched, 20);
    QCOMPARE(run->report().affected, 20);
    QVERIFY(run->report().difference.isEmpty());
    QVERIFY(!m_server->task(other).cancelled);
}

void TestOpenSearchCommands::cancelsOneByOneWhenAnotherTaskCame()
{
    for (int i = 0; i < 10; ++i)
        m_server->add("nodeA", "indices:data/write/update/byquery");
    CommandDraft draft;
    draft.filter = filterOf(u"type:indices:data/write/update/byquery"_s);
    const Command command = previewOf(draft).command;
    QVERIFY(!command.filter.isEmpty());
    const QByteArray later = m_server->add("nodeA", "indices:data/write/update/byquery");
    const auto run = m_protocol->send(command, now());
    drive(*run, [&](const HttpRequest &request) {
        if (request.verb == "POST")
            m_server->end(request.target.split('/').at(2), kCanceled);
    });
    QCOMPARE(asked("/_cancel"), 10);
    QCOMPARE(run->report().affected, 10);
    QVERIFY(!m_server->task(later).cancelled);
}

void TestOpenSearchCommands::saysWhatWasNotCanceled_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not cancellable") << u"fixed"_s << Kind::Refused << u"cannot be canceled"_s;
    QTest::newRow("ended, stored") << u"ended"_s << Kind::AlreadyFinished << QString();
    QTest::newRow("ended, nothing stored") << u"gone"_s << Kind::AlreadyFinished << QString();
    QTest::newRow("node left") << u"left"_s << Kind::Refused << u"no longer part"_s;
    QTest::newRow("odd id") << u"odd"_s << Kind::Refused << u"malformed"_s;
}

void TestOpenSearchCommands::saysWhatWasNotCanceled()
{
    QFETCH(QString, what);
    QFETCH(Kind, kind);
    QFETCH(QString, reason);
    const QByteArray id = m_server->add("nodeB");
    Command command = previewOf(draftOf({id})).command;
    if (what == u"fixed"_s) {
        m_server->task(id).cancellable = false;
    } else if (what == u"odd"_s) {
        m_server->faults << FakeOpenSearch::Fault {"/_tasks/nodeB", 400, R"({"error":{"type":"illegal_argument_exception","reason":"malformed task id x"},"status":400})", 1};
    } else {
        m_server->end(id, what == u"ended"_s ? kDone : QByteArray());
        if (what == u"left"_s)
            m_server->nodes.erase("nodeB");
    }
    const auto run = m_protocol->send(command, now());
    QList<TaskId> notTaken;
    drive(*run, [&](const HttpRequest &) { notTaken += run->takeNotTaken(); });
    QVERIFY(run->isOver());
    QCOMPARE(run->report().outcomes.first().kind, kind);
    QVERIFY2(run->report().outcomes.first().reason.contains(reason), qPrintable(run->report().outcomes.first().reason));
    QCOMPARE(notTaken.isEmpty(), kind != Kind::Refused);
    QCOMPARE(run->report().affected, 0);
}

void TestOpenSearchCommands::asksAFewAtATime()
{
    QList<QByteArray> ids;
    for (int i = 0; i < 10; ++i)
        ids << m_server->add("nodeA");
    const auto run = m_protocol->send(previewOf(draftOf(ids)).command, now());
    QCOMPARE(run->mostInFlight(), 1); // the first tells whether the others make sense
    std::deque<HttpRequest> inFlight;
    std::size_t most = 0;
    while (!run->isOver()) {
        while (int(inFlight.size()) < run->mostInFlight()) {
            const auto request = run->next(now());
            if (!request)
                break;
            inFlight.push_back(*request);
        }
        most = std::max(most, inFlight.size());
        if (!inFlight.empty()) { // the last one is answered first
            const HttpRequest request = inFlight.back();
            inFlight.pop_back();
            const HttpAnswer answer = m_server->answer(request).value();
            if (request.verb == "POST")
                m_server->end(request.target.split('/').at(2), kCanceled);
            run->absorb(request, now(), run->decoder()->decode(answer));
        }
        m_server->nowMillis += 1000;
    }
    QCOMPARE(most, std::size_t(CancelRun::kSideBySide));
    QCOMPARE(asked("/_cancel"), 10);
    QCOMPARE(run->report().phase, Phase::Done);
    QCOMPARE(run->report().affected, 10);
    for (const CommandOutcome &line : run->report().outcomes)
        QCOMPARE(line.kind, Kind::Canceled);
}

/// Two are in flight when the first of them is refused.
void TestOpenSearchCommands::aRightThatIsTakenAwayEndsTheRest()
{
    QList<QByteArray> ids;
    for (int i = 0; i < 6; ++i)
        ids << m_server->add("nodeA");
    const auto run = m_protocol->send(previewOf(draftOf(ids)).command, now());
    const auto exchange = [&](const HttpRequest &request) { run->absorb(request, now(), run->decoder()->decode(m_server->answer(request).value())); };
    exchange(run->next(now()).value());
    const HttpRequest second = run->next(now()).value();
    const HttpRequest third = run->next(now()).value();
    m_server->faults << FakeOpenSearch::Fault {second.target, 403, kForbidden, 1};
    exchange(second);
    QVERIFY(!run->isOver());
    exchange(third); // it was taken: nothing that was done is forgotten
    m_server->end(ids[0], kCanceled);
    m_server->end(ids[2], kCanceled);
    drive(*run);
    QCOMPARE(asked("/_cancel"), 3);
    QList<Kind> kinds;
    for (const CommandOutcome &line : run->report().outcomes)
        kinds << line.kind;
    QCOMPARE(kinds, QList<Kind>({Kind::Canceled, Kind::Refused, Kind::Canceled, Kind::Refused, Kind::Refused, Kind::Refused}));
}

void TestOpenSearchCommands::aMissingRightEndsItAll()
{
    const QList<QByteArray> ids {m_server->add("nodeA"), m_server->add("nodeA"), m_server->add("nodeB")};
    const Command command = previewOf(draftOf(ids)).command;
    m_server->faults << FakeOpenSearch::Fault {"/_tasks/node", 403, kForbidden, 9};
    const auto run = m_protocol->send(command, now());
    drive(*run);
    QCOMPARE(run->report().phase, Phase::Failed);
    QCOMPARE(asked("/_cancel"), 1);
    for (const CommandOutcome &line : run->report().outcomes)
        QCOMPARE(line.kind, Kind::Refused);
    QVERIFY(run->report().error->message.contains(u"cluster:admin/tasks/cancel"_s));
    // From now on the window says why not, and nothing is sent.
    QVERIFY(!m_protocol->capabilities().cancel.allowed);
    QVERIFY(m_protocol->send(command, now())->isOver());
    QVERIFY(m_protocol->capabilities().rethrottle.allowed);
}

void TestOpenSearchCommands::lostAnswersAreAskedAgain()
{
    const QByteArray id = m_server->add("nodeA");
    const Command command = previewOf(draftOf({id})).command;
    m_server->faults << FakeOpenSearch::Fault {"/_tasks/nodeA", 0, {}, 1} << FakeOpenSearch::Fault {"/_tasks/nodeA", 503, "{}", 1};
    const auto run = m_protocol->send(command, now());
    drive(*run, [&](const HttpRequest &request) {
        if (m_server->tasks.contains(id) && m_server->task(id).cancelled && request.verb == "POST")
            m_server->end(id, kCanceled);
    });
    QCOMPARE(asked("/_cancel"), 3);
    QCOMPARE(run->report().outcomes.first().kind, Kind::Canceled);
    QCOMPARE(run->report().phase, Phase::Done);
    m_server->faults << FakeOpenSearch::Fault {"/_tasks/nodeA", 0, {}, 99};
    const auto lost = m_protocol->send(command, now());
    drive(*lost);
    QCOMPARE(lost->report().phase, Phase::Failed);
    QCOMPARE(lost->report().outcomes.first().kind, Kind::NotConfirmed);
}

void TestOpenSearchCommands::waitsForTheEndWhenAsked()
{
    const QByteArray id = m_server->add("nodeA");
    CommandDraft draft = draftOf({id});
    draft.waitForEnd = true;
    const CommandPreview shown = previewOf(draft);
    QVERIFY(shown.curl.contains(u"wait_for_completion=true"_s));
    QVERIFY(shown.command.waitForEnd);
    m_server->faults << FakeOpenSearch::Fault {"/_tasks/nodeA", 0, {}, 1}; // it takes longer than we wait
    const auto run = m_protocol->send(shown.command, now());
    drive(*run, [&](const HttpRequest &request) {
        if (request.target.startsWith("/_tasks?") && m_server->tasks.contains(id))
            m_server->end(id, kCanceled);
    });
    QCOMPARE(asked("/_cancel"), 1);
    QVERIFY(m_server->seen.at(1).extraMs >= 30'000);
    QCOMPARE(run->report().outcomes.first().kind, Kind::Canceled);
}

void TestOpenSearchCommands::leavesATaskThatNeverStops()
{
    const QByteArray id = m_server->add("nodeA");
    const auto run = m_protocol->send(previewOf(draftOf({id})).command, now());
    const EpochNs begin = now();
    drive(*run);
    QVERIFY(run->isOver());
    QCOMPARE(run->report().outcomes.first().kind, Kind::NotConfirmed);
    QVERIFY(run->report().doneAt - begin >= CancelRun::kLongestFollow);
    QVERIFY(m_server->seen.size() < 400);
}

void TestOpenSearchCommands::previewTellsWhatItLeavesOut()
{
    const QByteArray fixed = m_server->add("nodeA", "indices:admin/forcemerge");
    m_server->task(fixed).cancellable = false;
    const QByteArray ended = m_server->add("nodeA");
    m_server->end(ended);
    const QByteArray runs = m_server->add("nodeB");
    const CommandPreview shown = previewOf(draftOf({fixed, ended, runs}));
    QCOMPARE(shown.command.ids, QList<TaskId> {QString::fromLatin1(runs)});
    QCOMPARE(shown.count, 1);
    QVERIFY2(shown.note.contains(u"1 of them ended meanwhile."_s) && shown.note.contains(u"1 of them cannot be canceled"_s), qPrintable(shown.note));
}

void TestOpenSearchCommands::previewCountsWhatStopsWithIt()
{
    const QByteArray parent = m_server->add("nodeA");
    const QByteArray slice = m_server->add("nodeA", "indices:data/write/reindex", parent);
    m_server->add("nodeB", "indices:data/read/search", slice);
    m_server->task(parent).parent = slice; // a circle, which no sane server would tell of
    const CommandPreview shown = previewOf(draftOf({parent}));
    QCOMPARE(shown.command.ids.size(), 1);
    QVERIFY2(shown.note.contains(u"2 task(s)"_s), qPrintable(shown.note));
}

void TestOpenSearchCommands::refusesWithoutRequest()
{
    m_server->add("nodeA");
    const auto refused = [&](const CommandDraft &draft) {
        const auto preview = m_protocol->preview(draft, kBase, now());
        return preview->isOver() && !preview->result() && !preview->result().error().message.isEmpty();
    };
    QVERIFY(refused({}));
    CommandDraft deletion = draftOf({"nodeA:1"}, CommandKind::Delete);
    QVERIFY(refused(deletion));
    CommandDraft speed = draftOf({"nodeA:1"}, CommandKind::Rethrottle);
    speed.requestsPerSecond = 0;
    QVERIFY(refused(speed));
    QVERIFY(!m_protocol->canAsk({}).allowed);
    for (const CommandKind kind : {CommandKind::Cancel, CommandKind::Rethrottle}) {
        Command empty;
        empty.kind = kind;
        empty.filter = filterOf(u"type:*"_s);
        empty.enqueuedBefore = now();
        const auto run = m_protocol->send(empty, now());
        QVERIFY(run->isOver());
        QCOMPARE(run->report().phase, Phase::Failed);
    }
    QVERIFY(m_server->seen.isEmpty());
}

void TestOpenSearchCommands::rethrottlesOnTheRightPath_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<double>("speed");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("reindex") << QByteArray("indices:data/write/reindex") << 50.5 << QByteArray("/_reindex/nodeA:1/_rethrottle?requests_per_second=50.5");
    QTest::newRow("update") << QByteArray("indices:data/write/update/byquery") << 1000.0 << QByteArray("/_update_by_query/nodeA:1/_rethrottle?requests_per_second=1000");
    QTest::newRow("delete") << QByteArray("indices:data/write/delete/byquery") << -1.0 << QByteArray("/_delete_by_query/nodeA:1/_rethrottle?requests_per_second=-1");
}

void TestOpenSearchCommands::rethrottlesOnTheRightPath()
{
    QFETCH(QByteArray, action);
    QFETCH(double, speed);
    QFETCH(QByteArray, target);
    const QByteArray id = m_server->add("nodeA", action);
    CommandDraft draft = draftOf({id}, CommandKind::Rethrottle);
    draft.requestsPerSecond = speed;
    const CommandPreview shown = previewOf(draft);
    QCOMPARE(shown.count, 1);
    QVERIFY(shown.curl.contains(QString::fromLatin1(target)));
    const auto run = m_protocol->send(shown.command, now());
    drive(*run);
    QCOMPARE(m_server->seen.last().target, target);
    QCOMPARE(m_server->seen.last().verb, QByteArray("POST"));
    QCOMPARE(run->report().phase, Phase::Done);
    QCOMPARE(run->report().outcomes.first().kind, Kind::Rethrottled);
    QCOMPARE(run->report().affected, 1);
}

void TestOpenSearchCommands::rethrottleSaysWhatItCannot()
{
    const QByteArray search = m_server->add("nodeA", "indices:data/read/search");
    const QByteArray ends = m_server->add("nodeA");
    const CommandPreview shown = previewOf(draftOf({search, ends}, CommandKind::Rethrottle));
    QCOMPARE(shown.command.ids, QList<TaskId> {QString::fromLatin1(ends)});
    QVERIFY(shown.note.contains(u"no speed"_s));
    m_server->end(ends, kDone);
    const auto run = m_protocol->send(shown.command, now());
    drive(*run);
    QCOMPARE(run->report().outcomes.first().kind, Kind::AlreadyFinished);
    QCOMPARE(run->report().affected, 0);
}

void TestOpenSearchCommands::rethrottlesOnceMoreWhenATaskHasJustBegun()
{
    const QByteArray id = m_server->add("nodeA");
    const Command command = previewOf(draftOf({id}, CommandKind::Rethrottle)).command;
    m_server->faults << FakeOpenSearch::Fault {"/_reindex", 200, R"({"task_failures":[{"task_id":1,"node_id":"nodeA","status":"BAD_REQUEST",)"
        R"("reason":{"type":"illegal_argument_exception","reason":"task has not been initialized yet"}}],"nodes":{}})", 2};
    const auto run = m_protocol->send(command, now());
    drive(*run);
    QCOMPARE(asked("_rethrottle"), 3);
    QCOMPARE(run->report().outcomes.first().kind, Kind::Rethrottled);
}

QTEST_GUILESS_MAIN(TestOpenSearchCommands)
#include "test_opensearch_commands.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about a connection and its filter: sentences as values, without a widget.
#include "tests/views/windowfixture.h"
#include "views/actionrules.h"
#include "views/chips/statusclause.h"
#include "views/states/emptiness.h"
#include "views/states/situation.h"
#include "views/tasktable/cellfilter.h"
#include "views/tasktable/columnlayout.h"

#include <QTest>

using namespace taskglass;
using namespace taskglass::test;

namespace {
constexpr EpochNs kNow = 1'795'356'000LL * kNsPerSecond;
using Phase = ConnectionStatus::Phase;
} // namespace

class TestWindowSituation : public QObject
{
    Q_OBJECT

private slots:
    void liveSaysNothing() { QVERIFY(!connectionNotice(liveStatus(kNow), profileNamed(u"a"_s), kNow)); }

    void connectingCountsSeconds()
    {
        ConnectionStatus status;
        status.phase = Phase::Connecting;
        status.connectingSince = kNow - 3 * kNsPerSecond;
        const auto notice = connectionNotice(status, profileNamed(u"prod-eu"_s), kNow);
        QCOMPARE(notice->text, u"Connecting to prod-eu… 3 s"_s);
        QCOMPARE(notice->actions, QList {NoticeAction::Stop});
    }

    void failingTellsAgeReasonAndCountdown()
    {
        ConnectionStatus status = liveStatus(kNow);
        status.phase = Phase::Failing;
        status.lastAnswerAt = kNow - 35 * kNsPerSecond;
        status.nextTryAt = kNow + 8 * kNsPerSecond;
        status.error = Error {Error::Kind::Timeout, u"It did not answer in time."_s, 0, {}, {}, -1, {}, {}};
        const auto notice = connectionNotice(status, profileNamed(u"prod-eu"_s), kNow);
        QCOMPARE(notice->text, u"No answer from prod-eu for 35 s. It did not answer in time. Next try in 8 s."_s);
        QCOMPARE(notice->actions, QList {NoticeAction::Retry});
        QVERIFY(isStale(status, kNow));
        status.lastAnswerAt = kNow - 6 * kNsPerSecond; // one interval of five seconds is not stale yet
        QVERIFY(!isStale(status, kNow));
    }

    void percentSignsOfServersStayLiteral()
    {
        ConnectionStatus status;
        status.phase = Phase::Failing;
        status.error = Error {Error::Kind::Network, u"100%2 refused"_s, 0, {}, u"<b>%1</b>"_s, -1, {}, {}};
        const auto notice = connectionNotice(status, profileNamed(u"100%1"_s), kNow);
        QVERIFY2(notice->text.contains(u"100%1"_s) && notice->text.contains(u"100%2 refused"_s), qPrintable(notice->text));
        QCOMPARE(notice->detail, u"<b>%1</b>"_s);
    }

    void refusedOffersWhatHelps_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("trust");
        QTest::addColumn<QString>("says");
        Error error;
        error.kind = Error::Kind::Auth;
        error.httpStatus = 403;
        QTest::newRow("403") << error << false << u"tasks.get"_s;
        error.httpStatus = 401;
        QTest::newRow("401") << error << false << u"does not accept the key"_s;
        error.kind = Error::Kind::Tls;
        error.fingerprint = u"00ff"_s;
        QTest::newRow("tls") << error << true << u"fingerprint"_s;
        error.fingerprint.clear();
        QTest::newRow("tls without certificate") << error << false << u"not trusted"_s;
        error.kind = Error::Kind::Unsupported;
        error.message = u"Version 0.20 has no tasks."_s;
        QTest::newRow("unsupported") << error << false << u"Version 0.20 has no tasks."_s;
    }
    void refusedOffersWhatHelps()
    {
        QFETCH(Error, error);
        QFETCH(bool, trust);
        QFETCH(QString, says);
        ConnectionStatus status;
        status.phase = Phase::Refused;
        status.error = error;
        const auto notice = connectionNotice(status, profileNamed(u"x"_s), kNow);
        QCOMPARE(notice->actions.contains(NoticeAction::Trust), trust);
        QVERIFY(notice->actions.contains(NoticeAction::EditServer));
        QVERIFY2(notice->text.contains(says), qPrintable(notice->text));
        QCOMPARE(notice->detail.contains(u"00:FF"_s), trust);
    }

    void partIsNeverSilent()
    {
        ConnectionStatus status = liveStatus(kNow);
        QVERIFY(!partialNotice(status));
        status.complete = false;
        status.loaded = 20'000;
        status.counts.total = 830'112;
        QCOMPARE(partialNotice(status)->text, u"Showing the newest 20,000 of 830,112; counts are from the server."_s);
        QCOMPARE(partialNotice(status)->actions, (QList {NoticeAction::LoadMore, NoticeAction::LoadAll}));
        status.backfilling = true;
        QCOMPARE(partialNotice(status)->text, u"Loading older tasks: 20,000 of 830,112 (2 %)."_s);
        status.loadingLeft = 64 * kNsPerSecond;
        QCOMPARE(partialNotice(status)->text, u"Loading older tasks: 20,000 of 830,112 (2 %). About 1 minute 4 seconds left."_s);
        QCOMPARE(partialNotice(status)->actions, QList {NoticeAction::StopLoading});
    }

    void skewAboveFiveSecondsIsTold()
    {
        ConnectionStatus status = liveStatus(kNow);
        status.clockSkew = 4 * kNsPerSecond;
        QVERIFY(!remarkNotice(status));
        status.clockSkew = 42 * kNsPerSecond;
        QVERIFY(remarkNotice(status)->text.contains(u"42 s ahead"_s));
        status.clockSkew = -42 * kNsPerSecond;
        QVERIFY(remarkNotice(status)->text.contains(u"42 s behind"_s));
    }

    void raisedIntervalAndUntestedVersionAreTold()
    {
        ConnectionStatus status = liveStatus(kNow);
        status.intervalReason = u"Asking every 20 s: the server wants fewer requests."_s; // after a 429
        QCOMPARE(remarkNotice(status)->text, status.intervalReason);
        QVERIFY(remarkNotice(status)->actions.isEmpty());
        status.note = u"Version 9 is newer than tested."_s;
        QCOMPARE(remarkNotice(status)->text, status.note + u' ' + status.intervalReason);
        QVERIFY(!connectionNotice(status, profileNamed(u"a"_s), kNow)); // it works: no bar about the connection
    }

    void pausedOffersToResume()
    {
        ConnectionStatus status = liveStatus(kNow);
        status.phase = Phase::Paused;
        const auto notice = connectionNotice(status, profileNamed(u"a"_s), kNow);
        QVERIFY(notice);
        QVERIFY2(notice->text.contains(u"paused"_s, Qt::CaseInsensitive), qPrintable(notice->text));
        QVERIFY(notice->actions.contains(NoticeAction::Resume));
    }

    void ages_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("negative") << qint64(-3) << u"0 s"_s;
        QTest::newRow("seconds") << qint64(59) << u"59 s"_s;
        QTest::newRow("minutes") << qint64(61) << u"1 min 1 s"_s;
        QTest::newRow("hours") << qint64(7'260) << u"2 h 1 min"_s;
        QTest::newRow("days") << qint64(90'000) << u"1 d 1 h"_s;
    }
    void ages()
    {
        QFETCH(qint64, seconds);
        QTEST(ageText(seconds * kNsPerSecond), "text");
    }

    void emptinessNamesTheFilter()
    {
        ConnectionStatus status = liveStatus(kNow);
        status.counts.total = 12'481;
        const TaskFilter filter = TaskFilter::parse(u"status:failed index:books"_s).filter;
        const Emptiness none = emptinessOf(status, profileNamed(u"a"_s), filter, 40, kNoTime, kNow);
        QCOMPARE(none.kind, Emptiness::Kind::NoMatch);
        QCOMPARE(none.text, u"No task matches status:failed index:books. 12,481 tasks are hidden."_s);
        QVERIFY(none.secondary.isEmpty()); // everything is loaded: there is nothing older to search
        status.complete = false;
        QVERIFY(!emptinessOf(status, profileNamed(u"a"_s), filter, 40, kNoTime, kNow).secondary.isEmpty());
    }

    void idleServerOffersFinished()
    {
        const TaskFilter filter = TaskFilter::parse(u"status:running"_s).filter;
        const Emptiness idle = emptinessOf(liveStatus(kNow), profileNamed(u"prod-eu"_s), filter, 40, kNow - kNsPerSecond, kNow);
        QCOMPARE(idle.kind, Emptiness::Kind::NothingOpen);
        QCOMPARE(idle.text, u"No tasks are running on prod-eu. Last one finished 13:59:59."_s);
    }

    void chipsRewriteTheText_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QList<TaskState>>("states");
        QTest::addColumn<QString>("after");
        using S = TaskState;
        QTest::newRow("none") << QString() << QList<S> {S::Failed} << u"status:failed"_s;
        QTest::newRow("beside") << u"index:books"_s << QList<S> {S::Failed} << u"status:failed index:books"_s;
        QTest::newRow("replace in place") << u"index:books status:failed ran>3s"_s << QList<S> {S::Queued, S::Running}
                                          << u"index:books status:queued,running ran>3s"_s;
        QTest::newRow("remove") << u"status:failed index:books"_s << QList<S> {} << u"index:books"_s;
        QTest::newRow("two clauses become one") << u"status:failed status:queued"_s << QList<S> {S::Running} << u"status:running"_s;
        QTest::newRow("quotes") << u"\"status:failed it says\""_s << QList<S> {S::Failed}
                                << u"status:failed \"status:failed it says\""_s;
        QTest::newRow("or") << u"index:a OR index:b"_s << QList<S> {S::Failed} << u"status:failed (index:a OR index:b)"_s;
        QTest::newRow("negated stays") << u"-status:failed"_s << QList<S> {S::Queued} << u"status:queued -status:failed"_s;
        QTest::newRow("nested stays") << u"(status:failed OR index:a)"_s << QList<S> {S::Failed}
                                      << u"status:failed (status:failed OR index:a)"_s;
    }
    void chipsRewriteTheText()
    {
        QFETCH(QString, before);
        QFETCH(QList<TaskState>, states);
        const QString after = withStates(before, states);
        QTEST(after, "after");
        const TaskFilter::Parsed parsed = TaskFilter::parse(after);
        QVERIFY2(!parsed.error, qPrintable(parsed.error ? parsed.error->message : QString()));
        QCOMPARE(statesIn(parsed.filter), states);
    }

    void serverWordsLightTheirChips()
    {
        QCOMPARE(statesIn(TaskFilter::parse(u"status:enqueued,processing"_s).filter),
                 (QList {TaskState::Queued, TaskState::Running}));
        QVERIFY(statesIn(TaskFilter::parse(u"status:failed OR index:a"_s).filter).isEmpty());
    }

    void clausesAreAddedOnce()
    {
        QCOMPARE(withClause({}, u"index:a"_s), u"index:a"_s);
        QCOMPARE(withClause(u"index:a"_s, u"index:a"_s), u"index:a"_s);
        QCOMPARE(withClause(u"index:a OR index:b"_s, u"type:x"_s), u"(index:a OR index:b) type:x"_s);
    }

    void cellsBecomeClausesThatParse()
    {
        Task task = makeTask(u"5"_s, TaskState::Failed, kNow);
        task.target = u"my \"odd\" index (x)"_s;
        for (const ColumnSpec &spec : columns()) {
            const auto clause = clauseOfCell(task, spec.column);
            if (!clause)
                continue;
            const auto parsed = TaskFilter::parse(*clause);
            QVERIFY2(!parsed.error, qPrintable(*clause));
            const auto clauses = parsed.filter.conjunction();
            QVERIFY(clauses && clauses->size() == 1);
            if (spec.column == Column::Index)
                QCOMPARE(clauses->first().values, QList {task.target});
        }
        QVERIFY(!clauseOfCell(task, Column::Ran));
    }

    void columnLayoutSurvivesNonsense()
    {
        const ColumnLayout layout = ColumnLayout::fromText("-id:90,nothing:3,state:1x,,id:5,index"_ba);
        QCOMPARE(layout.entries.size(), qsizetype(columns().size()));
        QCOMPARE(layout.entries.first().id, u"id"_s);
        QVERIFY(!layout.entries.first().shown);
        QCOMPARE(layout.entries.at(2).id, u"index"_s);
        QCOMPARE(ColumnLayout::fromText(layout.toText()), layout);
    }

    void cancelIsRefusedWithAReason()
    {
        FakeClock clock;
        WatchedServer server(profileNamed(u"prod"_s, Environment::Production), clock);
        server.setStatus(liveStatus(clock.now()));
        ActionContext context;
        QVERIFY(!cancelSelectedAbility(context));
        context.server = &server;
        context.selected = 3;
        context.selectionHasOpen = true;
        context.filtered = true;
        QCOMPARE(cancelSelectedAbility(context).reason, u"The connection to prod is read-only."_s);
        ServerProfile writable = server.profile();
        writable.readOnly = false;
        server.setProfile(writable);
        QVERIFY(cancelSelectedAbility(context));
        QVERIFY(cancelMatchingAbility(context));
        context.filtered = false;
        QVERIFY(!cancelMatchingAbility(context)); // an empty filter never becomes a cancel
        context.selectionHasOpen = false;
        QVERIFY(!cancelSelectedAbility(context));
        ConnectionStatus status = liveStatus(clock.now());
        status.capabilities.cancel = Ability::no(u"The key lacks tasks.cancel."_s);
        server.setStatus(status);
        QCOMPARE(cancelSelectedAbility(context).reason, u"The key lacks tasks.cancel."_s);
    }
};

QTEST_GUILESS_MAIN(TestWindowSituation)
#include "test_window_situation.moc"

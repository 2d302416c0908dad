// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a confirmed command: the time to undo it, the flow around it, quitting in the middle, results.
#include "tests/views/commandfixture.h"
#include "views/dialogs/commandflow.h"
#include "views/dialogs/commandwords.h"
#include "views/dialogs/resultspanel.h"
#include "views/dialogs/undobar.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

class TestDialogAfterwards : public CommandFixture
{
    Q_OBJECT

private slots:
    void undoBarHoldsUntilTheEnd();
    void undoSendsNothing();
    void undoByKeyboard();
    void everyHoldIsItsOwn();
    void bareCommandsAreNeverHeld();
    void serverGoneSendsNothing();
    void flowSkipsTheQuestionWhenToldSo();
    void flowAsksAfterAllWhenItIsNotOneTask();
    void quittingAsks_data();
    void quittingAsks();
    void quitWaitsForResults_data();
    void quitWaitsForResults();
    void sendNowAtQuitIsNotCutOff();
    void resultsNameEveryOutcome();
    void resultsStayClosed();
};

void TestDialogAfterwards::undoBarHoldsUntilTheEnd()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(300);
    QElapsedTimer timer;
    timer.start();
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    QVERIFY(bar.isVisible());
    QVERIFY(m_sent.isEmpty());
    QTRY_COMPARE(m_sent.size(), 1);
    QVERIFY(timer.elapsed() >= 290);
    QCOMPARE(bar.pending(), 0);
    QVERIFY(!bar.isVisible());
}

void TestDialogAfterwards::undoSendsNothing()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(50);
    QSignalSpy noticed(&bar, &UndoBar::noticed);
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    QVERIFY(bar.undoLatest());
    QVERIFY(!bar.undoLatest());
    QCOMPARE(noticed.size(), 1);
    QTest::qWait(120); // longer than the hold: were it to send, it would have by now
    QVERIFY(m_sent.isEmpty());
}

void TestDialogAfterwards::undoByKeyboard()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(-1);
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    QTest::keyClick(named<QPushButton>(&bar, u"Undo."_s), Qt::Key_Escape);
    QCOMPARE(bar.pending(), 0);
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    QTest::keyClick(named<QPushButton>(&bar, u"Send now."_s), Qt::Key_Space);
    QCOMPARE(m_sent.size(), 1);
}

void TestDialogAfterwards::everyHoldIsItsOwn()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(-1);
    for (int i = 0; i < 3; ++i) {
        Command command = previewOf(draftOf({QString::number(i)}), 1).command;
        bar.hold(*m_server, command);
    }
    QCOMPARE(bar.pending(), 3);
    bar.undoLatest();
    bar.sendAll();
    QCOMPARE(m_sent.size(), 2);
    QCOMPARE(m_sent.at(0).ids.first(), u"0"_s);
    QCOMPARE(m_sent.at(1).ids.first(), u"1"_s);
}

void TestDialogAfterwards::bareCommandsAreNeverHeld()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(0);
    bar.hold(*m_server, Command {});
    QCOMPARE(bar.pending(), 0);
    QVERIFY(m_sent.isEmpty());
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    QCOMPARE(m_sent.size(), 1);
}

void TestDialogAfterwards::serverGoneSendsNothing()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(-1);
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    m_server.reset();
    QCOMPARE(bar.pending(), 0);
    bar.sendAll();
    QVERIFY(m_sent.isEmpty());
}

void TestDialogAfterwards::flowSkipsTheQuestionWhenToldSo()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(-1);
    CommandFlow flow(*m_window, bar);
    flow.setAskForSingle(false);
    const CommandDraft draft = draftOf({u"0"_s});
    QSignalSpy asked(m_server.get(), &WatchedServer::previewRequested);
    flow.begin(m_server.get(), draft);
    QVERIFY(!m_window->findChild<CommandDialog *>());
    m_server->deliverPreview(asked.value(0).value(0).toInt(), previewOf(draft, 1));
    QCOMPARE(bar.pending(), 1);
    m_server->deliverPreview(asked.value(0).value(0).toInt(), previewOf(draft, 1)); // answered twice: held once
    QCOMPARE(bar.pending(), 1);
    setEnvironment(Environment::Production);
    flow.begin(m_server.get(), draft);
    QVERIFY(m_window->findChild<CommandDialog *>());
}

void TestDialogAfterwards::flowAsksAfterAllWhenItIsNotOneTask()
{
    UndoBar bar(m_window.get());
    CommandFlow flow(*m_window, bar);
    flow.setAskForSingle(false);
    QSignalSpy asked(m_server.get(), &WatchedServer::previewRequested);
    flow.begin(m_server.get(), draftOf({u"0"_s}));
    m_server->deliverPreview(asked.value(0).value(0).toInt(), previewOf(draftOf({u"0"_s}), 0));
    QCOMPARE(bar.pending(), 0);
    QVERIFY(m_window->findChild<CommandDialog *>());
}

void TestDialogAfterwards::quittingAsks_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("left");
    QTest::addColumn<bool>("quits");
    QTest::newRow("send") << u"Send Now"_s << 1 << 0 << true;
    QTest::newRow("discard") << u"Discard"_s << 0 << 0 << true;
    QTest::newRow("stay") << u"Stay"_s << 0 << 1 << false;
}

void TestDialogAfterwards::quittingAsks()
{
    QFETCH(QString, button);
    QFETCH(int, sent);
    QFETCH(int, left);
    QFETCH(bool, quits);
    UndoBar bar(m_window.get());
    bar.setHoldTime(-1);
    CommandFlow flow(*m_window, bar);
    bool proceeded = false;
    QVERIFY(flow.mayQuit([] { }));
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    QVERIFY(!flow.mayQuit([&proceeded] { proceeded = true; }));
    auto *box = m_window->findChild<QMessageBox *>(u"pendingAtQuit"_s);
    QVERIFY(box);
    QCOMPARE(box->defaultButton()->text(), u"Stay"_s);
    withText<QPushButton>(box, button)->click();
    QCOMPARE(m_sent.size(), sent);
    QCOMPARE(bar.pending(), left);
    QCOMPARE(proceeded, quits);
}

void TestDialogAfterwards::quitWaitsForResults_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("quitsAtOnce");
    QTest::addColumn<bool>("quitsLater");
    QTest::newRow("when known") << u"Quit When Known"_s << false << true;
    QTest::newRow("now") << u"Quit Now"_s << true << true;
    QTest::newRow("stay") << u"Stay"_s << false << false;
}

void TestDialogAfterwards::quitWaitsForResults()
{
    QFETCH(QString, button);
    QFETCH(bool, quitsAtOnce);
    QFETCH(bool, quitsLater);
    UndoBar bar;
    CommandFlow flow(*m_window, bar);
    flow.follow(*m_server);
    CommandReport report;
    report.command = previewOf(draftOf({u"1"_s}), 1).command;
    report.phase = CommandReport::Phase::Accepted;
    m_server->setReport(report);
    int quits = 0;
    const std::function<void()> close = [&] { quits += flow.mayQuit(close) ? 1 : 0; }; // as a window does
    close();
    QCOMPARE(quits, 0);
    auto *box = m_window->findChild<QMessageBox *>(u"unconfirmedAtQuit"_s);
    QVERIFY(box);
    QCOMPARE(box->defaultButton()->text(), u"Stay"_s);
    withText<QPushButton>(box, button)->click();
    QCOMPARE(quits, quitsAtOnce ? 1 : 0);
    report.phase = CommandReport::Phase::Done;
    m_server->setReport(report);
    QTRY_COMPARE(quits, quitsLater ? 1 : 0);
    quits = 0;
    close();
    QCOMPARE(quits, 1); // nothing is open any more
}

void TestDialogAfterwards::sendNowAtQuitIsNotCutOff()
{
    UndoBar bar;
    CommandFlow flow(*m_window, bar);
    flow.follow(*m_server);
    const Command command = previewOf(draftOf({u"1"_s}), 1).command;
    CommandReport report;
    report.command = command;
    connect(m_server.get(), &WatchedServer::commandRequested, &bar, [&] { m_server->setReport(report); });
    bar.hold(*m_server, command);
    bool quit = false;
    QVERIFY(!flow.mayQuit([&quit] { quit = true; }));
    withText<QPushButton>(m_window->findChild<QMessageBox *>(u"pendingAtQuit"_s), u"Send Now"_s)->click();
    QVERIFY(!quit); // the request is on its way
    report.phase = CommandReport::Phase::Done;
    m_server->setReport(report);
    QTRY_VERIFY(quit);
}

void TestDialogAfterwards::resultsNameEveryOutcome()
{
    ResultsPanel panel(m_window.get());
    panel.follow(*m_server);
    panel.follow(*m_server);
    QSignalSpy noticed(&panel, &ResultsPanel::noticed);
    CommandReport report;
    report.command = previewOf(draftOf({u"1"_s, u"2"_s, u"3"_s, u"4"_s}), 4).command;
    report.phase = CommandReport::Phase::Accepted;
    m_server->setReport(report);
    QVERIFY(noticed.isEmpty());
    report.phase = CommandReport::Phase::Done;
    using Kind = CommandOutcome::Kind;
    report.outcomes = {{u"1"_s, Kind::Canceled, {}}, {u"2"_s, Kind::AlreadyFinished, {}}, {u"3"_s, Kind::Refused, kEvil}, {u"4"_s, Kind::NotConfirmed, {}}};
    report.difference = kEvil;
    m_server->setReport(report);
    QCOMPARE(noticed.size(), 1);
    QCOMPARE(noticed.first().first().toString(), u"prod-eu: 1 canceled, 1 already finished, 1 refused, 1 not confirmed"_s);
    QVERIFY(withText<QLabel>(&panel, kEvil));
    for (const QLabel *label : panel.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    named<QToolButton>(&panel, u"Show what became"_s)->click();
    auto *list = named<QTreeWidget>(&panel, u"Outcome"_s);
    QCOMPARE(list->topLevelItemCount(), 4);
    QCOMPARE(list->topLevelItem(1)->text(1), QString(u"Refused: "_s + kEvil));
    QVERIFY(!list->topLevelItem(1)->toolTip(1).contains(u"<img"_s));
    QSignalSpy retry(&panel, &ResultsPanel::retryRequested);
    withText<QPushButton>(&panel, u"Try These Again"_s)->click();
    QCOMPARE(retry.first().at(1).value<CommandDraft>().ids, QList<TaskId>({u"3"_s, u"4"_s}));
    report.affected = 4000; // the list is cut, the server's count is not
    QVERIFY(reportText(report, u"s"_s).startsWith(u"s: 4,000 canceled"_s));
}

void TestDialogAfterwards::resultsStayClosed()
{
    ResultsPanel panel(m_window.get());
    panel.follow(*m_server);
    CommandReport report;
    report.command = previewOf(draftOf({u"1"_s}), 1).command;
    m_server->setReport(report);
    QVERIFY(panel.isVisible());
    named<QToolButton>(&panel, u"Close this result"_s)->click();
    QVERIFY(!panel.isVisible());
    report.phase = CommandReport::Phase::Done;
    m_server->setReport(report);
    QVERIFY(!panel.isVisible());
}

QTEST_MAIN(TestDialogAfterwards)
#include "test_dialog_afterwards.moc"

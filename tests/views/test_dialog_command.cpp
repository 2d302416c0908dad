// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/taskfixture.h"
#include "views/dialogs/commanddialog.h"
#include "views/dialogs/commandflow.h"
#include "views/dialogs/commandwords.h"
#include "views/dialogs/resultspanel.h"
#include "views/dialogs/undobar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

namespace {

const QString kEvil = u"<b>x</b><img src='file:///y'>"_s;

template<typename T>
T *withText(QWidget *parent, const QString &start)
{
    for (T *widget : parent->findChildren<T *>()) {
        if (widget->isVisibleTo(parent) && widget->text().startsWith(start))
            return widget;
    }
    return nullptr;
}

template<typename T>
T *named(QWidget *parent, const QString &start)
{
    for (T *widget : parent->findChildren<T *>()) {
        if (widget->isVisibleTo(parent) && widget->accessibleName().startsWith(start))
            return widget;
    }
    return nullptr;
}

} // namespace

class TestDialogCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void countsAsTyped_data();
    void countsAsTyped();
    void numberIsAskedFor_data();
    void numberIsAskedFor();
    void startsOnTheSafeButton();
    void escapeKeepsEverythingRunning();
    void sendsThePinnedCommandOnce();
    void sendsNothingWithoutAPreview_data();
    void sendsNothingWithoutAPreview();
    void refusesWhatMayNotBeSent_data();
    void refusesWhatMayNotBeSent();
    void readOnlyWhileOpenDisables();
    void mustTypeTheNumber();
    void retriesAFailedPreview();
    void showsServerTextLiterally();
    void briefFormForOneTask();
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

private:
    CommandDraft draftOf(const QList<TaskId> &ids) const;
    CommandPreview previewOf(const CommandDraft &draft, qint64 count) const;
    void setEnvironment(Environment environment, bool readOnly = false);
    /// Opens a dialog and returns the token that it asked with; 0 when it did not ask.
    int openDialog(const CommandDraft &draft, bool brief = false);

    FakeClock m_clock;
    std::unique_ptr<WatchedServer> m_server;
    std::unique_ptr<QWidget> m_window;
    QPointer<CommandDialog> m_dialog;
    QList<Command> m_confirmed;
    QList<Command> m_sent;
};

void TestDialogCommand::init()
{
    ServerProfile profile;
    profile.name = u"prod-eu"_s;
    profile.url = QUrl(u"http://user:hush@localhost:7700"_s);
    m_server = std::make_unique<WatchedServer>(profile, m_clock);
    ConnectionStatus status;
    status.capabilities.cancel = Ability::yes();
    status.capabilities.cancelByFilter = Ability::yes();
    status.capabilities.deleteTasks = Ability::yes();
    status.capabilities.cancelMeans = u"Queued tasks will not start."_s;
    m_server->setStatus(status);
    m_confirmed.clear();
    m_sent.clear();
    connect(m_server.get(), &WatchedServer::commandRequested, this, [this](const Command &command) { m_sent.append(command); });
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_window->show();
}

void TestDialogCommand::cleanup()
{
    delete m_dialog;
    m_window.reset();
    m_server.reset();
}

CommandDraft TestDialogCommand::draftOf(const QList<TaskId> &ids) const
{
    CommandDraft draft;
    draft.ids = ids;
    return draft;
}

CommandPreview TestDialogCommand::previewOf(const CommandDraft &draft, qint64 count) const
{
    CommandPreview preview;
    preview.command.id = u"c1"_s;
    preview.command.kind = draft.kind;
    preview.command.ids = draft.ids;
    preview.command.filter = draft.filter;
    preview.command.previewed = count;
    preview.count = count;
    preview.byState = {{TaskState::Queued, count}};
    preview.byType = {{kEvil, count}};
    preview.oldest = u"1"_s;
    preview.newest = u"9"_s;
    for (qint64 i = 0; i < std::min<qint64>(count, 1000); ++i)
        preview.tasks.append(makeTask(QString::number(i), TaskState::Queued, m_clock.now()));
    preview.curl = u"curl -X POST 'http://localhost:7700/tasks/cancel?uids=1'"_s;
    return preview;
}

void TestDialogCommand::setEnvironment(Environment environment, bool readOnly)
{
    ServerProfile profile = m_server->profile();
    profile.environment = environment;
    profile.readOnly = readOnly;
    m_server->setProfile(profile);
}

int TestDialogCommand::openDialog(const CommandDraft &draft, bool brief)
{
    QSignalSpy asked(m_server.get(), &WatchedServer::previewRequested);
    m_dialog = new CommandDialog(*m_server, draft, brief, m_window.get());
    connect(m_dialog, &CommandDialog::confirmed, this, [this](const Command &command) { m_confirmed.append(command); });
    m_dialog->open();
    return asked.isEmpty() ? 0 : asked.first().first().toInt();
}

void TestDialogCommand::countsAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("right");
    QTest::newRow("plain") << u"12481"_s << true;
    QTest::newRow("grouped") << u"12,481"_s << true;
    QTest::newRow("spaces") << u" 12 481 "_s << true;
    QTest::newRow("other number") << u"12480"_s << false;
    QTest::newRow("beginning") << u"12"_s << false;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("words") << u"12481 yes"_s << false;
    QTest::newRow("sign") << u"-12481"_s << false;
}

void TestDialogCommand::countsAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(bool, right);
    QCOMPARE(isTypedNumber(typed, 12481), right);
}

void TestDialogCommand::numberIsAskedFor_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<bool>("byFilter");
    QTest::addColumn<int>("environment");
    QTest::addColumn<bool>("asked");
    QTest::newRow("few by id on production") << qint64(100) << false << int(Environment::Production) << false;
    QTest::newRow("many by id") << qint64(101) << false << int(Environment::Development) << true;
    QTest::newRow("few by filter") << qint64(2) << true << int(Environment::Staging) << false;
    QTest::newRow("few by filter on production") << qint64(2) << true << int(Environment::Production) << true;
}

void TestDialogCommand::numberIsAskedFor()
{
    QFETCH(qint64, count);
    QFETCH(bool, byFilter);
    QFETCH(int, environment);
    QFETCH(bool, asked);
    CommandPreview preview;
    preview.count = count;
    if (!byFilter)
        preview.command.ids = {u"1"_s};
    QCOMPARE(mustTypeNumber(preview, static_cast<Environment>(environment)), asked);
}

void TestDialogCommand::startsOnTheSafeButton()
{
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    const int token = openDialog(draft);
    auto *keep = withText<QPushButton>(m_dialog, u"Keep Running"_s);
    m_dialog->activateWindow();
    QTRY_COMPARE(m_dialog->focusWidget(), keep);
    m_server->deliverPreview(token, previewOf(draft, 2));
    QCOMPARE(m_dialog->focusWidget(), keep);
    QVERIFY(withText<QPushButton>(m_dialog, u"Cancel 2"_s)->isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_Return); // Enter without looking is safe
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_confirmed.isEmpty());
}

void TestDialogCommand::escapeKeepsEverythingRunning()
{
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    m_server->deliverPreview(openDialog(draft), previewOf(draft, 2));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_confirmed.isEmpty());
}

void TestDialogCommand::sendsThePinnedCommandOnce()
{
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    m_server->deliverPreview(openDialog(draft), previewOf(draft, 2));
    QTest::keyClicks(named<QLineEdit>(m_dialog, u"Reason"_s), u"ticket 812"_s);
    auto *doIt = withText<QPushButton>(m_dialog, u"Cancel 2"_s);
    doIt->click();
    doIt->click();
    QCOMPARE(m_confirmed.size(), 1);
    QCOMPARE(m_confirmed.first().ids, draft.ids);
    QCOMPARE(m_confirmed.first().reason, u"ticket 812"_s);
    QVERIFY(m_sent.isEmpty()); // sending is not the dialog's
}

void TestDialogCommand::sendsNothingWithoutAPreview_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("asked, no answer yet") << 0;
    QTest::newRow("the preview failed") << 1;
    QTest::newRow("an answer to an older question") << 2;
    QTest::newRow("nothing would be hit") << 3;
    QTest::newRow("a command that is not pinned") << 4;
    QTest::newRow("a command of the other kind") << 5;
}

void TestDialogCommand::sendsNothingWithoutAPreview()
{
    QFETCH(int, what);
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    const int token = openDialog(draft);
    QVERIFY(token > 0);
    CommandPreview preview = previewOf(draft, 2);
    if (what == 1)
        m_server->deliverPreviewError(token, Error {});
    if (what == 2)
        m_server->deliverPreview(token - 1, preview);
    if (what == 3)
        preview.count = 0;
    if (what == 4)
        preview.command.ids.clear();
    if (what == 5)
        preview.command.kind = CommandKind::Delete;
    if (what >= 3)
        m_server->deliverPreview(token, preview);
    auto *doIt = withText<QPushButton>(m_dialog, u"Cancel"_s);
    QVERIFY(!doIt->isEnabled());
    doIt->click();
    QTest::keyClick(doIt, Qt::Key_Space);
    QVERIFY(m_confirmed.isEmpty());
}

void TestDialogCommand::refusesWhatMayNotBeSent_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty draft") << 0 << u"No task is chosen."_s;
    QTest::newRow("read-only") << 1 << u"The connection prod-eu is read-only."_s;
    QTest::newRow("not possible here") << 2 << u"The key lacks tasks.cancel."_s;
}

void TestDialogCommand::refusesWhatMayNotBeSent()
{
    QFETCH(int, what);
    QFETCH(QString, reason);
    if (what == 1)
        setEnvironment(Environment::Production, true);
    if (what == 2) {
        ConnectionStatus status = m_server->status();
        status.capabilities.cancel = Ability::no(u"The key lacks tasks.cancel."_s);
        m_server->setStatus(status);
    }
    QCOMPARE(openDialog(what == 0 ? CommandDraft {} : draftOf({u"1"_s})), 0); // the server is not even asked
    QVERIFY(withText<QLabel>(m_dialog, reason));
    QVERIFY(!withText<QPushButton>(m_dialog, u"Cancel 1"_s)->isEnabled());
}

void TestDialogCommand::readOnlyWhileOpenDisables()
{
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    m_server->deliverPreview(openDialog(draft), previewOf(draft, 2));
    setEnvironment(Environment::Development, true);
    auto *doIt = withText<QPushButton>(m_dialog, u"Cancel 2"_s);
    QVERIFY(!doIt->isEnabled());
    doIt->click();
    QVERIFY(m_confirmed.isEmpty());
}

void TestDialogCommand::mustTypeTheNumber()
{
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    m_server->deliverPreview(openDialog(draft), previewOf(draft, 137));
    auto *doIt = withText<QPushButton>(m_dialog, u"Cancel 137"_s);
    auto *typed = named<QLineEdit>(m_dialog, u"Type 137 to confirm"_s);
    QVERIFY(typed);
    QVERIFY(!doIt->isEnabled());
    QTest::keyClicks(typed, u"13"_s);
    QVERIFY(!doIt->isEnabled());
    QTest::keyClicks(typed, u"7"_s);
    QVERIFY(doIt->isEnabled());
    QTest::keyClick(doIt, Qt::Key_Space);
    QCOMPARE(m_confirmed.size(), 1);
}

void TestDialogCommand::retriesAFailedPreview()
{
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    const int first = openDialog(draft);
    Error error;
    error.message = u"No answer for 30 s."_s;
    error.serverMessage = kEvil;
    m_server->deliverPreviewError(first, error);
    QVERIFY(withText<QLabel>(m_dialog, u"Nothing was sent. No answer for 30 s."_s));
    QSignalSpy asked(m_server.get(), &WatchedServer::previewRequested);
    withText<QPushButton>(m_dialog, u"Try Again"_s)->click();
    QCOMPARE(asked.size(), 1);
    const int second = asked.first().first().toInt();
    QVERIFY(second != first);
    m_server->deliverPreview(first, previewOf(draft, 2));
    QVERIFY(!withText<QPushButton>(m_dialog, u"Cancel 2"_s)->isEnabled()); // too late
    m_server->deliverPreview(second, previewOf(draft, 2));
    QVERIFY(withText<QPushButton>(m_dialog, u"Cancel 2"_s)->isEnabled());
}

void TestDialogCommand::showsServerTextLiterally()
{
    const CommandDraft draft = draftOf({u"1"_s, u"2"_s});
    CommandPreview preview = previewOf(draft, 2);
    preview.tasks[0].type = kEvil;
    preview.note = kEvil;
    preview.means = kEvil;
    preview.byTarget = {{kEvil, 2}};
    m_server->deliverPreview(openDialog(draft), preview);
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty() || !label->text().contains(u'<'), qPrintable(label->text()));
    QVERIFY(withText<QLabel>(m_dialog, kEvil));
    auto *list = named<QTableView>(m_dialog, u"Tasks"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        for (int column = 0; column < list->model()->columnCount(); ++column)
            QVERIFY(!list->model()->index(row, column).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(u"hush"_s));
    list->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(list->model()->index(0, 1).data().toString(), u"1"_s);
}

void TestDialogCommand::briefFormForOneTask()
{
    const CommandDraft draft = draftOf({u"0"_s});
    QVERIFY(CommandDialog::mayBeBrief(*m_server, draft));
    QVERIFY(!CommandDialog::mayBeBrief(*m_server, draftOf({u"1"_s, u"2"_s})));
    m_server->deliverPreview(openDialog(draft, true), previewOf(draft, 1));
    QVERIFY(!named<QTableView>(m_dialog, u"Tasks"_s));
    QVERIFY(withText<QLabel>(m_dialog, u"Task 0: documentAdditionOrUpdate on movies, Queued."_s));
    QSignalSpy never(m_dialog, &CommandDialog::dontAskAgain);
    m_dialog->findChild<QCheckBox *>()->setChecked(true);
    withText<QPushButton>(m_dialog, u"Cancel 1"_s)->click();
    QCOMPARE(never.size(), 1);
    QCOMPARE(m_confirmed.size(), 1);
    setEnvironment(Environment::Production);
    QVERIFY(!CommandDialog::mayBeBrief(*m_server, draft));
}

void TestDialogCommand::undoBarHoldsUntilTheEnd()
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

void TestDialogCommand::undoSendsNothing()
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

void TestDialogCommand::undoByKeyboard()
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

void TestDialogCommand::everyHoldIsItsOwn()
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

void TestDialogCommand::bareCommandsAreNeverHeld()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(0);
    bar.hold(*m_server, Command {});
    QCOMPARE(bar.pending(), 0);
    QVERIFY(m_sent.isEmpty());
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    QCOMPARE(m_sent.size(), 1);
}

void TestDialogCommand::serverGoneSendsNothing()
{
    UndoBar bar(m_window.get());
    bar.setHoldTime(-1);
    bar.hold(*m_server, previewOf(draftOf({u"1"_s}), 1).command);
    m_server.reset();
    QCOMPARE(bar.pending(), 0);
    bar.sendAll();
    QVERIFY(m_sent.isEmpty());
}

void TestDialogCommand::flowSkipsTheQuestionWhenToldSo()
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

void TestDialogCommand::flowAsksAfterAllWhenItIsNotOneTask()
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

void TestDialogCommand::quittingAsks_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("left");
    QTest::addColumn<bool>("quits");
    QTest::newRow("send") << u"Send Now"_s << 1 << 0 << true;
    QTest::newRow("discard") << u"Discard"_s << 0 << 0 << true;
    QTest::newRow("stay") << u"Stay"_s << 0 << 1 << false;
}

void TestDialogCommand::quittingAsks()
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

void TestDialogCommand::quitWaitsForResults_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("quitsAtOnce");
    QTest::addColumn<bool>("quitsLater");
    QTest::newRow("when known") << u"Quit When Known"_s << false << true;
    QTest::newRow("now") << u"Quit Now"_s << true << true;
    QTest::newRow("stay") << u"Stay"_s << false << false;
}

void TestDialogCommand::quitWaitsForResults()
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

void TestDialogCommand::sendNowAtQuitIsNotCutOff()
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

void TestDialogCommand::resultsNameEveryOutcome()
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

void TestDialogCommand::resultsStayClosed()
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

QTEST_MAIN(TestDialogCommand)
#include "test_dialog_command.moc"

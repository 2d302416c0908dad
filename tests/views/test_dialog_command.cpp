// SPDX-License-Identifier: GPL-3.0-or-later
// The question before a command.
#include "tests/views/commandfixture.h"
#include "views/dialogs/commandwords.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

class TestDialogCommand : public CommandFixture
{
    Q_OBJECT

private slots:
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
};

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
    QCOMPARE(doIt->text(), u"Cancel Tasks"_s); // no number that the server did not say
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
    QVERIFY(!withText<QPushButton>(m_dialog, u"Cancel Tasks"_s)->isEnabled());
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
    QVERIFY(!withText<QPushButton>(m_dialog, u"Cancel Tasks"_s)->isEnabled()); // too late
    m_server->deliverPreview(second, previewOf(draft, 2));
    QVERIFY(withText<QPushButton>(m_dialog, u"Cancel 2"_s)->isEnabled());
    QVERIFY(withText<QLabel>(m_dialog, u"Cancel 2 task"_s));
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

QTEST_MAIN(TestDialogCommand)
#include "test_dialog_command.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/taskfixture.h"
#include "views/detail/findbar.h"
#include "views/detail/jsontreemodel.h"
#include "views/detail/linkbutton.h"
#include "views/detail/taskdetailpane.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace taskglass;
using namespace taskglass::test;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
T *named(QWidget *parent, const QString &accessibleName)
{
    for (T *widget : parent->findChildren<T *>()) {
        if (widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

template<typename T>
T *visibleWithText(QWidget *parent, const QString &text)
{
    for (T *widget : parent->findChildren<T *>()) {
        if (widget->isVisible() && widget->text() == text)
            return widget;
    }
    return nullptr;
}

} // namespace

class TestDetailPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void failedTaskOpensOnError();
    void showsServerTextLiterally();
    void offersSafeLinksOnly_data();
    void offersSafeLinksOnly();
    void opensALinkOnlyWhenConfirmed();
    void keepsWhatTheServerForgets();
    void asksForATaskThatIsNotLoaded();
    void reloadsWhenTheTaskChanges();
    void keepsTheUsersTab();
    void cancelIsOfferedWithTheReason();
    void rawIsByteForByte();
    void detailsAreSearchedByKeyboard();
    void relatedTasksAreActivatedByKeyboard();
    void ticksWhileItRuns();
    void everyControlHasAName();
    void survivesTheServersEnd();

public slots:
    void handleUrl(const QUrl &url) { m_opened.append(url); }

private:
    Task failed(const QString &message = u"It went wrong"_s, const QString &link = u"https://docs.example/#x"_s) const;
    void load(const QList<Task> &tasks);

    FakeClock m_clock;
    std::unique_ptr<WatchedServer> m_server;
    std::unique_ptr<TaskDetailPane> m_pane;
    QList<QUrl> m_opened;
};

void TestDetailPane::initTestCase()
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "handleUrl");
}

void TestDetailPane::cleanupTestCase()
{
    QDesktopServices::unsetUrlHandler(u"https"_s);
}

void TestDetailPane::init()
{
    ServerProfile profile;
    profile.id = u"s1"_s;
    profile.name = u"prod-eu"_s;
    profile.url = QUrl(u"http://localhost:7700"_s);
    m_server = std::make_unique<WatchedServer>(profile, m_clock);
    ConnectionStatus status;
    status.phase = ConnectionStatus::Phase::Live;
    status.kind = ServerKind::Meilisearch;
    status.capabilities.cancel = Ability::yes();
    status.capabilities.batches = Ability::yes();
    m_server->setStatus(status);
    m_pane = std::make_unique<TaskDetailPane>();
    m_pane->setServer(m_server.get());
    m_pane->resize(520, 600);
    m_pane->show();
    m_opened.clear();
}

void TestDetailPane::cleanup()
{
    m_pane.reset();
    m_server.reset();
}

Task TestDetailPane::failed(const QString &message, const QString &link) const
{
    Task task = makeTask(u"90538"_s, TaskState::Failed, m_clock.now());
    task.error = TaskError {message, u"bad_thing"_s, u"invalid_request"_s, link};
    return task;
}

void TestDetailPane::load(const QList<Task> &tasks)
{
    UpdateBuilder update;
    for (const Task &task : tasks)
        update.add(task);
    m_server->applyUpdate(update.make());
}

void TestDetailPane::failedTaskOpensOnError()
{
    load({failed(), makeTask(u"1"_s, TaskState::Succeeded, m_clock.now())});
    m_pane->setTask(u"90538"_s);
    QCOMPARE(m_pane->currentTab(), TaskDetailPane::Tab::Error);
    QCOMPARE(named<QLabel>(m_pane.get(), u"Error message"_s)->text(), u"It went wrong"_s);
    QCOMPARE(named<QLabel>(m_pane.get(), u"Error code"_s)->text(), u"bad_thing"_s);
    m_pane->setTask(u"1"_s);
    QCOMPARE(m_pane->currentTab(), TaskDetailPane::Tab::Summary);
}

void TestDetailPane::showsServerTextLiterally()
{
    const QString evil = u"<img src='file:///x'><b>bold</b> & <a href='http://x'>y</a>"_s;
    Task task = failed(evil);
    task.type = evil;
    task.target = evil;
    task.serverState = evil;
    task.batch = evil;
    task.state = TaskState::Unknown;
    task.canceledBy = evil;
    task.labels = {{u"customMetadata"_s, evil}};
    load({task});
    m_pane->setTask(u"90538"_s);
    for (int tab = 0; tab < TaskDetailPane::kTabCount; ++tab) {
        m_pane->showTab(static_cast<TaskDetailPane::Tab>(tab));
        for (const QLabel *label : m_pane->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        for (const QWidget *widget : m_pane->findChildren<QWidget *>())
            QVERIFY2(!widget->toolTip().contains(u"<img"_s) && !widget->toolTip().contains(u"<b>"_s), qPrintable(widget->toolTip()));
    }
    m_pane->showTab(TaskDetailPane::Tab::Summary);
    QVERIFY(visibleWithText<QLabel>(m_pane.get(), evil));
    QVERIFY(named<LinkButton>(m_pane.get(), u"Canceled by: Task "_s + evil));
}

void TestDetailPane::offersSafeLinksOnly_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("offered");
    QTest::newRow("https") << u"https://docs.example/#x"_s << true;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestDetailPane::offersSafeLinksOnly()
{
    QFETCH(QString, link);
    QFETCH(bool, offered);
    load({failed(u"x"_s, link)});
    m_pane->setTask(u"90538"_s);
    QCOMPARE(visibleWithText<QPushButton>(m_pane.get(), u"Open Documentation…"_s) != nullptr, offered);
}

void TestDetailPane::opensALinkOnlyWhenConfirmed()
{
    load({failed()});
    m_pane->setTask(u"90538"_s);
    auto *button = visibleWithText<QPushButton>(m_pane.get(), u"Open Documentation…"_s);
    QVERIFY(button);
    const auto box = [this] { return m_pane->findChild<QMessageBox *>(u"confirmLink"_s); };
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(box());
    QCOMPARE(box()->informativeText(), u"https://docs.example/#x"_s);
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(!box());
    QVERIFY(m_opened.isEmpty());
    QTest::keyClick(button, Qt::Key_Space);
    for (QAbstractButton *choice : box()->buttons()) {
        if (choice->text() == u"Open"_s)
            choice->click();
    }
    QCOMPARE(m_opened, QList<QUrl> {QUrl(u"https://docs.example/#x"_s)});
}

void TestDetailPane::keepsWhatTheServerForgets()
{
    load({failed()});
    m_pane->setTask(u"90538"_s);
    TaskUpdate update;
    update.reset = true;
    m_server->applyUpdate(update);
    QTRY_VERIFY(visibleWithText<QLabel>(m_pane.get(), u"The server no longer lists this task. This is what was last seen of it."_s));
    QCOMPARE(named<QLabel>(m_pane.get(), u"Error message"_s)->text(), u"It went wrong"_s);
    QVERIFY(!named<QPushButton>(m_pane.get(), u"Cancel Task"_s)->isEnabled());
}

void TestDetailPane::asksForATaskThatIsNotLoaded()
{
    QSignalSpy asked(m_server.get(), &WatchedServer::taskRequested);
    m_pane->setTask(u"77"_s);
    QCOMPARE(asked.size(), 1);
    QVERIFY(visibleWithText<QLabel>(m_pane.get(), u"Asking the server for task 77…"_s));
    load({makeTask(u"77"_s, TaskState::Running, m_clock.now())});
    QTRY_VERIFY(visibleWithText<QLabel>(m_pane.get(), u"Task 77"_s));
}

void TestDetailPane::reloadsWhenTheTaskChanges()
{
    load({makeTask(u"5"_s, TaskState::Running, m_clock.now())});
    m_pane->setTask(u"5"_s);
    QCOMPARE(named<QLabel>(m_pane.get(), u"State"_s)->text(), u"Running"_s);
    load({makeTask(u"5"_s, TaskState::Succeeded, m_clock.now())});
    QTRY_COMPARE(named<QLabel>(m_pane.get(), u"State"_s)->text(), u"Succeeded"_s);
    QVERIFY(!named<QPushButton>(m_pane.get(), u"Cancel Task"_s)->isEnabled());
}

void TestDetailPane::keepsTheUsersTab()
{
    Task task = makeTask(u"90538"_s, TaskState::Running, m_clock.now());
    load({task, makeTask(u"2"_s, TaskState::Queued, m_clock.now())});
    m_pane->setTask(u"90538"_s);
    m_pane->showTab(TaskDetailPane::Tab::Raw);
    load({failed()}); // it fails while the user reads: nothing moves
    QTRY_COMPARE(named<QLabel>(m_pane.get(), u"State"_s)->text(), u"Failed"_s);
    QCOMPARE(m_pane->currentTab(), TaskDetailPane::Tab::Raw);
    m_pane->setTask(u"2"_s);
    QCOMPARE(m_pane->currentTab(), TaskDetailPane::Tab::Raw);
}

void TestDetailPane::cancelIsOfferedWithTheReason()
{
    load({makeTask(u"5"_s, TaskState::Running, m_clock.now())});
    m_pane->setTask(u"5"_s);
    auto *cancel = named<QPushButton>(m_pane.get(), u"Cancel Task"_s);
    QVERIFY(cancel->isEnabled());
    QSignalSpy asked(m_pane.get(), &TaskDetailPane::cancelRequested);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QCOMPARE(asked.value(0).value(0).toString(), u"5"_s);

    ServerProfile profile = m_server->profile();
    profile.readOnly = true;
    m_server->setProfile(profile);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(cancel->toolTip().contains(u"read-only"_s));
    profile.readOnly = false;
    m_server->setProfile(profile);
    ConnectionStatus status = m_server->status();
    status.capabilities.cancel = Ability::no(u"The key lacks tasks.cancel."_s);
    m_server->setStatus(status);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(cancel->toolTip().contains(u"The key lacks tasks.cancel."_s));
}

void TestDetailPane::rawIsByteForByte()
{
    Task task = makeTask(u"5"_s, TaskState::Running, m_clock.now());
    task.raw = "{ \"uid\":5 ,\t\"n\":12345678901234567890123, \"s\":\"<b>\\u00e9</b>\"}";
    load({task});
    m_pane->setTask(u"5"_s);
    m_pane->showTab(TaskDetailPane::Tab::Raw);
    auto *text = named<QPlainTextEdit>(m_pane.get(), u"What the server sent"_s);
    QCOMPARE(text->toPlainText().toUtf8(), task.raw);
    QVERIFY(text->isReadOnly());
    named<QToolButton>(m_pane.get(), u"Indent"_s)->click();
    QVERIFY(text->toPlainText().contains(u"\n  \"n\": 12345678901234567890123,"_s));
    QVERIFY(text->toPlainText().contains(u"<b>\\u00e9</b>"_s));
    named<QToolButton>(m_pane.get(), u"Copy raw answer"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), task.raw);
}

void TestDetailPane::detailsAreSearchedByKeyboard()
{
    Task task = makeTask(u"5"_s, TaskState::Running, m_clock.now());
    task.raw = R"({"uid":5,"details":{"a":{"deep":{"needle":1}},"b":"no","c":["needle",2]}})";
    load({task});
    m_pane->setTask(u"5"_s);
    m_pane->showTab(TaskDetailPane::Tab::Details);
    auto *edit = named<QLineEdit>(m_pane.get(), u"Find in the details"_s);
    auto *path = named<QLabel>(m_pane.get(), u"Path"_s);
    QTest::keyClicks(edit, u"needle"_s);
    QCOMPARE(path->text(), u"a.deep.needle"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(path->text(), u"c[0]"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(path->text(), u"a.deep.needle"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(path->text(), u"c[0]"_s);
    QVERIFY(visibleWithText<QLabel>(m_pane.get(), u"2 of 2"_s));
    auto *tree = named<QTreeView>(m_pane.get(), u"Details"_s);
    m_pane->activateWindow();
    tree->setFocus();
    QTRY_VERIFY(tree->hasFocus());
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"needle"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(edit->text().isEmpty());
}

void TestDetailPane::relatedTasksAreActivatedByKeyboard()
{
    QSignalSpy fetched(m_server.get(), &WatchedServer::batchRequested);
    Task one = makeTask(u"1"_s, TaskState::Succeeded, m_clock.now(), 90);
    Task two = makeTask(u"2"_s, TaskState::Running, m_clock.now(), 60);
    one.batch = two.batch = u"b7"_s;
    load({one, two});
    m_pane->setTask(u"2"_s);
    QCOMPARE(fetched.size(), 0); // nobody looks at it yet
    m_pane->showTab(TaskDetailPane::Tab::Related);
    QCOMPARE(fetched.size(), 1);
    auto *tree = named<QTreeWidget>(m_pane.get(), u"Related tasks"_s);
    QSignalSpy activated(m_pane.get(), &TaskDetailPane::taskActivated);
    tree->setFocus();
    QVERIFY(tree->currentItem());
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(activated.value(0).value(0).toString(), u"1"_s);
}

void TestDetailPane::ticksWhileItRuns()
{
    load({makeTask(u"5"_s, TaskState::Running, m_clock.now(), 31)});
    m_pane->setTask(u"5"_s);
    QVERIFY(visibleWithText<QLabel>(m_pane.get(), u"0:31 so far"_s));
    m_clock.advance(2 * kNsPerSecond);
    QTRY_VERIFY(visibleWithText<QLabel>(m_pane.get(), u"0:33 so far"_s));
}

void TestDetailPane::everyControlHasAName()
{
    load({failed()});
    m_pane->setTask(u"90538"_s);
    for (int tab = 0; tab < TaskDetailPane::kTabCount; ++tab) {
        m_pane->showTab(static_cast<TaskDetailPane::Tab>(tab));
        for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
            const bool control = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && !widget->focusProxy();
            if (!control || qobject_cast<const QTabBar *>(widget) || qobject_cast<const QTabWidget *>(widget))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), widget->metaObject()->className());
        }
    }
}

void TestDetailPane::survivesTheServersEnd()
{
    load({failed()});
    m_pane->setTask(u"90538"_s);
    m_server.reset();
    QVERIFY(visibleWithText<QLabel>(m_pane.get(), u"Select a task to see what is known about it."_s));
    m_pane->showTab(TaskDetailPane::Tab::Related);
    QCOMPARE(m_pane->task(), QString());
}

QTEST_MAIN(TestDetailPane)
#include "test_detail_pane.moc"

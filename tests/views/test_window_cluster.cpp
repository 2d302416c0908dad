// SPDX-License-Identifier: GPL-3.0-or-later
// The window on servers whose tasks have parts, machines, speeds and internals, and on those that allow less.
#include "models/table/columns.h"
#include "tests/views/windowfixture.h"
#include "views/detail/description.h"
#include "views/detail/errortab.h"
#include "views/detail/failureitems.h"
#include "views/detail/linkbutton.h"
#include "views/detail/linksbox.h"
#include "views/detail/speedfacts.h"
#include "views/detail/taskdetailpane.h"
#include "views/detail/taskfacts.h"
#include "views/dialogs/commandwords.h"
#include "views/dialogs/speed.h"
#include "views/filterbar/filterbar.h"
#include "views/states/noticebar.h"
#include "views/states/notices.h"
#include "views/statusbar/windowstatusbar.h"
#include "views/tasktable/taskdelegate.h"
#include "views/tasktable/tasktableview.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace taskglass;
using namespace taskglass::test;

namespace {

const QString kReindex = u"indices:data/write/reindex"_s;

ConnectionStatus clusterStatus(EpochNs now)
{
    ConnectionStatus status = liveStatus(now);
    status.kind = ServerKind::OpenSearch;
    status.capabilities.parents = Ability::yes();
    status.capabilities.rethrottle = Ability::yes();
    status.capabilities.rethrottleTypes = {kReindex};
    status.capabilities.housekeeping = Housekeeping::InternalTasks;
    status.capabilities.goneMeans = u"The cluster lists only what runs."_s;
    status.capabilities.columnTitles = {{u"type"_s, u"Action"_s}};
    status.capabilities.waitsForEnd = true;
    return status;
}

Task part(const QString &id, const QString &parent, EpochNs now)
{
    Task task = makeTask(id, TaskState::Running, now, 100);
    task.type = kReindex;
    task.node = u"data-1"_s;
    if (!parent.isEmpty())
        task.parent = parent;
    return task;
}

/// A window on a cluster: a reindex in two slices, a search, an internal task; flat ids n:1 … n:5.
struct ClusterWindow : SampleWindow
{
    ClusterWindow()
        : SampleWindow(Environment::Development, 0)
    {
        server.setStatus(clusterStatus(clock.now()));
        Task internal = part(u"n:5"_s, {}, clock.now());
        internal.housekeeping = true;
        Task search = part(u"n:4"_s, {}, clock.now());
        search.type = u"indices:data/read/search"_s;
        server.applyUpdate(updateOf({part(u"n:1"_s, {}, clock.now()), part(u"n:2"_s, u"n:1"_s, clock.now()), part(u"n:3"_s, u"n:1"_s, clock.now()), search, internal}));
        model().setSortOrder({u"id"_s, Qt::AscendingOrder});
    }
    [[nodiscard]] TaskTableModel &model() { return window.taskModel(); }
    [[nodiscard]] QStringList ids()
    {
        QStringList list;
        for (int row = 0; row < model().rowCount(); ++row)
            list.append(model().idAt(row));
        return list;
    }
};

} // namespace

class TestWindowCluster : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void arrowsFoldAndWalkTheTree();
    void triangleIsPressed();
    void treeIsChosenInTheMenu();
    void flatServersHaveNoTree();
    void headerShowsTheClustersOwnOrder();
    void internalTasksAreOneClickAway();
    void hiddenTasksAreFoundById();
    void silentNodesAreNamed();
    void speedGoesThroughTheQuestion();
    void speedIsOfferedForWhatHasOne();
    void cancelCanWaitForTheEnd();
    void deniedOrdersSayWhy();
    void budgetIsShown();
    void factsOfAReindex();
    void factsOfWhatIsGone();
    void factsThatFilter();
    void descriptionsAreReadable();
    void scriptsAndCauses();
    void tenThousandItemsScroll();
    void linksAreReadOrAskedAbout();
};

void TestWindowCluster::arrowsFoldAndWalkTheTree()
{
    ClusterWindow s;
    QVERIFY(s.show());
    QCOMPARE(s.ids(), (QStringList {u"n:1"_s, u"n:2"_s, u"n:3"_s, u"n:4"_s}));
    QVERIFY(s.table().goTo(u"n:2"_s));
    QTest::keyClick(&s.table(), Qt::Key_Left); // to the parent
    QCOMPARE(s.table().currentTask(), u"n:1"_s);
    QTest::keyClick(&s.table(), Qt::Key_Left); // folds it
    QCOMPARE(s.ids(), (QStringList {u"n:1"_s, u"n:4"_s}));
    QCOMPARE(s.table().currentTask(), u"n:1"_s);
    QTest::keyClick(&s.table(), Qt::Key_Right);
    QCOMPARE(s.ids().size(), 4);
    QTest::keyClick(&s.table(), Qt::Key_Right); // to the first part
    QCOMPARE(s.table().currentTask(), u"n:2"_s);
    const int column = s.table().currentIndex().column();
    QTest::keyClick(&s.table(), Qt::Key_Right, Qt::ControlModifier); // between cells
    QVERIFY(s.table().currentIndex().column() != column);
    QCOMPARE(s.table().currentTask(), u"n:2"_s);
}

void TestWindowCluster::triangleIsPressed()
{
    ClusterWindow s;
    QVERIFY(s.show());
    QVERIFY(s.table().goTo(u"n:3"_s));
    const QRect cell = s.table().visualRect(s.model().index(0, int(Column::Type)));
    QTest::mouseClick(s.table().viewport(), Qt::LeftButton, {}, TaskDelegate::foldArea(cell, 0, Qt::LeftToRight).center());
    QCOMPARE(s.ids(), (QStringList {u"n:1"_s, u"n:4"_s}));
    QCOMPARE(s.table().currentTask(), u"n:1"_s); // what was current is hidden now
    QTest::mouseClick(s.table().viewport(), Qt::LeftButton, {}, TaskDelegate::foldArea(cell, 0, Qt::LeftToRight).center());
    QCOMPARE(s.ids().size(), 4);
}

void TestWindowCluster::treeIsChosenInTheMenu()
{
    ClusterWindow s;
    QVERIFY(s.show());
    auto *const button = s.window.findChild<QToolButton *>(u"treeButton"_s);
    QVERIFY(button && button->isVisible());
    QVERIFY(s.action(ActionId::ShowTree)->isChecked());
    s.action(ActionId::FoldAll)->trigger();
    QCOMPARE(s.ids().size(), 2);
    s.action(ActionId::ShowTree)->trigger();
    QCOMPARE(s.ids().size(), 4);
    QTRY_VERIFY(!s.action(ActionId::FoldAll)->isEnabled());
    const int column = s.table().currentIndex().column();
    QVERIFY(s.table().goTo(u"n:2"_s));
    QTest::keyClick(&s.table(), Qt::Key_Right); // an arrow between cells again
    QCOMPARE(s.table().currentTask(), u"n:2"_s);
    QVERIFY(s.table().currentIndex().column() != column);
    button->click();
    QVERIFY(s.model().isTree());
}

void TestWindowCluster::flatServersHaveNoTree()
{
    SampleWindow s;
    QVERIFY(s.show());
    QVERIFY(!s.window.taskModel().isTree());
    QVERIFY(!s.action(ActionId::ShowTree)->isEnabled());
    QVERIFY(!s.window.findChild<QToolButton *>(u"treeButton"_s)->isVisible());
    QVERIFY(!s.action(ActionId::ChangeSpeed)->isEnabled());
}

void TestWindowCluster::headerShowsTheClustersOwnOrder()
{
    SampleWindow w(Environment::Development, 0);
    QHeaderView *const header = w.window.findChild<TaskTableView *>()->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), int(Column::Id));
    ConnectionStatus status = clusterStatus(w.clock.now());
    status.capabilities.firstOrder = {u"started"_s, Qt::DescendingOrder};
    w.server.setStatus(status);
    QCOMPARE(header->sortIndicatorSection(), int(Column::Started));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    status.capabilities.firstOrder = {{}, Qt::DescendingOrder};
    w.server.setStatus(status);
    QCOMPARE(header->sortIndicatorSection(), -1);

    // What somebody chose stays, whatever the server says.
    header->setSortIndicator(int(Column::State), Qt::AscendingOrder); // as a click does
    QCOMPARE(w.window.taskModel().sortOrder().column, u"state"_s);
    status.capabilities.firstOrder = {};
    w.server.setStatus(status);
    QCOMPARE(header->sortIndicatorSection(), int(Column::State));
}

void TestWindowCluster::internalTasksAreOneClickAway()
{
    ClusterWindow s;
    QVERIFY(s.show());
    NoticeBar &bar = s.window.taskPane().remarkBar();
    QCOMPARE(bar.text(), u"1 internal task(s) hidden."_s);
    auto *const show = bar.findChild<QPushButton *>();
    QVERIFY(show && show->isVisible());
    show->click();
    QVERIFY(s.ids().contains(u"n:5"_s));
    QVERIFY(s.action(ActionId::ShowHousekeeping)->isChecked());
    QCOMPARE(bar.text(), u"Internal tasks are shown, too."_s);
    bar.findChild<QPushButton *>()->click();
    QVERIFY(!s.ids().contains(u"n:5"_s));
    QCOMPARE(housekeepingNotice(clusterStatus(0).capabilities, 1212, false)->text, u"1,212 internal task(s) hidden."_s);
    QVERIFY(!housekeepingNotice(clusterStatus(0).capabilities, 0, false));
    QVERIFY(!housekeepingNotice(liveStatus(0).capabilities, 7, false));
}

void TestWindowCluster::hiddenTasksAreFoundById()
{
    ClusterWindow s;
    QVERIFY(s.show());
    s.action(ActionId::FoldAll)->trigger();
    s.window.showTask(u"n:3"_s);
    QCOMPARE(s.table().currentTask(), u"n:3"_s);
    s.window.showTask(u"n:5"_s);
    QTRY_COMPARE(s.table().currentTask(), u"n:5"_s);
}

void TestWindowCluster::silentNodesAreNamed()
{
    ClusterWindow s;
    QVERIFY(s.show());
    TaskUpdate update;
    update.nodes = QList<NodeInfo> {{u"data-1"_s, u"a"_s, u"10.0.0.1"_s, {u"data"_s}, u"receive timeout <b>"_s}, {u"data-2"_s, u"b"_s, {}, {}, {}}};
    s.server.applyUpdate(update);
    NoticeBar &bar = s.window.taskPane().nodesBar();
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.text(), u"1 of 2 node(s) did not answer. Their tasks stand dimmed, as they were last seen."_s);
    const auto notice = nodesNotice(*update.nodes);
    QCOMPARE(notice->detail, u"data-1 (10.0.0.1): receive timeout <b>"_s);
    QVERIFY(s.model().index(0, 0).data(TaskTableModel::DimmedRole).toBool());
    update.nodes = QList<NodeInfo> {{u"data-1"_s, u"a"_s, {}, {}, {}}};
    s.server.applyUpdate(update);
    QVERIFY(!bar.isVisible());
    QVERIFY(!s.model().index(0, 0).data(TaskTableModel::DimmedRole).toBool());
    QList<NodeInfo> many;
    for (int i = 0; i < 9; ++i)
        many.append({u"n%1"_s.arg(i), {}, {}, {}, u"gone"_s});
    QVERIFY(nodesNotice(many)->detail.endsWith(u"… and 5 more"_s));
}

void TestWindowCluster::speedGoesThroughTheQuestion()
{
    ClusterWindow s;
    QVERIFY(s.show());
    QVERIFY(s.table().goTo(u"n:1"_s));
    QTRY_VERIFY(s.action(ActionId::ChangeSpeed)->isEnabled());
    QSignalSpy previews(&s.server, &WatchedServer::previewRequested);
    s.action(ActionId::ChangeSpeed)->trigger();
    auto *const dialog = s.window.findChild<SpeedDialog *>();
    QVERIFY(dialog);
    dialog->findChildren<QRadioButton *>().at(1)->click();
    dialog->findChild<QDoubleSpinBox *>()->setValue(250);
    for (QPushButton *const button : dialog->findChildren<QPushButton *>()) {
        if (button->isDefault())
            button->click();
    }
    QTRY_COMPARE(previews.size(), 1);
    const auto draft = previews.first().at(1).value<CommandDraft>();
    QCOMPARE(draft.kind, CommandKind::Rethrottle);
    QCOMPARE(draft.ids, QList<TaskId> {u"n:1"_s});
    QCOMPARE(draft.requestsPerSecond, 250.0);
    QCOMPARE(questionText(CommandKind::Rethrottle, 1, u"laptop"_s), u"Change the speed of 1 task(s) on laptop?"_s);
    CommandReport report;
    report.command.kind = CommandKind::Rethrottle;
    report.command.requestsPerSecond = 250;
    report.phase = CommandReport::Phase::Done;
    report.outcomes = {{u"n:1"_s, CommandOutcome::Kind::Rethrottled, {}}};
    QCOMPARE(reportText(report, u"laptop"_s), u"laptop: 1 changed, now 250 requests a second"_s);
}

void TestWindowCluster::speedIsOfferedForWhatHasOne()
{
    ClusterWindow s;
    QVERIFY(s.show());
    const auto button = [&s] { // by its accessible name: the detail pane has several buttons
        for (QPushButton *const one : s.window.detailPane().findChildren<QPushButton *>()) {
            if (one->accessibleName() == u"Change Speed"_s)
                return one;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QVERIFY(button());
    QVERIFY(s.table().goTo(u"n:4"_s)); // a search
    QVERIFY(!button()->isVisible());
    QTRY_VERIFY(s.action(ActionId::ChangeSpeed)->toolTip().contains(u"whose speed can be changed"_s));
    QVERIFY(s.table().goTo(u"n:2"_s));
    QVERIFY(button()->isVisible());
}

void TestWindowCluster::cancelCanWaitForTheEnd()
{
    ClusterWindow s;
    QVERIFY(s.show());
    QSignalSpy previews(&s.server, &WatchedServer::previewRequested);
    QVERIFY(s.table().goTo(u"n:1"_s));
    QTRY_VERIFY(s.action(ActionId::CancelTasks)->isEnabled());
    s.action(ActionId::CancelTasks)->trigger();
    QTRY_COMPARE(previews.size(), 1);
    QVERIFY(!previews.first().at(1).value<CommandDraft>().waitForEnd);
    CommandPreview preview;
    preview.command.id = u"c"_s;
    preview.command.ids = {u"n:1"_s};
    preview.count = 1;
    s.server.deliverPreview(previews.first().first().toInt(), preview);
    QAbstractButton *wait = nullptr;
    for (QAbstractButton *const one : s.window.findChildren<QAbstractButton *>()) {
        if (one->text().contains(u"really stopped"_s))
            wait = one;
    }
    QVERIFY(wait && wait->isEnabled());
    wait->click();
    QCOMPARE(previews.size(), 2); // asked again: the request shown is the one that will be sent
    QVERIFY(previews.last().at(1).value<CommandDraft>().waitForEnd);
}

void TestWindowCluster::deniedOrdersSayWhy()
{
    SampleWindow s;
    ConnectionStatus status = liveStatus(s.clock.now());
    const QString why = u"Redis Cloud has no operation to cancel a task."_s;
    status.capabilities.cancel = status.capabilities.cancelByFilter = status.capabilities.deleteTasks = Ability::no(why);
    s.server.setStatus(status);
    QVERIFY(s.show());
    s.table().goToRow(0);
    for (const ActionId id : {ActionId::CancelTasks, ActionId::CancelMatching, ActionId::DeleteTasks}) {
        QTRY_VERIFY(!s.action(id)->isEnabled());
        QVERIFY(s.action(id)->isVisible());
        QVERIFY2(s.action(id)->toolTip().contains(why), qPrintable(s.action(id)->toolTip()));
    }
    emit s.table().contextMenuWanted(s.table().mapToGlobal(QPoint(50, 50)));
    auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    int reasons = 0;
    for (const QAction *const action : menu->actions())
        reasons += action->text().contains(why) ? 1 : 0;
    QCOMPARE(reasons, 3);
    menu->close();
}

void TestWindowCluster::budgetIsShown()
{
    SampleWindow s;
    QVERIFY(s.show());
    QToolButton *const part = s.window.windowStatus().part(WindowStatusBar::Part::Budget);
    QVERIFY(!part->isVisible());
    ConnectionStatus status = liveStatus(s.clock.now());
    status.budget = RequestBudget {400, 312, 60'000};
    s.server.setStatus(status);
    QTRY_VERIFY(part->isVisible());
    QCOMPARE(part->text(), u"312 of 400 requests left"_s);
}

void TestWindowCluster::factsOfAReindex()
{
    FakeClock clock;
    ConnectionStatus status = clusterStatus(clock.now());
    status.lastAnswerAt = clock.now();
    Task task = part(u"n:1"_s, {}, clock.now());
    task.progress = Progress {2'500, 10'000, {}, {}, {}};
    task.details = R"({"total":10000,"created":2500,"throttled_millis":61000,"requests_per_second":500.0,"throttled_until_millis":3000})";
    task.cpu = 1'500 * kNsPerMs;
    task.memory = 1'782'580;
    const QList<NodeInfo> nodes {{u"data-1"_s, u"a"_s, u"10.0.0.1"_s, {u"data"_s, u"ingest"_s}, {}}};
    QMap<QString, QString> facts;
    QString typeLabel;
    for (const TaskFact &fact : taskFacts(task, status, clock.now(), nodes)) {
        facts.insert(fact.id, fact.value);
        if (fact.id == u"type"_s)
            typeLabel = fact.label;
    }
    QCOMPARE(typeLabel, u"Action"_s);
    QCOMPARE(facts.value(u"pace"_s), u"25 documents a second"_s);
    QCOMPARE(facts.value(u"left"_s), u"about 5 minutes 0 seconds"_s);
    QCOMPARE(facts.value(u"speed"_s), u"500 requests a second"_s);
    QCOMPARE(facts.value(u"throttled"_s), u"1 minute 1 second"_s);
    QVERIFY(facts.contains(u"pause"_s));
    QCOMPARE(facts.value(u"nodeHost"_s), u"10.0.0.1"_s);
    QCOMPARE(facts.value(u"nodeRoles"_s), u"data, ingest"_s);
    QCOMPARE(facts.value(u"memory"_s), u"1.7 MiB"_s);

    task.details = R"({"throttled_until_millis":9223372006812,"requests_per_second":0.0})"; // canceled tasks say such things
    QVERIFY(!speedFacts(task).pause);
    QVERIFY(!speedFacts(task).requestsPerSecond);
    QCOMPARE(speedText(-1), u"as fast as it goes"_s);

    task.state = TaskState::CancelRequested;
    task.cancelRequestedAt = clock.now() - 200 * kNsPerSecond;
    QCOMPARE(taskFacts(task, status, clock.now()).first().value, u"Has not noticed the cancel for 3 minutes 20 seconds"_s);
}

void TestWindowCluster::factsOfWhatIsGone()
{
    FakeClock clock;
    Task task = part(u"n:1"_s, {}, clock.now());
    task.state = TaskState::Unknown;
    task.gone = true;
    task.lastSeenAt = clock.now() - 60 * kNsPerSecond;
    QCOMPARE(stateSentence(task), u"Finished, outcome not reported"_s);
    const QString sentence = goneSentence(task, clusterStatus(0).capabilities, clock.now());
    QVERIFY2(sentence.startsWith(u"The cluster lists only what runs. Last seen at "_s), qPrintable(sentence));
    task.ran = 180 * kNsPerSecond;
    task.ranAtLeast = true;
    const QList<TaskFact> facts = taskFacts(task, clusterStatus(clock.now()), clock.now());
    const auto ran = std::find_if(facts.cbegin(), facts.cend(), [](const TaskFact &fact) { return fact.id == u"ran"_s; });
    QVERIFY(ran != facts.cend());
    QCOMPARE(ran->value, u"at least 3:00"_s);
}

void TestWindowCluster::factsThatFilter()
{
    ClusterWindow s;
    Task task = part(u"n:7"_s, {}, s.clock.now());
    task.labels = {{u"X-Opaque-Id"_s, u"nightly <b> 42"_s}};
    s.server.applyUpdate(updateOf({task}));
    QVERIFY(s.show());
    QVERIFY(s.table().goTo(u"n:7"_s));
    LinkButton *label = nullptr;
    for (LinkButton *const one : s.window.detailPane().findChildren<LinkButton *>()) {
        if (one->accessibleName().contains(u"nightly <b> 42"_s))
            label = one;
    }
    QVERIFY(label);
    label->click();
    QCOMPARE(s.ids(), QStringList {u"n:7"_s});
    QCOMPARE(s.window.filterBar().text(), u"label:\"=nightly <b> 42\""_s); // not "nightly <b> 420", too
}

void TestWindowCluster::descriptionsAreReadable()
{
    const QString search = u"indices[books], search_type[QUERY_THEN_FETCH], source[{\"size\":10,\"query\":{\"term\":{\"n\":12345678901234567890}}}]"_s;
    const QString readable = readableDescription(search);
    QVERIFY2(readable.startsWith(u"indices[books], search_type[QUERY_THEN_FETCH], source[\n{\n  \"size\": 10,\n"_s), qPrintable(readable));
    QVERIFY(readable.contains(u"12345678901234567890"_s));
    QVERIFY(readable.endsWith(u"}\n]"_s));
    for (const QString &plain : {u"reindex from [a] to [b]"_s, u"Script{type=inline, idOrCode='if (x) { y }'}"_s, QString(), u"{"_s, u"{{{{"_s})
        QCOMPARE(readableDescription(plain), plain);
    QCOMPARE(beginningOf(u"a\nb\nc"_s, 2), u"a\nb\n…"_s);
    QCOMPARE(beginningOf(u"a\nb"_s, 2), u"a\nb"_s);
}

void TestWindowCluster::scriptsAndCauses()
{
    const QByteArray raw = R"j({"completed":true,"task":{},"error":{"type":"script_exception","reason":"runtime error",
        "script_stack":["throw new X('<b>')","      ^---- HERE"],"caused_by":{"type":"illegal_argument_exception","reason":"bad row",
        "caused_by":{"type":"deeper","reason":null}}}})j";
    QCOMPARE(causeChain(raw), (QStringList {u"illegal_argument_exception: bad row"_s, u"deeper"_s}));
    QCOMPARE(scriptStack(raw), (QStringList {u"throw new X('<b>')"_s, u"      ^---- HERE"_s}));
    QVERIFY(scriptStack("{\"error\":\"text\"}").isEmpty());
    for (qsizetype cut = 0; cut < raw.size(); ++cut) { // cut answers give less, never a crash
        QVERIFY(causeChain(raw.first(cut)).size() <= 2);
        QVERIFY(scriptStack(raw.first(cut)).size() <= 2);
        QVERIFY(failureItems(raw.first(cut)).isEmpty());
    }
}

void TestWindowCluster::tenThousandItemsScroll()
{
    QByteArray raw = R"({"completed":true,"response":{"failures":[)";
    for (int i = 0; i < 10'000; ++i)
        raw += R"({"index":"strict","id":")" + QByteArray::number(i)
            + R"(","cause":{"type":"mapper_parsing_exception","reason":"failed <b>","caused_by":{"type":"nfe","reason":"abc"}},"status":400},)";
    raw += R"({"index":"src","shard":2,"reason":{"type":"search_exception","reason":"slow"}}]}})";
    const QList<FailureItem> items = failureItems(raw);
    QCOMPARE(items.size(), 10'001);
    QCOMPARE(items.first(), (FailureItem {u"strict"_s, u"0"_s, u"mapper_parsing_exception: failed <b> ← nfe: abc"_s, u"400"_s}));
    QCOMPARE(items.last(), (FailureItem {u"src"_s, u"shard 2"_s, u"search_exception: slow"_s, QString()}));

    ClusterWindow s;
    Task task = makeTask(u"n:8"_s, TaskState::Failed, s.clock.now());
    task.raw = raw;
    task.error = TaskError {u"10,001 items failed"_s, {}, {}, {}};
    s.server.applyUpdate(updateOf({task}));
    QVERIFY(s.show());
    QVERIFY(s.table().goTo(u"n:8"_s));
    QTableView *shown = nullptr;
    for (QTableView *const view : s.window.detailPane().findChildren<QTableView *>()) {
        if (view->accessibleName() == u"Items that failed"_s)
            shown = view;
    }
    QVERIFY(shown);
    QTRY_VERIFY(shown->isVisible());
    QCOMPARE(shown->model()->rowCount(), 10'001);
    shown->scrollToBottom();
    QVERIFY(shown->visualRect(shown->model()->index(10'000, 0)).isValid());
    QVERIFY(!shown->model()->index(0, FailureItemsModel::Cause).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
}

void TestWindowCluster::linksAreReadOrAskedAbout()
{
    ClusterWindow s;
    ConnectionStatus status = clusterStatus(s.clock.now());
    status.capabilities.followLinks = Ability::yes();
    s.server.setStatus(status);
    LinksBox box;
    const TaskLink self {u"self"_s, {}, u"GET"_s, u"http://search.example:7700/tasks/1"_s};
    const TaskLink resource {u"resource"_s, {}, u"GET"_s, u"http://search.example:7700/subscriptions/90210"_s};
    const TaskLink elsewhere {u"next"_s, u"getMore"_s, u"GET"_s, u"https://other.example/x"_s};
    const TaskLink script {u"odd"_s, {}, u"GET"_s, u"javascript:alert(1)"_s};
    const TaskLink post {u"start"_s, {}, u"POST"_s, u"http://search.example:7700/go"_s};
    box.setLinks({self}, s.server);
    QVERIFY(box.isHidden());
    box.setLinks({self, resource, elsewhere, script, post}, s.server);
    const QList<LinkButton *> buttons = box.findChildren<LinkButton *>();
    QCOMPARE(buttons.size(), 4);
    QCOMPARE(buttons.at(0)->accessibleName(), u"Open the resource"_s);
    QSignalSpy asked(&s.server, &WatchedServer::linkRequested);
    buttons.at(0)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<TaskLink>(), resource);
    s.server.deliverLink(resource, R"({"id":90210,"status":"active"})", std::nullopt);
    auto *const tree = box.findChild<QTreeView *>();
    QVERIFY(tree->isVisibleTo(&box));
    QCOMPARE(tree->model()->rowCount(), 2);
    Error missing;
    missing.kind = Error::Kind::NotFound;
    missing.message = u"There is no such thing."_s;
    s.server.deliverLink(resource, {}, missing);
    QVERIFY(!tree->isVisibleTo(&box));
    buttons.at(1)->click(); // another origin: never with the keys, and only after a question
    QVERIFY(box.findChild<QWidget *>(u"confirmLink"_s));
    buttons.at(2)->click();
    buttons.at(3)->click();
    QCOMPARE(asked.size(), 1);
}

QTEST_MAIN(TestWindowCluster)
#include "test_window_cluster.moc"

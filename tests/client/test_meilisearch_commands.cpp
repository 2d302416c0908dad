// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemeilisearch.h"

#include "app/client/meilisearch/commandrequests.h"
#include "app/client/meilisearch/meilisearchprotocol.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace taskglass;
using namespace taskglass::meilisearch;
using taskglass::test::FakeMeilisearch;

namespace {

const Dialect kNow {{1, 50, 0}, true};
const QUrl kBase(u"https://search.example/meili/"_s);

FilterClause clause(FilterField field, const QList<QString> &values)
{
    FilterClause made;
    made.field = field;
    made.values = values;
    return made;
}

TaskFilter only(FilterField field, const QList<QString> &values)
{
    return TaskFilter::fromClauses({clause(field, values)});
}

void drive(Conversation &conversation, FakeMeilisearch &server)
{
    for (int i = 0; i < 200 && !conversation.isOver(); ++i) {
        if (const auto request = conversation.next(server.now)) {
            const HttpAnswer answer = server.answer(*request);
            conversation.absorb(*request, server.now, conversation.decoder()->decode(answer));
        }
        server.now += kNsPerSecond;
    }
}

} // namespace

class TestMeilisearchCommands : public QObject
{
    Q_OBJECT

private slots:
    void cancelsWhatWasShownAndNothingElse();
    void cancelsExactIdsInChunks();
    void deletesFinishedOnes();
    void sendsWhatWasPreviewed_data();
    void sendsWhatWasPreviewed();
    void refusesWithoutRequest();
    void learnsAMissingRight();
    void neverSendsTwice();
};

void TestMeilisearchCommands::cancelsWhatWasShownAndNothingElse()
{
    FakeMeilisearch server(kNow);
    for (int i = 0; i < 1'500; ++i)
        server.add(i % 3 ? "books" : "films");
    MeilisearchProtocol protocol(kNow);
    const auto preview = protocol.preview({CommandKind::Cancel, {}, only(FilterField::Index, {u"books"_s})}, kBase, server.now);
    drive(*preview, server);
    QVERIFY(preview->result().ok());
    const CommandPreview shown = preview->result().value();
    QCOMPARE(shown.count, 1'000);
    QVERIFY(shown.command.isPinned());
    QVERIFY(shown.curl.contains(u"https://search.example/meili/tasks/cancel?"_s));
    QVERIFY(shown.curl.contains(u"$MEILI_MASTER_KEY"_s));
    const qint64 later = server.add("books"); // after the preview: must survive
    const auto run = protocol.send(shown.command, server.now);
    drive(*run, server);
    QCOMPARE(run->report().phase, CommandReport::Phase::Done);
    QCOMPARE(run->report().matched, 1'000);
    QCOMPARE(run->report().affected, 1'000);
    QCOMPARE(run->report().difference, QString());
    QCOMPARE(server.tasks.at(later).status, QByteArray("enqueued"));
    QCOMPARE(server.tasks.at(0).status, QByteArray("enqueued"));
    QCOMPARE(server.tasks.at(1).status, QByteArray("canceled"));
}

void TestMeilisearchCommands::cancelsExactIdsInChunks()
{
    FakeMeilisearch server(kNow);
    std::mt19937 random(1);
    CommandDraft draft;
    for (int i = 0; i < 1'201; ++i)
        draft.ids << QString::number(server.add("books"));
    server.tasks.at(7).status = "succeeded";
    MeilisearchProtocol protocol(kNow);
    const auto preview = protocol.preview(draft, kBase, server.now);
    drive(*preview, server);
    QVERIFY(preview->result().ok());
    const CommandPreview shown = preview->result().value();
    QCOMPARE(shown.count, 1'200);
    QVERIFY(!shown.note.isEmpty());
    QCOMPARE(shown.tasks.size(), 1'000);
    server.tasks.at(9).status = "failed"; // ends between preview and command
    server.seen.clear();
    const auto run = protocol.send(shown.command, server.now);
    drive(*run, server);
    const qsizetype posts = std::count_if(server.seen.begin(), server.seen.end(), [](const HttpRequest &request) { return request.verb == "POST"; });
    QCOMPARE(posts, 3);
    const CommandReport &report = run->report();
    QCOMPARE(report.phase, CommandReport::Phase::Done);
    QCOMPARE(report.outcomes.size(), 1'200);
    QCOMPARE(report.affected, 1'199);
    QVERIFY(!report.difference.isEmpty());
    for (const CommandOutcome &outcome : report.outcomes)
        QCOMPARE(outcome.kind, outcome.id == "9"_L1 ? CommandOutcome::Kind::AlreadyFinished : CommandOutcome::Kind::Canceled);
    QCOMPARE(run->takeAccepted().size(), 1'200);
    QVERIFY(run->takeNotTaken().isEmpty());
}

void TestMeilisearchCommands::deletesFinishedOnes()
{
    FakeMeilisearch server(kNow);
    CommandDraft draft {CommandKind::Delete, {}, {}};
    for (int i = 0; i < 4; ++i)
        draft.ids << QString::number(server.add("books"));
    server.tasks.at(0).status = server.tasks.at(1).status = "failed";
    MeilisearchProtocol protocol(kNow);
    const auto preview = protocol.preview(draft, kBase, server.now);
    drive(*preview, server);
    QCOMPARE(preview->result().value().command.ids, (QList<TaskId> {u"1"_s, u"0"_s}));
    const auto run = protocol.send(preview->result().value().command, server.now);
    drive(*run, server);
    QCOMPARE(run->report().phase, CommandReport::Phase::Done);
    QVERIFY(!server.tasks.contains(0));
    QVERIFY(server.tasks.contains(2));
    QCOMPARE(run->report().outcomes.first().kind, CommandOutcome::Kind::Deleted);
}

void TestMeilisearchCommands::sendsWhatWasPreviewed_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestMeilisearchCommands::sendsWhatWasPreviewed()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    FakeMeilisearch server(kNow);
    for (int i = 0; i < 80; ++i)
        server.add(random() % 2 ? "books" : "films", random() % 2 ? "settingsUpdate" : "documentAdditionOrUpdate");
    server.start(10, random);
    server.finishBatch(random);
    const QList<FilterClause> pool {clause(FilterField::Index, {u"books"_s}), clause(FilterField::Status, {u"queued"_s, u"failed"_s}),
                                    clause(FilterField::Type, {u"settingsUpdate"_s}), clause(FilterField::Id, {u"3"_s, u"4"_s, u"50"_s}),
                                    clause(FilterField::Text, {u"x"_s}), clause(FilterField::Index, {u"*"_s}), clause(FilterField::Status, {u"*"_s})};
    FilterClause age;
    age.field = FilterField::Enqueued;
    age.boundsAreAges = true;
    age.low = qint64(random() % 100) * kNsPerMs;
    QList<FilterClause> clauses;
    for (auto count = random() % 4; count > 0; --count)
        clauses << (random() % 6 ? pool[qsizetype(random() % std::size_t(pool.size()))] : age);
    CommandDraft draft;
    draft.kind = random() % 2 ? CommandKind::Cancel : CommandKind::Delete;
    draft.filter = TaskFilter::fromClauses(clauses);
    MeilisearchProtocol protocol(kNow);
    const auto preview = protocol.preview(draft, kBase, server.now);
    drive(*preview, server);
    const bool isUnsayable = clauses.isEmpty() || !protocol.canAsk(draft.filter);
    if (isUnsayable) {
        QVERIFY(!preview->result().ok());
        QVERIFY(server.seen.isEmpty());
        return;
    }
    QVERIFY(preview->result().ok());
    const CommandPreview shown = preview->result().value();
    const QByteArray previewed = server.seen.isEmpty() ? QByteArray() : server.seen.first().target;
    server.seen.clear();
    const auto run = protocol.send(shown.command, server.now + 1'000 * kNsPerSecond);
    const auto request = run->next(server.now);
    QCOMPARE(request.has_value(), shown.count > 0);
    if (!request) {
        QCOMPARE(run->report().phase, CommandReport::Phase::Failed);
        return;
    }
    QVERIFY(!request->idempotent);
    QVERIFY(!request->target.contains('*') && !request->target.contains("%2A"));
    QVERIFY(request->target.contains("beforeEnqueuedAt="));
    QVERIFY(shown.curl.contains(QString::fromLatin1(request->target)));
    // The sent query is the previewed one, with the pin in the place of any later bound and without the page.
    QList<QByteArray> sent = request->target.mid(request->target.indexOf('?') + 1).split('&');
    QList<QByteArray> asked = previewed.mid(previewed.indexOf('?') + 1).split('&');
    const auto isBound = [](const QByteArray &part) { return part.startsWith("beforeEnqueuedAt=") || part.startsWith("limit="); };
    sent.removeIf(isBound);
    asked.removeIf(isBound);
    QCOMPARE(sent, asked);
}

void TestMeilisearchCommands::refusesWithoutRequest()
{
    MeilisearchProtocol protocol(kNow);
    QVERIFY(!protocol.preview({}, kBase, 0)->next(0));
    QVERIFY(!protocol.preview({}, kBase, 0)->result().ok());
    Command unpinned;
    unpinned.filter = only(FilterField::Index, {u"books"_s});
    Command odd;
    odd.ids = {u"*"_s};
    for (const Command &command : {Command {}, unpinned, odd}) {
        const auto run = protocol.send(command, 0);
        QVERIFY(!run->next(0));
        QCOMPARE(run->report().phase, CommandReport::Phase::Failed);
        QVERIFY(run->report().error.has_value());
    }
    MeilisearchProtocol old({{0, 29, 0}, true});
    const auto refused = old.preview({CommandKind::Cancel, {u"1"_s}, {}}, kBase, 0);
    QVERIFY(!refused->next(0));
    QVERIFY(refused->result().error().message.contains(u"0.30"_s));
}

void TestMeilisearchCommands::learnsAMissingRight()
{
    FakeMeilisearch server(kNow);
    MeilisearchProtocol protocol(kNow);
    Command command;
    command.ids = {QString::number(server.add("books"))};
    const auto run = protocol.send(command, 0);
    server.refusesTasks = true;
    drive(*run, server);
    QCOMPARE(run->report().phase, CommandReport::Phase::Failed);
    QCOMPARE(run->report().outcomes.first().kind, CommandOutcome::Kind::Refused);
    QCOMPARE(protocol.capabilities().cancel.reason, u"The key lacks the right tasks.cancel."_s);
    QVERIFY(protocol.capabilities().deleteTasks);
}

void TestMeilisearchCommands::neverSendsTwice()
{
    for (const bool arrived : {true, false}) {
        FakeMeilisearch server(kNow);
        MeilisearchProtocol protocol(kNow);
        Command command;
        command.ids = {QString::number(server.add("books"))};
        command.previewed = 1;
        const auto run = protocol.send(command, server.now);
        const auto request = run->next(server.now);
        QVERIFY(request.has_value());
        if (arrived)
            (void)server.answer(*request);
        Error lost;
        lost.kind = Error::Kind::Network;
        run->absorb(*request, server.now, lost);
        server.seen.clear();
        drive(*run, server);
        for (const HttpRequest &sent : std::as_const(server.seen))
            QCOMPARE(sent.verb, QByteArray("GET"));
        QCOMPARE(run->report().phase, arrived ? CommandReport::Phase::Done : CommandReport::Phase::Failed);
        QCOMPARE(run->report().outcomes.first().kind, arrived ? CommandOutcome::Kind::Canceled : CommandOutcome::Kind::NotConfirmed);
    }
}

QTEST_GUILESS_MAIN(TestMeilisearchCommands)
#include "test_meilisearch_commands.moc"

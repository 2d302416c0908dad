// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/taskfixture.h"
#include "views/mainwindow.h"
#include "views/taskpane.h"
#include "views/tasktable/tasktableview.h"

#include <QPalette>
#include <QRandomGenerator>
#include <QTest>

namespace taskglass::test {

using namespace Qt::StringLiterals;

inline ServerProfile profileNamed(const QString &name, Environment environment = Environment::Development)
{
    ServerProfile profile;
    profile.id = name;
    profile.name = name;
    profile.url = QUrl(u"http://search.example:7700"_s);
    profile.environment = environment;
    profile.readOnly = environment == Environment::Production;
    profile.intervalMs = 5'000;
    return profile;
}

/// A connection that is well: everything loaded, all abilities.
inline ConnectionStatus liveStatus(EpochNs now)
{
    ConnectionStatus status;
    status.phase = ConnectionStatus::Phase::Live;
    status.kind = ServerKind::Meilisearch;
    status.product = u"Meilisearch"_s;
    status.version = u"1.50.0"_s;
    status.lastAnswerAt = now - 2 * kNsPerSecond;
    status.answerMs = 42;
    status.intervalMs = 5'000;
    status.requests = 128;
    status.bytesReceived = 1'234'567;
    status.complete = true;
    status.loaded = 40;
    for (Ability Capabilities::*const ability : {&Capabilities::cancel, &Capabilities::cancelByFilter, &Capabilities::batches,
                                                 &Capabilities::progress, &Capabilities::serverCounts})
        status.capabilities.*ability = Ability::yes();
    status.capabilities.cancelMeans = u"Queued tasks will not start; running ones are stopped."_s;
    return status;
}

/// Tasks \a first … \a first + \a count - 1 in all states, the same for the same arguments.
inline TaskUpdate sampleUpdate(EpochNs now, int first, int count)
{
    static const QString types[] = {u"documentAdditionOrUpdate"_s, u"settingsUpdate"_s, u"documentDeletion"_s,
                                    u"indexCreation"_s, u"dumpCreation"_s};
    static const QString targets[] = {u"books"_s, u"movies"_s, u"products-en-gb"_s, u"suggestions"_s};
    QRandomGenerator random(7);
    UpdateBuilder builder;
    for (int i = 0; i < count; ++i) {
        const int age = (count - i) * 37;
        TaskState state = TaskState::Succeeded;
        if (i % 7 == 3)
            state = TaskState::Failed;
        if (i % 13 == 5)
            state = TaskState::Canceled;
        if (i >= count - 6)
            state = TaskState::Queued;
        if (i >= count - 9 && i < count - 6)
            state = TaskState::Running;
        Task task = makeTask(QString::number(first + i), state, now, age);
        task.type = types[random.bounded(5)];
        task.target = targets[random.bounded(4)];
        task.serverState = state == TaskState::Queued ? u"enqueued"_s : state == TaskState::Running ? u"processing"_s : wordFor(state);
        if (isFinal(state)) {
            task.ran = qint64(random.bounded(200'000)) * kNsPerMs;
            task.finishedAt = *task.startedAt + *task.ran;
        }
        task.batch = QString::number(80 + i / 3);
        if (state == TaskState::Failed)
            task.error = TaskError {u"The `_vectors` field of document 17 has 3 dimensions, 768 expected."_s,
                                    u"invalid_vector_dimensions"_s, u"invalid_request"_s,
                                    u"https://docs.meilisearch.com/errors#invalid_vector_dimensions"_s};
        builder.add(task);
        if (state == TaskState::Running) {
            Batch batch;
            batch.id = task.batch;
            batch.startedAt = task.startedAt;
            Progress progress;
            progress.percent = 38.0;
            progress.phase = u"indexing documents"_s;
            progress.steps = {{u"indexing documents"_s, 38, 100}};
            batch.progress = progress;
            builder.batch(batch);
        }
    }
    return builder.make();
}

inline QPalette darkPalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::Text, QColor(0xfc, 0xfc, 0xfc));
    palette.setColor(QPalette::WindowText, QColor(0xfc, 0xfc, 0xfc));
    palette.setColor(QPalette::ButtonText, QColor(0xfc, 0xfc, 0xfc));
    palette.setColor(QPalette::PlaceholderText, QColor(0xa1, 0xa9, 0xb1));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::Disabled, QPalette::Text, QColor(0x7f, 0x84, 0x89));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x7f, 0x84, 0x89));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x7f, 0x84, 0x89));
    return palette;
}

/// A window on one server that is live and has forty tasks.
struct SampleWindow
{
    explicit SampleWindow(Environment environment = Environment::Development, int tasks = 40)
        : server(profileNamed(environment == Environment::Production ? u"prod-eu"_s : u"laptop"_s, environment), clock)
        , window(clock)
    {
        server.setStatus(liveStatus(clock.now()));
        server.applyUpdate(sampleUpdate(clock.now(), 90'500, tasks));
        window.addServer(&server);
    }
    ~SampleWindow() { window.removeServer(&server); }
    /// Shows the window with the focus in the table; false when that takes too long.
    [[nodiscard]] bool show(QSize size = {1280, 800})
    {
        window.resize(size);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            return false;
        table().setFocus();
        return QTest::qWaitFor([this] { return table().hasFocus(); });
    }
    [[nodiscard]] TaskTableView &table() { return window.taskPane().table(); }
    [[nodiscard]] QAction *action(ActionId id) { return window.actionSet()[id]; }

    FakeClock clock;
    WatchedServer server;
    MainWindow window;
};

} // namespace taskglass::test

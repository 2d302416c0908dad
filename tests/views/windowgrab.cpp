// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window in its states, light and dark, wide and narrow, into PNG files of the current folder: for people to
// look at. Not a test: pictures depend on fonts and style. An argument names one scene, or "dialogs"; TASKGLASS_GRAB_RTL=1 draws right
// to left.
#include "tests/views/windowfixture.h"
#include "views/addserver/addserverdialog.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/filterbar/filterbar.h"
#include "views/style/foldbutton.h"

#include <QApplication>
#include <QComboBox>
#include <QEventLoop>
#include <QLineEdit>
#include <QTimer>

#include <functional>

using namespace taskglass;
using namespace taskglass::test;

namespace {

struct Scene
{
    QString name;
    std::function<void(SampleWindow &)> arrange;
};

void failWith(SampleWindow &s, ConnectionStatus::Phase phase, Error::Kind kind, const QString &message)
{
    ConnectionStatus status = liveStatus(s.clock.now());
    status.phase = phase;
    status.lastAnswerAt = s.clock.now() - 35 * kNsPerSecond;
    status.nextTryAt = s.clock.now() + 8 * kNsPerSecond;
    Error error;
    error.kind = kind;
    error.message = message;
    if (kind == Error::Kind::Tls) {
        error.fingerprint = u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s;
        error.certificate = u"Subject: CN=search.example\nIssuer: CN=search.example (self-signed)\nValid 2026-01-01 to 2027-01-01"_s;
    }
    status.error = error;
    s.server.setStatus(status);
}

const Scene kScenes[] = {
    {u"live"_s, [](SampleWindow &s) { s.table().goTo(u"90531"_s); }},
    {u"failed-task"_s, [](SampleWindow &s) { s.table().goTo(u"90503"_s); }},
    {u"nomatch"_s, [](SampleWindow &s) { s.window.setFilterText(u"status:failed index:nowhere"_s); }},
    {u"filter-error"_s, [](SampleWindow &s) { s.window.setFilterText(u"status:failed (index:books"_s); }},
    {u"failing"_s, [](SampleWindow &s) { failWith(s, ConnectionStatus::Phase::Failing, Error::Kind::Timeout, u"The server did not answer in time."_s); }},
    {u"tls"_s, [](SampleWindow &s) { failWith(s, ConnectionStatus::Phase::Refused, Error::Kind::Tls, u"The certificate is not trusted."_s); }},
    {u"partial"_s, [](SampleWindow &s) {
         ConnectionStatus status = liveStatus(s.clock.now());
         status.complete = false;
         status.loaded = 20'000;
         status.counts.total = 830'112;
         status.counts.byState = {310, 4, -1, 820'000, 9'761, 37, -1};
         status.clockSkew = 42 * kNsPerSecond;
         s.server.setStatus(status);
     }},
};

/// Lets layouts, timers and animations come to rest. Not app.exec(): quitting that closes the windows.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(250, &loop, &QEventLoop::quit);
    loop.exec();
}

void grab(QWidget &window, const QString &name)
{
    QCoreApplication::sendPostedEvents();
    window.grab().save(name + u".png"_s);
}

void grabDialogs(const QString &suffix)
{
    PreferencesDialog preferences({}, {u"de"_s, u"en"_s});
    preferences.setAttribute(Qt::WA_DeleteOnClose, false);
    preferences.show();
    settle();
    grab(preferences, u"preferences"_s + suffix);
    for (const ServerKind kind : {ServerKind::Auto, ServerKind::OpenSearch, ServerKind::RedisCloud}) {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *const kinds = dialog.findChild<QComboBox *>(u"kind"_s);
        kinds->setCurrentIndex(kinds->findData(int(kind)));
        dialog.findChild<QComboBox *>(u"signIn"_s)->setCurrentIndex(kind == ServerKind::OpenSearch ? 1 : 0);
        dialog.findChild<QLineEdit *>(u"url"_s)->setText(u"https://search.example:9200"_s);
        dialog.show();
        dialog.findChild<FoldButton *>(u"optionsFold"_s)->setOpen(kind == ServerKind::OpenSearch);
        settle();
        grab(dialog, u"addserver-%1"_s.arg(wordFor(kind)) + suffix);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QPalette light = app.palette();
    if (qEnvironmentVariableIsSet("TASKGLASS_GRAB_RTL"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    for (const bool dark : {false, true}) {
        app.setPalette(dark ? darkPalette() : light);
        grabDialogs(dark ? u"-dark"_s : u"-light"_s);
        if (argc > 1 && qstrcmp(argv[1], "dialogs") == 0)
            continue;
        for (const QSize size : {QSize(1280, 800), QSize(960, 600)}) {
            const QString suffix = u"-%1-%2"_s.arg(dark ? u"dark"_s : u"light"_s).arg(size.width());
            for (const Scene &scene : kScenes) {
                if (argc > 1 && scene.name != QString::fromLocal8Bit(argv[1]))
                    continue;
                SampleWindow sample(scene.name == u"partial" ? Environment::Production : Environment::Development);
                WatchedServer other(profileNamed(u"prod-us"_s, Environment::Production), sample.clock);
                sample.window.addServer(&other);
                sample.window.resize(size);
                sample.window.show();
                settle();
                scene.arrange(sample);
                settle();
                grab(sample.window, scene.name + suffix);
                sample.window.removeServer(&other);
            }
            SystemClock clock;
            MainWindow start(clock);
            start.resize(size);
            start.show();
            settle();
            grab(start, u"start"_s + suffix);
        }
    }
    return 0;
}

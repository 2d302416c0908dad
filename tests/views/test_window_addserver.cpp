// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/addserverdialog.h"
#include "views/addserver/filefield.h"
#include "views/style/foldbutton.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace taskglass;
using namespace Qt::StringLiterals;

class TestWindowAddServer : public QObject
{
    Q_OBJECT

private:
    static QPushButton *button(const QWidget &dialog, const QString &text)
    {
        for (QPushButton *const candidate : dialog.findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }

    static QLineEdit *field(const QWidget &dialog, const QString &name) { return dialog.findChild<QLineEdit *>(name); }
    static void choose(const QWidget &dialog, const QString &combo, int data)
    {
        auto *const box = dialog.findChild<QComboBox *>(combo);
        box->setCurrentIndex(box->findData(data));
    }

private slots:
    void addressesAsPeoplePasteThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("full") << u" https://search.example:7700/prefix "_s << u"https://search.example:7700/prefix"_s;
        QTest::newRow("no scheme") << u"search.example:7700"_s << u"https://search.example:7700"_s;
        QTest::newRow("loopback's name in another's") << u"localhost.example:7700"_s << u"https://localhost.example:7700"_s;
        QTest::newRow("loopback's number in another's") << u"127.example.com"_s << u"https://127.example.com"_s;
        QTest::newRow("loopback, IPv6") << u"[::1]:7700"_s << u"http://[::1]:7700"_s;
        QTest::newRow("loopback") << u"localhost:7700"_s << u"http://localhost:7700"_s;
        QTest::newRow("secrets dropped") << u"http://me:pw@127.0.0.1:7700/?key=1#x"_s << u"http://127.0.0.1:7700/"_s;
        QTest::newRow("other scheme") << u"ftp://x"_s << QString();
        QTest::newRow("empty") << u"  "_s << QString();
    }
    void addressesAsPeoplePasteThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QLineEdit *>(u"url"_s)->setText(typed);
        dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"a"_s);
        QCOMPARE(dialog.problem().isEmpty(), !url.isEmpty());
        if (!url.isEmpty())
            QCOMPARE(dialog.profile().url.toString(), url);
        QCOMPARE(button(dialog, u"Add Server"_s)->isEnabled(), !url.isEmpty());
    }

    void productionStartsReadOnly()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *const environment = dialog.findChild<QComboBox *>(u"environment"_s);
        auto *const readOnly = dialog.findChild<QCheckBox *>(u"readOnly"_s);
        QVERIFY(!readOnly->isChecked());
        environment->setCurrentIndex(environment->findData(int(Environment::Production)));
        QVERIFY(readOnly->isChecked());
        readOnly->click(); // knowingly
        environment->setCurrentIndex(0);
        environment->setCurrentIndex(environment->findData(int(Environment::Production)));
        QVERIFY(!readOnly->isChecked());
    }

    void onlyTheAnswerToTheseFieldsIsShown()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QLineEdit *>(u"url"_s)->setText(u"search.example"_s);
        QSignalSpy tests(&dialog, &AddServerDialog::testRequested);
        button(dialog, u"Test"_s)->click();
        QCOMPARE(tests.size(), 1);
        const int token = tests.first().first().toInt();
        auto *const result = dialog.findChild<QLabel *>(u"testResult"_s);
        dialog.showTestResult(token + 1, true, {u"someone else's"_s});
        QVERIFY(!result->text().contains(u"someone"_s));
        dialog.showTestResult(token, true, {u"<b>Meilisearch</b> 1.50"_s, u"The key may cancel."_s});
        QVERIFY(result->text().contains(u"<b>Meilisearch</b>"_s));
        QCOMPARE(result->textFormat(), Qt::PlainText);
        dialog.findChild<QLineEdit *>(u"key"_s)->setText(u"other"_s);
        dialog.showTestResult(token, true, {u"late"_s});
        QVERIFY(!result->text().contains(u"late"_s));
    }

    void trustIsOfferedAfterTheFingerprint()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<QLineEdit *>(u"url"_s)->setText(u"search.example"_s);
        QSignalSpy tests(&dialog, &AddServerDialog::testRequested);
        button(dialog, u"Test"_s)->click();
        Error error;
        error.kind = Error::Kind::Tls;
        error.fingerprint = u"00ff"_s;
        error.certificate = u"CN=search.example"_s;
        dialog.showTestCertificate(tests.last().first().toInt(), error);
        QVERIFY(dialog.findChild<QLabel *>(u"testResult"_s)->text().contains(u"00:FF"_s));
        button(dialog, u"Trust This Certificate for search.example"_s)->click();
        QCOMPARE(tests.size(), 2);
        QCOMPARE(tests.last().at(1).value<ServerProfile>().trustedFingerprint, u"00ff"_s);
    }

    void eachKindAsksForItsSecrets_data()
    {
        QTest::addColumn<ServerKind>("kind");
        QTest::addColumn<QStringList>("ways"); // empty: nothing to choose
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("ask the server") << ServerKind::Auto << QStringList {u"API key, or nothing"_s, u"User and password"_s, u"Bearer token"_s, u"Account key and secret key (Redis Cloud)"_s}
                                        << QStringList {u"key"_s};
        QTest::newRow("Meilisearch") << ServerKind::Meilisearch << QStringList() << QStringList {u"key"_s};
        QTest::newRow("OpenSearch") << ServerKind::OpenSearch << QStringList {u"Nothing"_s, u"User and password"_s, u"API key"_s, u"Bearer token"_s} << QStringList();
        QTest::newRow("Redis Cloud") << ServerKind::RedisCloud << QStringList() << QStringList {u"key"_s, u"secret"_s};
    }
    void eachKindAsksForItsSecrets()
    {
        QFETCH(ServerKind, kind);
        QFETCH(QStringList, ways);
        QFETCH(QStringList, fields);
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        choose(dialog, u"kind"_s, int(kind));
        const auto *const signIn = dialog.findChild<QComboBox *>(u"signIn"_s);
        QCOMPARE(signIn->isVisible(), !ways.isEmpty());
        for (qsizetype i = 0; i < ways.size(); ++i)
            QCOMPARE(signIn->itemText(int(i)), ways[i]);
        for (const QString &name : {u"user"_s, u"password"_s, u"key"_s, u"secret"_s})
            QVERIFY2(field(dialog, name)->isVisible() == fields.contains(name), qPrintable(name));
    }

    void fieldsFollowTheWay()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        choose(dialog, u"kind"_s, int(ServerKind::OpenSearch));
        dialog.findChild<QComboBox *>(u"signIn"_s)->setCurrentIndex(1);
        dialog.show();
        const QLineEdit *const user = field(dialog, u"user"_s);
        const QLineEdit *const password = field(dialog, u"password"_s);
        QTRY_VERIFY(user->isVisible() && password->isVisible());
        QTRY_VERIFY2(password->y() >= user->y() + user->height() && password->height() >= user->sizeHint().height(),
                     qPrintable(u"%1 %2 %3"_s.arg(user->y()).arg(password->y()).arg(password->height())));
    }

    void whatWasTypedStaysWithTheKind()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        field(dialog, u"key"_s)->setText(u"k"_s);
        choose(dialog, u"kind"_s, int(ServerKind::OpenSearch));
        QVERIFY(field(dialog, u"key"_s)->isVisible());
        QCOMPARE(dialog.credentials().key, u"k"_s);
    }

    void secretsLeaveAsTheKindWantsThem_data()
    {
        QTest::addColumn<ServerKind>("kind");
        QTest::addColumn<int>("way"); // row of "Sign in with"
        QTest::addColumn<QStringList>("typed"); // user, password, key, secret
        QTest::addColumn<QStringList>("sent");
        QTest::addColumn<bool>("complete");
        const QString none;
        const auto row = [&](const char *name, ServerKind kind, int way, const QStringList &typed, const QStringList &sent, bool complete) {
            QTest::newRow(name) << kind << way << typed << sent << complete;
        };
        row("key", ServerKind::Meilisearch, 0, {none, none, u" k "_s, none}, {none, none, u"k"_s, none}, true);
        row("no key", ServerKind::Meilisearch, 0, {none, none, none, none}, {none, none, none, none}, true);
        row("password with blanks", ServerKind::OpenSearch, 1, {u"me"_s, u" p "_s, none, none}, {u"me"_s, u" p "_s, none, none}, true);
        row("user alone", ServerKind::OpenSearch, 1, {u"me"_s, none, none, none}, {u"me"_s, none, none, none}, false);
        row("what another way left behind", ServerKind::OpenSearch, 0, {u"me"_s, u"p"_s, u"k"_s, none}, {none, none, none, none}, true);
        row("bearer", ServerKind::OpenSearch, 3, {none, none, u"abc"_s, none}, {none, none, u"Bearer abc"_s, none}, true);
        row("bearer, pasted whole", ServerKind::Auto, 2, {none, none, u"Bearer abc"_s, none}, {none, none, u"Bearer abc"_s, none}, true);
        row("two keys", ServerKind::RedisCloud, 0, {none, none, u"a"_s, u"s"_s}, {none, none, u"a"_s, u"s"_s}, true);
        row("one of two", ServerKind::RedisCloud, 0, {none, none, u"a"_s, none}, {none, none, u"a"_s, none}, false);
    }
    void secretsLeaveAsTheKindWantsThem()
    {
        QFETCH(ServerKind, kind);
        QFETCH(int, way);
        QFETCH(QStringList, typed);
        QFETCH(QStringList, sent);
        QFETCH(bool, complete);
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        field(dialog, u"url"_s)->setText(kind == ServerKind::RedisCloud ? u"api.redislabs.com"_s : u"server.example"_s);
        choose(dialog, u"kind"_s, int(kind));
        dialog.findChild<QComboBox *>(u"signIn"_s)->setCurrentIndex(way);
        const QStringList names {u"user"_s, u"password"_s, u"key"_s, u"secret"_s};
        for (qsizetype i = 0; i < names.size(); ++i)
            field(dialog, names[i])->setText(typed[i]);
        const Credentials credentials = dialog.credentials();
        QCOMPARE(QStringList({credentials.user, credentials.password, credentials.key, credentials.secret}), sent);
        QCOMPARE(dialog.problem().isEmpty(), complete);
        QSignalSpy tests(&dialog, &AddServerDialog::testRequested);
        button(dialog, u"Test"_s)->click();
        QCOMPARE(tests.size(), complete ? 1 : 0);
        if (complete)
            QCOMPARE(tests.first().at(1).value<ServerProfile>().kind, kind);
    }

    void redisCloudHasOneAddress()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        choose(dialog, u"kind"_s, int(ServerKind::RedisCloud));
        QCOMPARE(field(dialog, u"url"_s)->text(), u"https://api.redislabs.com/v1"_s);
        field(dialog, u"url"_s)->setText(u"localhost:7700"_s);
        choose(dialog, u"kind"_s, int(ServerKind::Meilisearch));
        choose(dialog, u"kind"_s, int(ServerKind::RedisCloud));
        QCOMPARE(field(dialog, u"url"_s)->text(), u"localhost:7700"_s); // what was typed stays
    }

    void otherHostsGetTwoKeysOnlyWhenMeant_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<bool>("complete");
        QTest::newRow("the vendor's") << u"api.redislabs.com"_s << false << true;
        QTest::newRow("the vendor's, with path") << u"https://api.redislabs.com/v1"_s << false << true;
        QTest::newRow("this machine") << u"localhost:7700/v1"_s << false << true;
        QTest::newRow("another") << u"proxy.example/v1"_s << true << false;
        QTest::newRow("one that is named alike") << u"redislabs.com.example"_s << true << false;
        QTest::newRow("the vendor's, readable on the way") << u"http://api.redislabs.com/v1"_s << false << false;
        QTest::newRow("another, readable on the way") << u"http://proxy.example/v1"_s << false << false;
    }
    void otherHostsGetTwoKeysOnlyWhenMeant()
    {
        QFETCH(QString, address);
        QFETCH(bool, asks);
        QFETCH(bool, complete);
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        field(dialog, u"url"_s)->setText(address);
        choose(dialog, u"kind"_s, int(ServerKind::RedisCloud));
        field(dialog, u"key"_s)->setText(u"a"_s);
        field(dialog, u"secret"_s)->setText(u"s"_s);
        auto *const send = dialog.findChild<QPushButton *>(u"sendKeys"_s);
        QCOMPARE(send->isVisible(), asks);
        QCOMPARE(dialog.problem().isEmpty(), complete);
        if (!asks)
            return;
        QVERIFY(send->text().contains(dialog.profile().url.host()));
        QSignalSpy tests(&dialog, &AddServerDialog::testRequested);
        send->click();
        QVERIFY(!send->isVisible());
        QVERIFY(dialog.problem().isEmpty());
        QCOMPARE(dialog.profile().keysHost, dialog.profile().url.host()); // remembered with the server
        QCOMPARE(tests.size(), 0); // saying so sends nothing yet
        field(dialog, u"url"_s)->setText(u"another.example"_s); // which was not meant
        QVERIFY(send->isVisible());
        choose(dialog, u"kind"_s, int(ServerKind::Meilisearch));
        QVERIFY(!send->isVisible());
    }

    void optionsAreFoldedAndKept()
    {
        QTemporaryFile pem;
        QVERIFY(pem.open());
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        field(dialog, u"url"_s)->setText(u"search.example"_s);
        auto *const fold = dialog.findChild<FoldButton *>(u"optionsFold"_s);
        QVERIFY(!field(dialog, u"proxy"_s)->isVisible());
        fold->click();
        QVERIFY(field(dialog, u"proxy"_s)->isVisible());
        field(dialog, u"proxy"_s)->setText(u"socks5://127.0.0.1:1080"_s);
        for (const QString &name : {u"caFile"_s, u"clientCertFile"_s, u"clientKeyFile"_s})
            dialog.findChild<FileField *>(name)->setPath(pem.fileName());
        dialog.findChild<QDoubleSpinBox *>(u"timeout"_s)->setValue(2.5);
        QVERIFY2(dialog.problem().isEmpty(), qPrintable(dialog.problem()));
        const ServerProfile profile = dialog.profile();
        QCOMPARE(profile.proxy, u"socks5://127.0.0.1:1080"_s);
        QCOMPARE(profile.caFile, pem.fileName());
        QCOMPARE(profile.clientCertFile, pem.fileName());
        QCOMPARE(profile.clientKeyFile, pem.fileName());
        QCOMPARE(profile.timeoutMs, 2500);
    }

    void optionsThatCannotWorkAreNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("no such authorities") << u"caFile"_s << u"/does/not/exist.pem"_s;
        QTest::newRow("no such certificate") << u"clientCertFile"_s << u"/does/not/exist.pem"_s;
        QTest::newRow("key without certificate") << u"clientKeyFile"_s << QCoreApplication::applicationFilePath();
        QTest::newRow("proxy of another kind") << u"proxy"_s << u"ftp://proxy:21"_s;
        QTest::newRow("proxy without scheme") << u"proxy"_s << u"proxy:3128"_s;
        QTest::newRow("proxy with a password") << u"proxy"_s << u"http://me:pw@proxy:3128"_s;
    }
    void optionsThatCannotWorkAreNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        field(dialog, u"url"_s)->setText(u"search.example"_s);
        QVERIFY(dialog.problem().isEmpty());
        if (auto *const file = dialog.findChild<FileField *>(name))
            file->setPath(value);
        else
            field(dialog, name)->setText(value);
        QVERIFY(!dialog.problem().isEmpty());
        QCOMPARE(dialog.findChild<QLabel *>(u"testResult"_s)->text(), dialog.problem());
        QVERIFY(!button(dialog, u"Add Server"_s)->isEnabled());
    }

    void trustCanBeWithdrawn()
    {
        ServerProfile profile;
        profile.name = u"prod"_s;
        profile.url = QUrl(u"https://search.example"_s);
        profile.trustedFingerprint = QString(64, u'a');
        profile.timeoutMs = 1234; // finer than the field shows
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setProfile(profile);
        dialog.show();
        QCOMPARE(dialog.profile(), profile);
        auto *const withdraw = dialog.findChild<QPushButton *>(u"withdrawTrust"_s);
        QVERIFY(withdraw->isVisible()); // the fold is open: there is something in it
        withdraw->click();
        QVERIFY(dialog.profile().trustedFingerprint.isEmpty());
        QVERIFY(!withdraw->isVisible());
    }

    void everyFieldIsReachedByTab()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.findChild<FoldButton *>(u"optionsFold"_s)->click();
        field(dialog, u"url"_s)->setText(u"search.example"_s);
        field(dialog, u"url"_s)->setFocus();
        QList<QWidget *> order;
        for (int i = 0; i < 40 && !order.contains(QApplication::focusWidget()); ++i) {
            order.append(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QStringList names;
        for (const QWidget *const widget : std::as_const(order)) {
            if (!widget->objectName().startsWith(u"qt_"_s) && !widget->objectName().isEmpty())
                names.append(widget->objectName());
        }
        const QStringList expected {u"url"_s, u"name"_s, u"kind"_s, u"signIn"_s, u"key"_s, u"environment"_s, u"readOnly"_s, u"optionsFold"_s, u"proxy"_s, u"timeout"_s};
        QCOMPARE(names, expected);
        QVERIFY(order.contains(button(dialog, u"Add Server"_s)) && order.contains(button(dialog, u"Test"_s)));
    }

    void lowScreensKeepTheButtons()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.findChild<FoldButton *>(u"optionsFold"_s)->click();
        dialog.resize(dialog.width(), 480);
        QTRY_COMPARE(dialog.height(), 480);
        QTRY_VERIFY(dialog.rect().contains(button(dialog, u"Add Server"_s)->geometry().translated(button(dialog, u"Add Server"_s)->parentWidget()->pos())));
    }

    void editingKeepsWhatIsNotShown()
    {
        ServerProfile profile;
        profile.id = u"id-1"_s;
        profile.name = u"prod"_s;
        profile.url = QUrl(u"https://search.example"_s);
        profile.caFile = QCoreApplication::applicationFilePath(); // any file that can be read
        profile.environment = Environment::Production;
        profile.readOnly = false;
        AddServerDialog dialog({u"prod"_s, u"other"_s});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setProfile(profile);
        QVERIFY2(dialog.problem().isEmpty(), qPrintable(dialog.problem()));
        QCOMPARE(dialog.profile(), profile);
        dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"Other"_s);
        QVERIFY(!dialog.problem().isEmpty());
        QCOMPARE(dialog.findChild<QLineEdit *>(u"key"_s)->echoMode(), QLineEdit::Password);
    }

    void everyFieldHasAName()
    {
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.findChild<FoldButton *>(u"optionsFold"_s)->click();
        for (const QWidget *const widget : dialog.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const auto *const push = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestWindowAddServer)
#include "test_window_addserver.moc"

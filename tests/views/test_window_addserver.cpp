// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/addserverdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
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

private slots:
    void addressesAsPeoplePasteThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::newRow("full") << u" https://search.example:7700/prefix "_s << u"https://search.example:7700/prefix"_s;
        QTest::newRow("no scheme") << u"search.example:7700"_s << u"https://search.example:7700"_s;
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

    void editingKeepsWhatIsNotShown()
    {
        ServerProfile profile;
        profile.id = u"id-1"_s;
        profile.name = u"prod"_s;
        profile.url = QUrl(u"https://search.example"_s);
        profile.caFile = u"ca.pem"_s;
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
        for (const QWidget *const widget : dialog.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *const push = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestWindowAddServer)
#include "test_window_addserver.moc"

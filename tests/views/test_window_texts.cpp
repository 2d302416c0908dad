// SPDX-License-Identifier: GPL-3.0-or-later
// No sentence may be cut: in the smallest window, and with texts 40 % longer than the English ones.
#include "tests/views/windowfixture.h"
#include "views/addserver/addserverdialog.h"
#include "views/detail/taskdetailpane.h"
#include "views/dialogs/commanddialog.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace taskglass;
using namespace taskglass::test;

namespace {

/// Makes every text 40 % longer, as German does to the worst of them.
class LongerTexts final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        const qsizetype more = text.size() * 4 / 10;
        if (n >= 0)
            text.replace(u"%n"_s, QString::number(n));
        return text + QString(more, u'n');
    }
};

/// What of \a root is cut, in words; empty when nothing is.
QString cutIn(const QWidget &root)
{
    QStringList cut;
    for (const QLabel *const label : root.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            continue;
        const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                            : label->sizeHint().width() <= label->width();
        if (!fits && label->toolTip().isEmpty())
            cut.append(u"label “%1” (%2×%3)"_s.arg(label->text()).arg(label->width()).arg(label->height()));
    }
    for (const QAbstractButton *const button : root.findChildren<QAbstractButton *>()) {
        const bool texts = qobject_cast<const QPushButton *>(button) || qobject_cast<const QToolButton *>(button);
        if (!texts || !button->isVisible() || button->text().isEmpty())
            continue;
        if (button->sizeHint().width() > button->width() && button->toolTip().isEmpty())
            cut.append(u"button “%1” (%2 of %3)"_s.arg(button->text()).arg(button->width()).arg(button->sizeHint().width()));
    }
    return cut.join(u"; "_s);
}

} // namespace

class TestWindowTexts : public QObject
{
    Q_OBJECT

private:
    LongerTexts m_longer;

    static void rows()
    {
        QTest::addColumn<bool>("longer");
        QTest::newRow("English") << false;
        QTest::newRow("40 % longer") << true;
    }
    void lengthen(bool longer)
    {
        if (longer)
            QCoreApplication::installTranslator(&m_longer);
    }

private slots:
    void cleanup() { QCoreApplication::removeTranslator(&m_longer); }

    void smallestWindow_data() { rows(); }
    void smallestWindow()
    {
        QFETCH(bool, longer);
        lengthen(longer);
        SampleWindow s;
        QVERIFY(s.show({960, 600}));
        s.table().goTo(u"90503"_s);
        QTRY_VERIFY(s.window.detailPane().isVisible());
        for (int tab = 0; tab < TaskDetailPane::kTabCount; ++tab) {
            s.window.detailPane().showTab(TaskDetailPane::Tab(tab));
            QTRY_COMPARE(cutIn(s.window.detailPane()), QString());
        }
        QTRY_COMPARE(cutIn(s.window.taskPane()), QString());
    }

    void cancelDialog_data() { rows(); }
    void cancelDialog()
    {
        QFETCH(bool, longer);
        lengthen(longer);
        SampleWindow s;
        QVERIFY(s.show({960, 600}));
        CommandPreview preview;
        for (int i = 0; i < 37; ++i) {
            preview.command.ids.append(QString::number(90'500 + i));
            preview.tasks.append(makeTask(QString::number(90'500 + i), TaskState::Queued, s.clock.now()));
        }
        preview.command.previewed = preview.count = 37;
        preview.byState = {{TaskState::Queued, 36}, {TaskState::Running, 1}};
        preview.byType = {{u"documentAdditionOrUpdate"_s, 30}, {u"settingsUpdate"_s, 7}};
        preview.byTarget = {{u"books"_s, 37}};
        preview.oldest = u"90500"_s;
        preview.newest = u"90536"_s;
        preview.means = u"Queued tasks will not start; running ones are stopped. Documents already written stay written."_s;
        CommandDraft draft;
        draft.ids = preview.command.ids;
        QSignalSpy previews(&s.server, &WatchedServer::previewRequested);
        auto *const dialog = new CommandDialog(s.server, draft, false, &s.window);
        dialog->open();
        QTRY_VERIFY(dialog->isVisible());
        QTRY_VERIFY(!previews.isEmpty());
        s.server.deliverPreview(previews.first().first().toInt(), preview);
        QTRY_COMPARE(cutIn(*dialog), QString());
        QVERIFY(dialog->height() <= 800);
        dialog->close();
    }

    void addServerDialog_data() { rows(); }
    void addServerDialog()
    {
        QFETCH(bool, longer);
        lengthen(longer);
        AddServerDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_COMPARE(cutIn(dialog), QString());
    }
};

QTEST_MAIN(TestWindowTexts)
#include "test_window_texts.moc"

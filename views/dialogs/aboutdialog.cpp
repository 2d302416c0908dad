// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/aboutdialog.h"

#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace taskglass {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Taskglass"));
    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *name = plainLabel(tr("Taskglass %1").arg(QLatin1StringView(TASKGLASS_VERSION)), this);
    scaleFont(name, spacing::kTitleFont, true);
    auto *what = plainLabel(tr("Watches task queues, drills into failures, cancels safely."), this);
    auto *license = plainLabel(tr("Free software under the GNU General Public License, version 3 or later; it comes without any warranty."), this);
    const QString runsOn = tr("Qt %1 on %2, %3").arg(QLatin1StringView(qVersion()), QSysInfo::prettyProductName(), QGuiApplication::platformName());
    auto *system = secondaryLabel(runsOn, this);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy Version"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(Icon::Copy));
    connect(copy, &QPushButton::clicked, this,
            [text = QString(name->text() + u'\n' + runsOn)] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::kGroup);
    for (QLabel *label : {name, what, license, system})
        words->addWidget(label);
    words->addStretch(1);
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing::kSection);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    column->addLayout(top, 1);
    column->addWidget(buttons);
    resize(440, 220);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace taskglass

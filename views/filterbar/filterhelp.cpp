// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filterbar/filterhelp.h"

#include "views/detail/linkbutton.h"
#include "views/style/spacing.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

struct Example
{
    const char *text; ///< The language's own words: never translated.
    const char *meaning;
};

const Example kExamples[] = {
    {"status:failed,canceled", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "one of several states")},
    {"index:books type:settingsUpdate", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "both must be true")},
    {"-status:succeeded", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "a minus: not this")},
    {"ran>30s", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "ran for longer than 30 seconds")},
    {"waited>5m", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "waited for longer than five minutes before it started")},
    {"enqueued<2h", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "added less than two hours ago")},
    {"id:90100..90200", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "a range, both ends included")},
    {"error:\"primary key\"", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "the error's text contains these words")},
    {"label:=nightly", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "an equals sign: this very text, not a part of one")},
    {"status:failed (index:books OR index:movies)", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "OR, with parentheses")},
    {"vectors", QT_TRANSLATE_NOOP("taskglass::FilterHelp", "free text: anywhere in the task")},
};

} // namespace

FilterHelp::FilterHelp(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"filterHelp"_s);
    setWindowTitle(tr("Filter Language"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kSection, spacing::kSection, spacing::kSection, spacing::kSection);
    auto *const intro = new QLabel(tr("Words and “field:value” pairs, separated by blanks; all must match. "
                                      "Press an example to try it."), this);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::kSection);
    grid->setVerticalSpacing(spacing::kInside);
    int row = 0;
    for (const Example &example : kExamples) {
        const QString text = QString::fromLatin1(example.text);
        auto *const button = new LinkButton(this);
        button->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        button->setPlainText(text);
        button->setAccessibleDescription(tr(example.meaning));
        connect(button, &LinkButton::clicked, this, [this, text] { emit exampleChosen(text); });
        auto *const meaning = new QLabel(tr(example.meaning), this);
        meaning->setWordWrap(true);
        grid->addWidget(button, row, 0, Qt::AlignLeft);
        grid->addWidget(meaning, row++, 1);
    }
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    auto *const fields = new QLabel(tr("Fields: status, type, index, id, enqueued, started, finished, waited, ran, error, "
                                       "label, batch, canceledBy, node, parent, description, subscription, database."), this);
    fields->setWordWrap(true);
    layout->addWidget(fields);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(qMax(620, fontMetrics().averageCharWidth() * 90), sizeHint().height());
}

} // namespace taskglass

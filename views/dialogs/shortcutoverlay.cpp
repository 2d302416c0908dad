// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/shortcutoverlay.h"

#include "views/style/icons.h"
#include "views/style/spacing.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QString withoutMarks(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        plain.append(text.at(i));
    }
    return plain;
}

void fill(QTreeWidget *tree, const QList<ShortcutLine> &lines)
{
    QFont strong = tree->font();
    strong.setWeight(QFont::DemiBold);
    QTreeWidgetItem *section = nullptr;
    for (const ShortcutLine &line : lines) {
        if (line.keys.isEmpty())
            continue;
        if (!section || section->text(0) != line.section) {
            section = new QTreeWidgetItem(tree, {line.section});
            section->setFont(0, strong);
            section->setFirstColumnSpanned(true);
            section->setFlags(Qt::ItemIsEnabled);
        }
        QStringList keys;
        for (const QKeySequence &key : line.keys)
            keys.append(key.toString(QKeySequence::NativeText));
        new QTreeWidgetItem(section, {withoutMarks(line.text), keys.join(u",  "_s)});
    }
    tree->expandAll();
}

void showMatching(QTreeWidget *tree, const QString &needle)
{
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *section = tree->topLevelItem(i);
        int left = 0;
        for (int child = 0; child < section->childCount(); ++child) {
            QTreeWidgetItem *item = section->child(child);
            const bool matches = item->text(0).contains(needle, Qt::CaseInsensitive) || item->text(1).contains(needle, Qt::CaseInsensitive);
            item->setHidden(!matches);
            left += matches ? 1 : 0;
        }
        section->setHidden(left == 0);
    }
}

} // namespace

ShortcutOverlay::ShortcutOverlay(const QList<ShortcutLine> &lines, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard Shortcuts"));
    resize(520, 560);
    auto *find = new QLineEdit(this);
    find->setPlaceholderText(tr("Find an action or a key"));
    find->setAccessibleName(find->placeholderText());
    find->setClearButtonEnabled(true);
    find->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    auto *tree = new QTreeWidget(this);
    tree->setHeaderLabels({tr("Action"), tr("Keys")});
    tree->setAccessibleName(tr("Shortcuts"));
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    fill(tree, lines);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::kGroup);
    column->addWidget(find);
    column->addWidget(tree, 1);
    column->addWidget(buttons);
    tree->setFocus();
    connect(find, &QLineEdit::textChanged, tree, [tree](const QString &needle) { showMatching(tree, needle); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ShortcutOverlay::keyPressEvent(QKeyEvent *event)
{
    // The line to find something takes its own question marks before this is reached.
    if (event->key() == Qt::Key_Question)
        reject();
    else
        QDialog::keyPressEvent(event);
}

} // namespace taskglass

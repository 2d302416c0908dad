// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/commandsummary.h"

#include "models/table/format.h"
#include "views/dialogs/commandwords.h"
#include "views/dialogs/previewmodel.h"
#include "views/style/foldbutton.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace taskglass {

namespace {

constexpr int kListHeight = 110;
constexpr int kCurlHeight = 84;

void setOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QTableView *makeList(QAbstractItemModel *model, QWidget *parent)
{
    auto *list = new QTableView(parent);
    list->setModel(model);
    list->setSortingEnabled(true);
    list->sortByColumn(-1, Qt::AscendingOrder); // newest first, as the server answered
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setShowGrid(false);
    list->setTabKeyNavigation(false); // Tab leaves the list
    list->setWordWrap(false);
    list->setMinimumHeight(kListHeight);
    list->verticalHeader()->hide();
    list->verticalHeader()->setDefaultSectionSize(list->fontMetrics().height() + 2 * spacing::kInside);
    list->horizontalHeader()->setStretchLastSection(true);
    list->horizontalHeader()->setHighlightSections(false);
    return list;
}

} // namespace

CommandSummary::CommandSummary(QWidget *parent)
    : QWidget(parent)
    , m_model(new PreviewModel(this))
    , m_states(plainLabel({}, this))
    , m_types(plainLabel({}, this))
    , m_range(plainLabel({}, this))
    , m_cut(secondaryLabel({}, this))
    , m_means(plainLabel({}, this))
    , m_note(plainLabel({}, this))
    , m_pin(plainLabel({}, this))
    , m_reason(new QLineEdit(this))
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(PreviewModel::kSortRole);
    m_list = makeList(sorted, this);
    m_list->setAccessibleName(tr("Tasks"));
    m_reason->setPlaceholderText(tr("Kept in your local log only"));
    m_reason->setMaxLength(500);
    QFont strong = m_note->font();
    strong.setWeight(QFont::DemiBold);
    m_note->setFont(strong);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kInside);
    column->addWidget(m_states);
    column->addWidget(m_types);
    column->addWidget(m_range);
    column->addSpacing(spacing::kInside);
    column->addWidget(m_list, 1);
    column->addWidget(m_cut);
    column->addSpacing(spacing::kInside);
    column->addWidget(m_note);
    column->addWidget(m_means);
    column->addWidget(m_pin);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Reason:"), m_reason);
    column->addLayout(form);
    column->addWidget(makeRequestFold());
    column->addWidget(makeTypedRow());
    m_reason->setAccessibleName(tr("Reason, kept in your local log only"));
}

QWidget *CommandSummary::makeRequestFold()
{
    auto *fold = new QWidget(this);
    m_fold = new FoldButton(tr("Show request as cURL"), fold);
    m_curl = new QPlainTextEdit(fold);
    m_curl->setReadOnly(true);
    m_curl->setTabChangesFocus(true);
    m_curl->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_curl->setFixedHeight(kCurlHeight);
    m_curl->setAccessibleName(tr("Request as cURL"));
    m_fold->setContent(m_curl);
    auto *column = new QVBoxLayout(fold);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kInside);
    column->addWidget(m_fold, 0, Qt::AlignLeading);
    column->addWidget(m_curl);
    return fold;
}

QWidget *CommandSummary::makeTypedRow()
{
    m_typedRow = new QWidget(this);
    m_typedLabel = plainLabel({}, m_typedRow);
    m_typedLabel->setWordWrap(false);
    m_typed = new QLineEdit(m_typedRow);
    m_typed->setMaximumWidth(m_typed->fontMetrics().averageCharWidth() * 20);
    m_typedLabel->setBuddy(m_typed);
    auto *row = new QHBoxLayout(m_typedRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_typedLabel);
    row->addWidget(m_typed);
    row->addStretch(1);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandSummary::confirmedChanged);
    return m_typedRow;
}

void CommandSummary::setColumnTitles(const QList<std::pair<QString, QString>> &titles) { m_model->setColumnTitles(titles); }

void CommandSummary::setPreview(const CommandPreview &preview, const ServerProfile &server, const QString &means, EpochNs now)
{
    m_count = preview.count;
    m_mustType = mustTypeNumber(preview, server.environment);
    m_model->setTasks(preview.tasks, now);
    m_list->resizeColumnsToContents();
    setOrHide(m_states, statesText(preview));
    QStringList groups;
    if (!preview.byType.isEmpty())
        groups.append(tr("Types: %1").arg(countsText(preview.byType)));
    if (!preview.byTarget.isEmpty())
        groups.append(tr("Indexes: %1").arg(countsText(preview.byTarget)));
    setOrHide(m_types, groups.join(u'\n'));
    setOrHide(m_range, rangeText(preview, now));
    const qint64 listed = preview.tasks.size();
    setOrHide(m_cut, listed < preview.count ? tr("The list shows %1 of %2 tasks.").arg(formatNumber(listed), formatNumber(preview.count)) : QString());
    setOrHide(m_note, preview.note);
    setOrHide(m_means, means.isEmpty() ? QString() : tr("What happens: %1").arg(means));
    setOrHide(m_pin, pinText(preview.command, now));
    m_curl->setPlainText(preview.curl);
    m_fold->setVisible(!preview.curl.isEmpty());
    m_typedRow->setVisible(m_mustType);
    const QString ask = tr("Type %1 to confirm:").arg(m_count);
    m_typedLabel->setText(ask);
    m_typed->setAccessibleName(ask);
}

bool CommandSummary::isConfirmed() const
{
    return m_count > 0 && (!m_mustType || isTypedNumber(m_typed->text(), m_count));
}

QString CommandSummary::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace taskglass

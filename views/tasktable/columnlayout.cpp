// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasktable/columnlayout.h"

#include "models/table/format.h"
#include "views/style/spacing.h"
#include "views/style/statuswords.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// 22 November 2026: as wide as a date gets.
constexpr EpochNs kLongDate = 1'795'356'000LL * kNsPerSecond;

/// The longest word for where a task stands.
QString longestState(bool canBeCanceled)
{
    QString longest;
    for (const TaskState state : {TaskState::Succeeded, TaskState::Failed, TaskState::CancelRequested}) {
        const QString word = stateText(state);
        if (word.size() > longest.size() && (canBeCanceled || state != TaskState::CancelRequested))
            longest = word;
    }
    return longest;
}

/// A long but usual value of each column on a server that offers \a offered; only its width matters, so it is never shown
/// and, but for the state's word, never translated.
QString sample(Column column, const QList<QString> &offered)
{
    // What an account is asked for has short names, and none of it can be canceled.
    const bool isAccount = offered.contains("subscription"_L1);
    switch (column) {
    case Column::State: return longestState(!isAccount);
    case Column::Id: return u"1234567"_s;
    case Column::Index: return isAccount ? u"subscription 120041"_s : u"products-en"_s;
    case Column::Type: return isAccount ? u"Update ACL Redis rule"_s : u"documentAdditionOrUpdate"_s;
    case Column::Waited:
    case Column::Ran: return u"12:34:56"_s;
    case Column::Progress: return u"MMMMMM 100 %"_s;
    case Column::Enqueued:
    case Column::Started:
    case Column::Finished: return formatTimestamp(kLongDate, kNoTime);
    case Column::Error: return u"The document 17 has no primary key field"_s;
    case Column::Batch:
    case Column::CanceledBy: return u"1234567"_s;
    case Column::Label:
    case Column::Node: return u"nightly-import"_s;
    case Column::Parent: return u"aV7cLq9JSxe2Nf4yHb0RiA:1234567"_s;
    case Column::Description: return u"reindex from [orders-v1] to [orders-v2]"_s;
    case Column::Cpu: return u"12.34 s"_s;
    case Column::Memory: return u"999.9 MiB"_s;
    case Column::Subscription:
    case Column::Database: return u"51999001"_s;
    }
    return {};
}

/// Worth a column where it is offered, though most servers have nothing to show there.
bool tellsMore(Column column, const QList<QString> &offered)
{
    if (offered.isEmpty())
        return false;
    // Without the time of enqueueing, another one says when.
    if (column == Column::Started || column == Column::Finished)
        return !offered.contains("enqueued"_L1);
    return column == Column::Node || column == Column::Description || column == Column::Subscription || column == Column::Database;
}

const ColumnLayout::Entry *entryFor(const ColumnLayout &layout, QStringView id)
{
    for (const ColumnLayout::Entry &entry : layout.entries) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

} // namespace

ColumnLayout ColumnLayout::defaults(const QList<QString> &offered)
{
    ColumnLayout layout;
    for (const ColumnSpec &spec : columns())
        layout.entries.append({QString(spec.id), spec.shownByDefault || tellsMore(spec.column, offered), 0});
    return layout;
}

QByteArray ColumnLayout::toText() const
{
    QStringList parts;
    for (const Entry &entry : entries) {
        const QString part = entry.id + u':' + QString::number(entry.width);
        parts.append(entry.shown ? part : u'-' + part);
    }
    return parts.join(u',').toUtf8();
}

ColumnLayout ColumnLayout::fromText(const QByteArray &text)
{
    ColumnLayout layout;
    const QStringList parts = QString::fromUtf8(text).split(u',', Qt::SkipEmptyParts);
    for (QStringView part : parts) {
        Entry entry;
        if (part.startsWith(u'-')) {
            entry.shown = false;
            part = part.sliced(1);
        }
        const qsizetype colon = part.indexOf(u':');
        entry.id = (colon < 0 ? part : part.first(colon)).toString();
        if (colon >= 0)
            entry.width = qBound(0, part.sliced(colon + 1).toInt(), 4000);
        if (columnById(entry.id) && !entryFor(layout, entry.id))
            layout.entries.append(entry);
    }
    for (const Entry &entry : defaults().entries) {
        if (!entryFor(layout, entry.id))
            layout.entries.append(entry);
    }
    return layout;
}

ColumnLayout layoutOf(const QTableView &view)
{
    ColumnLayout layout;
    const QHeaderView *const header = view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        const ColumnSpec &spec = columns()[std::size_t(logical)];
        const bool hidden = header->isSectionHidden(logical);
        layout.entries.append({QString(spec.id), !hidden, hidden ? 0 : header->sectionSize(logical)});
    }
    return layout;
}

void applyLayout(QTableView &view, const ColumnLayout &layout, const QList<QString> &offered)
{
    QHeaderView *const header = view.horizontalHeader();
    int visual = 0;
    for (const ColumnLayout::Entry &entry : layout.entries) {
        const ColumnSpec *const spec = columnById(entry.id);
        if (!spec)
            continue;
        const int logical = int(spec->column);
        header->moveSection(header->visualIndex(logical), visual++);
        header->resizeSection(logical, entry.width > 0 ? entry.width : defaultWidth(view, spec->column, offered));
        const bool makesSense = offered.isEmpty() || offered.contains(entry.id);
        header->setSectionHidden(logical, !entry.shown || !makesSense);
    }
}

int defaultWidth(const QTableView &view, Column column, const QList<QString> &offered)
{
    QFont font = view.font();
    if (column == Column::Id) {
        const qreal size = font.pointSizeF();
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (size > 0)
            font.setPointSizeF(size);
    }
    // One pixel for what rounding took from the text.
    const int padding = 2 * spacing::kCell + 1 + (column == Column::State ? spacing::kGlyph + spacing::kCell : 0);
    const int title = QFontMetrics(view.font()).horizontalAdvance(view.model()->headerData(int(column), Qt::Horizontal).toString())
        + view.style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, &view) + padding;
    return qMax(QFontMetrics(font).horizontalAdvance(sample(column, offered)) + padding, title);
}

} // namespace taskglass

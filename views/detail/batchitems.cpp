// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/batchitems.h"

#include "models/table/format.h"
#include "views/detail/jsonscanner.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>
#include <QTreeWidgetItem>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BatchItems)
};

QTreeWidgetItem *addLine(QTreeWidgetItem *parent, const QString &text, const QString &toolTip = {})
{
    auto *item = new QTreeWidgetItem(parent, {oneLine(text, 400)});
    item->setFirstColumnSpanned(true);
    if (!toolTip.isEmpty())
        item->setToolTip(0, plainToolTip(toolTip));
    return item;
}

void addProgress(QTreeWidgetItem *parent, const Progress &progress)
{
    const QLocale locale;
    QTreeWidgetItem *at = parent;
    if (progress.percent)
        at = addLine(parent, Words::tr("%1 % done", "percent").arg(locale.toString(*progress.percent, 'f', 1)));
    for (const ProgressStep &step : progress.steps) {
        //: %1 name of a step, %2 of %3 are done
        at = addLine(at, Words::tr("%1: %2 of %3").arg(step.name, locale.toString(step.finished), locale.toString(step.total)));
        at->parent()->setExpanded(true);
    }
}

// {"processing": 1, "failed": 2} as "processing 1, failed 2".
QString counted(const QByteArray &object)
{
    QStringList parts;
    for (const auto &[name, value] : jsonMembers(object))
        parts.append(u"%1 %2"_s.arg(name, QString::fromUtf8(value)));
    return parts.join(u", "_s);
}

// Steps are named by their path, "processing tasks > indexing", children before parents.
void addTrace(QTreeWidgetItem *parent, const QByteArray &trace)
{
    const auto members = jsonMembers(trace);
    if (members.isEmpty())
        return;
    QTreeWidgetItem *top = addLine(parent, Words::tr("How long each step took"));
    QHash<QString, QTreeWidgetItem *> items;
    QStringList paths;
    QHash<QString, QString> lengths;
    for (const auto &[path, value] : members) {
        paths.append(path);
        lengths.insert(path, value.startsWith('"') ? decodeJsonString(value) : QString::fromUtf8(value));
    }
    const QString arrow = u" > "_s;
    for (const QString &path : std::as_const(paths)) {
        QTreeWidgetItem *above = top;
        QString so;
        for (const QString &part : path.split(arrow)) {
            so = so.isEmpty() ? part : QString(so + arrow + part);
            QTreeWidgetItem *&item = items[so];
            if (!item) {
                const QString length = lengths.value(so);
                item = addLine(above, length.isEmpty() ? part : Words::tr("%1: %2", "step, length").arg(part, length), so);
            }
            above = item;
        }
    }
}

} // namespace

void addBatchItems(QTreeWidgetItem *parent, const Batch &batch, EpochNs now)
{
    if (batch.progress)
        addProgress(parent, *batch.progress);
    if (batch.startedAt && batch.finishedAt) {
        addLine(parent, Words::tr("Started %1, ran %2").arg(formatTimestamp(*batch.startedAt, now), formatDuration(*batch.finishedAt - *batch.startedAt)));
    } else if (batch.startedAt) {
        addLine(parent, Words::tr("Running since %1").arg(formatTimestamp(*batch.startedAt, now)));
    }
    if (!batch.strategy.isEmpty())
        addLine(parent, Words::tr("Put together so: %1").arg(batch.strategy), batch.strategy);
    const QByteArray stats = jsonMember(batch.raw, u"stats"_s).value_or(QByteArray());
    for (const auto &[name, value] : jsonMembers(stats)) {
        if (name == "status"_L1)
            addLine(parent, Words::tr("By status: %1").arg(counted(value)));
        else if (name == "types"_L1)
            addLine(parent, Words::tr("By type: %1").arg(counted(value)));
        else if (name == "indexUids"_L1 && value != "{}")
            addLine(parent, Words::tr("By index: %1").arg(counted(value)));
        else if (name == "totalNbTasks"_L1)
            addLine(parent, Words::tr("Tasks: %1").arg(QString::fromUtf8(value)));
        else if (name == "progressTrace"_L1)
            addTrace(parent, value);
    }
}

} // namespace taskglass

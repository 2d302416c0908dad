// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/failureitems.h"

#include "models/table/format.h"
#include "views/detail/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

// Deeper chains are a server's fault; whoever wants them reads the Raw tab.
constexpr int kMostCauses = 20;

QString causeLine(const QJsonObject &cause)
{
    const QString type = cause.value("type"_L1).toString();
    const QString reason = cause.value("reason"_L1).toString();
    return type.isEmpty() ? reason : reason.isEmpty() ? type : QString(type + u": " + reason);
}

QStringList causesBelow(QJsonObject object)
{
    QStringList chain;
    for (int i = 0; i < kMostCauses; ++i) {
        object = object.value("caused_by"_L1).toObject();
        if (object.isEmpty())
            break;
        chain.append(causeLine(object));
    }
    return chain;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    return value.isDouble() ? QString::number(value.toInteger()) : QString();
}

FailureItem itemOf(const QJsonObject &failure)
{
    FailureItem item;
    item.index = failure.value("index"_L1).toString();
    item.id = textOf(failure.value("id"_L1));
    if (item.id.isEmpty() && failure.contains("shard"_L1))
        item.id = FailureItemsModel::tr("shard %1").arg(textOf(failure.value("shard"_L1)));
    item.status = textOf(failure.value("status"_L1));
    // Of writes it is `cause`, of searches `reason`; either may be a plain text.
    const QJsonValue cause = failure.value(failure.contains("cause"_L1) ? "cause"_L1 : "reason"_L1);
    QStringList lines {cause.isObject() ? causeLine(cause.toObject()) : cause.toString()};
    lines += causesBelow(cause.toObject());
    item.cause = lines.join(u" ← "_s);
    return item;
}

} // namespace

QList<FailureItem> failureItems(const QByteArray &raw)
{
    std::optional<QByteArray> list;
    if (const auto response = jsonMember(raw, u"response"_s))
        list = jsonMember(*response, u"failures"_s);
    if (!list)
        list = jsonMember(raw, u"failures"_s);
    QList<FailureItem> items;
    if (!list)
        return items;
    const QJsonArray failures = QJsonDocument::fromJson(*list).array();
    items.reserve(failures.size());
    for (const QJsonValue &failure : failures)
        items.append(itemOf(failure.toObject()));
    return items;
}

QStringList causesBelow(const QByteArray &object)
{
    return causesBelow(QJsonDocument::fromJson(object).object());
}

void FailureItemsModel::setItems(const QList<FailureItem> &items)
{
    if (items == m_items)
        return; // the same answer again: selection and scroll position stay
    beginResetModel();
    m_items = items;
    endResetModel();
}

QString FailureItemsModel::asText() const
{
    QStringList lines;
    lines.reserve(m_items.size());
    for (const FailureItem &item : m_items)
        lines.append(QStringList {item.index, item.id, item.status, item.cause.simplified()}.join(u'\t'));
    return lines.join(u'\n');
}

int FailureItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int FailureItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant FailureItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const FailureItem &item = m_items.at(index.row());
    QString text;
    switch (Column(index.column())) {
    case Index: text = item.index; break;
    case Id: text = item.id; break;
    case Cause: text = item.cause; break;
    case Status: text = item.status; break;
    case Count: return {};
    }
    return role == Qt::DisplayRole ? oneLine(text) : plainToolTip(text);
}

QVariant FailureItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Index: return tr("Index");
    case Id: return tr("Item");
    case Cause: return tr("Cause");
    case Status: return tr("Status");
    case Count: break;
    }
    return {};
}

} // namespace taskglass

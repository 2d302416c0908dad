// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/serverview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace taskglass {

QByteArray ServerView::toText() const
{
    const QJsonObject object {{"tree"_L1, tree},
                              {"folded"_L1, QJsonArray::fromStringList(folded.first(qMin(folded.size(), kMostFolded)))},
                              {"groupBy"_L1, QString(columnSpec(groupBy).id)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ServerView ServerView::fromText(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    ServerView view;
    view.tree = object.value("tree"_L1).toBool(view.tree);
    for (const QJsonValue &id : object.value("folded"_L1).toArray()) {
        if (id.isString() && view.folded.size() < kMostFolded)
            view.folded.append(id.toString());
    }
    if (const ColumnSpec *const column = columnById(object.value("groupBy"_L1).toString()))
        view.groupBy = column->column;
    return view;
}

} // namespace taskglass

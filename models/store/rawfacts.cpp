// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rawfacts.h"

#include "models/store/detailsslice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QJsonDocument parsed(std::string_view json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size())));
}

/// The task itself, out of its wrapper if there is one.
std::string_view taskIn(std::string_view raw)
{
    const std::string_view wrapped = memberOf(raw, "task");
    return wrapped.starts_with('{') ? wrapped : raw;
}

void addLink(QList<TaskLink> &links, const QString &relation, const QJsonObject &from)
{
    const TaskLink link {relation, from["title"_L1].toString(), from["type"_L1].toString(), from["href"_L1].toString()};
    if (!link.address.isEmpty() && !links.contains(link))
        links.append(link);
}

} // namespace

std::string_view detailsIn(std::string_view raw)
{
    for (const std::string_view member : {"details", "response"}) {
        if (const std::string_view value = memberOf(raw, member); !value.empty())
            return value;
    }
    const std::string_view status = memberOf(taskIn(raw), "status");
    return status.starts_with('{') ? status : std::string_view();
}

QString descriptionIn(std::string_view raw)
{
    // A document's root must be an object or array before Qt 6.9.
    const std::string_view text = memberOf(taskIn(raw), "description");
    return QJsonDocument::fromJson('[' + QByteArray(text.data(), qsizetype(text.size())) + ']').array().first().toString();
}

QList<TaskLink> linksIn(std::string_view raw)
{
    QList<TaskLink> links;
    const QJsonDocument list = parsed(memberOf(raw, "links"));
    for (const QJsonValue &link : list.array())
        addLink(links, link["rel"_L1].toString(), link.toObject());
    for (const std::string_view member : {"links", "_links"}) {
        const QJsonObject byRelation = parsed(memberOf(raw, member)).object();
        for (auto link = byRelation.begin(); link != byRelation.end(); ++link)
            addLink(links, link.key(), link.value().toObject());
    }
    return links;
}

} // namespace taskglass

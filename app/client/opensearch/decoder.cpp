// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/errors.h"
#include "app/client/answererror.h"
#include "app/client/opensearch/wire.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

Error notOurs()
{
    return errorOf(Error::Kind::BadResponse,
                   QCoreApplication::translate("OpenSearch", "The answer is not one of OpenSearch's or Elasticsearch's."));
}

template<typename T>
Result<DecodedPtr> shared(Result<std::shared_ptr<T>> read)
{
    return read ? Result<DecodedPtr>(DecodedPtr(read.take())) : Result<DecodedPtr>(read.error());
}

} // namespace

Result<std::shared_ptr<RootInfo>> readRoot(const HttpAnswer &answer)
{
    const QJsonObject root = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject version = root.value("version"_L1).toObject();
    auto info = std::make_shared<RootInfo>();
    info->clusterUuid = root.value("cluster_uuid"_L1).toString();
    info->distribution = version.value("distribution"_L1).toString();
    info->number = version.value("number"_L1).toString();
    info->flavor = version.value("build_flavor"_L1).toString();
    info->tagline = root.value("tagline"_L1).toString();
    // "OpenSearch/3.8.0 (opensearch)"
    const QString header = QString::fromLatin1(answer.header(QByteArrayLiteral("x-opensearch-version")));
    info->headerVersion = header.section(u'/', 1, 1).section(u' ', 0, 0);
    if (info->number.isEmpty() || info->tagline.isEmpty())
        return notOurs();
    return info;
}

Result<std::shared_ptr<NameList>> readVersions(const QByteArray &body)
{
    auto list = std::make_shared<NameList>();
    const QJsonObject nodes = QJsonDocument::fromJson(body).object().value("nodes"_L1).toObject();
    for (const QJsonValue &node : nodes)
        list->names << node.toObject().value("version"_L1).toString();
    return list;
}

Result<std::shared_ptr<NameList>> readPlugins(const QByteArray &body)
{
    auto list = std::make_shared<NameList>();
    const QJsonArray plugins = QJsonDocument::fromJson(body).array();
    for (const QJsonValue &plugin : plugins)
        list->names << plugin.toObject().value("component"_L1).toString();
    return list;
}

Result<DecodedPtr> OpenSearchDecoder::decode(const HttpAnswer &answer) const
{
    if (const std::optional<Error> error = errorIn(answer))
        return *error;
    switch (Shape(answer.request.purpose)) {
    case Shape::Root:
        return shared(readRoot(answer));
    case Shape::Nodes:
        return shared(readVersions(answer.body));
    case Shape::Plugins:
        return shared(readPlugins(answer.body));
    case Shape::Result:
        return shared(readResult(answer.body));
    case Shape::List:
        break;
    }
    Result<std::shared_ptr<Listing>> listing = readListing(answer.body, m_dialect);
    if (listing) {
        listing.value()->sentAt = answer.sentAt;
        listing.value()->receivedAt = answer.receivedAt;
    }
    return shared(std::move(listing));
}

} // namespace taskglass::opensearch

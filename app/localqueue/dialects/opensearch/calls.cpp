// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/jsonshape.h"
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/dialects/opensearch/taskjson.h"
#include "app/localqueue/gzip.h"
#include "app/localqueue/jsontext.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::Fault;

QStringList Call::names(int position) const
{
    return argument(position).split(u',', Qt::SkipEmptyParts);
}

void Call::answer(HttpResponse response)
{
    if (!reply)
        return;
    const bool isJson = response.contentType.startsWith("application/json");
    if (isJson && response.status < 400 && !parameters.filterPath().isEmpty() && response.body.startsWith('{'))
        response.body = filteredJson(response.body, parameters.filterPath());
    if (isJson && parameters.pretty())
        response.body = prettyJson(response.body);
    for (const auto &header : origin.headers)
        response.headers.push_back(header);
    if (api().namesItselfInHeaders()) {
        response.headers.emplace_back(api().isOpenSearch() ? "X-OpenSearch-Version"_ba : "X-elastic-product"_ba,
                                      api().isOpenSearch() ? "OpenSearch/"_ba + api().number() + " (opensearch)"_ba
                                                           : "Elasticsearch"_ba);
    }
    if (request.method == "HEAD")
        response.body.clear();
    tasks.clear();
    std::exchange(reply, nullptr)(std::move(response));
}

bool Call::refused()
{
    const auto fault = parameters.fault();
    if (fault)
        answer(*fault);
    return fault.has_value();
}

cluster::TaskId Call::addTask(const QByteArray &action, int node, const cluster::TaskId &parent, const QString &description)
{
    cluster::TaskInfo info;
    info.node = node;
    info.type = parent.isSet() && node == origin.node ? "direct"_ba : "transport"_ba;
    info.action = action;
    info.description = description;
    info.parent = parent;
    info.headers = origin.headers;
    tasks.push_back(std::make_unique<cluster::ScopedTask>(cluster.tasks(), std::move(info)));
    return tasks.back()->id();
}

cluster::Fallible<QByteArray> plainBody(const Call &call)
{
    const Fault tooLarge {"content_too_long_exception"_ba, u"entity content is too long"_s, 413, {}, {}, false};
    const QByteArray &body = call.request.body;
    if (body.size() > call.options.payloadLimit)
        return tooLarge;
    if (call.request.header("content-encoding") != "gzip")
        return body;
    if (const auto plain = gunzip(body, call.options.payloadLimit))
        return *plain;
    return tooLarge;
}

cluster::Fallible<QJsonObject> bodyOf(const Call &call)
{
    const auto plain = plainBody(call);
    if (!plain)
        return plain.fault();
    if (plain.value().trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(plain.value(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return Fault {"parse_exception"_ba,
                      u"Failed to parse content to map: %1 at offset %2"_s.arg(error.errorString(), QString::number(error.offset)),
                      400, {}, {}, true};
    }
    return document.object();
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

cluster::TaskFilter filterOf(Call &call)
{
    cluster::TaskFilter filter;
    const QByteArrayList nodes = call.parameters.list("nodes"_ba);
    if (!nodes.isEmpty())
        filter.nodes = cluster::selectNodes(call.cluster.nodes(), nodes, call.origin.node);
    filter.actions = call.parameters.list("actions"_ba);
    filter.parent = call.parameters.task("parent_task_id"_ba);
    return filter;
}

Grouping groupingOf(Call &call)
{
    if (!call.parameters.has("group_by"_ba))
        return Grouping::Nodes;
    const QString word = call.parameters.text("group_by"_ba);
    if (word == "nodes"_L1)
        return Grouping::Nodes;
    if (word == "parents"_L1)
        return Grouping::Parents;
    if (word != "none"_L1) {
        call.parameters.refuse(cluster::illegalArgument(
            u"[group_by] must be one of [nodes], [parents] or [none] but was [%1]"_s.arg(word)));
    }
    return Grouping::None;
}

std::optional<float> rateOf(Call &call)
{
    const QByteArray name = "requests_per_second"_ba;
    if (!call.parameters.has(name))
        return std::nullopt;
    const QString text = call.parameters.text(name);
    bool ok = false;
    const float rate = text.toFloat(&ok);
    if (rate == -1.0F)
        return cluster::kUnthrottled;
    if (!ok || rate <= 0) {
        call.parameters.refuse(cluster::illegalArgument(
            u"[requests_per_second] must be a float greater than 0. Use -1 to disable throttling."_s));
    }
    return rate;
}

void addNodesTask(Call &call, const QByteArray &action, const cluster::TaskFilter &filter)
{
    const cluster::TaskId own = call.addTask(action, call.origin.node);
    for (int node = 0; node < int(call.cluster.nodes().size()); ++node) {
        if (!filter.nodes || std::find(filter.nodes->begin(), filter.nodes->end(), node) != filter.nodes->end())
            call.addTask(action + "[n]"_ba, node, own);
    }
}

void ignoreWriteOptions(Call &call)
{
    call.parameters.ignore({"refresh"_ba, "timeout"_ba, "wait_for_active_shards"_ba, "routing"_ba, "pipeline"_ba,
                            "require_alias"_ba, "master_timeout"_ba});
    if (call.api().saysClusterManager())
        call.parameters.ignore({"cluster_manager_timeout"_ba});
}

void ignoreIndicesOptions(Call &call)
{
    call.parameters.ignore({"ignore_unavailable"_ba, "allow_no_indices"_ba, "expand_wildcards"_ba, "ignore_throttled"_ba,
                            "preference"_ba, "routing"_ba});
}

QByteArray shardsJson(qint64 total, qint64 successful)
{
    return JsonObjectText().integer("total", total).integer("successful", successful).integer("failed", qint64(0)).text();
}

} // namespace taskglass::localqueue::opensearch

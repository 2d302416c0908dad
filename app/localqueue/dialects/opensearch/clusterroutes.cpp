// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/jsonshape.h"
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/dialects/opensearch/taskjson.h"
#include "app/localqueue/jsontext.h"

#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

namespace {

const QByteArray kClusterName = "taskglass"_ba;

/// The banner by which clients tell product and release. The build says what this really is.
QByteArray versionJson(const ApiProfile &api)
{
    JsonObjectText version;
    if (api.isOpenSearch())
        version.string("distribution", "opensearch");
    version.string("number", api.number());
    if (!api.isOpenSearch())
        version.string("build_flavor", "oss");
    version.string("build_type", "taskglass")
        .string("build_hash", "unknown")
        .string("build_date", "1970-01-01T00:00:00Z")
        .boolean("build_snapshot", false)
        .string("lucene_version", "0.0.0");
    if (api.isOpenSearch()) {
        version.string("minimum_wire_compatibility_version", api.major == 1 ? "6.8.0" : api.major == 2 ? "7.10.0" : "2.19.0")
            .string("minimum_index_compatibility_version", api.major == 1 ? "6.0.0" : api.major == 2 ? "7.0.0" : "2.0.0");
    } else {
        version.string("minimum_wire_compatibility_version", api.major >= 8 ? "7.17.0" : api.major == 7 ? "6.8.0" : "5.6.0")
            .string("minimum_index_compatibility_version", api.major >= 8 ? "7.0.0" : api.major == 7 ? "6.0.0-beta1" : "5.0.0");
    }
    return version.text();
}

void banner(const CallPtr &call)
{
    if (call->refused())
        return;
    const QByteArray body =
        JsonObjectText()
            .string("name", call->cluster.nodes()[std::size_t(call->origin.node)].name)
            .string("cluster_name", kClusterName)
            .string("cluster_uuid", call->cluster.uuid())
            .raw("version", versionJson(call->api()))
            .string("tagline", call->api().isOpenSearch() ? "The OpenSearch Project: https://opensearch.org/" : "You Know, for Search")
            .text();
    // The one answer that comes for people's eyes unasked.
    call->answer(jsonAnswer(200, call->parameters.has("pretty"_ba) ? body : prettyJson(body)));
}

void health(const CallPtr &call)
{
    call->parameters.ignore({"level"_ba, "local"_ba, "timeout"_ba, "master_timeout"_ba, "wait_for_status"_ba, "wait_for_nodes"_ba,
                             "wait_for_active_shards"_ba, "wait_for_no_relocating_shards"_ba, "wait_for_events"_ba});
    if (call->api().saysClusterManager())
        call->parameters.ignore({"cluster_manager_timeout"_ba});
    if (call->refused())
        return;
    call->cluster.run([call](cluster::ClusterStore &store) {
        const auto nodes = qint64(call->cluster.nodes().size());
        qint64 primaries = 0;
        if (const auto indices = store.resolve({u"*"_s, u".*"_s})) {
            for (const cluster::Index *index : indices.value())
                primaries += index->shards;
        }
        JsonObjectText object;
        object.string("cluster_name", kClusterName).string("status", "green").boolean("timed_out", false);
        object.integer("number_of_nodes", nodes).integer("number_of_data_nodes", nodes);
        if (call->api().saysClusterManager())
            object.boolean("discovered_master", true).boolean("discovered_cluster_manager", true);
        object.integer("active_primary_shards", primaries).integer("active_shards", primaries);
        for (const char *none : {"relocating_shards", "initializing_shards", "unassigned_shards", "delayed_unassigned_shards",
                                 "number_of_pending_tasks", "number_of_in_flight_fetch", "task_max_waiting_in_queue_millis"})
            object.integer(none, qint64(0));
        object.raw("active_shards_percent_as_number", "100.0");
        call->answer(jsonAnswer(200, object.text()));
    });
}

QByteArray nodeJson(const cluster::Node &node, const ApiProfile &api)
{
    QByteArrayList roles;
    for (const QByteArray &role : rolesOf(node, api))
        roles.append(jsonString(QByteArrayView(role)));
    return JsonObjectText()
        .string("name", node.name)
        .string("transport_address", node.address())
        .string("host", node.host)
        .string("ip", node.host)
        .string("version", api.number())
        .string("build_type", "taskglass")
        .raw("roles", jsonArray(roles))
        .text();
}

void nodes(const CallPtr &call)
{
    call->parameters.ignore({"timeout"_ba, "flat_settings"_ba});
    if (call->refused())
        return;
    const QByteArrayList wanted = call->arguments.isEmpty() ? QByteArrayList() : call->arguments.first().split(',');
    const std::vector<int> chosen = cluster::selectNodes(call->cluster.nodes(), wanted, call->origin.node);
    JsonObjectText all;
    for (const int position : chosen) {
        const cluster::Node &node = call->cluster.nodes()[std::size_t(position)];
        all.raw(node.id, nodeJson(node, call->api()));
    }
    call->answer(jsonAnswer(200, JsonObjectText()
                                     .raw("_nodes", shardsJson(qint64(chosen.size()), qint64(chosen.size())))
                                     .string("cluster_name", kClusterName)
                                     .raw("nodes", all.text())
                                     .text()));
}

/// Changes of the cluster's state are made at once here, so that none ever waits.
void pendingTasks(const CallPtr &call)
{
    call->parameters.ignore({"local"_ba, "master_timeout"_ba});
    if (call->api().saysClusterManager())
        call->parameters.ignore({"cluster_manager_timeout"_ba});
    if (!call->refused())
        call->answer(jsonAnswer(200, JsonObjectText().raw("tasks", "[]").text()));
}

constexpr std::array kRoutes {
    Route {"GET", "/", banner},
    Route {"HEAD", "/", banner},
    Route {"GET", "/_cluster/health", health},
    Route {"GET", "/_cluster/pending_tasks", pendingTasks},
    Route {"GET", "/_nodes", nodes},
    Route {"GET", "/_nodes/:nodes", nodes},
};

} // namespace

std::span<const Route> clusterRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/jsontext.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::Fault;

namespace {

constexpr int kMostShards = 1024;

/// A number that may come as text, under "settings" or "settings.index", as both are written.
int numberSetting(const QJsonObject &settings, const QString &name, int absent)
{
    const QJsonObject inner = settings["index"_L1].toObject();
    for (const QJsonValue &value : {inner[name], settings[name], settings[u"index."_s + name]}) {
        if (!value.isUndefined())
            return value.toVariant().toInt();
    }
    return absent;
}

void createIndex(const CallPtr &call)
{
    ignoreWriteOptions(*call);
    call->parameters.ignore({"include_type_name"_ba});
    const auto body = bodyOf(*call);
    if (!body)
        call->parameters.refuse(body.fault());
    if (call->refused())
        return;
    const QJsonObject settings = body.value()["settings"_L1].toObject();
    const int shards = numberSetting(settings, u"number_of_shards"_s, 1);
    const int replicas = numberSetting(settings, u"number_of_replicas"_s, 1);
    if (shards < 1 || shards > kMostShards) {
        call->answer(cluster::illegalArgument(u"Failed to parse value [%1] for setting [index.number_of_shards] must be %2"_s.arg(
            QString::number(shards), shards < 1 ? u">= 1"_s : u"<= 1024"_s)));
        return;
    }
    auto mapping = cluster::Mapping::parse(textOf(body.value()["mappings"_L1].toObject()));
    if (!mapping) {
        call->answer(mapping.fault());
        return;
    }
    call->addTask("indices:admin/create"_ba);
    call->cluster.run([call, shards, replicas, known = mapping.take()](cluster::ClusterStore &store) {
        const auto index = store.create(call->argument(0), shards, replicas, known);
        if (!index) {
            call->answer(index.fault());
            return;
        }
        call->answer(jsonAnswer(200, JsonObjectText().boolean("acknowledged", true).boolean("shards_acknowledged", true)
                                         .string("index", call->argument(0)).text()));
    });
}

void deleteIndex(const CallPtr &call)
{
    ignoreWriteOptions(*call);
    ignoreIndicesOptions(*call);
    if (call->refused())
        return;
    call->addTask("indices:admin/delete"_ba);
    call->cluster.run([call](cluster::ClusterStore &store) {
        const auto indices = store.resolve(call->names(0));
        if (!indices) {
            call->answer(indices.fault());
            return;
        }
        QStringList names;
        for (const cluster::Index *index : indices.value())
            names.append(index->name);
        for (const QString &name : std::as_const(names)) {
            if (const auto fault = store.remove(name)) {
                call->answer(*fault);
                return;
            }
        }
        call->answer(jsonAnswer(200, JsonObjectText().boolean("acknowledged", true).text()));
    });
}

QByteArray settingsJson(const cluster::Index &index)
{
    return JsonObjectText()
        .raw("index", JsonObjectText()
                          .string("creation_date", QString::number(index.createdMs))
                          .string("number_of_shards", QString::number(index.shards))
                          .string("number_of_replicas", QString::number(index.replicas))
                          .string("uuid", index.uuid)
                          .string("provided_name", index.name)
                          .text())
        .text();
}

/// One object an index, each with what \a describe says of it.
void describeIndices(const CallPtr &call, QByteArray (*describe)(const cluster::Index &index))
{
    ignoreWriteOptions(*call);
    ignoreIndicesOptions(*call);
    call->parameters.ignore({"flat_settings"_ba, "include_defaults"_ba, "local"_ba, "include_type_name"_ba});
    if (call->refused())
        return;
    call->cluster.run([call, describe](cluster::ClusterStore &store) {
        const auto indices = store.resolve(call->names(0));
        if (!indices) {
            call->answer(indices.fault());
            return;
        }
        JsonObjectText all;
        for (const cluster::Index *index : indices.value())
            all.raw(index->name.toUtf8(), describe(*index));
        call->answer(jsonAnswer(200, all.text()));
    });
}

void getIndex(const CallPtr &call)
{
    describeIndices(call, [](const cluster::Index &index) {
        return JsonObjectText().raw("aliases", "{}").raw("mappings", index.mapping.json()).raw("settings", settingsJson(index)).text();
    });
}

void getMapping(const CallPtr &call)
{
    describeIndices(call, [](const cluster::Index &index) { return JsonObjectText().raw("mappings", index.mapping.json()).text(); });
}

constexpr std::array kRoutes {
    Route {"GET", "/:index", getIndex},
    Route {"HEAD", "/:index", getIndex},
    Route {"PUT", "/:index", createIndex},
    Route {"DELETE", "/:index", deleteIndex},
    Route {"GET", "/:index/_mapping", getMapping},
};

} // namespace

std::span<const Route> indexRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::opensearch

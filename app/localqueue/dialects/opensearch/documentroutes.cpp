// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/bulk.h"
#include "app/localqueue/dialects/opensearch/documentjson.h"
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/engine/json.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::Fault;
using cluster::TaskId;
using cluster::Write;

namespace {

/// A write is listed until it is answered; its shards' parts ("[s]", "[p]", "[r]") are over too soon to be seen.
cluster::TaskInfo writeTask(const Call &call, const QString &description)
{
    cluster::TaskInfo info;
    info.node = call.origin.node;
    info.action = "indices:data/write/bulk"_ba;
    info.description = description;
    info.headers = call.origin.headers;
    return info;
}

void bulk(const CallPtr &call)
{
    ignoreWriteOptions(*call);
    call->parameters.ignore({"_source"_ba, "_source_includes"_ba, "_source_excludes"_ba, "type"_ba});
    const auto body = plainBody(*call);
    if (!body)
        call->parameters.refuse(body.fault());
    if (call->refused())
        return;
    auto items = parseBulk(body.value(), call->arguments.isEmpty() ? QString() : call->argument(0));
    if (!items) {
        call->answer(items.fault());
        return;
    }
    QStringList names;
    for (const BulkItem &item : items.value()) {
        if (!names.contains(item.index))
            names.append(item.index);
    }
    const QString description = u"requests[%1], indices[%2]"_s.arg(QString::number(items.value().size()), names.join(u", "_s));
    call->cluster.runTask(writeTask(*call, description),
                          [call, list = items.take()](cluster::ClusterStore &store, const TaskId &) {
                              const auto result = runBulk(store, list, call->api());
                              if (result)
                                  call->answer(jsonAnswer(200, result.value()));
                              else
                                  call->answer(result.fault());
                          });
}

// --- one document ---

void writeOne(const CallPtr &call, Write write)
{
    const qint64 seqNo = call->parameters.integer("if_seq_no"_ba, -1);
    if (seqNo >= 0)
        write.ifSeqNo = seqNo;
    if (call->parameters.text("op_type"_ba) == "create"_L1)
        write.op = Write::Op::Create;
    call->parameters.ignore({"if_primary_term"_ba});
    ignoreWriteOptions(*call);
    if (call->refused())
        return;
    const QString name = call->argument(0);
    call->cluster.runTask(writeTask(*call, u"requests[1], indices[%1]"_s.arg(name)),
                          [call, name, one = std::move(write)](cluster::ClusterStore &store, const TaskId &) {
        const auto index = one.op == Write::Op::Delete ? store.get(name) : findOrCreate(store, name);
        if (!index) {
            call->answer(index.fault());
            return;
        }
        auto transaction = store.transaction();
        if (!transaction) {
            call->answer(cluster::storeFault(transaction.error()));
            return;
        }
        const auto written = store.apply(*index.value(), one);
        if (!written) {
            call->answer(written.fault());
            return;
        }
        if (const auto fault = store.commit(*transaction.value())) {
            call->answer(*fault);
            return;
        }
        call->answer(jsonAnswer(writtenStatus(written.value(), one.op), writtenJson(name, written.value(), one.op, call->api()).text()));
    });
}

void putDocument(const CallPtr &call)
{
    const auto body = plainBody(*call);
    if (!body) {
        call->answer(body.fault());
        return;
    }
    Write write;
    write.body = body.value().trimmed();
    JsonScanner scanner(write.body);
    if (!write.body.startsWith('{') || !scanner.value() || scanner.position() != write.body.size()) {
        call->answer(Fault {"mapper_parsing_exception"_ba, u"failed to parse"_s, 400, {}, {}, true});
        return;
    }
    if (call->arguments.size() > 1)
        write.id = call->argument(1);
    if (call->request.segments().at(1) == "_create")
        write.op = Write::Op::Create;
    write.body = compact(write.body);
    writeOne(call, std::move(write));
}

void deleteDocument(const CallPtr &call)
{
    Write write;
    write.op = Write::Op::Delete;
    write.id = call->argument(1);
    writeOne(call, std::move(write));
}

void getDocument(const CallPtr &call)
{
    call->parameters.ignore({"_source"_ba, "refresh"_ba, "realtime"_ba, "preference"_ba, "routing"_ba});
    if (call->refused())
        return;
    call->cluster.run([call](cluster::ClusterStore &store) {
        const auto index = store.get(call->argument(0));
        if (!index) {
            call->answer(index.fault());
            return;
        }
        const auto document = store.document(*index.value(), call->argument(1));
        if (!document) {
            call->answer(document.fault());
            return;
        }
        JsonObjectText object;
        addDocumentName(object, index.value()->name, call->argument(1), call->api());
        const bool found = document.value().has_value();
        if (found) {
            object.integer("_version", document.value()->version)
                .integer("_seq_no", document.value()->seqNo)
                .integer("_primary_term", qint64(1));
        }
        object.boolean("found", found);
        if (found)
            object.raw("_source", document.value()->body);
        call->answer(jsonAnswer(found ? 200 : 404, object.text()));
    });
}

constexpr std::array kRoutes {
    Route {"POST", "/_bulk", bulk},
    Route {"PUT", "/_bulk", bulk},
    Route {"POST", "/:index/_bulk", bulk},
    Route {"PUT", "/:index/_bulk", bulk},
    Route {"POST", "/:index/_doc", putDocument},
    Route {"GET", "/:index/_doc/:id", getDocument},
    Route {"HEAD", "/:index/_doc/:id", getDocument},
    Route {"PUT", "/:index/_doc/:id", putDocument},
    Route {"POST", "/:index/_doc/:id", putDocument},
    Route {"DELETE", "/:index/_doc/:id", deleteDocument},
    Route {"PUT", "/:index/_create/:id", putDocument},
    Route {"POST", "/:index/_create/:id", putDocument},
};

} // namespace

std::span<const Route> documentRoutes()
{
    return kRoutes;
}

} // namespace taskglass::localqueue::opensearch

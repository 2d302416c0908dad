// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/documentjson.h"

#include "app/localqueue/dialects/opensearch/routes.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::Write;
using cluster::Written;

void addDocumentName(JsonObjectText &object, const QString &index, const QString &id, const ApiProfile &api)
{
    object.string("_index", index);
    if (api.hasMappingTypes())
        object.string("_type", "_doc");
    object.string("_id", id);
}

JsonObjectText writtenJson(const QString &index, const Written &written, Write::Op op, const ApiProfile &api)
{
    JsonObjectText object;
    addDocumentName(object, index, written.id, api);
    const QByteArrayView result = op == Write::Op::Delete ? (written.found ? "deleted" : "not_found")
                                                          : (written.created ? "created" : "updated");
    object.integer("_version", written.version)
        .string("result", result)
        .raw("_shards", shardsJson(2, 1))
        .integer("_seq_no", written.seqNo)
        .integer("_primary_term", qint64(1));
    return object;
}

int writtenStatus(const Written &written, Write::Op op)
{
    if (op == Write::Op::Delete)
        return written.found ? 200 : 404;
    return written.created ? 201 : 200;
}

} // namespace taskglass::localqueue::opensearch

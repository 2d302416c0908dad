// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/bulk.h"

#include "app/localqueue/dialects/opensearch/documentjson.h"
#include "app/localqueue/engine/documentchanges.h"
#include "app/localqueue/engine/json.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::Fault;
using cluster::Index;
using cluster::Write;

namespace {

bool isObject(QByteArrayView line)
{
    JsonScanner scanner(line);
    scanner.skipSpace();
    return scanner.peek() == '{' && scanner.value() && (scanner.skipSpace(), scanner.atEnd());
}

Fault malformed(int line, const QString &what)
{
    return cluster::illegalArgument(u"Malformed action/metadata line [%1], %2"_s.arg(QString::number(line), what));
}

std::optional<Fault> readAction(BulkItem &item, QByteArrayView line, int number, const QString &index)
{
    static const std::array<QByteArray, 4> kActions {"index"_ba, "create"_ba, "update"_ba, "delete"_ba};
    const auto members = membersOf(line);
    if (!isObject(line) || members.size() != 1)
        return malformed(number, u"expected START_OBJECT or END_OBJECT but found [VALUE_STRING]"_s);
    item.action = members.front().key.toUtf8();
    if (std::find(kActions.begin(), kActions.end(), item.action) == kActions.end()) {
        return malformed(number, u"expected field [create], [delete], [index] or [update] but found [%1]"_s.arg(
                                     members.front().key));
    }
    const QByteArrayView meta = members.front().value;
    const QByteArrayView name = memberOf(meta, u"_index");
    const QByteArrayView id = memberOf(meta, u"_id");
    item.index = name.isEmpty() ? index : taskglass::localqueue::textOf(name);
    item.write.id = id.startsWith('"') ? taskglass::localqueue::textOf(id) : QString::fromUtf8(id);
    const QByteArrayView seqNo = memberOf(meta, u"if_seq_no");
    if (!seqNo.isEmpty())
        item.write.ifSeqNo = seqNo.toByteArray().toLongLong();
    if (item.action == "create")
        item.write.op = Write::Op::Create;
    else if (item.action == "delete")
        item.write.op = Write::Op::Delete;
    if (item.index.isEmpty())
        return Fault {"action_request_validation_exception"_ba, u"Validation Failed: 1: index is missing;"_s, 400, {}, {}, false};
    return {};
}

/// Turns an update into the write of the whole document.
std::optional<Fault> completeUpdate(cluster::ClusterStore &store, const Index &index, BulkItem &item)
{
    const auto stored = store.document(index, item.write.id);
    if (!stored)
        return stored.fault();
    if (stored.value()) {
        item.write.body = mergedDocument(stored.value()->body, item.partial);
    } else if (item.upserts) {
        item.write.body = item.partial;
    } else {
        return Fault {"document_missing_exception"_ba, u"[%1]: document missing"_s.arg(item.write.id), 404,
                      {{"index"_ba, quoted(index.name)}, {"shard"_ba, "\"0\""_ba}, {"index_uuid"_ba, '"' + index.uuid + '"'}}, {}, true};
    }
    return {};
}

QByteArray failedJson(const BulkItem &item, const Fault &fault, const ApiProfile &api)
{
    JsonObjectText object;
    addDocumentName(object, item.index, item.write.id, api);
    return object.integer("status", qint64(fault.status)).raw("error", fault.json()).text();
}

} // namespace

cluster::Fallible<std::vector<BulkItem>> parseBulk(const QByteArray &body, const QString &index)
{
    if (body.isEmpty())
        return Fault {"parse_exception"_ba, u"request body is required"_s, 400, {}, {}, true};
    if (!body.endsWith('\n'))
        return cluster::illegalArgument(u"The bulk request must be terminated by a newline [\\n]"_s);
    std::vector<BulkItem> items;
    const QByteArrayList lines = body.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        BulkItem item;
        if (const auto fault = readAction(item, lines[i].trimmed(), i + 1, index))
            return *fault;
        if (item.action != "delete") {
            const QByteArray source = ++i < lines.size() ? lines[i].trimmed() : QByteArray();
            if (!isObject(source))
                return malformed(i + 1, u"expected a document"_s);
            if (item.action == "update") {
                item.partial = memberOf(source, u"doc").toByteArray();
                item.upserts = memberOf(source, u"doc_as_upsert") == "true";
            } else {
                item.write.body = source;
            }
        }
        items.push_back(std::move(item));
    }
    if (items.empty())
        return Fault {"action_request_validation_exception"_ba, u"Validation Failed: 1: no requests added;"_s, 400, {}, {}, false};
    return items;
}

cluster::Fallible<Index *> findOrCreate(cluster::ClusterStore &store, const QString &name)
{
    if (Index *index = store.find(name))
        return index;
    return store.create(name, 1, 1, {});
}

cluster::Fallible<QByteArray> runBulk(cluster::ClusterStore &store, const std::vector<BulkItem> &items, const ApiProfile &api)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<cluster::Fallible<Index *>> indices;
    for (const BulkItem &item : items) // before the transaction: an index is made for good
        indices.push_back(findOrCreate(store, item.index));
    auto transaction = store.transaction();
    if (!transaction)
        return cluster::storeFault(transaction.error());
    bool errors = false;
    QByteArrayList results;
    for (std::size_t i = 0; i < items.size(); ++i) {
        BulkItem item = items[i];
        std::optional<Fault> fault;
        if (!indices[i])
            fault = indices[i].fault();
        else if (item.action == "update")
            fault = completeUpdate(store, *indices[i].value(), item);
        QByteArray result;
        if (!fault) {
            const auto written = store.apply(*indices[i].value(), item.write);
            if (written)
                result = writtenJson(item.index, written.value(), item.write.op, api)
                             .integer("status", qint64(writtenStatus(written.value(), item.write.op)))
                             .text();
            else
                fault = written.fault();
        }
        if (fault) {
            errors = true;
            result = failedJson(item, *fault, api);
        }
        results.append(JsonObjectText().raw(item.action, result).text());
    }
    if (const auto fault = store.commit(*transaction.value()))
        return *fault;
    return JsonObjectText().integer("took", timer.elapsed()).boolean("errors", errors).raw("items", jsonArray(results)).text();
}

} // namespace taskglass::localqueue::opensearch

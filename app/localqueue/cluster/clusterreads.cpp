// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/clusterstore.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

namespace {

const QString kColumns = u"idx, id, slot, seq, version, body"_s;

Document documentAt(const Statement &row)
{
    return {row.integer(0), row.text(1), int(row.integer(2)), row.integer(3), row.integer(4), row.bytes(5)};
}

/// " FROM docs WHERE …" with its values.
std::pair<QString, QVariantList> matching(const std::vector<Index *> &indices, const DocumentQuery &query)
{
    QStringList marks;
    QVariantList values;
    for (const Index *index : indices) {
        marks.append(u"?"_s);
        values.append(index->row);
    }
    values += query.values;
    return {u" FROM docs WHERE idx IN (%1) AND %2"_s.arg(marks.join(u','), query.sql), values};
}

Fallible<qint64> countOf(Database &database, const QString &from, const QVariantList &values)
{
    Statement statement(database, u"SELECT count(*)"_s + from);
    if (const Failure failure = statement.run(values))
        return storeFault(*failure);
    return statement.next() ? statement.integer(0) : qint64(0);
}

} // namespace

Fallible<std::optional<Document>> ClusterStore::document(const Index &index, const QString &id)
{
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    Statement statement(*database.value(), u"SELECT %1 FROM docs WHERE idx = ? AND id = ?"_s.arg(kColumns));
    if (const Failure failure = statement.run({index.row, id}))
        return storeFault(*failure);
    if (!statement.next())
        return std::optional<Document>();
    return std::optional<Document>(documentAt(statement));
}

Fallible<qint64> ClusterStore::count(const std::vector<Index *> &indices, const DocumentQuery &query)
{
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    const auto [from, values] = matching(indices, query);
    return countOf(*database.value(), from, values);
}

Fallible<std::vector<Document>> ClusterStore::documents(const std::vector<Index *> &indices, const DocumentQuery &query,
                                                        const Page &page)
{
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    auto [from, values] = matching(indices, query);
    QString order = u"pos"_s;
    if (!page.sortField.isEmpty()) {
        order = u"json_extract(CAST(body AS TEXT), ?) %1, pos"_s.arg(page.descending ? u"DESC"_s : u"ASC"_s);
        values.append(jsonPath(page.sortField));
    }
    values << page.size << page.from;
    Statement statement(*database.value(), u"SELECT "_s + kColumns + from + u" ORDER BY "_s + order + u" LIMIT ? OFFSET ?"_s);
    if (const Failure failure = statement.run(values))
        return storeFault(*failure);
    std::vector<Document> found;
    while (statement.next())
        found.push_back(documentAt(statement));
    return found;
}

Fallible<qint64> ClusterStore::bytes(const Index &index)
{
    const auto database = m_pool.get();
    if (!database)
        return storeFault(database.error());
    Statement statement(*database.value(), u"SELECT coalesce(sum(length(body)), 0) FROM docs WHERE idx = ?"_s);
    if (const Failure failure = statement.run({index.row}))
        return storeFault(*failure);
    return statement.next() ? statement.integer(0) : qint64(0);
}

Fallible<std::shared_ptr<ReadView>> ReadView::open(const ClusterStore &store)
{
    auto database = Database::open(store.options());
    if (!database)
        return storeFault(database.error());
    auto view = std::make_shared<ReadView>();
    view->database = database.take();
    view->transaction = std::make_unique<Transaction>(*view->database, Transaction::Mode::Read);
    if (view->transaction->failure())
        return storeFault(*view->transaction->failure());
    return view;
}

Snapshot::Snapshot() = default;
Snapshot::~Snapshot() = default;

Fallible<std::unique_ptr<Snapshot>> Snapshot::open(std::shared_ptr<ReadView> view, const std::vector<Index *> &indices,
                                                   const DocumentQuery &query, int slice, int slices)
{
    std::unique_ptr<Snapshot> snapshot(new Snapshot);
    snapshot->m_view = std::move(view);
    Database &database = *snapshot->m_view->database;
    auto [from, values] = matching(indices, query);
    if (slices > 1) {
        from += u" AND slot % ? = ?"_s;
        values << slices << slice;
    }
    const auto total = countOf(database, from, values);
    if (!total)
        return total.fault();
    snapshot->m_total = total.value();
    snapshot->m_cursor = std::make_unique<Statement>(database, u"SELECT "_s + kColumns + from + u" ORDER BY pos"_s);
    if (const Failure failure = snapshot->m_cursor->run(values))
        return storeFault(*failure);
    return snapshot;
}

Fallible<std::vector<Document>> Snapshot::next(qint64 size)
{
    std::vector<Document> batch;
    while (qint64(batch.size()) < size && m_cursor->next())
        batch.push_back(documentAt(*m_cursor));
    if (const Failure failure = m_cursor->failure())
        return storeFault(*failure);
    return batch;
}

} // namespace taskglass::localqueue::cluster

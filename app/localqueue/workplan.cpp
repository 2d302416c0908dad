// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/workplan.h"

#include "app/localqueue/demodocuments.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

struct Catalogue
{
    const char *index;
    const char *primaryKey;
    DocumentMaker maker;
    const char *settings;
    const char *source;  ///< Who sends these, as customMetadata.
};

constexpr std::array kCatalogues {
    Catalogue {"movies", "id", movieDocument,
               R"({"filterableAttributes":["genres","year","rating"],"sortableAttributes":["year"]})", "studio feed"},
    Catalogue {"books", "isbn", bookDocument, R"({"filterableAttributes":["author","pages"]})", "publisher sync"},
    Catalogue {"products", "sku", productDocument,
               R"({"filterableAttributes":["colour","price","stock","discontinued"],"sortableAttributes":["price"]})",
               "stock update"},
    Catalogue {"customers", "customer_id", customerDocument, R"({"filterableAttributes":["city","orders"]})", "crm export"},
    Catalogue {"stores", "id", storeDocument, R"({"filterableAttributes":["_geo","city","open"]})", "branch list"},
    Catalogue {"articles", "id", articleDocument, R"({"searchableAttributes":["headline","body","author"]})", "newsroom"},
};

NewTask taskOf(const QString &index, Work work, std::optional<QString> metadata = std::nullopt)
{
    return {index, std::move(work), std::move(metadata)};
}

DocumentImport importOf(QByteArray body, PayloadFormat format = PayloadFormat::Json,
                        ImportMethod method = ImportMethod::Replace, std::optional<QString> primaryKey = std::nullopt)
{
    DocumentImport work;
    work.method = method;
    work.format = format;
    work.body = std::move(body);
    work.primaryKey = std::move(primaryKey);
    return work;
}

NewTask settingsTask(const QString &index, const QByteArray &settings)
{
    SettingsUpdate work;
    work.settings = settings;
    return taskOf(index, std::move(work));
}

/// A JSON string as the `filter` of a deletion.
NewTask deletionByFilter(const QString &index, const QByteArray &filter)
{
    return taskOf(index, DocumentDeletionByFilter {'"' + QByteArray(filter).replace('"', "\\\"") + '"'});
}

enum class Failure {
    MissingDocumentId,
    InvalidDocumentId,
    NoPrimaryKey,
    SeveralPrimaryKeys,
    PrimaryKeyTaken,
    IndexMissing,
    IndexExists,
    NotFilterable,
    RenameTaken,
    BadGeo,
    SwapMissing,
    SettingsOnGone,
    Count
};

} // namespace

WorkPlan::WorkPlan(quint32 seed)
    : m_random(seed)
{
}

int WorkPlan::takeIds(int count)
{
    return std::exchange(m_nextId, m_nextId + count);
}

int WorkPlan::failureKinds()
{
    return int(Failure::Count);
}

std::vector<NewTask> WorkPlan::failure(int kind)
{
    const int id = takeIds(3);
    switch (Failure(kind)) {
    case Failure::MissingDocumentId:
        return {taskOf(u"books"_s, importOf(R"([{"title":"Proof copy, ISBN to follow","author":"Edith Weber"}])"),
                       u"publisher sync"_s)};
    case Failure::InvalidDocumentId:
        return {taskOf(u"books"_s, importOf(R"([{"isbn":"978 0 14 044913 6","title":"The Borrowed Tide"}])"),
                       u"publisher sync"_s)};
    case Failure::NoPrimaryKey:
        return {taskOf(u"weather"_s, importOf(R"([{"city":"Graz","celsius":21},{"city":"Lyon","celsius":27}])"))};
    case Failure::SeveralPrimaryKeys:
        return {taskOf(u"orders"_s, importOf(R"([{"order_id":1,"customer_id":7,"total":49.9}])"))};
    case Failure::PrimaryKeyTaken:
        return {taskOf(u"products"_s, importOf(documentArray(productDocument, m_random, id, 3), PayloadFormat::Json,
                                               ImportMethod::Replace, u"ean"_s), u"stock update"_s)};
    case Failure::IndexMissing:
        return {taskOf(u"movies_2019"_s, IndexDeletion {})};
    case Failure::IndexExists:
        return {taskOf(u"movies"_s, IndexCreation {u"id"_s})};
    case Failure::NotFilterable:
        return {deletionByFilter(u"products"_s, "warehouse = Leipzig")};
    case Failure::RenameTaken:
        return {taskOf(u"articles"_s, IndexUpdate {std::nullopt, u"movies"_s})};
    case Failure::BadGeo:
        return {taskOf(u"stores"_s, importOf(R"([{"id":9001,"city":"Porto","_geo":{"lat":"41°09′N","lng":-8.61}}])"),
                       u"branch list"_s)};
    case Failure::SwapMissing:
        return {taskOf({}, IndexSwap {{IndexPair {u"articles"_s, u"articles_rebuilt"_s}}})};
    case Failure::SettingsOnGone: {
        SettingsUpdate work;
        work.resetAll = true;
        work.isDeletion = true;
        return {taskOf(u"promotions"_s, std::move(work))};
    }
    case Failure::Count:
        break;
    }
    return {};
}

std::vector<NewTask> WorkPlan::opening()
{
    std::vector<NewTask> tasks;
    for (const Catalogue &catalogue : kCatalogues) {
        const QString index = QString::fromLatin1(catalogue.index);
        tasks.push_back(taskOf(index, IndexCreation {QString::fromLatin1(catalogue.primaryKey)}));
        tasks.push_back(settingsTask(index, catalogue.settings));
        const int count = 20 + m_random.bounded(60);
        tasks.push_back(taskOf(index, importOf(documentArray(catalogue.maker, m_random, takeIds(count), count)),
                               QString::fromLatin1(catalogue.source)));
    }
    for (const Failure kind : {Failure::MissingDocumentId, Failure::NotFilterable}) {
        for (NewTask &task : failure(int(kind)))
            tasks.push_back(std::move(task));
    }
    return tasks;
}

NewTask WorkPlan::smallImport()
{
    const Catalogue &catalogue = kCatalogues[static_cast<std::size_t>(m_random.bounded(int(kCatalogues.size())))];
    const int count = 1 + m_random.bounded(120);
    const int first = takeIds(count);
    const QString index = QString::fromLatin1(catalogue.index);
    const QString source = QString::fromLatin1(catalogue.source);
    switch (m_random.bounded(4)) {
    case 0:
        return taskOf(index, importOf(documentLines(catalogue.maker, m_random, first, count), PayloadFormat::Ndjson),
                      source);
    case 1: // changes to what is there already
        return taskOf(index, importOf(documentArray(catalogue.maker, m_random, 1 + m_random.bounded(m_nextId), count),
                                      PayloadFormat::Json, ImportMethod::Update), source);
    case 2:
        if (catalogue.maker == customerDocument)
            return taskOf(index, importOf(customerTable(m_random, first, count, ','), PayloadFormat::Csv), source);
        [[fallthrough]];
    default:
        return taskOf(index, importOf(documentArray(catalogue.maker, m_random, first, count)), source);
    }
}

NewTask WorkPlan::longImport()
{
    const Catalogue &catalogue = kCatalogues[m_random.bounded(3) == 0 ? 5 : 0];
    const int count = 2000 + m_random.bounded(4000);
    return taskOf(QString::fromLatin1(catalogue.index),
                  importOf(documentLines(catalogue.maker, m_random, takeIds(count), count), PayloadFormat::Ndjson),
                  u"nightly full import"_s);
}

NewTask WorkPlan::tidyUp()
{
    switch (m_random.bounded(5)) {
    case 0: return deletionByFilter(u"products"_s, "discontinued = true AND stock < 5");
    case 1: return deletionByFilter(u"movies"_s, "rating < 3.5");
    case 2: {
        DocumentDeletionByIds work;
        for (int i = 0; i < 5; ++i)
            work.ids.append(QString::number(1 + m_random.bounded(m_nextId)));
        return taskOf(u"customers"_s, std::move(work));
    }
    case 3: return taskOf(u"articles"_s, IndexCompaction {});
    default: return taskOf({}, m_random.bounded(3) == 0 ? Work(SnapshotCreation {}) : Work(DumpCreation {}));
    }
}

NewTask WorkPlan::settingsChange()
{
    static constexpr std::array kChanges {
        std::pair("movies", R"({"rankingRules":["words","typo","proximity","attribute","sort","exactness","rating:desc"]})"),
        std::pair("books", R"({"stopWords":["the","a","of"]})"),
        std::pair("products", R"({"synonyms":{"jacket":["coat"],"lamp":["light"]}})"),
        std::pair("articles", R"({"typoTolerance":{"enabled":false}})"),
        std::pair("customers", R"({"displayedAttributes":["customer_id","name","city"]})"),
    };
    const auto &[index, settings] = kChanges[static_cast<std::size_t>(m_random.bounded(int(kChanges.size())))];
    return settingsTask(QString::fromLatin1(index), settings);
}

std::vector<NewTask> WorkPlan::burst()
{
    std::vector<NewTask> tasks;
    const int count = 4 + m_random.bounded(8);
    for (int i = 0; i < count; ++i) {
        switch (m_random.bounded(4)) {
        case 0: tasks.push_back(tidyUp()); break;
        case 1: tasks.push_back(settingsChange()); break;
        default: tasks.push_back(smallImport()); break;
        }
    }
    return tasks;
}

/// An index is filled beside the old one, then both change places, and the old one goes.
std::vector<NewTask> WorkPlan::rebuild()
{
    const QString fresh = u"books_%1"_s.arg(++m_rebuilds);
    const int count = 200 + m_random.bounded(400);
    std::vector<NewTask> tasks;
    tasks.push_back(taskOf(fresh, IndexCreation {u"isbn"_s}));
    tasks.push_back(settingsTask(fresh, kCatalogues[1].settings));
    tasks.push_back(taskOf(fresh, importOf(documentArray(bookDocument, m_random, takeIds(count), count)),
                           u"weekly rebuild"_s));
    tasks.push_back(taskOf({}, IndexSwap {{IndexPair {u"books"_s, fresh}}}));
    tasks.push_back(taskOf(fresh, IndexDeletion {}));
    return tasks;
}

NewTask WorkPlan::cancelation()
{
    const bool articles = m_random.bounded(2) == 0;
    const QString index = articles ? u"articles"_s : u"movies"_s;
    TaskCancelation work;
    work.query.indexUids = QStringList {index};
    work.query.statuses = QList {TaskStatus::Enqueued, TaskStatus::Processing};
    work.originalFilter = u"?indexUids=%1&statuses=enqueued,processing"_s.arg(index);
    return taskOf({}, std::move(work));
}

WorkPlan::Step WorkPlan::next()
{
    Step step;
    if (!std::exchange(m_begun, true)) { // soon after the start something runs for a while, and something waits for it
        step.pauseMs = 2'000;
        step.tasks = burst();
        step.tasks.insert(step.tasks.begin(), longImport());
        return step;
    }
    step.pauseMs = 400 + m_random.bounded(2200);
    const int dice = m_random.bounded(100);
    if (dice < 55) {
        step.tasks.push_back(smallImport());
    } else if (dice < 67) {
        step.tasks = failure(m_random.bounded(failureKinds()));
    } else if (dice < 76) {
        step.tasks.push_back(tidyUp());
    } else if (dice < 84) {
        step.tasks.push_back(settingsChange());
    } else if (dice < 90) {
        step.tasks = burst();
    } else if (dice < 95) {
        step.tasks.push_back(longImport());
    } else if (dice < 98) {
        step.tasks = rebuild();
    } else {
        step.tasks.push_back(cancelation());
    }
    return step;
}

} // namespace taskglass::localqueue

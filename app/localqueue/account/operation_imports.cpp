// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/operation.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::account {

namespace {

constexpr qint64 kSmallestSource = 20LL * 1024 * 1024;
constexpr qint64 kLargestSource = 800LL * 1024 * 1024;

struct SourceType
{
    QLatin1StringView word;
    QLatin1StringView scheme;
    QLatin1StringView badUri; ///< The service's code for a URI of another scheme.
};

constexpr SourceType kSourceTypes[] {
    {"http"_L1, "http"_L1, "DATABASE_IMPORT_HTTP_BAD_URI"_L1},
    {"redis"_L1, "redis"_L1, "DATABASE_IMPORT_REDIS_BAD_URI"_L1},
    {"ftp"_L1, "ftp"_L1, "DATABASE_IMPORT_FTP_BAD_URI"_L1},
    {"aws-s3"_L1, "s3"_L1, "DATABASE_IMPORT_S3_BAD_URI"_L1},
    {"azure-blob-storage"_L1, "abs"_L1, "DATABASE_IMPORT_AZURE_BAD_URI"_L1},
    {"google-blob-storage"_L1, "gs"_L1, "DATABASE_IMPORT_GCS_BAD_URI"_L1},
};

/// How much a source holds. Nothing is fetched, so that a demo needs no network: the same name has the same size.
qint64 bytesOf(const QString &uri)
{
    const QByteArray hash = QCryptographicHash::hash(uri.toUtf8(), QCryptographicHash::Sha1);
    return kSmallestSource + qint64(qFromBigEndian<quint32>(hash.constData()) % quint32(kLargestSource - kSmallestSource));
}

std::optional<TaskFault> checkSources(const QJsonObject &body)
{
    const QString type = body["sourceType"_L1].toString();
    const auto *known = std::find_if(std::begin(kSourceTypes), std::end(kSourceTypes),
                                     [&](const SourceType &candidate) { return candidate.word == type; });
    if (known == std::end(kSourceTypes)) {
        return TaskFault {u"DATABASE_INVALID_IMPORT_SOURCE_TYPE"_s, 400, u"“%1” is no type of source."_s.arg(type), {}};
    }
    const QJsonArray uris = body["importFromUri"_L1].toArray();
    if (uris.isEmpty())
        return TaskFault {u"DATABASE_IMPORT_URI_NOT_PROVIDED"_s, 400, u"No URI says where to import from."_s, {}};
    QStringList seen;
    for (const QJsonValue &value : uris) {
        const QUrl uri(value.toString());
        // HTTP may be encrypted or not; the others have one scheme.
        const bool fits = uri.scheme() == known->scheme || (known->scheme == "http"_L1 && uri.scheme() == "https"_L1);
        if (!fits || uri.host().isEmpty()) {
            return TaskFault {known->badUri, 400, u"“%1” is no URI of a source of type %2."_s.arg(value.toString(), type),
                              {}};
        }
        seen.append(value.toString());
    }
    if (seen.removeDuplicates() > 0)
        return TaskFault {u"DUPLICATE_DATABASE_IMPORT_SOURCE_PATH"_s, 400, u"A source is named twice."_s, {}};
    return std::nullopt;
}

Result<Outcome> begin(const Workplace &place, const Task &task, CloudDatabase record)
{
    if (auto fault = checkSources(task.order.body))
        return Outcome {fault, {}, {}, {}, {}};
    if (record.import.state == Import::State::Running) {
        return Outcome::failed(409, u"DATABASE_IMPORT_NOT_ALLOWED"_s,
                               u"An import into database %1 is running already."_s.arg(record.id),
                               u"database-import-in-progress"_s);
    }
    const QJsonArray uris = task.order.body["importFromUri"_L1].toArray();
    Import import;
    import.state = Import::State::Running;
    import.source = uris.first().toString();
    for (const QJsonValue &uri : uris)
        import.bytes += bytesOf(uri.toString());
    import.due = place.now + place.timing.importing(import.bytes);
    record.import = import;
    if (const Failure failure = store::save(place.database, record))
        return *failure;
    return Outcome {{}, record.id, record.subscription, {}, databasePath(record.subscription, record.id)};
}

/// What the status query answers. A failed import is a good answer: the task completes.
QByteArray describe(const CloudDatabase &record)
{
    const Import &import = record.import;
    QJsonObject answer;
    switch (import.state) {
    case Import::State::None: break;
    case Import::State::Running: answer["status"_L1] = u"importing"_s; break;
    case Import::State::Succeeded:
    case Import::State::Failed:
        answer["status"_L1] = import.state == Import::State::Succeeded ? u"success"_s : u"failed"_s;
        answer["lastImportTime"_L1] =
            QString::fromLatin1(formatRfc3339(import.endedAt - import.endedAt % kNsPerSecond));
        break;
    }
    if (import.state == Import::State::Failed) {
        answer["failureReason"_L1] = import.failureReason;
        const auto parameter = [](const QString &key, qint64 value) {
            return QJsonObject {{u"key"_s, key}, {u"value"_s, QString::number(value)}};
        };
        answer["failureReasonParams"_L1] =
            QJsonArray {parameter(u"bytes_configured_bdb_limit"_s, record.limitBytes()),
                        parameter(u"bytes_of_expected_dataset"_s, record.usedBytes + import.bytes)};
    }
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace

Result<Outcome> carryOutImport(const Workplace &place, const Task &task)
{
    const Order &order = task.order;
    std::optional<TaskFault> fault;
    const auto subscription = activeSubscription(place, order.subscription, Accepts::Active, fault);
    if (!subscription)
        return subscription.error();
    if (fault)
        return Outcome {fault, {}, {}, {}, {}};
    auto record = activeDatabase(place, order, Accepts::Active, fault);
    if (!record)
        return record.error();
    if (fault)
        return Outcome {fault, {}, {}, {}, {}};
    if (order.command == Command::DatabaseImport)
        return begin(place, task, std::move(*record.value()));
    return Outcome {{}, order.database, order.subscription, describe(*record.value()), {}};
}

} // namespace taskglass::localqueue::account

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/errors.h"
#include "app/client/json.h"
#include "app/client/meilisearch/wire.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

/// Small answers are read with Qt: simpler, and all of it is checked.
Result<QJsonObject> objectIn(const QByteArray &body)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    const bool cut = fault.error == QJsonParseError::UnterminatedObject || fault.error == QJsonParseError::UnterminatedArray
        || fault.error == QJsonParseError::UnterminatedString || body.isEmpty();
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return json::badResponse({cut ? simdjson::INCOMPLETE_ARRAY_OR_OBJECT : simdjson::TAPE_ERROR, {}});
    return document.object();
}

} // namespace

Result<std::shared_ptr<Summary>> readSummary(const QByteArray &body)
{
    const Result<QJsonObject> object = objectIn(body);
    if (!object)
        return object.error();
    auto summary = std::make_shared<Summary>();
    const QJsonValue uid = object.value().contains("taskUid"_L1) ? object.value().value("taskUid"_L1)
                                                                 : object.value().value("uid"_L1);
    summary->taskUid = uid.toInteger(-1);
    summary->type = object.value().value("type"_L1).toString();
    if (summary->taskUid < 0)
        return json::badResponse({simdjson::NO_SUCH_FIELD, u"taskUid"_s});
    return summary;
}

QByteArray detailsOf(const QByteArray &raw)
{
    const json::PaddedBody padded(raw);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object details;
    std::string_view text;
    if (parser.iterate(padded.view()).get(document) || document.find_field_unordered("details").get_object().get(details)
        || details.raw_json().get(text))
        return {};
    return json::bytesOf(json::trimmed(text));
}

std::optional<qint64> countIn(const QByteArray &details, const char *member)
{
    const QJsonValue value = QJsonDocument::fromJson(details).object().value(QLatin1StringView(member));
    // An integer that fits, and nothing else.
    if (!value.isDouble() || value.toInteger(0) != value.toInteger(1))
        return {};
    return value.toInteger();
}

QString originalFilterIn(const QByteArray &details)
{
    return QJsonDocument::fromJson(details).object().value("originalFilter"_L1).toString();
}

Result<DecodedPtr> MeilisearchDecoder::decode(const HttpAnswer &answer) const
{
    const Shape shape = Shape(answer.request.purpose);
    if (shape == Shape::Health && (answer.status == 200 || answer.status == 500)) {
        // 500 with a status of its own says that the server lives and waits for a restart (1.43+).
        const Result<QJsonObject> object = objectIn(answer.body);
        const QString status = object ? object.value().value("status"_L1).toString() : QString();
        if (!status.isEmpty()) {
            auto health = std::make_shared<Health>();
            health->status = status;
            return DecodedPtr(health);
        }
    }
    if (const std::optional<Error> error = errorIn(answer))
        return *error;
    const auto widened = [](auto result) -> Result<DecodedPtr> {
        if (!result)
            return result.error();
        return DecodedPtr(result.take());
    };
    switch (shape) {
    case Shape::Health:
        return json::badResponse({simdjson::NO_SUCH_FIELD, u"status"_s});
    case Shape::Version: {
        const Result<QJsonObject> object = objectIn(answer.body);
        if (!object)
            return object.error();
        auto info = std::make_shared<VersionInfo>();
        info->package = object.value().value("pkgVersion"_L1).toString();
        if (info->package.isEmpty())
            return json::badResponse({simdjson::NO_SUCH_FIELD, u"pkgVersion"_s});
        return DecodedPtr(info);
    }
    case Shape::TaskList:
    case Shape::Task: {
        Result<std::shared_ptr<TaskList>> list = readTasks(answer.body, shape, m_dialect);
        if (list) {
            list.value()->sentAt = answer.sentAt;
            list.value()->receivedAt = answer.receivedAt;
        }
        return widened(std::move(list));
    }
    case Shape::BatchList:
    case Shape::Batch:
        return widened(readBatches(answer.body, shape));
    case Shape::Summary:
        return widened(readSummary(answer.body));
    }
    Q_UNREACHABLE();
}

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/listbody.h"
#include "app/client/meilisearch/wire.h"

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

[[nodiscard]] error_code readString(ondemand::value &value, QString &string)
{
    std::string_view text;
    const error_code code = json::readText(value, text);
    string = json::textOf(text);
    return code;
}

[[nodiscard]] error_code readStamp(ondemand::value &value, std::optional<EpochNs> &stamp)
{
    EpochNs time = kNoTime;
    const error_code code = json::readStamp(value, time);
    if (time != kNoTime)
        stamp = time;
    return code;
}

[[nodiscard]] error_code readStep(ondemand::value &value, Progress &progress)
{
    ondemand::object object;
    ProgressStep step;
    if (const auto code = value.get_object().get(object))
        return code;
    const error_code code = json::eachField(object, [&step](std::string_view key, ondemand::value &member) {
        if (key == "currentStep")
            return readString(member, step.name);
        qint64 *const count = key == "finished" ? &step.finished : key == "total" ? &step.total : nullptr;
        return count ? json::readCount(member, *count) : simdjson::SUCCESS;
    });
    progress.steps << step;
    return code;
}

[[nodiscard]] error_code readPercentage(ondemand::value &value, Progress &progress)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != ondemand::json_type::number) // null while a step has a total of 0
        return simdjson::SUCCESS;
    double percent = 0;
    const error_code code = value.get_double().get(percent);
    progress.percent = percent;
    return code;
}

[[nodiscard]] error_code readProgress(ondemand::value &value, std::optional<Progress> &progress)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != ondemand::json_type::object)
        return simdjson::SUCCESS;
    Progress read;
    const error_code code = json::eachField(value, [&read](std::string_view key, ondemand::value &member) {
        if (key == "steps")
            return json::eachElement(member, [&read](ondemand::value &step) { return readStep(step, read); });
        return key == "percentage" ? readPercentage(member, read) : simdjson::SUCCESS;
    });
    // The innermost step is the work that people wait for; outer ones count phases.
    if (!read.steps.isEmpty()) {
        read.phase = read.steps.last().name;
        read.done = read.steps.last().finished;
        read.total = read.steps.last().total;
    }
    progress = read;
    return code;
}

[[nodiscard]] error_code readUid(ondemand::value &value, Batch &batch)
{
    int64_t uid = -1;
    const error_code code = value.get_int64().get(uid);
    batch.id = QString::number(uid);
    return code;
}

[[nodiscard]] error_code readBatch(ondemand::object &object, Batch &batch)
{
    std::string_view raw;
    if (const auto code = object.raw_json().get(raw))
        return code;
    if (const auto code = object.reset().error())
        return code;
    batch.raw = json::bytesOf(json::trimmed(raw));
    const error_code code = json::eachField(object, [&batch](std::string_view key, ondemand::value &member) {
        return key == "uid"          ? readUid(member, batch)
            : key == "progress"      ? readProgress(member, batch.progress)
            : key == "startedAt"     ? readStamp(member, batch.startedAt)
            : key == "finishedAt"    ? readStamp(member, batch.finishedAt)
            : key == "batchStrategy" ? readString(member, batch.strategy)
                                     : simdjson::SUCCESS;
    });
    return !code && batch.id.isEmpty() ? simdjson::NO_SUCH_FIELD : code;
}

[[nodiscard]] json::Fault readResults(ondemand::value &value, BatchList &list)
{
    ondemand::array results;
    if (const auto code = value.get_array().get(results))
        return {code, u"results"_s};
    const error_code code = json::eachElement(results, [&list](ondemand::value &element) -> error_code {
        ondemand::object object;
        Batch batch;
        if (const auto failed = element.get_object().get(object))
            return failed;
        if (const auto failed = readBatch(object, batch))
            return failed;
        list.batches << batch;
        return simdjson::SUCCESS;
    });
    return {code, u"results[%1]"_s.arg(list.batches.size())};
}

} // namespace

Result<std::shared_ptr<BatchList>> readBatches(const QByteArray &body, Shape shape)
{
    json::OpenBody open(body);
    ondemand::object root;
    if (const json::Fault fault = open.enter(root))
        return json::badResponse(fault);
    auto list = std::make_shared<BatchList>();
    json::Fault fault;
    if (shape == Shape::Batch) {
        Batch batch;
        fault = {readBatch(root, batch), u"batch"_s};
        list->batches << batch;
    } else {
        fault = readListBody(root, {{"total", &list->total}, {"next", &list->next}}, [&](ondemand::value &results) {
            return readResults(results, *list);
        });
    }
    fault = open.close(std::move(fault));
    if (fault)
        return json::badResponse(fault);
    return list;
}

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/json.h"
#include "app/client/meilisearch/wire.h"

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

[[nodiscard]] error_code readStep(ondemand::object &object, ProgressStep &step)
{
    for (auto each : object) {
        ondemand::field field;
        std::string_view key;
        std::string_view text;
        if (const auto code = std::move(each).get(field))
            return code;
        if (const auto code = field.unescaped_key().get(key))
            return code;
        error_code code = simdjson::SUCCESS;
        if (key == "currentStep") {
            code = json::readText(field.value(), text);
            step.name = json::textOf(text);
        } else if (key == "finished") {
            code = json::readCount(field.value(), step.finished);
        } else if (key == "total") {
            code = json::readCount(field.value(), step.total);
        }
        if (code)
            return code;
    }
    return simdjson::SUCCESS;
}

[[nodiscard]] error_code readSteps(ondemand::value &value, Progress &progress)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != ondemand::json_type::array)
        return simdjson::SUCCESS;
    ondemand::array steps;
    if (const auto code = value.get_array().get(steps))
        return code;
    for (auto each : steps) {
        ondemand::object object;
        ProgressStep step;
        if (const auto code = each.get_object().get(object))
            return code;
        if (const auto code = readStep(object, step))
            return code;
        progress.steps << step;
    }
    return simdjson::SUCCESS;
}

[[nodiscard]] error_code readProgress(ondemand::value &value, std::optional<Progress> &progress)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    if (type != ondemand::json_type::object)
        return simdjson::SUCCESS;
    ondemand::object object;
    if (const auto code = value.get_object().get(object))
        return code;
    Progress read;
    for (auto each : object) {
        ondemand::field field;
        std::string_view key;
        if (const auto code = std::move(each).get(field))
            return code;
        if (const auto code = field.unescaped_key().get(key))
            return code;
        if (key == "steps") {
            if (const auto code = readSteps(field.value(), read))
                return code;
        } else if (key == "percentage") {
            ondemand::json_type kind {};
            if (const auto code = field.value().type().get(kind))
                return code;
            double percent = 0;
            if (kind == ondemand::json_type::number) { // null while a step has a total of 0
                if (const auto code = field.value().get_double().get(percent))
                    return code;
                read.percent = percent;
            }
        }
    }
    // The innermost step is the work that people wait for; outer ones count phases.
    if (!read.steps.isEmpty()) {
        read.phase = read.steps.last().name;
        read.done = read.steps.last().finished;
        read.total = read.steps.last().total;
    }
    progress = read;
    return simdjson::SUCCESS;
}

[[nodiscard]] error_code readBatch(ondemand::object &object, Batch &batch)
{
    std::string_view raw;
    if (const auto code = object.raw_json().get(raw))
        return code;
    if (const auto code = object.reset().error())
        return code;
    batch.raw = json::bytesOf(json::trimmed(raw));
    for (auto each : object) {
        ondemand::field field;
        std::string_view key;
        std::string_view text;
        if (const auto code = std::move(each).get(field))
            return code;
        if (const auto code = field.unescaped_key().get(key))
            return code;
        error_code code = simdjson::SUCCESS;
        EpochNs time = kNoTime;
        if (key == "uid") {
            int64_t uid = -1;
            code = field.value().get_int64().get(uid);
            batch.id = QString::number(uid);
        } else if (key == "progress") {
            code = readProgress(field.value(), batch.progress);
        } else if (key == "startedAt") {
            code = json::readStamp(field.value(), time);
            if (time != kNoTime)
                batch.startedAt = time;
        } else if (key == "finishedAt") {
            code = json::readStamp(field.value(), time);
            if (time != kNoTime)
                batch.finishedAt = time;
        } else if (key == "batchStrategy") {
            code = json::readText(field.value(), text);
            batch.strategy = json::textOf(text);
        }
        if (code)
            return code;
    }
    return batch.id.isEmpty() ? simdjson::NO_SUCH_FIELD : simdjson::SUCCESS;
}

[[nodiscard]] json::Fault readList(ondemand::object &root, BatchList &list)
{
    bool hasResults = false;
    for (auto each : root) {
        ondemand::field field;
        std::string_view key;
        if (const auto code = std::move(each).get(field))
            return {code, {}};
        if (const auto code = field.unescaped_key().get(key))
            return {code, {}};
        error_code code = simdjson::SUCCESS;
        if (key == "results") {
            hasResults = true;
            ondemand::array results;
            if (const auto bad = field.value().get_array().get(results))
                return {bad, u"results"_s};
            for (auto element : results) {
                ondemand::object object;
                Batch batch;
                code = element.get_object().get(object);
                if (!code)
                    code = readBatch(object, batch);
                if (code)
                    return {code, u"results[%1]"_s.arg(list.batches.size())};
                list.batches << batch;
            }
        } else if (key == "total") {
            code = json::readCount(field.value(), list.total);
        } else if (key == "next") {
            code = json::readCount(field.value(), list.next);
        }
        if (code)
            return {code, json::textOf(key)};
    }
    return hasResults ? json::Fault {} : json::Fault {simdjson::NO_SUCH_FIELD, u"results"_s};
}

} // namespace

Result<std::shared_ptr<BatchList>> readBatches(const QByteArray &body, Shape shape)
{
    const json::PaddedBody padded(body);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object root;
    if (const auto code = parser.iterate(padded.view()).get(document))
        return json::badResponse({code, {}});
    if (const auto code = document.get_object().get(root))
        return json::badResponse({code, {}});
    auto list = std::make_shared<BatchList>();
    json::Fault fault;
    if (shape == Shape::Batch) {
        Batch batch;
        fault = {readBatch(root, batch), u"batch"_s};
        list->batches << batch;
    } else {
        fault = readList(root, *list);
    }
    if (fault.code == simdjson::SUCCESS && document.current_location().error() == simdjson::SUCCESS)
        fault = {simdjson::TAPE_ERROR, {}};
    if (fault.code != simdjson::SUCCESS)
        return json::badResponse(fault);
    return list;
}

} // namespace taskglass::meilisearch

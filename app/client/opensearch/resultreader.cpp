// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/outcome.h"
#include "app/client/opensearch/taskinfo.h"
#include "app/client/rawpacker.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// Failed documents as a response lists them: {index, id, cause, status}, or {shard, node, reason} of a search.
error_code readFailures(ondemand::value &value, ResultFacts &facts)
{
    return json::eachElement(value, [&facts](ondemand::value failure) {
        Cause cause;
        const error_code code = json::eachField(failure, [&cause](std::string_view key, ondemand::value member) {
            return key == "cause" || key == "reason" ? readCause(member, cause) : simdjson::SUCCESS;
        });
        if (facts.failures++ == 0)
            facts.firstFailure = cause;
        return code;
    });
}

error_code readResponse(ondemand::value &value, ResultFacts &facts)
{
    ondemand::json_type type {};
    if (const auto code = value.type().get(type))
        return code;
    facts.hasResponse = type == ondemand::json_type::object;
    return json::eachField(value, [&facts](std::string_view key, ondemand::value member) {
        if (key == "failures")
            return readFailures(member, facts);
        if (key == "timed_out")
            return json::readFlag(member, facts.timedOut);
        return readScrollMember(key, member, facts.response);
    });
}

StringTable::Ref add(TaskPage &page, const std::string &text)
{
    return page.strings.add(text);
}

void writeOutcome(const ResultFacts &facts, const TaskInfo &info, TaskPage &page, TaskRow &row)
{
    const Outcome outcome = outcomeOf(facts);
    row.state = outcome.state;
    row.cancelRequested = info.cancelled && !facts.completed;
    row.ranAtLeast = !facts.completed;
    const QByteArray message = outcome.message.toUtf8();
    row.errorMessage = page.strings.add({message.constData(), std::size_t(message.size())});
    row.errorCode = add(page, outcome.code);
    row.errorType = add(page, outcome.type);
    if (facts.completed && info.runningNanos >= 0)
        row.finishedAt = row.startedAt + info.runningNanos;
    const ScrollStatus &counters = facts.response.total >= 0 ? facts.response : info.status;
    if (counters.total >= 0) {
        row.progressDone = counters.done();
        row.progressTotal = counters.total > 0 ? counters.total : -1;
    }
}

} // namespace

Result<std::shared_ptr<TaskResult>> readResult(const QByteArray &body)
{
    json::OpenBody open(body);
    ondemand::object root;
    if (const json::Fault fault = open.enter(root))
        return json::badResponse(fault);
    auto result = std::make_shared<TaskResult>();
    auto page = std::make_shared<TaskPage>();
    TaskInfoReader reader(*page);
    TaskInfo info;
    ResultFacts facts;
    bool hasTask = false;
    QString path;
    const error_code code = json::eachField(root, [&](std::string_view key, ondemand::value value) {
        path = json::textOf(key);
        if (key == "completed")
            return json::readFlag(value, facts.completed);
        if (key == "error") {
            facts.hasError = true;
            return readCause(value, facts.error);
        }
        if (key == "response")
            return readResponse(value, facts);
        if (key != "task")
            return simdjson::SUCCESS;
        ondemand::object object;
        if (const auto failed = value.get_object().get(object))
            return error_code(failed);
        const error_code failed = reader.read(object, info);
        hasTask = true;
        path += failed ? QString(u'.' + json::textOf(reader.member())) : QString();
        return failed;
    });
    if (const json::Fault fault = open.close({code, path}))
        return json::badResponse(fault);
    if (!hasTask)
        return json::badResponse({simdjson::NO_SUCH_FIELD, u"task"_s});

    facts.cancelled = info.cancelled;
    facts.status = info.status;
    TaskRow row = info.row;
    writeOutcome(facts, info, *page, row);
    page->rows.push_back(row);
    RawPacker packer(body.size());
    std::string_view raw(body.constData(), std::size_t(body.size()));
    raw.remove_prefix(std::min(raw.find('{'), raw.size()));
    packer.add(json::trimmed(raw));
    page->rawBlocks = packer.finish();
    result->startMillis = info.startMillis;
    result->completed = facts.completed;
    result->hasOutcome = facts.hasError || facts.hasResponse;
    result->progressKnown = facts.completed || !info.status.isSliced();
    result->page = std::move(page);
    return result;
}

} // namespace taskglass::opensearch

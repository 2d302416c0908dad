// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/taskjson.h"

#include "app/localqueue/jsontext.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

namespace {

using account::Command;
using account::Stage;
using account::Task;

/// One fixed sentence a status; two statuses have none.
QByteArray describe(Stage stage)
{
    switch (stage) {
    case Stage::Received: return "The request was accepted and waits for its turn."_ba;
    case Stage::Initialized:
    case Stage::Processing: break;
    case Stage::Completed: return "The request was processed; what it asked for is now being provisioned or removed."_ba;
    case Stage::Failed: return "The request failed; its error says why."_ba;
    }
    return {};
}

QByteArray responseJson(const Task &task, const DialectOptions &options)
{
    JsonObjectText response;
    if (task.resourceId)
        response.integer("resourceId", *task.resourceId);
    if (task.additionalResourceId)
        response.integer("additionalResourceId", *task.additionalResourceId);
    if (!task.resource.isEmpty())
        response.raw("resource", task.resource);
    if (task.fault && options.has(Oddity::TextError)) {
        response.string("error", task.fault->type);
    } else if (task.fault) {
        response.raw("error", JsonObjectText()
                                  .string("type", task.fault->type)
                                  .string("status", account::statusText(task.fault->status))
                                  .string("description", task.fault->description)
                                  .text());
    }
    if (task.fault && !task.fault->additionalInfo.isEmpty())
        response.string("additionalInfo", task.fault->additionalInfo);
    return response.text();
}

QByteArray statusWord(const Task &task, const DialectOptions &options)
{
    const bool isNew = task.stage == Stage::Processing && options.has(Oddity::NewStatus);
    return isNew ? "processing-suspended"_ba : wordFor(task.stage);
}

QByteArray commandWord(const Task &task, const DialectOptions &options)
{
    const bool isNew = task.order.command == Command::DatabaseImport && options.has(Oddity::NewCommand);
    return isNew ? "databaseMoveHereRequest"_ba : wordFor(task.order.command);
}

void addLinks(JsonObjectText &text, const Task &task, TaskView view, const DialectOptions &options)
{
    const QByteArray self = options.root + "/tasks/"_ba + task.id.toLatin1();
    const QByteArrayView rel = view == TaskView::ById ? "self" : "task";
    const bool hasResource = view != TaskView::Receipt && !task.resourcePath.isEmpty();
    const QByteArray resource = options.root + task.resourcePath;
    if (options.has(Oddity::ObjectLinks)) {
        const auto target = [](const QByteArray &href) {
            return JsonObjectText().string("href", href).string("type", "GET").text();
        };
        JsonObjectText links;
        if (hasResource)
            links.raw("resource", target(resource));
        links.raw(rel, target(self));
        text.raw("_links", links.text());
        return;
    }
    QByteArrayList links;
    if (hasResource)
        links.append(linkJson("resource", resource));
    links.append(linkJson(rel, self));
    text.raw("links", jsonArray(links));
}

} // namespace

QByteArray linkJson(QByteArrayView rel, const QByteArray &href)
{
    return JsonObjectText().string("rel", rel).string("href", href).string("type", "GET").text();
}

QByteArray taskJson(const Task &task, TaskView view, const DialectOptions &options)
{
    JsonObjectText text;
    text.string("taskId", task.id);
    text.string("commandType", commandWord(task, options));
    text.string("status", statusWord(task, options));
    if (const QByteArray sentence = describe(task.stage); !sentence.isEmpty())
        text.string("description", sentence);
    if (isFinal(task.stage) || !options.has(Oddity::NoTimestamp))
        text.string("timestamp", formatRfc3339(task.changedAt));
    if (task.stage != Stage::Received)
        text.raw("response", responseJson(task, options));
    addLinks(text, task, view, options);
    return text.text();
}

} // namespace taskglass::localqueue::rediscloud

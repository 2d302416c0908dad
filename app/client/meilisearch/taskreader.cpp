// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/meilisearch/listbody.h"
#include "app/client/meilisearch/rowreader.h"
#include "app/client/meilisearch/wire.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::meilisearch {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

[[nodiscard]] json::Fault readResults(ondemand::document &document, ondemand::value &value, RowReader &reader)
{
    ondemand::array results;
    if (const auto code = value.get_array().get(results))
        return {code, u"results"_s};
    int index = 0;
    QString member; // that could not be read
    const error_code code = json::eachElement(results, [&](ondemand::value &element) -> error_code {
        // From its brace to where the parser stands when it is through: asking for the raw JSON would walk it twice.
        const char *const begin = element.raw_json_token().data();
        const char *end = nullptr;
        ondemand::object object;
        if (const auto failed = element.get_object().get(object))
            return failed;
        if (const auto failed = reader.readTask(object)) {
            member = json::textOf(reader.member());
            return failed;
        }
        if (const auto failed = document.current_location().get(end))
            return failed;
        const std::string_view raw = json::trimmed({begin, std::size_t(end - begin)});
        if (!raw.ends_with('}'))
            return simdjson::TAPE_ERROR;
        reader.keepRaw(raw);
        ++index;
        return simdjson::SUCCESS;
    });
    if (!code)
        return {};
    return {code, member.isEmpty() ? u"results[%1]"_s.arg(index) : u"results[%1].%2"_s.arg(index).arg(member)};
}

} // namespace

Result<std::shared_ptr<TaskList>> readTasks(const QByteArray &body, Shape shape, const Dialect &dialect)
{
    json::OpenBody open(body);
    ondemand::object root;
    if (const json::Fault fault = open.enter(root))
        return json::badResponse(fault);

    auto list = std::make_shared<TaskList>();
    auto page = std::make_shared<TaskPage>();
    RowReader reader(*page, dialect, body.size());
    json::Fault fault;
    if (shape == Shape::Task) {
        std::string_view text(body.constData(), std::size_t(body.size()));
        text.remove_prefix(std::min(text.find('{'), text.size()));
        fault.code = reader.readTask(root);
        if (fault.code == simdjson::SUCCESS)
            reader.keepRaw(json::trimmed(text));
        fault.path = json::textOf(reader.member());
    } else {
        fault = readListBody(root, {{"total", &list->total}, {"limit", &list->limit}, {"from", &list->from}, {"next", &list->next}},
                             [&](ondemand::value &results) { return readResults(open.document(), results, reader); });
    }
    fault = open.close(std::move(fault));
    if (fault)
        return json::badResponse(fault);
    reader.pack();
    list->page = std::move(page);
    list->bytes = body.size();
    return list;
}

} // namespace taskglass::meilisearch

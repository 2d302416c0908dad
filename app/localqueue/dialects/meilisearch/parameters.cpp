// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/parameters.h"

#include "app/localqueue/dialects/meilisearch/apierror.h"
#include "app/localqueue/dialects/meilisearch/parameterreader.h"
#include "app/localqueue/http.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

std::optional<quint32> unsignedNumber(QStringView text)
{
    // toUInt() would take blanks and a sign.
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = false;
    const quint32 value = digits ? text.toUInt(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

Result<TaskParameters> parseTaskParameters(QByteArrayView query, ParameterSet set, ApiVersion api, bool lenient)
{
    if (api.unpaginated()) // looked at none of them
        return TaskParameters {};
    const QStringList accepted = taskParameterNames(set, api);
    std::vector<std::pair<QString, QString>> given;
    for (const QueryItem &item : parseQuery(query)) {
        const QString name = QString::fromUtf8(item.key);
        const QString value = QString::fromUtf8(item.value);
        const auto same = std::find_if(given.begin(), given.end(), [&](const auto &pair) { return pair.first == name; });
        if (same != given.end())
            same->second = value;
        else
            given.emplace_back(name, value);
    }
    ParameterReader reader(api);
    for (const auto &[name, value] : given) {
        if (accepted.contains(name))
            reader.read(name, value);
        else if (!lenient || set == ParameterSet::Command)
            return api.preciseCodes()
                ? unknownParameter(name, accepted)
                : refusal(400, u"bad_request"_s,
                          u"Query deserialize error: unknown field `%1`, expected one of %2"_s.arg(
                              name, quotedList(accepted)));
        if (reader.fault())
            return *reader.fault();
    }
    return reader.take();
}

Result<quint32> parsePathUid(const QByteArray &text, const QString &what, ApiVersion api)
{
    const QString shown = QString::fromUtf8(text);
    if (const auto uid = unsignedNumber(shown))
        return *uid;
    QString code = what == "Batch"_L1 ? u"invalid_batch_uids"_s : u"invalid_task_uids"_s;
    if (!api.preciseCodes())
        code = u"invalid_task_uids_filter"_s;
    return refusal(400, code, u"%1 uid `%2` is invalid. It should only contain numeric characters."_s.arg(what, shown));
}

} // namespace taskglass::localqueue::meilisearch

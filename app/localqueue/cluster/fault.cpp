// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/fault.h"

#include "app/localqueue/engine/json.h"


using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

Fault Fault::with(const QByteArray &name, const QByteArray &json) const
{
    Fault copy = *this;
    copy.members.emplaceBack(name, json);
    return copy;
}

Fault Fault::causedBy(Fault inner) const
{
    Fault copy = *this;
    copy.cause = std::make_shared<const Fault>(std::move(inner));
    return copy;
}

const Fault &Fault::root() const
{
    return cause && cause->own ? cause->root() : *this;
}

QByteArray Fault::json() const
{
    JsonObjectWriter object;
    object.addText("type", QString::fromLatin1(type)).addText("reason", reason);
    for (const auto &[name, value] : members)
        object.add(name, value);
    if (cause)
        object.add("caused_by", cause->json());
    return object.object();
}

Fault illegalArgument(const QString &reason)
{
    return {"illegal_argument_exception"_ba, reason, 400, {}, {}, false};
}

Fault numberFormat(const QString &text)
{
    return {"number_format_exception"_ba, u"For input string: \"%1\""_s.arg(text), 400, {}, {}, false};
}

Fault parsingFault(const QString &reason)
{
    return {"parsing_exception"_ba, reason, 400, {}, {}, true};
}

Fault indexNotFound(const QString &index)
{
    const QByteArray name = quoted(index);
    return {"index_not_found_exception"_ba,
            u"no such index [%1]"_s.arg(index),
            404,
            {{"index"_ba, name}, {"resource.id"_ba, name}, {"resource.type"_ba, "\"index_or_alias\""_ba}, {"index_uuid"_ba, "\"_na_\""_ba}},
            {},
            true};
}

Fault taskCancelled()
{
    return {"task_cancelled_exception"_ba, u"cancelled task with reason: by user request"_s, 500, {}, {}, true};
}

Fault storeFault(const Error &error)
{
    return {"i_o_exception"_ba, error.serverMessage.isEmpty() ? error.message : error.serverMessage, 500, {}, {}, false};
}

} // namespace taskglass::localqueue::cluster

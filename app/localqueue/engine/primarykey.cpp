// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/primarykey.h"

#include "app/localqueue/engine/json.h"
#include "app/localqueue/engine/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

constexpr qsizetype kMaxIdBytes = 511;

bool isPlain(QByteArrayView id)
{
    return !id.isEmpty() && id.size() <= kMaxIdBytes && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool isInteger(QByteArrayView number)
{
    if (number.startsWith('-'))
        number = number.sliced(1);
    return !number.isEmpty() && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QByteArrayView lookUp(QByteArrayView document, const QString &path)
{
    const QByteArrayView direct = memberOf(document, path);
    if (!direct.isEmpty())
        return direct;
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return {};
    const QByteArrayView inner = memberOf(document, QStringView(path).first(dot));
    return inner.isEmpty() ? QByteArrayView() : lookUp(inner, path.sliced(dot + 1));
}

} // namespace

Result<QString> inferPrimaryKey(QByteArrayView document)
{
    QStringList candidates;
    for (const JsonMember &member : membersOf(document)) {
        if (member.key.endsWith("id"_L1, Qt::CaseInsensitive) && !candidates.contains(member.key))
            candidates.append(member.key);
    }
    if (candidates.size() == 1)
        return candidates.first();
    if (candidates.isEmpty()) {
        return refusal(400, u"index_primary_key_no_candidate_found"_s,
                       u"The primary key inference failed as the engine did not find any field ending with `id` in its name. "
                       "Please specify the primary key manually using the `primaryKey` query parameter."_s);
    }
    candidates.sort();
    return refusal(400, u"index_primary_key_multiple_candidates_found"_s,
                   u"The primary key inference failed as the engine found %1 fields ending with `id` in their names: '%2' and "
                   "'%3'. Please specify the primary key manually using the `primaryKey` query parameter."_s
                       .arg(QString::number(candidates.size()), candidates[0], candidates[1]));
}

Result<QString> documentId(QByteArrayView document, const QString &primaryKey)
{
    const QByteArrayView value = lookUp(document, primaryKey);
    if (value.isEmpty()) {
        return refusal(400, u"missing_document_id"_s,
                       u"Document doesn't have a `%1` attribute: `%2`."_s.arg(primaryKey,
                                                                              QString::fromUtf8(compact(document))));
    }
    if (value.front() == '"') {
        const QString id = textOf(value);
        if (isPlain(id.toUtf8()))
            return id;
    } else if (isInteger(value)) {
        return QString::fromLatin1(value);
    }
    return refusal(400, u"invalid_document_id"_s,
                   u"Document identifier `%1` is invalid. A document identifier can be of type integer or string, only "
                   "composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more "
                   "than 511 bytes."_s.arg(value.front() == '"' ? QString::fromUtf8(quoted(textOf(value)))
                                                                 : QString::fromUtf8(compact(value))));
}

} // namespace taskglass::localqueue

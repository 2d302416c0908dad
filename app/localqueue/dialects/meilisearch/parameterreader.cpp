// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/parameterreader.h"

#include "app/localqueue/dialects/meilisearch/apierror.h"
#include "app/localqueue/engine/engine.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

void ParameterReader::fail(const QString &name, const QString &code, const QString &reason)
{
    if (m_fault)
        return;
    if (m_api.preciseCodes()) {
        m_fault = refusal(400, code, u"Invalid value in parameter `%1`: %2"_s.arg(name, reason));
        return;
    }
    // 0.30 had one code a family, with a suffix, 0.28 and 0.29 one for all.
    QString old = u"bad_request"_s;
    if (m_api.cancels() && code == "invalid_index_uid"_L1)
        old = code;
    else if (m_api.cancels() && code.endsWith("_at"_L1))
        old = u"invalid_task_date_filter"_s;
    else if (m_api.cancels() && code != "invalid_task_limit"_L1 && code != "invalid_task_from"_L1)
        old = code % u"_filter"_s;
    m_fault = refusal(400, old, u"Query deserialize error: `%1`: %2"_s.arg(name, reason));
}

ParameterReader::Elements ParameterReader::split(const QString &value)
{
    Elements elements;
    if (value.isEmpty())
        return elements;
    QStringList parts = value.split(u',');
    if (parts.last().isEmpty())
        parts.removeLast(); // a trailing comma is harmless
    for (const QString &part : std::as_const(parts)) {
        if (part == "*"_L1)
            elements.star = true;
        elements.values.append(part);
    }
    return elements;
}

QString ParameterReader::place(const QString &name, qsizetype position, qsizetype count) const
{
    return count > 1 ? u"%1[%2]"_s.arg(name).arg(position) : name;
}

template<typename T, typename Parse>
std::optional<QList<T>> ParameterReader::list(const QString &name, const QString &value, Parse &&parse, bool starAllowed)
{
    const Elements elements = split(value);
    QList<T> result;
    for (qsizetype i = 0; i < elements.values.size(); ++i) {
        if (starAllowed && elements.values[i] == "*"_L1)
            continue; // the other elements are checked all the same
        parse(elements.values[i], place(name, i, elements.values.size()), result);
    }
    const bool everything = starAllowed && elements.star;
    // Before 1.0 a star took the whole filter away; later it is a filter that everything passes.
    if (!everything || m_api.preciseCodes())
        m_result.hasFilter = true;
    return everything ? std::nullopt : std::optional(std::move(result));
}

std::optional<QList<quint32>> ParameterReader::numbers(const QString &name, const QString &value, const QString &code)
{
    return list<quint32>(
        name, value,
        [&](const QString &text, const QString &where, QList<quint32> &result) {
            if (const auto number = unsignedNumber(text))
                result.append(*number);
            else
                fail(where, code, u"could not parse `%1` as a positive integer"_s.arg(text));
        },
        m_api.preciseCodes());
}

void ParameterReader::readIndexUids(const QString &name, const QString &value)
{
    m_result.query.indexUids = list<QString>(
        name, value,
        [&](const QString &text, const QString &where, QStringList &result) {
            if (isValidIndexUid(text))
                result.append(text);
            else if (!m_fault)
                m_fault = invalidIndexUid(u"Invalid value in parameter `%1`: "_s.arg(where), text);
        },
        true);
}

void ParameterReader::readStatuses(const QString &name, const QString &value)
{
    QStringList known;
    for (const TaskStatus status : kAllTaskStatuses) {
        if (status != TaskStatus::Canceled || m_api.cancels())
            known.append(wordFor(status));
    }
    m_result.query.statuses = list<TaskStatus>(
        name, value,
        [&](const QString &text, const QString &where, QList<TaskStatus> &result) {
            const auto status = taskStatusFromWord(text);
            if (status && known.contains(wordFor(*status))) {
                result.append(*status);
                return;
            }
            fail(where, u"invalid_task_statuses"_s,
                 u"`%1` is not a valid task status. Available statuses are %2."_s.arg(text, quotedList(known)));
        },
        true);
}

void ParameterReader::readTypes(const QString &name, const QString &value)
{
    const QStringList known = taskTypeNames(m_api);
    m_result.query.kinds = list<TaskKind>(
        name, value,
        [&](const QString &text, const QString &where, QList<TaskKind> &result) {
            if (!known.contains(text, Qt::CaseInsensitive)) {
                fail(where, u"invalid_task_types"_s,
                     u"`%1` is not a valid task type. Available types are %2."_s.arg(text, quotedList(known)));
                return;
            }
            // A type that the release knows and this queue never runs matches nothing.
            if (const auto kind = taskKindFromWord(text))
                result.append(*kind);
        },
        true);
}

bool ParameterReader::readPage(const QString &name, const QString &value)
{
    if (name == "limit"_L1 || name == "from"_L1) {
        const auto number = unsignedNumber(value);
        if (!number) {
            fail(name, "invalid_task_"_L1 + name, u"could not parse `%1` as a positive integer"_s.arg(value));
        } else if (name == "limit"_L1) {
            m_result.page.limit = *number;
        } else {
            m_result.page.from = *number;
        }
        return true;
    }
    if (name != "reverse"_L1)
        return false;
    if (value != "true"_L1 && value != "false"_L1)
        fail(name, u"invalid_task_reverse"_s,
             u"could not parse `%1` as a boolean, expected either `true` or `false`"_s.arg(value));
    m_result.page.reverse = value == "true"_L1;
    return true;
}

void ParameterReader::bound(std::optional<EpochNs> &target, const QString &name, const QString &value, BoundSide side)
{
    if (m_api.preciseCodes())
        m_result.hasFilter = true;
    if (m_api.preciseCodes() && value == "*"_L1)
        return;
    m_result.hasFilter = true;
    target = parseDateBound(value, side);
    if (target)
        return;
    QString code = u"invalid_task_"_s; // beforeEnqueuedAt → invalid_task_before_enqueued_at
    for (const QChar c : name) {
        if (c.isUpper())
            code += u'_';
        code += c.toLower();
    }
    fail(name, code,
         u"`%1` is an invalid date-time. It should follow the YYYY-MM-DD or RFC 3339 date-time format."_s.arg(value));
}

bool ParameterReader::readDates(const QString &name, const QString &value)
{
    TaskQuery &query = m_result.query;
    const std::pair<QLatin1StringView, TimeBounds &> fields[] = {{"EnqueuedAt"_L1, query.enqueuedAt},
                                                                 {"StartedAt"_L1, query.startedAt},
                                                                 {"FinishedAt"_L1, query.finishedAt}};
    for (const auto &[suffix, bounds] : fields) {
        if (!name.endsWith(suffix))
            continue;
        if (name.startsWith("after"_L1))
            bound(bounds.after, name, value, BoundSide::After);
        else
            bound(bounds.before, name, value, BoundSide::Before);
        return true;
    }
    return false;
}

void ParameterReader::read(const QString &name, const QString &value)
{
    if (readPage(name, value) || readDates(name, value))
        return;
    TaskQuery &query = m_result.query;
    if (name == "uids"_L1)
        query.uids = numbers(name, value, u"invalid_task_uids"_s);
    else if (name == "batchUids"_L1)
        query.batchUids = numbers(name, value, u"invalid_batch_uids"_s);
    else if (name == "canceledBy"_L1)
        query.canceledBy = numbers(name, value, u"invalid_task_canceled_by"_s);
    else if (name == "indexUids"_L1 || name == "indexUid"_L1)
        readIndexUids(name, value);
    else if (name == "statuses"_L1 || name == "status"_L1)
        readStatuses(name, value);
    else
        readTypes(name, value);
}

} // namespace taskglass::localqueue::meilisearch

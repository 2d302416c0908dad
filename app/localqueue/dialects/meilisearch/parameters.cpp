// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/parameters.h"

#include "app/localqueue/dialects/meilisearch/apierror.h"
#include "app/localqueue/dialects/meilisearch/datebound.h"
#include "app/localqueue/engine/engine.h"
#include "app/localqueue/http.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

QString quotedList(const QStringList &names)
{
    QStringList quoted;
    quoted.reserve(names.size());
    for (const QString &name : names)
        quoted.append(QString(u'`' % name % u'`'));
    return quoted.join(", "_L1);
}

std::optional<quint32> unsignedNumber(QStringView text)
{
    // toUInt() would take blanks and a sign.
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = false;
    const quint32 value = digits ? text.toUInt(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

/// Reads the parameters of one request; the first fault wins.
class Reader
{
public:
    Reader(ApiVersion api)
        : m_api(api)
    {
    }

    void read(const QString &name, const QString &value);
    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }
    [[nodiscard]] TaskParameters take() { return std::move(m_result); }

private:
    struct Elements
    {
        QStringList values;
        bool star = false;
    };

    Elements split(const QString &value);
    void fail(const QString &name, const QString &code, const QString &reason);
    [[nodiscard]] QString place(const QString &name, qsizetype position, qsizetype count) const;
    template<typename T, typename Parse>
    std::optional<QList<T>> list(const QString &name, const QString &value, Parse &&parse, bool starAllowed);
    std::optional<QList<quint32>> numbers(const QString &name, const QString &value, const QString &code);
    void bound(std::optional<EpochNs> &target, const QString &name, const QString &value, BoundSide side);
    void readIndexUids(const QString &name, const QString &value);
    void readStatuses(const QString &name, const QString &value);
    void readTypes(const QString &name, const QString &value);
    bool readPage(const QString &name, const QString &value);
    bool readDates(const QString &name, const QString &value);

    ApiVersion m_api;
    TaskParameters m_result;
    std::optional<Error> m_fault;
};

void Reader::fail(const QString &name, const QString &code, const QString &reason)
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

Reader::Elements Reader::split(const QString &value)
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

QString Reader::place(const QString &name, qsizetype position, qsizetype count) const
{
    return count > 1 ? u"%1[%2]"_s.arg(name).arg(position) : name;
}

template<typename T, typename Parse>
std::optional<QList<T>> Reader::list(const QString &name, const QString &value, Parse &&parse, bool starAllowed)
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

std::optional<QList<quint32>> Reader::numbers(const QString &name, const QString &value, const QString &code)
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

void Reader::readIndexUids(const QString &name, const QString &value)
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

void Reader::readStatuses(const QString &name, const QString &value)
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

void Reader::readTypes(const QString &name, const QString &value)
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

bool Reader::readPage(const QString &name, const QString &value)
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

void Reader::bound(std::optional<EpochNs> &target, const QString &name, const QString &value, BoundSide side)
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

bool Reader::readDates(const QString &name, const QString &value)
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

void Reader::read(const QString &name, const QString &value)
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

} // namespace

Error unknownParameter(const QString &name, const QStringList &accepted)
{
    return refusal(400, u"bad_request"_s,
                   u"Unknown parameter `%1`: %2expected one of %3"_s.arg(name, didYouMean(name, accepted),
                                                                        quotedList(accepted)));
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
    Reader reader(api);
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

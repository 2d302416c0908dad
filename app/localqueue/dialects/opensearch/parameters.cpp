// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/parameters.h"

#include "app/localqueue/dialects/opensearch/timetext.h"

#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

namespace {

/// In the documents of both products, and refused by their servers.
const QByteArrayList &documentedOnly()
{
    static const QByteArrayList names {"master_timeout"_ba, "cluster_manager_timeout"_ba, "timeout"_ba, "detailed"_ba};
    return names;
}

/// Levenshtein's distance.
int distance(const QByteArray &lhs, const QByteArray &rhs)
{
    std::vector<int> row(std::size_t(rhs.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = int(i);
    for (qsizetype i = 1; i <= lhs.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int cost = lhs[i - 1] == rhs[qsizetype(j) - 1] ? 0 : 1;
            const int next = std::min({row[j] + 1, row[j - 1] + 1, diagonal + cost});
            diagonal = row[j];
            row[j] = next;
        }
    }
    return row.back();
}

/// The names that are more alike than not, best first.
QStringList alike(const QByteArray &name, const std::set<QByteArray> &known)
{
    std::vector<std::pair<double, QByteArray>> found;
    for (const QByteArray &candidate : known) {
        const double likeness = 1.0 - double(distance(name, candidate)) / double(std::max(name.size(), candidate.size()));
        if (likeness > 0.5)
            found.emplace_back(-likeness, candidate);
    }
    std::sort(found.begin(), found.end());
    QStringList names;
    for (const auto &[likeness, candidate] : found)
        names.append(QString::fromUtf8(candidate));
    return names;
}

} // namespace

Parameters::Parameters(const HttpRequest &request, bool lenient)
    : m_path(request.path)
    , m_lenient(lenient)
{
    for (const QueryItem &item : parseQuery(request.query))
        m_values[item.key] = item.value;
    m_pretty = flag("pretty"_ba);
    m_human = flag("human"_ba);
    m_filterPath = list("filter_path"_ba);
    m_format = text("format"_ba);
    (void)flag("error_trace"_ba);
}

std::optional<QByteArray> Parameters::take(const QByteArray &name)
{
    m_taken.insert(name);
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

QString Parameters::text(const QByteArray &name)
{
    return QString::fromUtf8(take(name).value_or(QByteArray()));
}

QByteArrayList Parameters::list(const QByteArray &name)
{
    QByteArrayList parts = take(name).value_or(QByteArray()).split(',');
    parts.removeAll(QByteArray());
    return parts;
}

bool Parameters::flag(const QByteArray &name, bool absent)
{
    const auto value = take(name);
    if (!value)
        return absent;
    if (value->isEmpty() || *value == "true")
        return true;
    if (*value != "false") {
        refuse(cluster::illegalArgument(
            u"Failed to parse value [%1] as only [true] or [false] are allowed."_s.arg(QString::fromUtf8(*value))));
    }
    return false;
}

qint64 Parameters::integer(const QByteArray &name, qint64 absent)
{
    const auto value = take(name);
    if (!value)
        return absent;
    bool ok = false;
    const qint64 number = value->toLongLong(&ok);
    if (!ok) {
        const QString text = QString::fromUtf8(*value);
        refuse(cluster::illegalArgument(u"Failed to parse int parameter [%1] with value [%2]"_s.arg(QString::fromUtf8(name), text))
                   .causedBy(cluster::numberFormat(text)));
    }
    return number;
}

std::optional<qint64> Parameters::time(const QByteArray &name)
{
    const auto value = take(name);
    if (!value)
        return std::nullopt;
    const auto time = parseTime(QString::fromUtf8(name), QString::fromUtf8(*value));
    if (!time) {
        refuse(time.fault());
        return std::nullopt;
    }
    return time.value();
}

cluster::TaskId Parameters::task(const QByteArray &name)
{
    const QByteArray value = take(name).value_or(QByteArray());
    if (m_lenient && value == "-1")
        return {};
    auto id = cluster::parseTaskId(value);
    if (!id) {
        refuse(id.fault());
        return {};
    }
    return id.take();
}

void Parameters::ignore(const QByteArrayList &names)
{
    m_taken.insert(names.begin(), names.end());
}

void Parameters::refuse(const cluster::Fault &fault)
{
    if (!m_fault)
        m_fault = fault;
}

std::optional<cluster::Fault> Parameters::fault() const
{
    if (m_fault)
        return m_fault;
    QStringList unknown;
    for (const auto &[name, value] : m_values) {
        if (m_taken.contains(name) || (m_lenient && documentedOnly().contains(name)))
            continue;
        QString word = u'[' + QString::fromUtf8(name) + u']';
        const QStringList meant = alike(name, m_taken);
        if (meant.size() == 1)
            word += u" -> did you mean [%1]?"_s.arg(meant.first());
        else if (meant.size() > 1)
            word += u" -> did you mean any of [%1]?"_s.arg(meant.join(u", "_s));
        unknown.append(word);
    }
    if (unknown.isEmpty())
        return {};
    return cluster::illegalArgument(u"request [%1] contains unrecognized parameter%2: %3"_s
                                        .arg(QString::fromUtf8(QByteArray::fromPercentEncoding(m_path)),
                                             unknown.size() > 1 ? u"s"_s : QString(), unknown.join(u", "_s)));
}

} // namespace taskglass::localqueue::opensearch

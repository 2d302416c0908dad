// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/routes.h"
#include "app/localqueue/dialects/opensearch/timetext.h"
#include "app/localqueue/jsontext.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

using cluster::TaskInfo;

namespace {

struct Column
{
    QByteArrayView name;
    QByteArrayList aliases;
    bool byDefault;
    QByteArrayView about;
};

const std::array<Column, 15> &columns()
{
    static const std::array<Column, 15> all {
        Column {"id", {}, false, "id of action with node"},
        Column {"action", {"ac"_ba}, true, "task action"},
        Column {"task_id", {"ti"_ba}, true, "unique task id"},
        Column {"parent_task_id", {"pti"_ba}, true, "parent task id"},
        Column {"type", {"ty"_ba}, true, "task type"},
        Column {"start_time", {"start"_ba}, true, "start time in ms"},
        Column {"timestamp", {"ts"_ba, "hms"_ba, "hhmmss"_ba}, true, "start time in HH:MM:SS"},
        Column {"running_time_ns", {}, false, "running time ns"},
        Column {"running_time", {"time"_ba}, true, "running time"},
        Column {"node_id", {"ni"_ba}, false, "unique node id"},
        Column {"ip", {"i"_ba}, true, "ip address"},
        Column {"port", {"po"_ba}, false, "bound transport port"},
        Column {"node", {"n"_ba}, true, "node name"},
        Column {"version", {"v"_ba}, false, "es version"},
        Column {"x_opaque_id", {"x"_ba}, false, "X-Opaque-ID header"},
    };
    return all;
}

const Column &descriptionColumn()
{
    static const Column column {"description", {"desc"_ba}, true, "task action"};
    return column;
}

QByteArray opaqueId(const TaskInfo &task)
{
    for (const auto &[name, value] : task.headers) {
        if (name == "X-Opaque-Id")
            return value;
    }
    return "-"_ba;
}

/// A time without its unit, as `time=ms` asks for it.
QByteArray inUnit(qint64 ns, const QString &unit)
{
    static constexpr std::array kUnits {std::pair("nanos", qint64(1)),          std::pair("micros", qint64(1'000)),
                                        std::pair("ms", qint64(1'000'000)),     std::pair("s", qint64(1'000'000'000)),
                                        std::pair("m", qint64(60'000'000'000)), std::pair("h", qint64(3'600'000'000'000)),
                                        std::pair("d", qint64(86'400'000'000'000))};
    for (const auto &[name, length] : kUnits) {
        if (unit == QLatin1StringView(name))
            return QByteArray::number(ns / length);
    }
    return timeText(ns);
}

QByteArray cellOf(const Call &call, const TaskInfo &task, QByteArrayView column, const QString &unit)
{
    const cluster::Node &node = call.cluster.nodes()[std::size_t(task.node)];
    if (column == "id")
        return QByteArray::number(task.id.number);
    if (column == "action")
        return task.action;
    if (column == "task_id")
        return task.id.text();
    if (column == "parent_task_id")
        return task.parent.isSet() ? task.parent.text() : "-"_ba;
    if (column == "type")
        return task.type;
    if (column == "start_time")
        return QByteArray::number(task.startMs);
    if (column == "timestamp")
        return QDateTime::fromMSecsSinceEpoch(task.startMs, QTimeZone::utc()).toString(u"HH:mm:ss"_s).toLatin1();
    if (column == "running_time_ns")
        return QByteArray::number(task.runningNs);
    if (column == "running_time")
        return inUnit(task.runningNs, unit);
    if (column == "node_id")
        return node.id.left(4); // as the real ones cut it
    if (column == "ip")
        return node.host;
    if (column == "port")
        return QByteArray::number(node.transportPort);
    if (column == "node")
        return node.name;
    if (column == "version")
        return call.api().number();
    if (column == "x_opaque_id")
        return opaqueId(task);
    return task.description.toUtf8();
}

/// Which columns, in which order; names that nobody knows are passed over.
QByteArrayList chosenColumns(Call &call, bool detailed)
{
    QByteArrayList chosen;
    std::vector<const Column *> known;
    for (const Column &column : columns())
        known.push_back(&column);
    if (detailed)
        known.push_back(&descriptionColumn());
    const QByteArrayList wanted = call.parameters.list("h"_ba);
    if (wanted.isEmpty()) {
        for (const Column *column : known) {
            if (column->byDefault)
                chosen.append(column->name.toByteArray());
        }
        return chosen;
    }
    for (const QByteArray &pattern : wanted) {
        for (const Column *column : known) {
            const bool named = cluster::matchesPattern(pattern, column->name) || column->aliases.contains(pattern);
            if (named && !chosen.contains(column->name.toByteArray()))
                chosen.append(column->name.toByteArray());
        }
    }
    return chosen;
}

/// Parents before their children, each level by its start.
void appendFamily(std::vector<TaskInfo> &ordered, const std::vector<TaskInfo> &byStart, const cluster::TaskId &parent)
{
    for (const TaskInfo &task : byStart) {
        if (task.parent != parent)
            continue;
        ordered.push_back(task);
        appendFamily(ordered, byStart, task.id);
    }
}

std::vector<TaskInfo> familyOrder(std::vector<TaskInfo> tasks)
{
    std::stable_sort(tasks.begin(), tasks.end(), [](const TaskInfo &lhs, const TaskInfo &rhs) { return lhs.startMs < rhs.startMs; });
    std::vector<TaskInfo> ordered;
    for (const TaskInfo &task : tasks) {
        const bool listed = std::any_of(tasks.begin(), tasks.end(), [&](const TaskInfo &other) { return other.id == task.parent; });
        if (listed)
            continue;
        ordered.push_back(task);
        appendFamily(ordered, tasks, task.id);
    }
    return ordered;
}

using Rows = QList<QByteArrayList>;

/// `s=running_time_ns:desc,action`
void sortRows(Rows &rows, const QByteArrayList &chosen, const QByteArrayList &keys)
{
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const bool descending = key->endsWith(":desc");
        const qsizetype column = chosen.indexOf(key->left(key->indexOf(':') < 0 ? key->size() : key->indexOf(':')));
        if (column < 0)
            continue;
        std::stable_sort(rows.begin(), rows.end(), [&](const QByteArrayList &lhs, const QByteArrayList &rhs) {
            const QByteArray &left = descending ? rhs[column] : lhs[column];
            const QByteArray &right = descending ? lhs[column] : rhs[column];
            bool numbers = false;
            bool both = false;
            const qint64 l = left.toLongLong(&numbers);
            const qint64 r = right.toLongLong(&both);
            return numbers && both ? l < r : left < right;
        });
    }
}

QByteArray asJson(const Rows &rows, const QByteArrayList &chosen)
{
    QByteArrayList objects;
    for (const QByteArrayList &row : rows) {
        JsonObjectText object;
        for (qsizetype i = 0; i < chosen.size(); ++i)
            object.string(chosen[i], row[i]);
        objects.append(object.text());
    }
    return jsonArray(objects);
}

/// Columns as wide as their widest cell; the last one is not filled up.
QByteArray asText(const Rows &rows, qsizetype columnCount)
{
    QList<qsizetype> widths(columnCount, 0);
    for (const QByteArrayList &row : rows) {
        for (qsizetype i = 0; i < columnCount; ++i)
            widths[i] = std::max(widths[i], QString::fromUtf8(row[i]).size());
    }
    QByteArray text;
    for (const QByteArrayList &row : rows) {
        for (qsizetype i = 0; i < columnCount; ++i) {
            text += row[i];
            if (i + 1 < columnCount)
                text += QByteArray(widths[i] - QString::fromUtf8(row[i]).size() + 1, ' ');
        }
        text += '\n';
    }
    return text;
}

QByteArray helpText(bool detailed)
{
    Rows rows;
    for (const Column &column : columns())
        rows.append({column.name.toByteArray(), "| "_ba + column.aliases.join(','), "| "_ba + column.about.toByteArray()});
    if (detailed)
        rows.append({"description"_ba, "| desc"_ba, "| task action"_ba});
    return asText(rows, 3);
}

} // namespace

void catTasks(const CallPtr &call)
{
    const cluster::TaskFilter filter = filterOf(*call);
    const bool detailed = call->parameters.flag("detailed"_ba);
    const bool withHeader = call->parameters.flag("v"_ba);
    const bool help = call->parameters.flag("help"_ba);
    const QString unit = call->parameters.text("time"_ba);
    const QByteArrayList chosen = chosenColumns(*call, detailed);
    const QByteArrayList keys = call->parameters.list("s"_ba);
    call->parameters.ignore({"bytes"_ba, "wait_for_completion"_ba, "timeout"_ba});
    if (call->refused())
        return;
    if (help) {
        call->answer(textAnswer(200, helpText(detailed)));
        return;
    }
    addNodesTask(*call, "cluster:monitor/tasks/lists"_ba, filter);
    Rows rows;
    for (const TaskInfo &task : familyOrder(call->cluster.tasks().list(filter))) {
        QByteArrayList row;
        for (const QByteArray &column : chosen)
            row.append(cellOf(*call, task, column, unit));
        rows.append(row);
    }
    sortRows(rows, chosen, keys);
    const bool json = call->parameters.format() == "json"_L1 || call->request.header("accept").contains("application/json");
    if (json) {
        call->answer(jsonAnswer(200, asJson(rows, chosen)));
        return;
    }
    if (withHeader)
        rows.prepend(chosen);
    call->answer(textAnswer(200, asText(rows, chosen.size())));
}

} // namespace taskglass::localqueue::opensearch

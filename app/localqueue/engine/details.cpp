// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/details.h"

#include "app/localqueue/engine/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

QByteArray asJson(Count count)
{
    return count ? QByteArray::number(*count) : QByteArray("null");
}

QByteArray asJson(const std::optional<QString> &text)
{
    return text ? quoted(*text) : QByteArray("null");
}

} // namespace

QByteArray importDetails(qint64 received, Count indexed)
{
    return JsonObjectWriter().add("receivedDocuments", received).add("indexedDocuments", asJson(indexed)).object();
}

QByteArray deletionByIdsDetails(qint64 provided, Count deleted)
{
    return JsonObjectWriter()
        .add("providedIds", provided)
        .add("deletedDocuments", asJson(deleted))
        .add("originalFilter", "null")
        .object();
}

QByteArray deletionByFilterDetails(const QByteArray &filter, Count deleted)
{
    return JsonObjectWriter()
        .add("providedIds", 0)
        .add("deletedDocuments", asJson(deleted))
        .addText("originalFilter", QString::fromUtf8(filter))
        .object();
}

QByteArray clearDetails(Count deleted)
{
    return JsonObjectWriter().add("deletedDocuments", asJson(deleted)).object();
}

QByteArray indexCreationDetails(const std::optional<QString> &primaryKey)
{
    return JsonObjectWriter().add("primaryKey", asJson(primaryKey)).object();
}

QByteArray indexUpdateDetails(const IndexUpdate &update, const QString &oldUid)
{
    JsonObjectWriter writer;
    writer.add("primaryKey", asJson(update.primaryKey));
    if (update.newUid)
        writer.addText("oldIndexUid", oldUid).addText("newIndexUid", *update.newUid);
    return writer.object();
}

QByteArray swapDetails(const QList<IndexPair> &swaps)
{
    QByteArray array;
    for (const IndexPair &pair : swaps) {
        if (!array.isEmpty())
            array += ',';
        array += JsonObjectWriter()
                     .add("indexes", QByteArray("[" + quoted(pair.lhs) + "," + quoted(pair.rhs) + "]"))
                     .add("rename", pair.rename ? "true" : "false")
                     .object();
    }
    return JsonObjectWriter().add("swaps", QByteArray("[" + array + "]")).object();
}

QList<IndexPair> swapsFrom(const QByteArray &details)
{
    QList<IndexPair> swaps;
    for (const QByteArrayView entry : elementsOf(memberOf(details, u"swaps"))) {
        const std::vector<QByteArrayView> indexes = elementsOf(memberOf(entry, u"indexes"));
        if (indexes.size() == 2)
            swaps.append({textOf(indexes[0]), textOf(indexes[1]), memberOf(entry, u"rename") == "true"});
    }
    return swaps;
}

QByteArray dumpDetails(const std::optional<QString> &dumpUid)
{
    return JsonObjectWriter().add("dumpUid", asJson(dumpUid)).object();
}

QByteArray matchDetails(qint64 matched, QByteArrayView counted, Count done, const QString &originalFilter)
{
    return JsonObjectWriter()
        .add("matchedTasks", matched)
        .add(counted, asJson(done))
        .addText("originalFilter", originalFilter)
        .object();
}

QByteArray compactionDetails(qint64 bytesBefore, qint64 bytesAfter)
{
    return JsonObjectWriter()
        .addText("preCompactionSize", humanSize(bytesBefore))
        .addText("postCompactionSize", humanSize(bytesAfter))
        .object();
}

QByteArray detailsWithoutSuccess(TaskKind kind, const QByteArray &pending)
{
    if (pending.isEmpty() || kind == TaskKind::SettingsUpdate || kind == TaskKind::DumpCreation)
        return pending;
    static constexpr std::array counts {"indexedDocuments"_L1, "deletedDocuments"_L1, "canceledTasks"_L1, "deletedTasks"_L1};
    JsonObjectWriter writer;
    for (const JsonMember &member : membersOf(pending)) {
        const bool isCount = std::find(counts.begin(), counts.end(), member.key) != counts.end();
        writer.add(member.key.toUtf8(), isCount && member.value == "null" ? QByteArrayView("0") : member.value);
    }
    return writer.object();
}

QByteArray mergedDetails(const std::vector<std::pair<TaskKind, QByteArray>> &members, bool finished)
{
    std::vector<std::pair<QString, QByteArray>> merged; // in order of first appearance
    for (const auto &[kind, details] : members) {
        for (const JsonMember &member : membersOf(details)) {
            if (finished && member.value == "null" && kind != TaskKind::SettingsUpdate)
                continue;
            const auto known = std::find_if(merged.begin(), merged.end(),
                                            [&member](const auto &entry) { return entry.first == member.key; });
            if (known == merged.end()) {
                merged.emplace_back(member.key, member.value.toByteArray());
                continue;
            }
            bool bothNumbers = false;
            bool isNumber = false;
            const qint64 sum = known->second.toLongLong(&bothNumbers) + member.value.toByteArray().toLongLong(&isNumber);
            if (kind != TaskKind::SettingsUpdate && bothNumbers && isNumber)
                known->second = QByteArray::number(sum);
            else if (member.key == "originalFilter"_L1 && known->second != "null" && member.value != "null")
                known->second = quoted(QString(textOf(known->second) + u'&' + textOf(member.value)));
            else if (member.value != "null" || kind == TaskKind::SettingsUpdate)
                known->second = member.value.toByteArray();
        }
    }
    JsonObjectWriter writer;
    for (const auto &[key, value] : merged)
        writer.add(key.toUtf8(), value);
    return writer.object();
}

QString humanSize(qint64 bytes)
{
    static constexpr std::array units {"B"_L1, "KiB"_L1, "MiB"_L1, "GiB"_L1, "TiB"_L1};
    std::size_t unit = 0;
    double value = static_cast<double>(bytes);
    while (value >= 1024.0 && unit + 1 < units.size()) {
        value /= 1024.0;
        ++unit;
    }
    QString number = QString::number(value, 'f', 2);
    while (number.contains(u'.') && (number.endsWith(u'0') || number.endsWith(u'.'))) {
        const bool last = number.endsWith(u'.');
        number.chop(1);
        if (last)
            break;
    }
    return number + u' ' + units[unit];
}

QString humanDuration(qint64 ns)
{
    const double value = static_cast<double>(ns);
    if (ns < 1'000)
        return QString::number(value, 'f', 2) + "ns"_L1;
    if (ns < 1'000'000)
        return QString::number(value / 1e3, 'f', 2) + u"µs";
    if (ns < 1'000'000'000)
        return QString::number(value / 1e6, 'f', 2) + "ms"_L1;
    return QString::number(value / 1e9, 'f', 2) + "s"_L1;
}

} // namespace taskglass::localqueue

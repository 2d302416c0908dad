// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/rediscloud/wire.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace taskglass::test {

inline constexpr EpochNs kNoon = 1'772'625'600 * kNsPerSecond; // 2026-03-04T12:00:00Z

inline QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(TASKGLASS_TEST_DATA "/rediscloud/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline HttpAnswer answerOf(const QByteArray &body, rediscloud::Shape shape = rediscloud::Shape::TaskList, int status = 200)
{
    HttpAnswer answer;
    answer.request.purpose = int(shape);
    answer.status = status;
    answer.body = body;
    return answer;
}

inline QString text(const TaskPage &page, StringTable::Ref ref)
{
    return QString::fromUtf8(page.strings.at(ref).data(), qsizetype(page.strings.at(ref).size()));
}

/// The one task of a list of one.
struct One
{
    explicit One(const QByteArray &task)
        : list(rediscloud::readTasks(task, rediscloud::Shape::Task))
    {
    }
    [[nodiscard]] bool ok() const { return list && list.value()->page->rows.size() == 1; }
    [[nodiscard]] const TaskPage &page() const { return *list.value()->page; }
    [[nodiscard]] const TaskRow &row() const { return page().rows.front(); }
    [[nodiscard]] QString text(StringTable::Ref TaskRow::*ref) const { return test::text(page(), row().*ref); }
    Result<std::shared_ptr<rediscloud::TaskList>> list;
};

inline QByteArray taskWith(const QByteArray &members)
{
    return "{\"taskId\":\"t1\",\"commandType\":\"databaseCreateRequest\"" + (members.isEmpty() ? QByteArray() : ',' + members) + '}';
}

} // namespace taskglass::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace taskglass::rediscloud {

/// What shape of answer a request asks for: HttpRequest::purpose of this protocol.
enum class Shape : int { Account, TaskList, Task, Link };

/// What every answer may say beside its body.
struct Answer : Decoded
{
    qint64 remaining = -1; ///< Requests that the account has left; -1: not told.
};

/// What an answer says of a task that its row has no place for.
struct TaskFacts
{
    quint64 digest = 0;           ///< Of the exact bytes: the same as long as nothing about the task changed.
    EpochNs timestamp = kNoTime;  ///< Last change of its status, by the service's clock.
    bool isThin = false;          ///< Something is missing that the answer for the single task may have.
};

/// A list, or the list of one that an answer for a single task is.
struct TaskList final : Answer
{
    TaskPagePtr page;             ///< Never null; in the order of the answer, each task once.
    std::vector<TaskFacts> facts; ///< One for each row.
};

/// Which account the keys are of. Every part may be empty.
struct AccountInfo final : Answer
{
    QString account;  ///< Name, or number when it has none.
    QString key;      ///< Name of the user key.
    QString address;  ///< Where the service sees us come from.
};

/// What a link leads to: JSON, untouched.
struct LinkBody final : Answer
{
    QByteArray json;
};

/// Reads an answer to GET /tasks in each of its four forms (wrapper, `{}`, `null`, bare array), or with Shape::Task a
/// single task. Anything else is an Error, never an empty list. A task must have its id; any other member may be absent,
/// null or of an unexpected type, and is left out then (Raw still shows it). Of tasks listed twice the newer is kept.
[[nodiscard]] Result<std::shared_ptr<TaskList>> readTasks(const QByteArray &body, Shape shape);

/// The service's stamps: RFC 3339, offsets also without colon, and UTC where there is no zone.
[[nodiscard]] std::optional<EpochNs> parseStamp(std::string_view text);

/// The service's word as one of ours; words that it invents later are Unknown.
[[nodiscard]] TaskState stateFor(std::string_view status);

/// Immutable; one for all conversations with an account.
class RedisCloudDecoder final : public Decoder
{
public:
    [[nodiscard]] Result<DecodedPtr> decode(const HttpAnswer &answer) const override;
};

} // namespace taskglass::rediscloud

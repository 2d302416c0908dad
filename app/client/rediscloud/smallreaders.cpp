// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/errors.h"
#include "app/client/rediscloud/wire.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

/// Enough for a name; more is not shown in one line anyhow.
constexpr qsizetype kNameChars = 200;

/// Behind the "T" and the sign, "+0000" lacks its colon.
bool hasBareOffset(std::string_view text)
{
    constexpr std::size_t kLength = 5;
    const std::size_t time = text.find_first_of("Tt ");
    if (time == std::string_view::npos || text.size() < time + kLength)
        return false;
    const char sign = text[text.size() - kLength];
    return (sign == '+' || sign == '-') && text.find(':', text.size() - kLength) == std::string_view::npos
        && text.size() - kLength > time;
}

bool hasZone(std::string_view text)
{
    const std::size_t time = text.find_first_of("Tt ");
    return time == std::string_view::npos || text.find_first_of("Zz+-", time) != std::string_view::npos;
}

QString nameIn(const QJsonObject &object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString().left(kNameChars);
}

/// Every part is optional: the schema declares none of them, an example shows them.
Result<DecodedPtr> readAccount(const HttpAnswer &answer)
{
    const QJsonObject root = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject account = root.value("account"_L1).toObject();
    if (account.isEmpty() && !root.contains("links"_L1) && !root.contains("_links"_L1))
        return unexpectedBody(answer);
    const QJsonObject key = account.value("key"_L1).toObject();
    auto info = std::make_shared<AccountInfo>();
    info->account = nameIn(account, "name"_L1);
    if (info->account.isEmpty())
        info->account = nameIn(account, "id"_L1);
    info->key = nameIn(key, "name"_L1);
    info->address = nameIn(key, "httpSourceIp"_L1);
    info->remaining = rateLimitRemaining(answer);
    return DecodedPtr(info);
}

Result<DecodedPtr> readLinkBody(const HttpAnswer &answer)
{
    QJsonParseError fault;
    QJsonDocument::fromJson(answer.body, &fault);
    if (fault.error != QJsonParseError::NoError)
        return unexpectedBody(answer);
    auto body = std::make_shared<LinkBody>();
    body->json = answer.body;
    body->remaining = rateLimitRemaining(answer);
    return DecodedPtr(body);
}

} // namespace

std::optional<EpochNs> parseStamp(std::string_view text)
{
    if (const auto stamp = parseRfc3339(text))
        return stamp;
    std::string corrected(text);
    if (hasBareOffset(text))
        corrected.insert(corrected.end() - 2, ':');
    else if (!hasZone(text))
        corrected += 'Z';
    else
        return {};
    return parseRfc3339(corrected);
}

Result<DecodedPtr> RedisCloudDecoder::decode(const HttpAnswer &answer) const
{
    if (const std::optional<Error> error = errorIn(answer))
        return *error;
    const Shape shape = Shape(answer.request.purpose);
    switch (shape) {
    case Shape::Account:
        return readAccount(answer);
    case Shape::Link:
        return readLinkBody(answer);
    case Shape::TaskList:
    case Shape::Task:
        break;
    }
    // The list comes as "*/*": what it is, its bytes say.
    if (answer.body.trimmed().isEmpty() || looksLikeHtml(answer.body))
        return unexpectedBody(answer);
    Result<std::shared_ptr<TaskList>> list = readTasks(answer.body, shape);
    if (!list)
        return list.error();
    list.value()->remaining = rateLimitRemaining(answer);
    return DecodedPtr(list.take());
}

} // namespace taskglass::rediscloud

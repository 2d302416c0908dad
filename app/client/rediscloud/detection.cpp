// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/detection.h"

#include "app/client/answererror.h"
#include "app/client/rediscloud/rediscloudprotocol.h"
#include "app/client/rediscloud/requests.h"
#include "app/client/rediscloud/wire.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RedisCloud)
};

Error notHere()
{
    return errorOf(Error::Kind::Unsupported,
                   Words::tr("There is no Redis Cloud API at this address: it is usually https://api.redislabs.com/v1."));
}

/// Another program, or another path of the right one: worth asking elsewhere. Keys that are refused and a service in
/// trouble are not.
bool isElsewhere(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
    case Error::Kind::BadRequest:
    case Error::Kind::BadResponse:
    case Error::Kind::Redirected: return true;
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::Auth:
    case Error::Kind::Conflict:
    case Error::Kind::TooLarge:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
    case Error::Kind::ReadOnly:
    case Error::Kind::Unsupported:
    case Error::Kind::Local: return false;
    }
    Q_UNREACHABLE();
}

QString noteFor(const AccountInfo &info)
{
    if (info.account.isEmpty())
        return {};
    if (info.key.isEmpty())
        return Words::tr("Account: %1.").arg(info.account);
    if (info.address.isEmpty())
        return Words::tr("Account: %1, user key: %2.").arg(info.account, info.key);
    return Words::tr("Account: %1, user key: %2, seen from the address %3.").arg(info.account, info.key, info.address);
}

} // namespace

RedisCloudDetection::RedisCloudDetection()
    : m_service(std::make_shared<Service>())
    , m_decoder(std::make_shared<RedisCloudDecoder>())
    , m_result(notHere())
{
}

QByteArray RedisCloudDetection::prefix() const
{
    return m_step == Step::AccountBelow || m_step == Step::TasksBelow ? QByteArrayLiteral("/v1") : QByteArray();
}

std::optional<HttpRequest> RedisCloudDetection::next(EpochNs now)
{
    m_waitUntil = kNoTime;
    if (m_step == Step::Over)
        return {};
    if (const EpochNs at = m_service->quota.freeAt(now, Lane::Demand); at > now) {
        m_waitUntil = at;
        return {};
    }
    m_service->quota.spend(now);
    const bool asksForAccount = m_step == Step::Account || m_step == Step::AccountBelow;
    HttpRequest request = asksForAccount ? getAccount(prefix()) : listTasks(prefix(), Lane::Demand);
    request.serial = ++m_serial;
    return request;
}

void RedisCloudDetection::absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &given)
{
    if (request.serial != m_serial || m_step == Step::Over)
        return;
    const Result<DecodedPtr> outcome = m_service->noted(given, receivedAt);
    if (outcome) {
        const auto *info = dynamic_cast<const AccountInfo *>(outcome.value().get());
        finish(info ? noteFor(*info) : QString());
    } else if (m_step == Step::Account && outcome.error().kind == Error::Kind::Auth) {
        // A front door may refuse paths that it does not know; below, the keys may be right.
        m_refusal = outcome.error();
        m_step = Step::AccountBelow;
    } else if (!isElsewhere(outcome.error())) {
        fail(outcome.error());
    } else if (m_refusal) {
        fail(*m_refusal);
    } else {
        m_step = Step(int(m_step) + 1);
        if (m_step == Step::Over)
            fail(notHere());
    }
}

void RedisCloudDetection::finish(const QString &note)
{
    m_service->prefix = prefix();
    Detected detected;
    detected.kind = ServerKind::RedisCloud;
    detected.product = u"Redis Cloud"_s;
    detected.note = note;
    detected.protocol = std::make_shared<RedisCloudProtocol>(m_service, m_decoder);
    m_step = Step::Over;
    m_result = detected;
}

void RedisCloudDetection::fail(const Error &error)
{
    m_step = Step::Over;
    m_result = error;
}

} // namespace taskglass::rediscloud

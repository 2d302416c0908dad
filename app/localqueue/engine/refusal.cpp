// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/refusal.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

Error refusal(int httpStatus, const QString &code, const QString &message)
{
    Error error;
    switch (httpStatus) {
    case 404: error.kind = Error::Kind::NotFound; break;
    case 413: error.kind = Error::Kind::TooLarge; break;
    case 422: error.kind = Error::Kind::Local; break;
    case 500: error.kind = Error::Kind::Server; break;
    default: error.kind = Error::Kind::BadRequest; break;
    }
    error.message = message;
    error.httpStatus = httpStatus;
    error.serverCode = code;
    error.serverMessage = message;
    return error;
}

TaskFailure failureOf(const Error &error)
{
    return failureOf(error.serverCode, error.serverMessage);
}

Error indexNotFound(const QString &uid)
{
    return refusal(404, u"index_not_found"_s, u"Index `%1` not found."_s.arg(uid));
}

Error internalError(const QString &message)
{
    return refusal(500, u"internal"_s, message);
}

Error noSpaceLeft(const QString &message)
{
    return refusal(422, u"no_space_left_on_device"_s, message);
}

Error notWrittenYet()
{
    return refusal(503, u"not_written_yet"_s, u"This part of the past is still being written."_s);
}

bool isNotWrittenYet(const Error &error)
{
    return error.serverCode == "not_written_yet"_L1;
}

} // namespace taskglass::localqueue

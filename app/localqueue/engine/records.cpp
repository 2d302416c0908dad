// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/records.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

TaskFailure failureOf(const QString &code, const QString &message)
{
    QString type = u"invalid_request"_s;
    if (code == "no_space_left_on_device"_L1 || code == "too_many_open_files"_L1 || code == "io_error"_L1)
        type = u"system"_s;
    else if (code == "internal"_L1)
        type = code;
    return {message, code, type, "https://docs.meilisearch.com/errors#"_L1 + code};
}

} // namespace taskglass::localqueue

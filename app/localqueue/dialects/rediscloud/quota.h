// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>
#include <QHash>

namespace taskglass::localqueue::rediscloud {

/// How many requests an account key may still make in the present minute. Minutes are fixed windows that begin with a
/// key's first request.
class Quota
{
public:
    /// 0: no bound.
    explicit Quota(int perMinute) : m_perMinute(perMinute) { }

    struct Decision
    {
        bool allowed = true;
        int remaining = 0;      ///< After this request.
        int retryAfterS = 0;    ///< Until the window ends, when it was not allowed; at least 1.
    };
    /// Counts one request of \a key at \a now.
    [[nodiscard]] Decision take(const QByteArray &key, EpochNs now);

private:
    struct Window
    {
        EpochNs since = 0;
        int used = 0;
    };
    int m_perMinute;
    QHash<QByteArray, Window> m_windows;
};

} // namespace taskglass::localqueue::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/routepattern.h"

namespace taskglass::localqueue {

std::optional<QByteArrayList> matchPath(QByteArrayView pattern, const QByteArrayList &segments)
{
    const QByteArrayList parts = pattern.toByteArray().split('/');
    // A pattern begins with '/', so its first part is empty; "/" alone has two of them.
    const qsizetype count = pattern == "/" ? 0 : parts.size() - 1;
    if (count != segments.size())
        return std::nullopt;
    QByteArrayList arguments;
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArray &part = parts[i + 1];
        if (part.startsWith(':'))
            arguments.append(segments[i]);
        else if (part != segments[i])
            return std::nullopt;
    }
    return arguments;
}

} // namespace taskglass::localqueue

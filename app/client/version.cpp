// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/version.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass {

std::optional<Version> parseVersion(const QString &text)
{
    static const QRegularExpression numbers(u"^v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,6}))?"_s);
    const QRegularExpressionMatch match = numbers.match(text);
    if (!match.hasMatch())
        return {};
    return Version {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

} // namespace taskglass

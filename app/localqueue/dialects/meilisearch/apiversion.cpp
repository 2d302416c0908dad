// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/meilisearch/apiversion.h"

#include <QList>

namespace taskglass::localqueue::meilisearch {

std::optional<ApiVersion> ApiVersion::parse(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    for (const QStringView part : parts) {
        bool ok = false;
        if (part.toUInt(&ok) > 10'000 || !ok)
            return std::nullopt;
    }
    const ApiVersion version {parts[0].toInt(), parts[1].toInt()};
    return version >= ApiVersion {0, 25} ? std::optional(version) : std::nullopt;
}

QByteArray ApiVersion::text() const
{
    return QByteArray::number(major) + '.' + QByteArray::number(minor) + QByteArray(".0");
}

} // namespace taskglass::localqueue::meilisearch

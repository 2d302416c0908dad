// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/apiprofile.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

std::optional<ApiProfile> ApiProfile::parse(QStringView product, QStringView number)
{
    ApiProfile profile;
    if (product == u"elasticsearch")
        profile.product = Product::Elasticsearch;
    else if (product != u"opensearch")
        return std::nullopt;
    const QList<QStringView> parts = number.split(u'.');
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    bool majorOk = false;
    bool minorOk = false;
    profile.major = parts[0].toInt(&majorOk);
    profile.minor = parts[1].toInt(&minorOk);
    const Release asked {profile.major, profile.minor};
    const bool known = profile.isOpenSearch() ? asked >= Release {1, 0} && asked < Release {3, 9}
                                              : asked >= Release {6, 4} && asked < Release {9, 0};
    if (!majorOk || !minorOk || profile.minor < 0 || !known)
        return std::nullopt;
    return profile;
}

QByteArray ApiProfile::number() const
{
    // The patch releases that were looked at; of others the first.
    const bool known = isOpenSearch() ? major == 2 && minor == 19 : major == 7 && minor == 10;
    const QByteArray patch = !known ? "0"_ba : isOpenSearch() ? "1"_ba : "2"_ba;
    return QByteArray::number(major) + '.' + QByteArray::number(minor) + '.' + patch;
}

bool ApiProfile::since(Release os, Release es) const
{
    const Release first = isOpenSearch() ? os : es;
    return first.major > 0 && Release {major, minor} >= first;
}

int ApiProfile::expiredWaitStatus() const
{
    return since({3, 8}, {}) ? 504 : 500;
}

} // namespace taskglass::localqueue::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/users.h"

#include "app/localqueue/trouble.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

Result<User> parseUser(const QStringList &words)
{
    // A colon ends the name on the wire.
    if (words.size() != 2 || words.first().contains(u':')) {
        return trouble(Error::Kind::BadRequest,
                       QCoreApplication::translate("LocalQueue", "OpenSearch wants a user without colon and a password."));
    }
    return User {words[0].toUtf8(), words[1].toUtf8()};
}

bool letsIn(const std::vector<User> &known, const QByteArray &authorization)
{
    if (known.empty())
        return true;
    if (!authorization.startsWith("Basic "))
        return false;
    const QByteArray pair = QByteArray::fromBase64(authorization.mid(6));
    return std::any_of(known.begin(), known.end(), [&](const User &user) { return pair == user.name + ':' + user.password; });
}

} // namespace taskglass::localqueue::opensearch

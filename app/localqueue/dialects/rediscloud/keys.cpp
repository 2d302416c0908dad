// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/rediscloud/keys.h"

#include "app/localqueue/trouble.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::rediscloud {

Result<KeyPair> parseKeyPair(const QStringList &words)
{
    const bool isViewer = words.size() == 3 && words[2] == "viewer"_L1;
    if (words.size() != 2 && !isViewer) {
        return trouble(Error::Kind::BadRequest,
                       QCoreApplication::translate("LocalQueue",
                                                   "redis-cloud wants an account key and a secret key, and “viewer” behind "
                                                   "them for keys that may only read."));
    }
    return KeyPair {words[0].toUtf8(), words[1].toUtf8(), !isViewer};
}

Access accessOf(const std::vector<KeyPair> &known, const QByteArray &account, const QByteArray &secret)
{
    if (account.isEmpty() || secret.isEmpty())
        return Access::None;
    if (known.empty())
        return Access::Write;
    for (const KeyPair &pair : known) {
        if (pair.account == account && pair.secret == secret)
            return pair.mayWrite ? Access::Write : Access::Read;
    }
    return Access::None;
}

} // namespace taskglass::localqueue::rediscloud

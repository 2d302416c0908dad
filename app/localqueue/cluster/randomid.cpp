// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/randomid.h"

#include <QRandomGenerator>

namespace taskglass::localqueue::cluster {

QByteArray randomId(int bytes)
{
    QByteArray raw(bytes, '\0');
    for (char &byte : raw)
        byte = char(QRandomGenerator::system()->bounded(256));
    return raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace taskglass::localqueue::cluster

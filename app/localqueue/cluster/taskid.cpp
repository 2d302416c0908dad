// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/cluster/taskid.h"

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::cluster {

Fallible<TaskId> parseTaskId(QByteArrayView text)
{
    if (text.isEmpty() || text == "unset")
        return TaskId {};
    const Fault malformed = illegalArgument("malformed task id "_L1 + QString::fromUtf8(text));
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0)
        return malformed;
    const QByteArrayView number = text.sliced(colon + 1);
    bool ok = false;
    const qint64 value = number.toLongLong(&ok);
    // The server's parser takes digits behind a sign, nothing else: no blanks, no "0x".
    if (!ok || number.trimmed().size() != number.size())
        return malformed.causedBy(numberFormat(QString::fromUtf8(number)));
    if (value == -1)
        return TaskId {};
    return TaskId {text.first(colon).toByteArray(), value};
}

} // namespace taskglass::localqueue::cluster

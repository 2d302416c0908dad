// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/parsers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <simdjson.h>

namespace taskglass::bench {

ParseTimes parseFiles(const QString &folder)
{
    ParseTimes times;
    simdjson::dom::parser parser;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray body = file.readAll();
        const simdjson::padded_string padded(body.constData(), std::size_t(body.size()));
        QElapsedTimer timer;
        timer.start();
        simdjson::dom::element root;
        const bool parsed = parser.parse(padded).get(root) == simdjson::SUCCESS;
        times.simdjson += parsed ? double(timer.nsecsElapsed()) / 1e6 : 0;
        timer.start();
        const QJsonDocument document = QJsonDocument::fromJson(body);
        times.qJsonDocument += document.isNull() ? 0 : double(timer.nsecsElapsed()) / 1e6;
    }
    return times;
}

} // namespace taskglass::bench

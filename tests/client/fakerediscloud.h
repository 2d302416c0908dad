// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace taskglass::test {

/// A naive Redis Cloud account in memory: plain maps and linear scans, so that it can be believed.
class FakeRedisCloud
{
public:
    struct FakeTask
    {
        QByteArray id;
        QByteArray type;
        QByteArray status = "received";
        EpochNs timestamp = 0;          ///< Of the last change of the status.
        EpochNs submittedAt = 0;
        qint64 resourceId = -1;
        bool hidden = false;            ///< Missing from the next list, by mistake.
        bool fresh = false;             ///< Not found by its id yet.
    };

    HttpAnswer answer(const HttpRequest &request);

    EpochNs now = 1'800'000'000 * kNsPerSecond;
    std::map<QByteArray, FakeTask> tasks;
    std::vector<std::pair<EpochNs, QByteArray>> seen; ///< When which target was asked for.
    bool hasThinLists = false;          ///< Lists leave `response` out.
    bool hasVersionedBase = true;       ///< The connection's address ends in "/v1".
    qint64 remaining = -1;              ///< As told by X-Rate-Limit-Remaining; -1: not told.
    int failing = 0;                    ///< That status for everything; 0: none.
    QList<std::pair<QByteArray, QByteArray>> failingHeaders;

    QByteArray add(const QByteArray &type, std::mt19937 &random, const QByteArray &status = "received");
    /// The next status of \a task: received, perhaps initialized, in progress, ended.
    void advance(FakeTask &task, std::mt19937 &random);
    [[nodiscard]] bool isListed(const FakeTask &task) const;
    [[nodiscard]] QByteArray json(const FakeTask &task, bool inList) const;

private:
    [[nodiscard]] HttpAnswer reply(const HttpRequest &request, int status, const QByteArray &body) const;
    [[nodiscard]] QByteArray list();

    int m_next = 0;
};

} // namespace taskglass::test

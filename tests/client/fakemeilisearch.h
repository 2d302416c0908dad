// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "app/client/meilisearch/dialect.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <map>
#include <random>
#include <set>
#include <vector>

namespace taskglass::test {

/// A naive Meilisearch in memory, as any generation answers: plain maps and linear scans, so that it can be believed.
class FakeMeilisearch
{
public:
    struct FakeTask
    {
        qint64 uid = 0;
        QByteArray status = "enqueued";
        QByteArray type = "documentAdditionOrUpdate";
        QByteArray index;              ///< Empty: null.
        qint64 batch = -1;
        qint64 canceledBy = -1;
        QByteArray details = "{}";
        EpochNs enqueuedAt = 0;
        EpochNs startedAt = kNoTime;
        EpochNs finishedAt = kNoTime;
        bool operator==(const FakeTask &) const = default;
    };

    explicit FakeMeilisearch(meilisearch::Dialect dialect) : m_dialect(dialect) { }

    HttpAnswer answer(const HttpRequest &request);

    EpochNs now = 1'700'000'000'000'000'000;
    std::map<qint64, FakeTask> tasks;
    qint64 nextUid = 0;
    qint64 nextBatch = 0;
    QByteArray restrictedTo;          ///< The only index that the key may see; empty: all.
    bool refusesVersion = false;
    bool refusesTasks = false;
    qint64 bytes = 0;                 ///< Of bodies since it was last set to 0.
    QList<HttpRequest> seen;

    qint64 add(const QByteArray &index, const QByteArray &type = "documentAdditionOrUpdate");
    void start(std::size_t howMany, std::mt19937 &random);
    void finishBatch(std::mt19937 &random);
    void abortBatch();
    void cancelOpen(std::size_t howMany, std::mt19937 &random);
    void deleteFinished(std::size_t howMany, std::mt19937 &random);
    void swap(const QByteArray &a, const QByteArray &b);
    void wipe();
    [[nodiscard]] bool isVisible(const FakeTask &task) const;
    [[nodiscard]] QByteArray json(const FakeTask &task) const;

private:
    EpochNs tick() { return now += 1'234'567; }
    HttpAnswer reply(const HttpRequest &request, int status, const QByteArray &body);
    HttpAnswer fail(const HttpRequest &request, int status, const char *code, const QByteArray &message);
    HttpAnswer list(const HttpRequest &request, const std::map<QByteArray, QByteArray> &parameters);
    HttpAnswer batches(const HttpRequest &request, const std::map<QByteArray, QByteArray> &parameters);
    HttpAnswer command(const HttpRequest &request, const std::map<QByteArray, QByteArray> &parameters);
    [[nodiscard]] std::vector<const FakeTask *> matching(const std::map<QByteArray, QByteArray> &parameters) const;
    [[nodiscard]] std::set<QByteArray> knownParameters() const;

    meilisearch::Dialect m_dialect;
    qint64 m_running = -1;
};

} // namespace taskglass::test

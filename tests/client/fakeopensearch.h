// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <optional>

namespace taskglass::test {

/// A naive cluster in memory that answers `/`, `/_tasks`, one task, cancels and rethrottles as OpenSearch 2.19 does.
/// Every list shows itself and its part on each node, as real ones do.
class FakeOpenSearch
{
public:
    struct FakeTask
    {
        QByteArray node;
        qint64 number = 0;
        QByteArray action = "indices:data/write/reindex";
        QByteArray description;
        QByteArray parent;
        QByteArray opaqueId;
        QByteArray status;           ///< JSON object; empty: none.
        qint64 startMillis = 0;
        bool cancellable = true;
        bool cancelled = false;
        bool stored = false;         ///< Its result is kept at the end.
        [[nodiscard]] QByteArray id() const { return node + ':' + QByteArray::number(number); }
    };
    /// How a request goes wrong.
    struct Fault
    {
        QByteArray path;             ///< What the target must begin with.
        int status = 0;              ///< 0: no answer at all.
        QByteArray body;
        int times = 1;
    };

    FakeOpenSearch();

    /// No answer (a lost connection) comes back as an empty optional.
    [[nodiscard]] std::optional<HttpAnswer> answer(const HttpRequest &request);

    QByteArray add(const QByteArray &node, const QByteArray &action = "indices:data/write/reindex", const QByteArray &parent = {});
    [[nodiscard]] FakeTask &task(const QByteArray &id) { return tasks[id]; }
    /// The task leaves the list; with \a rest as `"response":{…}` or `"error":{…}` its result is stored.
    void end(const QByteArray &id, const QByteArray &rest = {});
    /// All its tasks are lost; numbers begin at 1 again.
    void restart(const QByteArray &node);

    QByteArray clusterUuid = "uuid-1";
    QByteArray version = "2.19.1";
    qint64 nowMillis = 1'795'000'000'000;
    qint64 skewMillis = 0;
    std::map<QByteArray, QByteArray> nodes;        ///< Id to name.
    std::map<QByteArray, QByteArray> silent;       ///< Nodes that do not answer, and why.
    std::map<QByteArray, FakeTask> tasks;
    std::map<QByteArray, QByteArray> results;      ///< Stored: id to body.
    QList<QByteArray> unknownParameters;
    QList<Fault> faults;
    QList<HttpRequest> seen;

private:
    using Parameters = std::map<QByteArray, QByteArray>;
    [[nodiscard]] HttpAnswer reply(const HttpRequest &request, int status, const QByteArray &body) const;
    [[nodiscard]] HttpAnswer fail(const HttpRequest &request, int status, const QByteArray &type, const QByteArray &reason) const;
    [[nodiscard]] HttpAnswer list(const HttpRequest &request, const Parameters &parameters);
    [[nodiscard]] HttpAnswer get(const HttpRequest &request, const QByteArray &id) const;
    [[nodiscard]] HttpAnswer cancel(const HttpRequest &request, const QByteArray &id, const Parameters &parameters);
    [[nodiscard]] HttpAnswer rethrottle(const HttpRequest &request, const QByteArray &id) const;
    [[nodiscard]] bool matches(const FakeTask &task, const Parameters &parameters) const;
    [[nodiscard]] QByteArray json(const FakeTask &task, bool detailed) const;
    [[nodiscard]] QByteArray listed(const QList<FakeTask> &tasks, bool detailed, const QByteArray &failures) const;

    std::map<QByteArray, qint64> m_lastNumber;
};

} // namespace taskglass::test

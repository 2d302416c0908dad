// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"
#include "models/domain/clock.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace taskglass {

/// What "Test connection" found out.
struct ProbeReport
{
    std::optional<Error> error;  ///< Why this connection is of no use; Tls carries the certificate. Empty: it works.
    ServerKind kind = ServerKind::Auto;
    QString product;
    QString version;
    QString note;                ///< As detection says it ("newer than tested"), or empty.
    qint64 tasks = -1;           ///< How many the key can see; -1: not known.
    bool atLeast = false;        ///< \a tasks is a lower bound: the server does not count.
    qint64 answerMs = -1;        ///< How long the slowest request took.
    Ability read;
    Ability cancel;
    Ability deleteTasks;
    Capabilities capabilities;

    /// For people: what answers, how many tasks, what the key may do; one translated sentence each.
    [[nodiscard]] QList<QString> sentences() const;
    bool operator==(const ProbeReport &) const = default;
};

/// Looks once whether and how a server can be used, changes nothing there, and ends with finished(). Rights are tried with
/// commands that the server must refuse: with the right it misses the filter (400), without it refuses the key (403).
/// A read-only profile's rights to change anything are not tried. Destroying the probe cancels it silently.
class Probe : public QObject
{
    Q_OBJECT

public:
    using Detector = std::function<std::unique_ptr<Detection>(ServerKind)>;

    Probe(const ServerProfile &profile, const Credentials &credentials, const Clock &clock, Detector detector, QObject *parent = nullptr);
    /// With the program's detect().
    Probe(const ServerProfile &profile, const Credentials &credentials, const Clock &clock, QObject *parent = nullptr);
    ~Probe() override;

    void start();

signals:
    /// Exactly once after start().
    void finished(const taskglass::ProbeReport &report);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::ProbeReport)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace taskglass::localqueue {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal: the handler only writes a byte into a pipe. One of them at a time. A second
/// signal of the kind ends the program the hard way, should the first one not.
class StopSignals final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace taskglass {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal, from the first one on; a second one ends the program at once, as if nobody
/// had listened. Also makes writing to a closed pipe an error instead of an end. One per process.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

signals:
    void interrupted();

private:
    void readPipe();
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace taskglass

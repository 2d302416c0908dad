// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>

#include <atomic>

namespace taskglass {

/// Calls its own thread from another one: "look into your mailbox". Carries nothing; what is handed over lies under the
/// lock of whoever owns the bell. Unlike a queued call it allocates nothing on the calling thread, and rings once for calls
/// that come before the first is answered.
class Doorbell : public QObject
{
    Q_OBJECT

public:
    explicit Doorbell(QObject *parent = nullptr);
    ~Doorbell() override;

    /// From any thread. The bell must outlive the call.
    void ring();

signals:
    /// On the bell's own thread, at least once after each ring(); what was written before ring() can be read.
    void rung();

protected:
    bool event(QEvent *event) override;

private:
    std::atomic<QEvent *> m_event; ///< Made here, posted there; null from a call until it is answered.
};

} // namespace taskglass

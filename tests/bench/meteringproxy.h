// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTcpServer>

namespace taskglass::bench {

/// Passes connections on to a port of this machine and counts what goes through.
class MeteringProxy : public QObject
{
    Q_OBJECT

public:
    explicit MeteringProxy(int targetPort);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// Bytes that the server sent, heads included, and requests, since reset().
    [[nodiscard]] qint64 bytesIn() const { return m_bytesIn; }
    [[nodiscard]] qint64 requests() const { return m_requests; }
    void reset();
    /// Runs the event loop until \a least bytes came and then less than 20 KB in two seconds; false after \a patienceMs.
    [[nodiscard]] bool waitUntilQuiet(qint64 least, int patienceMs);

private:
    void accept();

    QTcpServer m_server;
    const quint16 m_target;
    qint64 m_bytesIn = 0;
    qint64 m_requests = 0;
};

} // namespace taskglass::bench

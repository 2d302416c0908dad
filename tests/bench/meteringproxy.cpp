// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/meteringproxy.h"

#include "tests/bench/processes.h"

#include <QTcpSocket>

namespace taskglass::bench {

MeteringProxy::MeteringProxy(int targetPort)
    : m_target(quint16(targetPort))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &MeteringProxy::accept);
}

void MeteringProxy::reset()
{
    m_bytesIn = 0;
    m_requests = 0;
}

bool MeteringProxy::waitUntilQuiet(qint64 least, int patienceMs)
{
    constexpr qint64 kQuietBytes = 20 * 1024;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patienceMs) {
        const qint64 before = m_bytesIn;
        wait(2'000);
        if (m_bytesIn >= least && m_bytesIn - before < kQuietBytes)
            return true;
    }
    return false;
}

void MeteringProxy::accept()
{
    while (QTcpSocket *const client = m_server.nextPendingConnection()) {
        auto *const target = new QTcpSocket(client);
        target->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        connect(client, &QTcpSocket::readyRead, target, [this, client, target] {
            const QByteArray bytes = client->readAll();
            m_requests += bytes.count(" HTTP/1.1\r\n");
            target->write(bytes);
        });
        connect(target, &QTcpSocket::readyRead, client, [this, client, target] {
            const QByteArray bytes = target->readAll();
            m_bytesIn += bytes.size();
            client->write(bytes);
        });
        connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

} // namespace taskglass::bench

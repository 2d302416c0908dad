// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedanswer.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTcpServer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace taskglass {

/// One request as it arrived.
struct SeenRequest
{
    QByteArray method;
    QByteArray target;                    ///< Path and query as sent.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
    qint64 atMs = 0;                      ///< Since the server was made.
    int connection = 0;                   ///< Which connection carried it, counted from 1.
    [[nodiscard]] QByteArray path() const { return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?')); }
};

/// An HTTP server on loopback that does to each request what the test says: answers come from the queue while there are
/// any, then from the handler. Runs on the thread that made it; misbehaves on purpose. HTTP/1.1 with keep-alive.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    enum class Security {
        Plain,
        SelfSigned,      ///< TLS with a certificate that nobody vouches for.
        OtherSelfSigned, ///< The same with another certificate.
        SignedByTestCa,  ///< For 127.0.0.1, vouched for by tests/data/tls/ca.crt.
        ClientCertificate ///< As SignedByTestCa, and asks the client for its own.
    };
    using Handler = std::function<ScriptedAnswer(const SeenRequest &)>;

    explicit ScriptedServer(Security security = Security::Plain, QObject *parent = nullptr);
    ~ScriptedServer() override;

    /// "http://127.0.0.1:port", the same after stop() and start().
    [[nodiscard]] QUrl url(const QString &path = {}) const;
    /// Listens again on the same port.
    bool start();
    /// Resets all connections and refuses new ones.
    void stop();

    /// Answers one request, in order; before the handler is asked.
    void enqueue(const ScriptedAnswer &answer);
    /// Answers every request that nothing was enqueued for. Without one: 404 without a body.
    void setHandler(Handler handler);
    void setAnswer(const ScriptedAnswer &answer);

    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    [[nodiscard]] QList<SeenRequest> requestsTo(const QByteArray &path) const;
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const { return static_cast<int>(m_open.size()); }
    void forgetRequests() { m_requests.clear(); }

    /// PEM file of test data, e.g. "ca.crt".
    [[nodiscard]] static QString tlsFile(const QString &name);
    /// Lower-case hex SHA-256 of the certificate this server offers; empty when plain.
    [[nodiscard]] QString fingerprint() const;

signals:
    void requestArrived(const taskglass::SeenRequest &request);

private:
    class Connection;
    void accept();
    ScriptedAnswer answerFor(const SeenRequest &request);

    std::unique_ptr<QTcpServer> m_server;
    Security m_security;
    quint16 m_port = 0;
    QList<ScriptedAnswer> m_queue;
    Handler m_handler;
    QList<SeenRequest> m_requests;
    QElapsedTimer m_time;
    QList<Connection *> m_open; // each removes itself
    int m_connections = 0;
};

} // namespace taskglass

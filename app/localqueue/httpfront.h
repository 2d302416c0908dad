// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/faults.h"
#include "app/localqueue/http.h"
#include "app/localqueue/requesthandler.h"
#include "models/domain/result.h"

#include <QAbstractHttpServer>
#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QtGlobal>

#include <memory>
#include <vector>

class QHttpServerRequest;
class QHttpServerResponder;
class QTcpServer;
class QTcpSocket;

namespace taskglass::localqueue {

/// The one place that knows QHttpServer, a technical preview in Qt 6.4 whose virtual functions and headers changed up to
/// 6.8. Turns its requests into values, hands them to one handler, writes the answers with Date, Content-Length and gzip
/// where asked for, whenever they come, and plays the faults. Lives and is used on one thread.
class HttpFront final : public QAbstractHttpServer
{
    Q_OBJECT
public:
    /// \a handler must outlive the front.
    HttpFront(RequestHandler &handler, FaultPlan faults, QObject *parent = nullptr);
    ~HttpFront() override;

    /// Binds \a address, with TLS when \a tls has a certificate. The port that was bound (0 asks for a free one), or an
    /// Error::Kind::Local with the system's reason.
    [[nodiscard]] Result<quint16> open(const QHostAddress &address, quint16 port, const QSslConfiguration &tls);

    /// Hears nothing more and waits up to \a timeoutMs until written answers have left.
    void drain(int timeoutMs);

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    class Exchange;
    void answer(const QHttpServerRequest &request, std::shared_ptr<Exchange> exchange);
    void deliver(const std::shared_ptr<Exchange> &exchange, const std::shared_ptr<const HttpRequest> &request,
                 HttpResponse response, const FaultDecision &fault);
    void finish(Exchange &exchange, const HttpRequest &request, HttpResponse response, const FaultDecision &fault);

    RequestHandler &m_handler;
    FaultPlan m_faults;
    QElapsedTimer m_uptime;
    bool m_drained = false;
    std::vector<std::weak_ptr<Exchange>> m_open; ///< Not yet answered, and some that were.
};

} // namespace taskglass::localqueue

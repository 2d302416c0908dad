// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/httpfront.h"

#include "app/localqueue/gzip.h"
#include "app/localqueue/trouble.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

#include <optional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue {

namespace {

/// Below this gzip costs more than it saves.
constexpr qsizetype kGzipFrom = 1024;

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get: return "GET"_ba;
    case QHttpServerRequest::Method::Put: return "PUT"_ba;
    case QHttpServerRequest::Method::Delete: return "DELETE"_ba;
    case QHttpServerRequest::Method::Post: return "POST"_ba;
    case QHttpServerRequest::Method::Head: return "HEAD"_ba;
    case QHttpServerRequest::Method::Options: return "OPTIONS"_ba;
    case QHttpServerRequest::Method::Patch: return "PATCH"_ba;
    case QHttpServerRequest::Method::Connect: return "CONNECT"_ba;
    case QHttpServerRequest::Method::Trace: return "TRACE"_ba;
    case QHttpServerRequest::Method::AnyKnown:
    case QHttpServerRequest::Method::Unknown: break;
    }
    return "UNKNOWN"_ba;
}

HttpRequest toValue(const QHttpServerRequest &request)
{
    HttpRequest value;
    value.method = methodName(request.method());
    const QUrl url = request.url();
    value.path = url.path(QUrl::FullyEncoded).toLatin1();
    value.query = url.query(QUrl::FullyEncoded).toLatin1();
    value.body = request.body();
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    const QHttpHeaders headers = request.headers();
    for (qsizetype i = 0; i < headers.size(); ++i)
        value.headers.emplace_back(QByteArray(headers.nameAt(i).data(), headers.nameAt(i).size()),
                                   headers.valueAt(i).toByteArray());
#else
    for (const auto &[name, text] : request.headers())
        value.headers.emplace_back(name, text);
#endif
    return value;
}

} // namespace

/// The way back for one answer. In 6.4 that is the socket itself, which may die while an answer is held back; from 6.8
/// it is a responder, which survives its socket but not the server; the socket is only looked up for faults.
class HttpFront::Exchange
{
public:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    Exchange(QHttpServerResponder &&responder, QTcpSocket *socket)
        : m_responder(std::move(responder))
        , m_socket(socket)
    {
    }
#else
    explicit Exchange(QTcpSocket *socket)
        : m_socket(socket)
    {
    }
#endif

    /// Null when the client has gone, or could not be found.
    [[nodiscard]] QTcpSocket *socket() const { return m_socket; }

    void write(const HttpResponse &response)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        QHttpHeaders headers;
        for (const auto &[name, value] : response.headers)
            headers.append(name, value);
        if (!response.contentType.isEmpty())
            headers.append(QHttpHeaders::WellKnownHeader::ContentType, response.contentType);
        if (m_responder)
            m_responder->write(response.body, headers, QHttpServerResponder::StatusCode(response.status));
#else
        if (m_socket && m_socket->isWritable())
            m_socket->write(head(response) + response.body);
#endif
    }

    /// The server goes: whoever still holds an answer has nobody to give it to.
    void drop()
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        m_responder.reset();
#endif
    }

    /// Status line and headers, as bytes for 6.4 and for the faults that cut an answer short.
    [[nodiscard]] static QByteArray head(const HttpResponse &response)
    {
        QByteArray bytes = "HTTP/1.1 "_ba + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status)
            + "\r\n"_ba;
        if (!response.contentType.isEmpty())
            bytes += "content-type: "_ba + response.contentType + "\r\n"_ba;
        for (const auto &[name, value] : response.headers)
            bytes += name + ": "_ba + value + "\r\n"_ba;
        bytes += "content-length: "_ba + QByteArray::number(response.body.size()) + "\r\n\r\n"_ba;
        return bytes;
    }

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    std::optional<QHttpServerResponder> m_responder;
#endif
    QPointer<QTcpSocket> m_socket;
};

HttpFront::HttpFront(RequestHandler &handler, FaultPlan faults, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_handler(handler)
    , m_faults(std::move(faults))
{
    m_uptime.start();
}

HttpFront::~HttpFront()
{
    for (const std::weak_ptr<Exchange> &open : m_open) {
        if (const auto exchange = open.lock())
            exchange->drop();
    }
}

Result<quint16> HttpFront::open(const QHostAddress &address, quint16 port, const QSslConfiguration &tls)
{
    std::unique_ptr<QTcpServer> server;
    if (tls.localCertificate().isNull()) {
        server = std::make_unique<QTcpServer>();
    } else {
        auto secure = std::make_unique<QSslServer>();
        secure->setSslConfiguration(tls);
        server = std::move(secure);
    }
    server->setListenBacklogSize(256);
    if (!server->listen(address, port)) {
        return trouble(Error::Kind::Local, QCoreApplication::translate("LocalQueue", "Port %1 cannot be opened: %2.")
                                               .arg(QString::number(port), server->errorString()));
    }
    const quint16 bound = server->serverPort();
    bind(server.release()); // takes ownership
    return bound;
}

void HttpFront::drain(int timeoutMs)
{
    m_drained = true; // waiting below reads, too, and the handler may be gone already
    const auto listeners = servers();
    for (QTcpServer *server : listeners)
        server->close();
    QDeadlineTimer deadline(timeoutMs);
    const auto sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        while (socket->bytesToWrite() > 0 && !deadline.hasExpired()
               && socket->waitForBytesWritten(static_cast<int>(deadline.remainingTime())))
            continue;
    }
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
bool HttpFront::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    // The responder hides its socket; connections are our descendants, and the peer's port tells them apart.
    QTcpSocket *found = nullptr;
    const auto sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        if (socket->peerPort() == request.remotePort())
            found = socket;
    }
    answer(request, std::make_shared<Exchange>(std::move(responder), found));
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) { }
#else
bool HttpFront::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    answer(request, std::make_shared<Exchange>(socket));
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest &, QTcpSocket *) { }
#endif

void HttpFront::answer(const QHttpServerRequest &request, std::shared_ptr<Exchange> exchange)
{
    if (m_drained)
        return;
    std::erase_if(m_open, [](const std::weak_ptr<Exchange> &open) { return open.expired(); });
    m_open.push_back(exchange);
    const auto value = std::make_shared<const HttpRequest>(toValue(request));
    const FaultDecision fault = m_faults.next(m_uptime.elapsed());
    const Respond respond = [front = QPointer(this), exchange = std::move(exchange), value, fault](HttpResponse response) {
        if (front)
            front->deliver(exchange, value, std::move(response), fault);
    };
    if (fault.kind == FaultRule::Kind::Status)
        respond(m_handler.faultAnswer(*value, fault.status));
    else if (fault.kind == FaultRule::Kind::Reset)
        respond({});
    else
        m_handler.handle(*value, respond);
}

void HttpFront::deliver(const std::shared_ptr<Exchange> &exchange, const std::shared_ptr<const HttpRequest> &request,
                        HttpResponse response, const FaultDecision &fault)
{
    if (fault.delayMs == 0) {
        finish(*exchange, *request, std::move(response), fault);
        return;
    }
    QTimer::singleShot(fault.delayMs, this, [this, exchange, request, response = std::move(response), fault]() {
        finish(*exchange, *request, response, fault);
    });
}

void HttpFront::finish(Exchange &exchange, const HttpRequest &request, HttpResponse response,
                       const FaultDecision &fault)
{
    if (response.dated)
        response.headers.emplace_back("date"_ba, httpDate());
    if (fault.kind == FaultRule::Kind::Malformed)
        response.body = response.body.left(response.body.size() / 2) + "\x01}]{"_ba;
    if (response.body.size() >= kGzipFrom && request.header("accept-encoding").contains("gzip")) {
        response.body = gzip(response.body);
        response.headers.emplace_back("content-encoding"_ba, "gzip"_ba);
    }
    QTcpSocket *socket = exchange.socket();
    if (fault.kind == FaultRule::Kind::Reset && socket) {
        socket->abort();
        return;
    }
    if (fault.kind == FaultRule::Kind::Truncate && socket) {
        const QByteArray head = Exchange::head(response);
        socket->write(head + response.body.left(response.body.size() / 2));
        socket->flush();
        socket->disconnectFromHost();
        return;
    }
    exchange.write(response);
    // Left open otherwise, whatever the client asked for. Qt 6.8 writes when the handler has returned: close after that.
    if (socket && request.header("connection").compare("close", Qt::CaseInsensitive) == 0)
        QMetaObject::invokeMethod(socket, [socket] { socket->disconnectFromHost(); }, Qt::QueuedConnection);
}

} // namespace taskglass::localqueue

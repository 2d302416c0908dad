// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Ends the connection with RST rather than FIN, as a crashed peer or an impatient firewall does.
void resetConnection(QTcpSocket *socket)
{
    const linger hard {1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

QString certificateName(ScriptedServer::Security security)
{
    switch (security) {
    case ScriptedServer::Security::Plain: return {};
    case ScriptedServer::Security::SelfSigned: return u"selfsigned"_s;
    case ScriptedServer::Security::OtherSelfSigned: return u"other"_s;
    case ScriptedServer::Security::SignedByTestCa:
    case ScriptedServer::Security::ClientCertificate: return u"loopback"_s;
    }
    Q_UNREACHABLE();
}

QByteArray contentOf(const QString &file)
{
    QFile pem(file);
    return pem.open(QIODevice::ReadOnly) ? pem.readAll() : QByteArray();
}

QSslCertificate certificateFor(ScriptedServer::Security security)
{
    return QSslCertificate(contentOf(ScriptedServer::tlsFile(certificateName(security) + u".crt"_s)), QSsl::Pem);
}

std::unique_ptr<QTcpServer> makeServer(ScriptedServer::Security security)
{
    if (security == ScriptedServer::Security::Plain)
        return std::make_unique<QTcpServer>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificateFor(security));
    const QString keyFile = ScriptedServer::tlsFile(certificateName(security) + u".key"_s);
    tls.setPrivateKey(QSslKey(contentOf(keyFile), QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (security == ScriptedServer::Security::ClientCertificate) {
        tls.setCaCertificates(QSslCertificate::fromPath(ScriptedServer::tlsFile(u"ca.crt"_s)));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

} // namespace

/// One accepted socket: reads requests one after the other, and carries out the answers.
class ScriptedServer::Connection : public QObject
{
public:
    Connection(ScriptedServer &server, QTcpSocket *socket, int number)
        : QObject(&server), m_server(server), m_socket(socket), m_number(number)
    {
        socket->setParent(this);
        server.m_open.append(this);
        connect(socket, &QTcpSocket::readyRead, this, [this] { readRequests(); });
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_tick, &QTimer::timeout, this, [this] { drip(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] { flood(); });
        readRequests();
    }
    ~Connection() override
    {
        m_server.m_open.removeOne(this);
        m_socket->disconnect(this); // the socket, our child, may still have to say that it closed
    }
    void reset()
    {
        m_socket->disconnect(this);
        resetConnection(m_socket);
    }

private:
    void readRequests();
    void answer(const ScriptedAnswer &answer, bool acceptsGzip);
    void write(const QByteArray &payload);
    void drip();
    void flood();
    void finishAnswer();

    ScriptedServer &m_server;
    QTcpSocket *m_socket;
    int m_number;
    QByteArray m_input;
    QByteArray m_rest; // of a dripping body
    ScriptedAnswer m_answer;
    QTimer m_tick;
    bool m_busy = false;
    bool m_flooding = false;
};

void ScriptedServer::Connection::readRequests()
{
    m_input += m_socket->readAll();
    if (m_busy)
        return;
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    SeenRequest request;
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (m_input.size() < end + 4 + length)
        return;
    request.body = m_input.mid(end + 4, length);
    m_input.remove(0, end + 4 + length);
    request.atMs = m_server.m_time.elapsed();
    request.connection = m_number;
    m_busy = true;
    const bool acceptsGzip = request.headers.value("accept-encoding").contains("gzip");
    const ScriptedAnswer scripted = m_server.answerFor(request);
    if (scripted.delayMs > 0)
        QTimer::singleShot(scripted.delayMs, this, [this, scripted, acceptsGzip] { answer(scripted, acceptsGzip); });
    else
        answer(scripted, acceptsGzip);
}

void ScriptedServer::Connection::answer(const ScriptedAnswer &answer, bool acceptsGzip)
{
    using Fault = ScriptedAnswer::Fault;
    m_answer = answer;
    QByteArray payload = answer.payload(acceptsGzip);
    switch (answer.fault) {
    case Fault::Hang:
        return;
    case Fault::ResetAtOnce:
        resetConnection(m_socket);
        return;
    case Fault::Garbage:
        m_socket->write(QByteArray::fromHex("00ff1603010203") + QByteArray(200, '\x7f') + "\r\n\r\n");
        m_socket->disconnectFromHost();
        return;
    case Fault::EndlessBody:
    case Fault::EndlessChunks:
        m_socket->write(answer.head(acceptsGzip));
        m_flooding = true;
        flood();
        return;
    case Fault::CutChunks:
        payload = QByteArray::number(payload.size(), 16) + "\r\n" + payload + "\r\n";
        break;
    case Fault::ResetInBody:
    case Fault::Cut:
        payload.truncate(answer.faultAfter);
        break;
    case Fault::None:
    case Fault::WrongLength:
        break;
    }
    m_socket->write(answer.head(acceptsGzip));
    write(payload);
}

void ScriptedServer::Connection::write(const QByteArray &payload)
{
    if (m_answer.dripBytes > 0) {
        m_rest = payload;
        m_tick.start(m_answer.dripMs);
        return;
    }
    m_socket->write(payload);
    finishAnswer();
}

void ScriptedServer::Connection::drip()
{
    m_socket->write(m_rest.left(m_answer.dripBytes));
    m_socket->flush();
    m_rest.remove(0, m_answer.dripBytes);
    if (m_rest.isEmpty()) {
        m_tick.stop();
        finishAnswer();
    }
}

void ScriptedServer::Connection::flood()
{
    // Keeps a little ahead of the reader; endless as long as the client stays.
    while (m_flooding && m_socket->state() == QAbstractSocket::ConnectedState && m_socket->bytesToWrite() < 256 * 1024) {
        const QByteArray piece(64 * 1024, ' ');
        if (m_answer.fault == ScriptedAnswer::Fault::EndlessChunks)
            m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        else
            m_socket->write(piece);
    }
}

void ScriptedServer::Connection::finishAnswer()
{
    using Fault = ScriptedAnswer::Fault;
    m_socket->flush();
    switch (m_answer.fault) {
    case Fault::ResetInBody:
        // A reset throws away what the peer has not read: leave it a moment to do so.
        QTimer::singleShot(20, this, [this] { resetConnection(m_socket); });
        return;
    case Fault::Cut:
    case Fault::CutChunks:
    case Fault::WrongLength:
        m_socket->disconnectFromHost();
        return;
    case Fault::None:
    case Fault::Hang:
    case Fault::ResetAtOnce:
    case Fault::Garbage:
    case Fault::EndlessBody:
    case Fault::EndlessChunks:
        break;
    }
    m_busy = false;
    QMetaObject::invokeMethod(this, [this] { readRequests(); }, Qt::QueuedConnection);
}

ScriptedServer::ScriptedServer(Security security, QObject *parent)
    : QObject(parent), m_server(makeServer(security)), m_security(security)
{
    m_time.start();
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] { accept(); });
    start();
}

ScriptedServer::~ScriptedServer()
{
    stop();
}

QUrl ScriptedServer::url(const QString &path) const
{
    const QString scheme = m_security == Security::Plain ? u"http"_s : u"https"_s;
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(m_port).arg(path));
}

bool ScriptedServer::start()
{
    if (!m_server->listen(QHostAddress::LocalHost, m_port))
        return false;
    m_port = m_server->serverPort();
    return true;
}

void ScriptedServer::stop()
{
    m_server->close();
    const QList<Connection *> open = m_open;
    for (Connection *connection : open) {
        connection->reset();
        delete connection;
    }
}

void ScriptedServer::enqueue(const ScriptedAnswer &answer)
{
    m_queue.append(answer);
}

void ScriptedServer::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

void ScriptedServer::setAnswer(const ScriptedAnswer &answer)
{
    m_handler = [answer](const SeenRequest &) { return answer; };
}

QList<SeenRequest> ScriptedServer::requestsTo(const QByteArray &path) const
{
    QList<SeenRequest> matching;
    for (const SeenRequest &request : m_requests) {
        if (request.path() == path)
            matching.append(request);
    }
    return matching;
}

QString ScriptedServer::tlsFile(const QString &name)
{
    return QStringLiteral(TASKGLASS_TEST_DATA "/tls/") + name;
}

QString ScriptedServer::fingerprint() const
{
    if (m_security == Security::Plain)
        return {};
    return QString::fromLatin1(certificateFor(m_security).digest(QCryptographicHash::Sha256).toHex());
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection())
        new Connection(*this, socket, ++m_connections);
}

ScriptedAnswer ScriptedServer::answerFor(const SeenRequest &request)
{
    m_requests.append(request);
    emit requestArrived(request);
    if (!m_queue.isEmpty())
        return m_queue.takeFirst();
    if (m_handler)
        return m_handler(request);
    ScriptedAnswer nothing;
    nothing.status = 404;
    nothing.contentType.clear();
    return nothing;
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/httpfront.h"
#include "app/localqueue/router.h"

#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace taskglass::localqueue;

namespace {

/// A server that claims one first segment and says its name; under /later it keeps the answer back.
class NamedService final : public Service
{
public:
    NamedService(QByteArray name, QByteArray claimed)
        : m_name(std::move(name))
        , m_claimed(std::move(claimed))
    {
    }

    [[nodiscard]] std::optional<taskglass::Error> open() override { return {}; }
    void serve(const QUrl &) override { }
    [[nodiscard]] bool claims(const HttpRequest &request) const override
    {
        return !m_claimed.isEmpty() && request.segments().value(0) == m_claimed;
    }
    void handle(const HttpRequest &request, Respond respond) override
    {
        if (request.path.endsWith("/later"))
            late.push_back(std::move(respond));
        else
            respond({200, "text/plain"_ba, m_name, {}});
    }
    [[nodiscard]] HttpResponse faultAnswer(const HttpRequest &, int status) const override
    {
        return {status, "text/plain"_ba, m_name, {}};
    }
    void finish() override { late.clear(); }

    std::vector<Respond> late;

private:
    QByteArray m_name;
    QByteArray m_claimed;
};

/// Connects, sends, and leaves the reading to the caller.
void get(QTcpSocket &socket, quint16 port, const QByteArray &path)
{
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(socket.waitForConnected(5000));
    socket.write("GET "_ba + path + " HTTP/1.1\r\nHost: x\r\n\r\n"_ba);
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void pathsDecide_data();
    void pathsDecide();
    void faultsSpeakTheDialect();
    void answersMayComeLater();
    void lateAnswersToNobody();

private:
    std::vector<std::unique_ptr<Service>> m_services;
    NamedService *m_first = nullptr;
};

void TestRouter::init()
{
    m_services.clear();
    auto first = std::make_unique<NamedService>("first"_ba, QByteArray());
    m_first = first.get();
    m_services.push_back(std::move(first));
    m_services.push_back(std::make_unique<NamedService>("second"_ba, "v1"_ba));
}

void TestRouter::pathsDecide_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("answers");
    QTest::newRow("root") << "/"_ba << "first"_ba;
    QTest::newRow("claimed") << "/v1/tasks"_ba << "second"_ba;
    QTest::newRow("claimed alone") << "/v1"_ba << "second"_ba;
    QTest::newRow("only its beginning") << "/v10/tasks"_ba << "first"_ba;
    QTest::newRow("claimed by none") << "/nonsense"_ba << "first"_ba;
}

void TestRouter::pathsDecide()
{
    QFETCH(QByteArray, path);
    Router router(m_services);
    HttpRequest request;
    request.path = path;
    QByteArray answer;
    router.handle(request, [&](const HttpResponse &response) { answer = response.body; });
    QTEST(answer, "answers");
}

void TestRouter::faultsSpeakTheDialect()
{
    Router router(m_services);
    HttpRequest request;
    request.path = "/v1/tasks";
    QCOMPARE(router.faultAnswer(request, 503).body, "second"_ba);
    QCOMPARE(router.faultAnswer(request, 503).status, 503);
}

void TestRouter::answersMayComeLater()
{
    Router router(m_services);
    HttpFront front(router, FaultPlan());
    const quint16 port = front.open(QHostAddress(QHostAddress::LocalHost), 0, {}).value();
    QTcpSocket waiting;
    get(waiting, port, "/later");
    QTRY_COMPARE(m_first->late.size(), 1U);
    QTcpSocket other;
    get(other, port, "/now"); // is served meanwhile
    QByteArray raw;
    QTRY_VERIFY((raw += other.readAll()).endsWith("first"));
    QCOMPARE(waiting.bytesAvailable(), 0);
    m_first->late.front()({202, "text/plain"_ba, "at last"_ba, {}});
    raw.clear();
    QTRY_VERIFY((raw += waiting.readAll()).endsWith("at last"));
    QVERIFY(raw.startsWith("HTTP/1.1 202 "));
}

void TestRouter::lateAnswersToNobody()
{
    Router router(m_services);
    auto front = std::make_unique<HttpFront>(router, FaultPlan());
    const quint16 port = front->open(QHostAddress(QHostAddress::LocalHost), 0, {}).value();
    {
        QTcpSocket socket;
        get(socket, port, "/later");
        QTRY_COMPARE(m_first->late.size(), 1U);
    } // the client leaves
    QTcpSocket after;
    get(after, port, "/later");
    QTRY_COMPARE(m_first->late.size(), 2U);
    m_first->late[0]({200, {}, "nobody reads this"_ba, {}});
    front.reset(); // and so does the server
    m_first->late[1]({200, {}, "nor this"_ba, {}});
    QTRY_COMPARE(after.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(after.readAll(), QByteArray());
}

QTEST_GUILESS_MAIN(TestRouter)
#include "test_router.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/pollingclient.h"
#include "tests/support/fakeprotocol.h"
#include "tests/support/scriptedserver.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

namespace taskglass::test {

inline const QString kSecret = QStringLiteral("s3cr3t-key");

inline ServerProfile profileFor(const ScriptedServer &server)
{
    ServerProfile profile;
    profile.id = QStringLiteral("test");
    profile.name = QStringLiteral("test");
    profile.url = server.url();
    profile.intervalMs = 100;
    profile.timeoutMs = 2000;
    return profile;
}

inline Credentials secret()
{
    Credentials credentials;
    credentials.key = kSecret;
    return credentials;
}

/// What a healthy fake server says; a test overrides what it is about.
inline ScriptedAnswer healthy(const SeenRequest &request)
{
    const QByteArray path = request.path();
    if (path == "/who")
        return ScriptedAnswer::json(R"({"version":"1"})");
    if (path == "/list")
        return ScriptedAnswer::json(R"({"from":1000,"count":3,"busy":true})");
    if (path == "/older")
        return ScriptedAnswer::json(R"({"from":0,"count":10,"more":false})");
    if (path.startsWith("/task/"))
        return ScriptedAnswer::json(R"({"from":)" + path.mid(6) + R"(,"count":1})");
    if (path == "/preview")
        return ScriptedAnswer::json(R"({"count":2})");
    if (path == "/cancel")
        return ScriptedAnswer::json(R"({"job":"7"})", 202);
    if (path.startsWith("/job/"))
        return ScriptedAnswer::json(R"({"done":true})");
    if (path == "/search")
        return ScriptedAnswer::json(R"({"from":5,"count":2})");
    return ScriptedAnswer::json("{}", 404);
}

/// Says what a healthy server says, until a test has it say something else.
class HealthyServer : public ScriptedServer
{
public:
    explicit HealthyServer(Security security = Security::Plain)
        : ScriptedServer(security)
    {
        setHandler(&healthy);
    }
};

/// For initTestCase(): also lets spies keep what the client tells.
inline void failOnAnyWarning()
{
    qRegisterMetaType<ConnectionStatus>();
    qRegisterMetaType<std::optional<Error>>();
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

/// A client on a scripted server, and what it said.
class Watch
{
public:
    explicit Watch(const ScriptedServer &server, int decodeMs = 0) : Watch(profileFor(server), decodeMs) { }
    explicit Watch(const ServerProfile &profile, int decodeMs = 0)
        : client(profile, secret(), clock, [decodeMs](ServerKind) { return std::make_unique<FakeDetection>(decodeMs); })
    {
        QObject::connect(&client, &PollingClient::updated, &client, [this](const TaskUpdate &update) {
            updates.append(update);
            resets += update.reset ? 1 : 0;
            rows += update.page ? static_cast<qint64>(update.page->rows.size()) : 0;
            largest = std::max(largest, update.page ? update.page->rows.size() : 0);
        });
        QObject::connect(&client, &PollingClient::logged, &client, [this](const QString &line) { log += line + QLatin1Char('\n'); });
    }
    /// Starts the client and waits for it to get through; returns how far it came.
    ConnectionStatus::Phase start()
    {
        client.start();
        (void)waitUntil([this] { return phase() == ConnectionStatus::Phase::Live; });
        return phase();
    }
    [[nodiscard]] ConnectionStatus::Phase phase() const { return client.status().phase; }
    [[nodiscard]] Error error() const { return client.status().error.value_or(Error()); }

    SystemClock clock;
    QList<TaskUpdate> updates;
    int resets = 0;
    qint64 rows = 0;
    std::size_t largest = 0;
    QString log;
    PollingClient client;
};

inline Command cancelOf(const QList<TaskId> &ids)
{
    Command command;
    command.id = QStringLiteral("c1");
    command.ids = ids;
    return command;
}

} // namespace taskglass::test

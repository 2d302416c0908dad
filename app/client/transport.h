// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "app/client/httpcall.h"
#include "models/domain/clock.h"
#include "models/domain/serverprofile.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace taskglass {

/// How one server is reached: its network manager, TLS, proxy, deadline and headers. What TLS settings were accepted
/// belongs to the manager's connections, so each server has a Transport of its own.
class Transport : public QObject
{
    Q_OBJECT

public:
    explicit Transport(const Clock &clock, QObject *parent = nullptr);
    ~Transport() override;

    /// Takes effect with the next request; kept connections are closed, so that none outlives the trust it was made with.
    void configure(const ServerProfile &profile);
    /// Starts \a request; \a authHeaders sign it. Never null; the caller owns it through \a parent. Settings that cannot
    /// be used (an unreadable CA file) come back as Error::Local, and nothing is sent.
    [[nodiscard]] HttpCall *send(const HttpRequest &request, const HttpHeaders &authHeaders, QObject *parent);

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] qint64 requestsSent() const { return m_requests; }

private:
    [[nodiscard]] std::optional<Error> refusalOf(const HttpRequest &request) const;
    [[nodiscard]] QNetworkRequest prepare(const HttpRequest &request, const HttpHeaders &authHeaders) const;
    [[nodiscard]] std::optional<Error> setUpTls(const ServerProfile &profile);

    const Clock &m_clock;
    QNetworkAccessManager m_manager;
    ServerProfile m_profile;
    QSslConfiguration m_tls;
    std::optional<Error> m_problem;
    qint64 m_requests = 0;
};

} // namespace taskglass

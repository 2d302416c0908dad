// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/transport.h"

#include "app/client/answererror.h"
#include "models/domain/hosts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QNetworkProxy>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// PEM does not say which algorithm a key is for.
QSslKey readKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Empty profile text: the system's own settings (DefaultProxy, which also honours http_proxy).
std::optional<QNetworkProxy> readProxy(const QString &text)
{
    if (text.isEmpty())
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    const QUrl url(text);
    QNetworkProxy proxy;
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        proxy.setType(QNetworkProxy::HttpProxy);
    else if (url.scheme() == "socks5"_L1 || url.scheme() == "socks"_L1)
        proxy.setType(QNetworkProxy::Socks5Proxy);
    else
        return std::nullopt;
    if (url.host().isEmpty())
        return std::nullopt;
    proxy.setHostName(url.host());
    proxy.setPort(static_cast<quint16>(url.port(proxy.type() == QNetworkProxy::HttpProxy ? 8080 : 1080)));
    proxy.setUser(url.userName());
    proxy.setPassword(url.password());
    return proxy;
}

} // namespace

Transport::Transport(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_manager.setAutoDeleteReplies(false);
}

Transport::~Transport() = default;

void Transport::configure(const ServerProfile &profile)
{
    m_profile = profile;
    m_manager.clearConnectionCache();
    m_manager.clearAccessCache();
    m_problem = setUpTls(profile);
    if (const auto proxy = readProxy(profile.proxy))
        m_manager.setProxy(*proxy);
    else
        m_problem = errorOf(Error::Kind::Local, QCoreApplication::translate("Connection", "The proxy's address is not a http:// or socks5:// one."));
}

std::optional<Error> Transport::setUpTls(const ServerProfile &profile)
{
    m_tls = QSslConfiguration::defaultConfiguration();
    if (!profile.caFile.isEmpty()) {
        const QList<QSslCertificate> authorities = QSslCertificate::fromPath(QFileInfo(profile.caFile).absoluteFilePath());
        if (authorities.isEmpty()) {
            return errorOf(Error::Kind::Local, QCoreApplication::translate("Connection", "The file of certificate authorities holds no readable certificate."));
        }
        m_tls.addCaCertificates(authorities);
    }
    if (profile.clientCertFile.isEmpty())
        return std::nullopt;
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(profile.clientCertFile);
    const QSslKey key = readKey(contentOf(profile.clientKeyFile.isEmpty() ? profile.clientCertFile : profile.clientKeyFile));
    if (chain.isEmpty() || key.isNull())
        return errorOf(Error::Kind::Local, QCoreApplication::translate("Connection", "The client certificate or its key cannot be read."));
    m_tls.setLocalCertificateChain(chain);
    m_tls.setPrivateKey(key);
    return std::nullopt;
}

HttpCall *Transport::send(const HttpRequest &request, const HttpHeaders &authHeaders, QObject *parent)
{
    if (m_problem)
        return new HttpCall(request, *m_problem, parent);
    if (const auto refusal = refusalOf(request))
        return new HttpCall(request, *refusal, parent);
    ++m_requests;
    const HttpCall::Terms terms {std::chrono::milliseconds(m_profile.timeoutMs + request.extraMs), m_profile.trustedFingerprint};
    return new HttpCall(m_manager, prepare(request, authHeaders), request, terms, m_clock, parent);
}

/// Whatever asked for it, and however the address came to be.
std::optional<Error> Transport::refusalOf(const HttpRequest &request) const
{
    if (request.keysOf == ServerKind::Auto)
        return {};
    if (!isSecure(m_profile.url))
        return errorOf(Error::Kind::Local, QCoreApplication::translate("Connection", "The keys of this service are sent over https only: plain http is for servers on this machine."));
    if (!mayHaveKeys(m_profile, request.keysOf))
        return errorOf(Error::Kind::Local, QCoreApplication::translate("Connection", "%1 is none of the service's own hosts, and the keys open the whole account: they were not sent. Edit the server if they are meant for it.").arg(m_profile.url.host()));
    return {};
}

QNetworkRequest Transport::prepare(const HttpRequest &request, const HttpHeaders &authHeaders) const
{
    QNetworkRequest prepared(urlFor(m_profile.url, request));
    prepared.setSslConfiguration(m_tls);
    prepared.setRawHeader("User-Agent", "Taskglass/" TASKGLASS_VERSION);
    prepared.setRawHeader("Accept", "application/json");
    if (!request.contentType.isEmpty())
        prepared.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    for (const auto &[name, value] : authHeaders)
        prepared.setRawHeader(name, value);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Task lists compress 21 : 1 and beyond, which Qt's check takes for a zip bomb above 10 MB. HttpCall unfolds in small
    // pieces and stops at maxBytes, which bounds what a bomb can do, so Qt's own check is off.
    prepared.setDecompressedSafetyCheckThreshold(-1);
    return prepared;
}

} // namespace taskglass

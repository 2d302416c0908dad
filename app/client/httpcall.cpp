// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/httpcall.h"

#include "app/client/oncebody.h"
#include "app/client/transporterror.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace taskglass {

HttpCall::HttpCall(QNetworkAccessManager &manager, const QNetworkRequest &prepared, const HttpRequest &request,
                   const Terms &terms, const Clock &clock, QObject *parent)
    : QObject(parent), m_manager(&manager), m_clock(&clock), m_prepared(prepared), m_terms(terms)
{
    m_answer.request = request;
    m_answer.sentAt = clock.now();
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(timeoutError(m_terms.deadline, m_answer.status != 0)); });
    m_deadline.start(m_terms.deadline);
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &HttpCall::readSome);
    send();
}

HttpCall::HttpCall(const HttpRequest &request, const Error &refusal, QObject *parent) : QObject(parent)
{
    m_answer.request = request;
    QMetaObject::invokeMethod(this, [this, refusal] { end(refusal); }, Qt::QueuedConnection);
}

HttpCall::~HttpCall()
{
    dropReply();
}

void HttpCall::send()
{
    // Redirects are followed here, not by Qt: its default carries every header to another host, and even its same-origin
    // policy now and then sends the second request twice (6.4, seen when HTTP/2 is off).
    m_prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (m_answer.request.verb == "GET") {
        m_reply = m_manager->get(m_prepared);
    } else {
        m_prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        m_prepared.setHeader(QNetworkRequest::ContentLengthHeader, m_answer.request.body.size());
        auto *body = new OnceBody(m_answer.request.body);
        m_reply = m_manager->sendCustomRequest(m_prepared, m_answer.request.verb, body);
        body->setParent(m_reply);
    }
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    });
    const auto readOn = [this] {
        if (!m_more.isActive())
            readSome();
    };
    connect(m_reply, &QNetworkReply::readyRead, this, readOn);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpCall::judgeCertificate);
    connect(m_reply, &QNetworkReply::finished, this, readOn);
}

void HttpCall::readSome()
{
    // Compressed bodies unfold as they are read, on this thread: a piece costs about a millisecond, and the next one waits
    // for the event loop to come round. Bounded pieces also bound what a small body that unfolds into gigabytes can do.
    constexpr qint64 kPiece = 256 * 1024;
    const QByteArray piece = m_reply->read(kPiece);
    if (m_answer.body.size() + piece.size() > m_answer.request.maxBytes) {
        end(tooLargeError(m_answer.request.maxBytes, m_answer.status));
        return;
    }
    m_answer.body += piece;
    if (!piece.isEmpty() && m_reply->bytesAvailable() > 0)
        m_more.start();
    else if (m_reply->isFinished())
        conclude();
}

void HttpCall::judgeCertificate(const QList<QSslError> &errors)
{
    QSslCertificate leaf = m_reply->sslConfiguration().peerCertificate();
    for (const QSslError &error : errors) {
        if (leaf.isNull())
            leaf = error.certificate();
    }
    const QString fingerprint = fingerprintOf(leaf);
    if (!fingerprint.isEmpty() && fingerprint == m_terms.trustedFingerprint) {
        m_reply->ignoreSslErrors(errors);
        return;
    }
    m_untrusted = true;
    m_tls = untrustedError(errors, leaf);
}

void HttpCall::conclude()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_answer.headers.append({name.toLower(), value});
    m_answer.receivedAt = m_clock->now();
    if (m_untrusted) {
        end(m_tls);
        return;
    }
    if (m_answer.status >= 300 && m_answer.status < 400) {
        if (const auto target = redirectAtHome())
            follow(*target);
        else
            end(redirectError(m_answer.status));
        return;
    }
    // Qt reports statuses of 400 and above as errors too, some of them ("UnknownContentError") too vague to use. Those
    // are answers, and complete ones; but a connection that broke in the middle of one is told apart by its code.
    const QNetworkReply::NetworkError code = m_reply->error();
    const bool justAStatus = m_answer.status >= 400
            && (code >= QNetworkReply::ContentAccessDenied || code == QNetworkReply::ProxyAuthenticationRequiredError);
    if (m_answer.status == 0 || (code != QNetworkReply::NoError && !justAStatus))
        end(transportErrorFor(code, m_answer.status));
    else if (isShort())
        end(transportErrorFor(QNetworkReply::RemoteHostClosedError, m_answer.status));
    else
        end(m_answer);
}

/// Where a redirect leads, if this call may go there: a GET, to the same scheme, host and port, and not in circles.
std::optional<QUrl> HttpCall::redirectAtHome() const
{
    constexpr int kMostRedirects = 5;
    const QByteArray location = m_answer.header("location");
    const QUrl from = m_prepared.url();
    const QUrl to = from.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const int usualPort = from.scheme() == "https"_L1 ? 443 : 80;
    const bool atHome = to.isValid() && !location.isEmpty() && to.scheme() == from.scheme() && to.host() == from.host()
            && to.port(usualPort) == from.port(usualPort) && to.userInfo().isEmpty();
    if (!atHome || m_answer.request.verb != "GET" || m_redirects >= kMostRedirects)
        return std::nullopt;
    return to;
}

void HttpCall::follow(const QUrl &target)
{
    ++m_redirects;
    dropReply();
    m_answer.status = 0;
    m_answer.headers.clear();
    m_answer.body.clear();
    m_prepared.setUrl(target);
    send();
}

/// A reset in the middle of a body sometimes ends without any error in Qt 6.4: count ourselves. Not possible for a
/// compressed body, whose cut JSON the decoder will notice.
bool HttpCall::isShort() const
{
    bool known = false;
    const qint64 promised = m_answer.header("content-length").toLongLong(&known);
    return known && m_answer.header("content-encoding").isEmpty() && m_answer.body.size() < promised;
}

void HttpCall::end(const Result<HttpAnswer> &answer)
{
    m_deadline.stop();
    m_more.stop();
    dropReply();
    const Result<HttpAnswer> kept = answer; // a receiver may delete this call, and with it what `answer` refers to
    emit finished(kept);
}

void HttpCall::dropReply()
{
    if (!m_reply)
        return;
    // abort() emits finished() before it returns: nobody may be listening by then.
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace taskglass

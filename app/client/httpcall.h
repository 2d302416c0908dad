// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <chrono>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace taskglass {

/// One request and its answer. Emits finished() exactly once, never from a constructor; destroying it cancels silently.
///
/// An HTTP answer of any status but a refused redirect is a success here: what it means is the protocol's to say. An
/// Error is what never became an answer: refused, reset, cut short, too late, too large, TLS, redirected elsewhere.
/// A GET whose connection dies before any answer is sent again by Qt without telling, up to three times. Every other verb
/// is sent once and never again. Redirects are followed for GET only, and only to the same scheme, host and port.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    struct Terms
    {
        std::chrono::milliseconds deadline {10'000}; ///< For everything: name look-up, waiting for a turn, the last byte.
        QString trustedFingerprint;                  ///< Accept this leaf certificate whatever is wrong with it.
    };

    /// Sends \a request as \a prepared (URL, headers, TLS) says. \a manager and \a clock must outlive the call.
    HttpCall(QNetworkAccessManager &manager, const QNetworkRequest &prepared, const HttpRequest &request, const Terms &terms,
             const Clock &clock, QObject *parent);
    /// Sends nothing and ends with \a refusal, for requests that cannot even be made.
    HttpCall(const HttpRequest &request, const Error &refusal, QObject *parent);
    ~HttpCall() override;

    [[nodiscard]] const HttpRequest &request() const { return m_answer.request; }
    /// Body bytes so far, after decompression.
    [[nodiscard]] qint64 bytesReceived() const { return m_answer.body.size(); }

signals:
    void finished(const taskglass::Result<taskglass::HttpAnswer> &answer);

private:
    void send();
    void readSome();
    void judgeCertificate(const QList<QSslError> &errors);
    void conclude();
    [[nodiscard]] bool isShort() const;
    [[nodiscard]] std::optional<QUrl> redirectAtHome() const;
    void follow(const QUrl &target);
    void end(const Result<HttpAnswer> &answer);
    void dropReply();

    QNetworkAccessManager *m_manager = nullptr;
    const Clock *m_clock = nullptr;
    QNetworkRequest m_prepared;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QTimer m_more; // reads on in the next turn of the event loop
    Terms m_terms;
    HttpAnswer m_answer;
    Error m_tls;
    bool m_untrusted = false;
    int m_redirects = 0;
};

} // namespace taskglass

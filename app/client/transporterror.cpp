// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/transporterror.h"

#include "app/client/answererror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

/// The part of a connection's story where no status line had arrived.
Error beforeAnswer(QNetworkReply::NetworkError code)
{
    using Kind = Error::Kind;
    // Not an exhaustive switch: Qt adds codes, and a new one is still "the network failed".
    if (code == QNetworkReply::ConnectionRefusedError)
        return errorOf(Kind::Network, Words::tr("The server refused the connection: nothing listens at this address, or a firewall is in the way."));
    if (code == QNetworkReply::HostNotFoundError)
        return errorOf(Kind::Network, Words::tr("The server's name could not be found."));
    if (code == QNetworkReply::RemoteHostClosedError)
        return errorOf(Kind::Network, Words::tr("The server closed the connection without an answer that makes sense."));
    if (code == QNetworkReply::ContentReSendError)
        return errorOf(Kind::Network, Words::tr("The connection broke before the server answered. The command was sent once and is not repeated: it may or may not have been carried out."));
    if (code == QNetworkReply::TimeoutError)
        return errorOf(Kind::Timeout, Words::tr("The server could not be reached in time."));
    if (code == QNetworkReply::SslHandshakeFailedError)
        return errorOf(Kind::Tls, Words::tr("No secure connection could be agreed on; perhaps the server does not speak TLS at this address, or wants a client certificate."));
    if (code == QNetworkReply::ProtocolFailure)
        return errorOf(Kind::BadResponse, Words::tr("What answers at this address does not speak HTTP."));
    if (code == QNetworkReply::ProtocolUnknownError)
        return errorOf(Kind::BadRequest, Words::tr("The address must begin with http:// or https://."));
    if (code >= QNetworkReply::ProxyConnectionRefusedError && code <= QNetworkReply::UnknownProxyError)
        return errorOf(Kind::Network, Words::tr("The proxy did not let the request through."));
    return errorOf(Kind::Network, Words::tr("The network failed before the server answered."));
}

} // namespace

Error transportErrorFor(QNetworkReply::NetworkError code, int status)
{
    if (status == 0)
        return beforeAnswer(code);
    if (code == QNetworkReply::RemoteHostClosedError || code == QNetworkReply::NoError)
        return errorOf(Error::Kind::Network, Words::tr("The connection broke in the middle of an answer."), status);
    if (code == QNetworkReply::ProtocolFailure || code == QNetworkReply::UnknownContentError)
        return errorOf(Error::Kind::BadResponse, Words::tr("The answer could not be unpacked."), status);
    return errorOf(Error::Kind::Network, Words::tr("The network failed in the middle of an answer."), status);
}

Error timeoutError(std::chrono::milliseconds deadline, bool begun)
{
    const QString seconds = QLocale().toString(static_cast<double>(deadline.count()) / 1000.0, 'g', 3);
    return errorOf(Error::Kind::Timeout,
                begun ? Words::tr("The answer was not complete after %1 s.").arg(seconds) : Words::tr("No answer within %1 s.").arg(seconds));
}

Error tooLargeError(qint64 limit, int status)
{
    return errorOf(Error::Kind::TooLarge,
                Words::tr("The answer was longer than the %1 that are accepted and was given up.").arg(QLocale().formattedDataSize(limit)),
                status);
}

Error redirectError(int status)
{
    return errorOf(Error::Kind::Redirected,
                Words::tr("The server redirects to another address. That is never followed, so that the key goes nowhere else."), status);
}

QString fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QString() : QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

QString describe(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    const auto nameOf = [](const QStringList &common, const QStringList &organisation) {
        return QStringList(common + organisation).join(u", "_s);
    };
    const QString subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                                   certificate.subjectInfo(QSslCertificate::Organization));
    const QString issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                                  certificate.issuerInfo(QSslCertificate::Organization));
    const QStringList names = certificate.subjectAlternativeNames().values();
    const QLocale locale;
    return QStringList {
        Words::tr("Issued to: %1").arg(subject),
        Words::tr("For the names: %1").arg(names.isEmpty() ? Words::tr("none") : names.join(u", "_s)),
        certificate.isSelfSigned() ? Words::tr("Issued by: itself (self-signed)") : Words::tr("Issued by: %1").arg(issuer),
        Words::tr("Valid from: %1").arg(locale.toString(certificate.effectiveDate(), QLocale::ShortFormat)),
        Words::tr("Valid until: %1").arg(locale.toString(certificate.expiryDate(), QLocale::ShortFormat)),
        Words::tr("SHA-256: %1").arg(fingerprintOf(certificate)),
    }.join(u'\n');
}

Error untrustedError(const QList<QSslError> &errors, const QSslCertificate &leaf)
{
    QString why = Words::tr("its certificate is not trusted");
    for (const QSslError &error : errors) {
        if (error.error() == QSslError::HostNameMismatch)
            why = Words::tr("its certificate is for another name");
        else if (error.error() == QSslError::CertificateExpired)
            why = Words::tr("its certificate has expired");
        else if (error.error() == QSslError::SelfSignedCertificate)
            why = Words::tr("it signed its certificate itself");
        else
            continue;
        break;
    }
    Error error = errorOf(Error::Kind::Tls, Words::tr("The server's identity cannot be verified: %1.").arg(why));
    error.fingerprint = fingerprintOf(leaf);
    error.certificate = describe(leaf);
    return error;
}

} // namespace taskglass

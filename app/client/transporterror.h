// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

#include <chrono>

class QSslCertificate;

namespace taskglass {

/// \file
/// What can go wrong before there is an answer, each with a sentence of our own: Qt's errorString() contains the URL.

/// What Qt's \a code means. \a status is 0 when not even a status line arrived: then the server may be down; otherwise
/// the answer was cut short.
[[nodiscard]] Error transportErrorFor(QNetworkReply::NetworkError code, int status);
/// No complete answer within \a deadline. \a begun: some of it had arrived.
[[nodiscard]] Error timeoutError(std::chrono::milliseconds deadline, bool begun);
/// The answer was longer than \a limit bytes.
[[nodiscard]] Error tooLargeError(qint64 limit, int status);
/// A redirect that was not followed. \a status as far as known.
[[nodiscard]] Error redirectError(int status);
/// \a leaf is not trusted because of \a errors; carries its fingerprint and a description for people.
[[nodiscard]] Error untrustedError(const QList<QSslError> &errors, const QSslCertificate &leaf);

/// SHA-256 of the whole certificate, lower-case hex; empty for a null one.
[[nodiscard]] QString fingerprintOf(const QSslCertificate &certificate);
/// Subject, names, issuer, validity and fingerprint, a line each, as plain text for people.
[[nodiscard]] QString describe(const QSslCertificate &certificate);

} // namespace taskglass

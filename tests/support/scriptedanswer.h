// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace taskglass {

/// What a ScriptedServer does with one request: an HTTP answer, and how it goes wrong on the way. A value; the functions
/// below make the usual ones, their fields can be changed before use.
struct ScriptedAnswer
{
    enum class Fault {
        None,
        Hang,             ///< Accepts the request and never answers.
        ResetAtOnce,      ///< The connection is reset (RST) instead of an answer.
        ResetInBody,      ///< Reset after \a faultAfter bytes of the body.
        Cut,              ///< Content-Length is right, the connection ends orderly after \a faultAfter bytes.
        WrongLength,      ///< Content-Length says \a faultAfter, which is less than the body.
        Garbage,          ///< Not HTTP at all.
        EndlessBody,      ///< Content-Length absurdly large, and bytes without end.
        EndlessChunks,    ///< Chunked, without a last chunk.
        CutChunks         ///< Chunked, closed before the last chunk.
    };

    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json"; ///< Empty: no such header.
    QList<std::pair<QByteArray, QByteArray>> headers;
    bool gzip = false;          ///< Compress the body and say so, if the client accepts gzip.
    int delayMs = 0;            ///< Before the first byte.
    qsizetype dripBytes = 0;    ///< When positive, the body goes out in pieces of this size …
    int dripMs = 0;             ///< … one every so many milliseconds.
    Fault fault = Fault::None;
    qsizetype faultAfter = 0;

    [[nodiscard]] ScriptedAnswer withHeader(const QByteArray &name, const QByteArray &value) const;
    [[nodiscard]] ScriptedAnswer delayed(int ms) const;
    [[nodiscard]] ScriptedAnswer dripping(qsizetype bytes, int everyMs) const;
    [[nodiscard]] ScriptedAnswer failing(Fault how, qsizetype afterBytes = 0) const;
    [[nodiscard]] ScriptedAnswer compressed() const;

    static ScriptedAnswer json(const QByteArray &body, int status = 200);
    /// An error as Meilisearch words it: {"message","code","type","link"}.
    static ScriptedAnswer error(int status, const QByteArray &code, const QByteArray &message);
    /// The HTML page of a proxy.
    static ScriptedAnswer html(int status = 200);
    static ScriptedAnswer redirect(const QUrl &to, int status = 302);

    /// Status line, headers and body as bytes, faults left out. \a acceptsGzip as the request said.
    [[nodiscard]] QByteArray head(bool acceptsGzip) const;
    [[nodiscard]] QByteArray payload(bool acceptsGzip) const;
};

/// \a bytes as a gzip file (RFC 1952).
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

} // namespace taskglass

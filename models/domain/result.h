// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <utility>
#include <variant>

namespace taskglass {

/// What went wrong, as something a user can act on. A value: copied, compared, stored, sent between threads.
struct Error
{
    enum class Kind {
        Network,      ///< Refused, host not found, reset, cut short: the server may be down.
        Timeout,      ///< No (complete) answer before the deadline.
        Tls,          ///< The certificate is not trusted; Error::fingerprint says which it was.
        Auth,         ///< 401 or 403: no key, a wrong one, or one without the right.
        NotFound,     ///< 404: the task, batch or route does not exist (any more).
        Conflict,     ///< 409.
        TooLarge,     ///< 413, or an answer above our own limit.
        RateLimited,  ///< 429: slow down.
        Server,       ///< 5xx and 408: the server's own trouble; trying again may help.
        BadRequest,   ///< 400 and other 4xx: this server does not understand what we asked.
        BadResponse,  ///< Not what the API promises: truncated, malformed, HTML of a proxy, wrong content type.
        Redirected,   ///< A redirect to another origin, which is never followed.
        ReadOnly,     ///< Refused by us: the connection is read-only, or the command is not allowed.
        Unsupported,  ///< The server's version or kind has no such operation.
        Local         ///< Our own disk or memory.
    };

    Kind kind = Kind::Network;
    QString message;        ///< One translated sentence for the user, without URL or secret.
    int httpStatus = 0;     ///< 0 when no HTTP answer arrived.
    QString serverCode;     ///< The server's own word, e.g. "invalid_api_key"; empty if none.
    QString serverMessage;  ///< The server's own sentence, verbatim plain text; empty if none.
    qint64 retryAfterMs = -1; ///< From Retry-After; -1 when the server did not say.
    QString fingerprint;    ///< Tls only: SHA-256 of the offered certificate, lower-case hex, or empty.
    QString certificate;    ///< Tls only: subject, issuer and validity as plain text for people.

    bool operator==(const Error &) const = default;
};

/// A value or an Error. No exceptions cross our code.
template<typename T>
class Result
{
public:
    Result(T value) : m_content(std::move(value)) { }
    Result(Error error) : m_content(std::move(error)) { }

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    /// Only when ok().
    [[nodiscard]] const T &value() const { return std::get<0>(m_content); }
    [[nodiscard]] T &value() { return std::get<0>(m_content); }
    [[nodiscard]] T take() { return std::move(std::get<0>(m_content)); }
    /// Only when not ok().
    [[nodiscard]] const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

} // namespace taskglass

Q_DECLARE_METATYPE(taskglass::Error)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/requesthandler.h"
#include "models/domain/result.h"

#include <QUrl>

#include <optional>

namespace taskglass::localqueue {

/// One imitated server: an engine that does the work and a dialect that speaks about it. A LocalQueue runs one or several
/// behind one port. Its life is open(), serve(), any number of handle(), finish(), the destructor; finish() and the
/// destructor come however far it got.
///
/// open() and the destructor run on the thread that owns the LocalQueue, all else on the HTTP thread, so that the feed's
/// timers and the dialect's state belong to one thread.
class Service : public RequestHandler
{
public:
    /// Opens what is kept and, when it is empty, writes the past that was asked for. No work begins. May take seconds
    /// for a large past. Empty: it worked.
    [[nodiscard]] virtual std::optional<Error> open() = 0;

    /// The port is bound, and requests follow: work begins, and the feed when it was asked for. \a base is where this
    /// server is found: scheme, host and port.
    virtual void serve(const QUrl &base) = 0;

    /// Whether a request is meant for this server, where it shares a port with others. Looks at the path alone.
    [[nodiscard]] virtual bool claims(const HttpRequest &request) const = 0;

    /// Stops the feed, lets go of unanswered requests and of everything that belongs to the HTTP thread.
    virtual void finish() = 0;
};

} // namespace taskglass::localqueue

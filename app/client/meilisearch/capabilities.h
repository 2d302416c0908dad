// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/dialect.h"
#include "app/client/http.h"
#include "models/domain/capabilities.h"
#include "models/domain/result.h"

#include <QSet>

#include <memory>

namespace taskglass::meilisearch {

/// What is known about the server spoken to: its dialect, and what answers taught since. Shared by all conversations
/// with it, on one thread.
class Knowledge
{
public:
    explicit Knowledge(const Dialect &dialect) : m_dialect(dialect) { }

    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    /// What the version can do, less what was refused.
    [[nodiscard]] Capabilities capabilities() const;

    /// Learns from a refused request: a right that the key lacks, a parameter that the server does not know. True when
    /// something changed, so that asking otherwise makes sense.
    bool learn(const HttpRequest &request, const Error &error);
    /// False for a parameter that this server said it does not know.
    [[nodiscard]] bool accepts(const QString &parameter) const { return !m_unknownParameters.contains(parameter); }
    /// The key sees only some indexes: pages are shorter than asked for, totals count what it may not see.
    [[nodiscard]] bool isRestricted() const { return m_restricted; }
    void setRestricted() { m_restricted = true; }
    [[nodiscard]] bool hasBatches() const { return m_dialect.hasBatches() && !m_noBatches; }

private:
    Dialect m_dialect;
    QSet<QString> m_missingRights;
    QSet<QString> m_unknownParameters;
    bool m_noBatches = false;
    bool m_restricted = false;
};

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/dialects/meilisearch/dialect.h"
#include "app/localqueue/generator.h"
#include "app/localqueue/options.h"
#include "app/localqueue/service.h"

#include <QTimer>

#include <memory>
#include <utility>
#include <vector>

namespace taskglass::localqueue::meilisearch {

/// Meilisearch as one of a local queue's servers: an Engine behind a Dialect, and a Generator for the demo.
class MeilisearchService final : public Service
{
public:
    /// \a options must outlive the service.
    explicit MeilisearchService(const LocalQueueOptions &options);

    [[nodiscard]] std::optional<Error> open() override;
    void serve(const QUrl &base) override;
    /// None: paths without a mark of another server are Meilisearch's, being the first.
    [[nodiscard]] bool claims(const HttpRequest &request) const override;
    void handle(const HttpRequest &request, Respond respond) override;
    void finish() override;

    /// Null before open().
    [[nodiscard]] Engine *engine() const { return m_engine.get(); }

private:
    void askAgain();

    const LocalQueueOptions &m_options;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<Generator> m_generator;
    /// Requests that need tasks of a past that is still being written, and the beat at which they are tried again: the
    /// others are not held up meanwhile.
    std::vector<std::pair<HttpRequest, Respond>> m_early;
    std::unique_ptr<QTimer> m_again;
    bool m_wasEmpty = false; ///< The demo's indexes are still to be made.
};

} // namespace taskglass::localqueue::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/meilisearch/dialect.h"
#include "app/client/protocol.h"

namespace taskglass::meilisearch {

/// Finds out which Meilisearch answers: /health, then /version; where the key may not read the version (usual for keys
/// of tasks or of some indexes only) by asking for things that some versions know and others do not.
class MeilisearchDetection final : public Detection
{
public:
    MeilisearchDetection();

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_step == Step::Over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<Detected> result() const override { return m_result; }
    HttpHeaders authHeaders(const Credentials &credentials) const override;

private:
    enum class Step { Health, Version, Batches, Tasks, MayRead, Over };

    void absorbHealth(const Result<DecodedPtr> &outcome);
    void absorbVersion(const Result<DecodedPtr> &outcome);
    void absorbBatches(const Result<DecodedPtr> &outcome);
    void absorbTasks(const Result<DecodedPtr> &outcome);
    void absorbMayRead(const Result<DecodedPtr> &outcome);
    void finish(const Dialect &dialect, const QString &version);
    void fail(const Error &error);

    Step m_step = Step::Health;
    quint64 m_serial = 0;
    QString m_healthNote;
    Dialect m_dialect;
    QString m_version;
    std::shared_ptr<const Decoder> m_decoder;
    Result<Detected> m_result;
};

/// "Authorization: Bearer KEY"; nothing without a key.
[[nodiscard]] HttpHeaders bearerHeaders(const Credentials &credentials);

} // namespace taskglass::meilisearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/opensearch/wire.h"
#include "app/client/protocol.h"

namespace taskglass::opensearch {

/// Finds out which OpenSearch, Elasticsearch or Open Distro answers, by `GET /`. Where the user may not ask that (a right
/// of its own), the task list itself must do; where OpenSearch pretends to be Elasticsearch 7.10.2, its node tells.
class OpenSearchDetection final : public Detection
{
public:
    OpenSearchDetection();

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_step == Step::Over; }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<Detected> result() const override { return m_result; }
    HttpHeaders authHeaders(const Credentials &credentials) const override;

private:
    enum class Step { Root, LocalNode, Plugins, Tasks, Over };

    void absorbRoot(const RootInfo &info);
    void absorbLocalNode(const Result<DecodedPtr> &outcome);
    void absorbPlugins(const Result<DecodedPtr> &outcome);
    void finish();
    void fail(const Error &error);

    Step m_step = Step::Root;
    quint64 m_serial = 0;
    Dialect m_dialect;
    QString m_product;
    QString m_version;
    QString m_note;
    QString m_clusterUuid;
    std::shared_ptr<const Decoder> m_decoder;
    Result<Detected> m_result;
};

} // namespace taskglass::opensearch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"

#include <atomic>

namespace taskglass {

/// The smallest protocol that a client can drive, for tests of what is the client's: timing, errors, hand-over.
///
///     GET  /who               {"version": "1"}
///     GET  /list              {"from": first id, "count": tasks, "busy": bool}   one a round
///     GET  /older?page=n      the same, and {"more": bool}                       while loadOlder() wants more
///     GET  /task/ID           {"from": ID, "count": 1}
///     GET  /preview           {"count": n}
///     POST /cancel            {"job": "7"}
///     GET  /job/7             {"done": bool}
class FakeDetection final : public Detection
{
public:
    /// \a decodeMs: how long decoding a page of more than 100 tasks takes, for tests of what happens meanwhile.
    explicit FakeDetection(int decodeMs = 0);

    std::optional<HttpRequest> next(EpochNs now) override;
    void absorb(const HttpRequest &request, EpochNs receivedAt, const Result<DecodedPtr> &outcome) override;
    bool isOver() const override { return m_result.has_value(); }
    std::shared_ptr<const Decoder> decoder() const override { return m_decoder; }
    Result<Detected> result() const override { return *m_result; }
    HttpHeaders authHeaders(const Credentials &credentials) const override;

private:
    std::shared_ptr<const Decoder> m_decoder;
    std::optional<Result<Detected>> m_result;
};

/// How many pages are being decoded right now, in all fake protocols.
[[nodiscard]] int fakeDecodesRunning();

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <optional>

namespace taskglass {

/// Foretells from its pace so far how long loading older tasks will still take.
class LoadPace
{
public:
    /// \a loaded tasks are here and \a left are still to come. Whole seconds; empty in the first one, and while nothing came.
    [[nodiscard]] std::optional<DurationNs> timeLeft(EpochNs now, qint64 loaded, qint64 left);
    /// Nothing is being loaded: the next call begins anew.
    void stop() { m_since = kNoTime; }

private:
    EpochNs m_since = kNoTime;
    qint64 m_loadedBefore = 0;
};

} // namespace taskglass

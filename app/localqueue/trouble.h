// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <utility>

namespace taskglass::localqueue {

/// An Error of our own making: a kind and one sentence, no server behind it.
[[nodiscard]] inline Error trouble(Error::Kind kind, QString sentence)
{
    Error error;
    error.kind = kind;
    error.message = std::move(sentence);
    return error;
}

} // namespace taskglass::localqueue

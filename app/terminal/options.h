// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/arguments.h"

#include <span>

namespace taskglass {

/// One option: the one place where its name, its help, where it is valid and what it does stand together.
struct OptionSpec
{
    const char *name;      ///< Without the dashes.
    const char *value;     ///< Placeholder of its value, or null for a flag.
    const char *help;      ///< QT_TRANSLATE_NOOP("Arguments", …)
    unsigned actions;      ///< Sum of bit(Action) where it is valid.
    /// Takes the value; answers a sentence when it is none, else an empty text.
    QString (*take)(Invocation &invocation, const QString &value);
};

[[nodiscard]] constexpr unsigned bit(Action action) { return 1U << unsigned(action); }

/// In the order of the help.
[[nodiscard]] std::span<const OptionSpec> options();

} // namespace taskglass

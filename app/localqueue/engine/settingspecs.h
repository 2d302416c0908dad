// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

#include <span>

namespace taskglass::localqueue {

/// What is known about one setting of an index.
struct SettingSpec
{
    enum class Shape { Strings, RankingRules, Object, Text, Number, Boolean, Anything };
    QLatin1StringView name;
    QLatin1StringView code;  ///< Behind "invalid_settings_".
    Shape shape;
    QByteArrayView standard; ///< What GET answers when it was never set.
};

/// All of them, in the order in which Meilisearch 1.50 writes them.
[[nodiscard]] std::span<const SettingSpec> settingSpecs();

} // namespace taskglass::localqueue

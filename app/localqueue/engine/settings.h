// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace taskglass::localqueue {

/// \a update over \a stored: null resets a setting; objects like typoTolerance and embedders are merged.
[[nodiscard]] QByteArray mergedSettings(const QByteArray &stored, const QByteArray &update);
/// What GET …/settings answers: every setting in Meilisearch's order, defaults for what was never set.
[[nodiscard]] QByteArray settingsWithDefaults(const QByteArray &stored);
/// The details of a task that resets everything.
[[nodiscard]] QByteArray resetAllDetails();

/// Attribute patterns, sorted.
[[nodiscard]] QStringList filterableAttributes(const QByteArray &stored);
/// True for the attribute, for a parent of a nested one, and for what a pattern like `attr*` covers.
[[nodiscard]] bool isFilterable(const QByteArray &stored, const QString &attribute);
[[nodiscard]] bool isSortable(const QByteArray &stored, const QString &attribute);
/// Embedders with known dimensions.
[[nodiscard]] QList<std::pair<QString, qint64>> embedderDimensions(const QByteArray &stored);

} // namespace taskglass::localqueue

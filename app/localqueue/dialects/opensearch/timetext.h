// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localqueue/cluster/fault.h"

#include <QByteArray>
#include <QString>

namespace taskglass::localqueue::opensearch {

/// A duration as these servers write it for people: the largest unit that fits with one digit behind the point, cut and
/// not rounded ("5.9s", "345.1ms", "26micros", "1.2m").
[[nodiscard]] QByteArray timeText(qint64 ns);

/// A duration in nanoseconds out of "30s", "100ms", "-1", "0". \a name is the parameter, for the fault: a number without
/// unit, a fraction, an unknown unit.
[[nodiscard]] cluster::Fallible<qint64> parseTime(const QString &name, const QString &text);

/// A rate as these servers write a float: always with a point, the shortest text that reads back as the same; -1.0 for
/// no limit.
[[nodiscard]] QByteArray rateText(float requestsPerSecond);

} // namespace taskglass::localqueue::opensearch

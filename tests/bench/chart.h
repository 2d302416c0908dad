// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace taskglass::bench {

/// One line of a chart: what was measured at each size.
struct Curve
{
    QString name;
    std::vector<std::pair<double, double>> points; ///< Size and value; values of 0 and less are left out.
    double exponent = 0;                           ///< Of its growth: the slope between logarithms.
};

/// The slope of \a points between logarithms, by least squares over those at \a from and beyond, where the constant part is
/// small; 0 with fewer than two of them.
[[nodiscard]] double exponentOf(const std::vector<std::pair<double, double>> &points, double from);

/// Curves over sizes, both axes logarithmic, each named at its end with its exponent. An SVG document that can be read on a
/// light and on a dark page.
[[nodiscard]] QByteArray chartOf(const QString &title, const QString &unit, const std::vector<Curve> &curves);

} // namespace taskglass::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace taskglass::bench {

namespace {

constexpr double kWidth = 920;
constexpr double kHeight = 560;
constexpr double kLeft = 70;
constexpr double kRight = 620; // names stand to the right of it
constexpr double kTop = 50;
constexpr double kBottom = 510;
constexpr double kLineHeight = 15;
// Told apart with any colour vision, and by their dashes.
constexpr std::array kColours {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#000000"};
constexpr std::array kDashes {"", "6 3", "2 3"};

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 1);
}

QByteArray powerOfTen(int exponent)
{
    return exponent >= 0 ? QByteArray::number(std::pow(10, exponent), 'f', 0) : QByteArray::number(std::pow(10, exponent), 'g', 1);
}

QByteArray text(double x, double y, const QByteArray &anchor, const QString &words)
{
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + words.toHtmlEscaped().toUtf8()
        + "</text>\n";
}

/// Where a value stands between two powers of ten.
struct Axis
{
    double low;
    double high;
    double from;
    double to;

    [[nodiscard]] double at(double value) const { return from + (std::log10(value) - low) / (high - low) * (to - from); }
};

} // namespace

double exponentOf(const std::vector<std::pair<double, double>> &points, double from)
{
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (const auto &[size, value] : points) {
        if (size < from || value <= 0)
            continue;
        const double x = std::log10(size);
        const double y = std::log10(value);
        n += 1;
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
    }
    return n < 2 ? 0 : (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

QByteArray chartOf(const QString &title, const QString &unit, const std::vector<Curve> &curves)
{
    std::vector<std::pair<double, double>> all;
    for (const Curve &curve : curves)
        std::copy_if(curve.points.begin(), curve.points.end(), std::back_inserter(all), [](const auto &point) { return point.second > 0; });
    if (all.empty())
        return {};
    const auto bySize = std::minmax_element(all.begin(), all.end());
    const auto byValue = std::minmax_element(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    const Axis x {std::log10(bySize.first->first), std::max(std::log10(bySize.second->first), std::log10(bySize.first->first) + 0.1), kLeft, kRight};
    const Axis y {std::floor(std::log10(byValue.first->second)), std::floor(std::log10(byValue.second->second)) + 1, kBottom, kTop};

    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(kWidth) + "\" height=\"" + number(kHeight) + "\" viewBox=\"0 0 "
        + number(kWidth) + " " + number(kHeight) + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
        + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + text(kLeft, 28, "start", title);
    for (int power = int(std::ceil(x.low)); power <= x.high; ++power) {
        const double at = x.at(std::pow(10, power));
        svg += "<path stroke=\"#ddd\" d=\"M" + number(at) + " " + number(kTop) + "V" + number(kBottom) + "\"/>\n"
            + text(at, kBottom + 18, "middle", QString::fromUtf8(powerOfTen(power)));
    }
    for (int power = int(y.low); power <= y.high; ++power) {
        const double at = y.at(std::pow(10, power));
        svg += "<path stroke=\"#ddd\" d=\"M" + number(kLeft) + " " + number(at) + "H" + number(kRight) + "\"/>\n"
            + text(kLeft - 8, at + 4, "end", QString::fromUtf8(powerOfTen(power)));
    }
    svg += text((kLeft + kRight) / 2, kBottom + 38, "middle", u"tasks"_s) + text(kLeft - 8, kTop - 10, "end", unit);

    // Names from the top down in the order of the curves' ends, never on top of each other.
    std::vector<std::pair<double, std::size_t>> ends;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        if (!curves[i].points.empty() && curves[i].points.back().second > 0)
            ends.emplace_back(y.at(curves[i].points.back().second), i);
    }
    std::sort(ends.begin(), ends.end());
    double free = kTop;
    for (const auto &[end, i] : ends) {
        const Curve &curve = curves[i];
        const QByteArray colour = kColours[i % kColours.size()];
        QByteArray path;
        for (const auto &[size, value] : curve.points) {
            if (value > 0)
                path += (path.isEmpty() ? "M" : "L") + number(x.at(size)) + " " + number(y.at(value));
        }
        const double at = std::max(end, free);
        free = at + kLineHeight;
        svg += "<path fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\" stroke-dasharray=\"" + kDashes[i / kColours.size() % kDashes.size()]
            + "\" d=\"" + path + "\"/>\n<path stroke=\"" + colour + "\" d=\"M" + number(kRight) + " " + number(end) + "L" + number(kRight + 14) + " "
            + number(at) + "\"/>\n" + text(kRight + 18, at + 4, "start", curve.exponent == 0 ? curve.name : u"%1  (n^%2)"_s.arg(curve.name).arg(curve.exponent, 0, 'f', 2));
    }
    return svg + "</svg>\n";
}

} // namespace taskglass::bench

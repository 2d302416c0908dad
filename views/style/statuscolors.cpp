// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/statuscolors.h"

#include <array>

namespace taskglass {

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
};

// In the order of TaskState.
constexpr std::array<Shades, kTaskStateCount> kShades {{
    {0xff5b5861, 0xffa6ab96}, // Queued
    {0xff193c99, 0xff4692f7}, // Running
    {0xffa58608, 0xfffee675}, // CancelRequested
    {0xff239a7c, 0xff0eeeec}, // Succeeded
    {0xff9c1d0e, 0xffee1911}, // Failed
    {0xffd949ea, 0xffb15c8e}, // Canceled
    {0xff5b5861, 0xffa6ab96}, // Unknown
}};

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::WindowText).lightness()
        > palette.color(QPalette::Active, QPalette::Window).lightness();
}

QColor statusColor(TaskState state, const QPalette &palette)
{
    return statusColor(state, isDark(palette));
}

QColor statusColor(TaskState state, bool dark)
{
    const Shades &shades = kShades.at(indexOf(state));
    return QColor::fromRgb(dark ? shades.dark : shades.light);
}

} // namespace taskglass

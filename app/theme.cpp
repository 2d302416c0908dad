// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include <QApplication>
#include <QPalette>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// The few colours that a scheme consists of; everything else follows from them.
struct Scheme
{
    QRgb window;
    QRgb base;
    QRgb alternateBase;
    QRgb text;
    QRgb secondary;
    QRgb button;
    QRgb highlight;
    QRgb link;
};

constexpr Scheme kLight {0xffeff0f1, 0xffffffff, 0xfff7f7f8, 0xff232629, 0xff5f6469, 0xfffcfcfc, 0xff1d6fa5, 0xff1a5fb4};
constexpr Scheme kDark {0xff2a2e32, 0xff1b1e20, 0xff232629, 0xfffcfcfc, 0xffa8adb3, 0xff31363b, 0xff2f74b5, 0xff62a8ea};

QPalette paletteOf(const Scheme &scheme)
{
    QPalette palette(QColor::fromRgb(scheme.button), QColor::fromRgb(scheme.window));
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor::fromRgb(color)); };
    set(QPalette::Window, scheme.window);
    set(QPalette::WindowText, scheme.text);
    set(QPalette::Base, scheme.base);
    set(QPalette::AlternateBase, scheme.alternateBase);
    set(QPalette::Text, scheme.text);
    set(QPalette::PlaceholderText, scheme.secondary);
    set(QPalette::Button, scheme.button);
    set(QPalette::ButtonText, scheme.text);
    set(QPalette::ToolTipBase, scheme.window);
    set(QPalette::ToolTipText, scheme.text);
    set(QPalette::Highlight, scheme.highlight);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Link, scheme.link);
    set(QPalette::LinkVisited, scheme.link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(scheme.secondary));
    return palette;
}

/// Fusion without the desktop's icons on the buttons of dialogs: they are drawn for the desktop's colours, not for ours.
class OwnStyle : public QProxyStyle
{
public:
    OwnStyle()
        : QProxyStyle(u"Fusion"_s)
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

ThemeSwitch::ThemeSwitch(QApplication &application)
    : m_application(application)
    , m_desktopStyle(QApplication::style()->name())
{
}

void ThemeSwitch::apply(Preferences::Theme theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    // A native style may mix our palette with the desktop's own pictures; Fusion draws everything from the palette.
    const bool system = theme == Preferences::Theme::System;
    QApplication::setStyle(system ? QStyleFactory::create(m_desktopStyle) : new OwnStyle);
    // An empty palette is the desktop's again.
    m_application.setPalette(system ? QPalette() : paletteOf(theme == Preferences::Theme::Dark ? kDark : kLight));
}

} // namespace taskglass

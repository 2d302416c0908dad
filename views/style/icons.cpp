// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/icons.h"

#include "views/style/iconengine.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

// A static library's resources are dropped by the linker unless somebody asks for them; must stand outside a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(taskglass_icons);
}

namespace taskglass {

namespace {

// In the order of Icon.
constexpr std::array<const char *, kIconCount> kFiles {
    "add",
    "batch",
    "cancel",
    "clear",
    "clock",
    "collapse",
    "columns",
    "connect",
    "copy",
    "delete",
    "document",
    "down",
    "edit",
    "error",
    "expand",
    "export",
    "external-link",
    "filter",
    "follow",
    "help",
    "info",
    "key",
    "keyboard",
    "link",
    "lock",
    "menu",
    "next",
    "pause",
    "pin",
    "play",
    "previous",
    "pulse",
    "refresh",
    "report",
    "save",
    "search",
    "send",
    "server",
    "settings",
    "star",
    "tree",
    "undo",
    "up",
    "warning",
};

void drawSvg(QPainter &painter, const QRectF &area, const QByteArray &svg, const QColor &color)
{
    QByteArray colored = svg;
    colored.replace(QByteArray("currentColor"), color.name().toLatin1());
    QSvgRenderer renderer(colored);
    painter.save();
    painter.setOpacity(painter.opacity() * color.alphaF());
    renderer.render(&painter, area);
    painter.restore();
}

} // namespace

QIcon icon(Icon which)
{
    initResources();
    const QString name = QLatin1StringView(kFiles.at(static_cast<std::size_t>(which)));
    QFile file(u":/taskglass/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The icon %s is missing from the program.", qPrintable(name));
    return QIcon(new PaletteIconEngine(name, [svg = file.readAll()](QPainter &painter, const QRectF &area, const QColor &color) {
        drawSvg(painter, area, svg, color);
    }));
}

QIcon applicationIcon()
{
    initResources();
    // Drawn here rather than loaded by file name: Debian 13 keeps Qt's SVG image plugin in a package of its own. Sizes are
    // named, because task switchers ask for what is there and scale the rest themselves.
    QSvgRenderer renderer(u":/taskglass/icons/taskglass.svg"_s);
    QIcon result;
    for (const int side : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace taskglass

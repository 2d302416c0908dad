// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/icons.h"
#include "views/style/statuscolors.h"
#include "views/style/statusglyph.h"
#include "views/style/statuswords.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace taskglass;
using namespace Qt::StringLiterals;

namespace {

using Vec = std::array<double, 3>;
using Matrix = std::array<Vec, 3>;

constexpr std::array<TaskState, 6> kColored {TaskState::Queued,    TaskState::Running, TaskState::CancelRequested,
                                             TaskState::Succeeded, TaskState::Failed,  TaskState::Canceled};

// Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
constexpr Matrix kNormal {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Vec times(const Matrix &m, const Vec &v)
{
    Vec r {};
    for (std::size_t i = 0; i < 3; ++i)
        r[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return r;
}

Vec linear(const QColor &color)
{
    const auto one = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {one(color.redF()), one(color.greenF()), one(color.blueF())};
}

double luminance(const QColor &color)
{
    const Vec v = linear(color);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return la > lb ? la / lb : lb / la;
}

Vec lab(Vec rgb)
{
    for (double &c : rgb)
        c = std::clamp(c, 0.0, 1.0);
    constexpr Matrix toXyz {{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Vec xyz = times(toXyz, rgb);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

// Sharma, Wu and Dalal 2005.
double ciede2000(const Vec &p, const Vec &q)
{
    using std::numbers::pi;
    const auto pow7 = [](double c) { return std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)); };
    const double meanC = (std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(pow7(meanC)));
    const double a1 = (1 + g) * p[1];
    const double a2 = (1 + g) * q[1];
    const double c1 = std::hypot(a1, p[2]);
    const double c2 = std::hypot(a2, q[2]);
    const auto hue = [](double b, double a) {
        const double h = std::atan2(b, a) * 180 / pi;
        return b == 0 && a == 0 ? 0 : (h < 0 ? h + 360 : h);
    };
    const double h1 = hue(p[2], a1);
    const double h2 = hue(q[2], a2);
    double dh = h2 - h1;
    if (c1 * c2 == 0)
        dh = 0;
    else if (dh > 180)
        dh -= 360;
    else if (dh < -180)
        dh += 360;
    const double dL = q[0] - p[0];
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * pi / 180);
    const double l = (p[0] + q[0]) / 2;
    const double c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0)
        h = std::abs(h1 - h2) <= 180 ? h / 2 : (h < 360 ? (h + 360) / 2 : (h - 360) / 2);
    const auto cosDeg = [](double d) { return std::cos(d * pi / 180); };
    const double t = 1 - 0.17 * cosDeg(h - 30) + 0.24 * cosDeg(2 * h) + 0.32 * cosDeg(3 * h + 6) - 0.20 * cosDeg(4 * h - 63);
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double rt = -2 * std::sqrt(pow7(c)) * std::sin(2 * pi / 180 * 30 * std::exp(-std::pow((h - 275) / 25, 2)));
    const double tl = dL / sl;
    const double tc = dC / sc;
    const double th = dH / sh;
    return std::sqrt(tl * tl + tc * tc + th * th + rt * tc * th);
}

QImage paintGlyph(TaskState state, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintStatusGlyph(painter, QRectF(0, 0, side, side), state, Qt::black);
    return image;
}

int ink(const QImage &image)
{
    int sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
    return sum;
}

QPalette paletteOf(QRgb window, QRgb text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor::fromRgb(window));
    palette.setColor(QPalette::WindowText, QColor::fromRgb(text));
    palette.setColor(QPalette::ButtonText, QColor::fromRgb(text));
    return palette;
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheReferencePairs();
    void everyColorStandsOutFromItsGround_data();
    void everyColorStandsOutFromItsGround();
    void statesAreToldApartByEveryEye_data();
    void statesAreToldApartByEveryEye();
    void followsThePalette();
    void everyStateHasItsOwnShape_data();
    void everyStateHasItsOwnShape();
    void everyStateHasAWord();
    void everyIconDraws_data();
    void everyIconDraws();
    void iconsFollowThePalette();
    void applicationIconIsThereAtSmallSizes();
};

void TestStyle::knowsTheReferencePairs()
{
    // From the test data of the formula's authors: the distance itself must be right before it judges anything.
    QVERIFY(std::abs(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 1e-4);
    QVERIFY(std::abs(ciede2000({50, 2.49, -0.001}, {50, -2.49, 0.0011}) - 7.2195) < 1e-4);
    QVERIFY(std::abs(ciede2000({22.7233, 20.0904, -46.694}, {23.0331, 14.973, -42.5619}) - 2.0373) < 1e-4);
    QVERIFY(std::abs(contrast(Qt::white, Qt::black) - 21) < 1e-9);
}

void TestStyle::everyColorStandsOutFromItsGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("ground");
    QTest::newRow("white") << false << QColor(u"#ffffff"_s);
    QTest::newRow("Breeze light") << false << QColor(u"#eff0f1"_s);
    QTest::newRow("Breeze dark") << true << QColor(u"#1b1e20"_s);
    QTest::newRow("Breeze dark, alternate") << true << QColor(u"#2a2e32"_s);
}

void TestStyle::everyColorStandsOutFromItsGround()
{
    QFETCH(bool, dark);
    QFETCH(QColor, ground);
    for (const TaskState state : kAllTaskStates) {
        const double ratio = contrast(statusColor(state, dark), ground);
        QVERIFY2(ratio >= 3, qPrintable(u"%1: %2"_s.arg(stateText(state)).arg(ratio)));
    }
}

void TestStyle::statesAreToldApartByEveryEye_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("eye");
    for (const bool dark : {false, true}) {
        for (int eye = 0; eye < 4; ++eye)
            QTest::addRow("%s, eye %d", dark ? "dark" : "light", eye) << dark << eye;
    }
}

void TestStyle::statesAreToldApartByEveryEye()
{
    QFETCH(bool, dark);
    QFETCH(int, eye);
    constexpr std::array<Matrix, 4> eyes {kNormal, kProtan, kDeutan, kTritan};
    const Matrix &matrix = eyes.at(static_cast<std::size_t>(eye));
    for (std::size_t i = 0; i < kColored.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double distance = ciede2000(lab(times(matrix, linear(statusColor(kColored[i], dark)))),
                                              lab(times(matrix, linear(statusColor(kColored[j], dark)))));
            QVERIFY2(distance >= (dark ? 19 : 16),
                     qPrintable(u"%1 and %2: %3"_s.arg(stateText(kColored[i]), stateText(kColored[j])).arg(distance)));
        }
    }
}

void TestStyle::followsThePalette()
{
    const QPalette light = paletteOf(0xffeff0f1, 0xff232629);
    const QPalette dark = paletteOf(0xff2a2e32, 0xfffcfcfc);
    QVERIFY(!isDark(light));
    QVERIFY(isDark(dark));
    QCOMPARE(statusColor(TaskState::Failed, light), QColor(u"#9c1d0e"_s));
    QCOMPARE(statusColor(TaskState::Failed, dark), QColor(u"#ee1911"_s));
}

void TestStyle::everyStateHasItsOwnShape_data()
{
    QTest::addColumn<int>("side");
    for (const int side : {14, 16, 21, 28, 48})
        QTest::addRow("%d px", side) << side;
}

void TestStyle::everyStateHasItsOwnShape()
{
    QFETCH(int, side);
    for (const TaskState a : kAllTaskStates) {
        const QImage first = paintGlyph(a, side);
        QVERIFY2(ink(first) > side * side / 16, qPrintable(stateText(a)));
        for (const TaskState b : kAllTaskStates) {
            if (a == b)
                continue;
            const QImage second = paintGlyph(b, side);
            int different = 0;
            for (int y = 0; y < side; ++y)
                for (int x = 0; x < side; ++x)
                    different += std::abs(qAlpha(first.pixel(x, y)) - qAlpha(second.pixel(x, y))) > 100 ? 1 : 0;
            QVERIFY2(different > side * side / 16, qPrintable(u"%1 and %2 look alike"_s.arg(stateText(a), stateText(b))));
        }
    }
}

void TestStyle::everyStateHasAWord()
{
    QSet<QString> words;
    for (const TaskState state : kAllTaskStates)
        words.insert(stateText(state));
    QCOMPARE(words.size(), kTaskStateCount);
    QVERIFY(!words.contains(QString()));
    QCOMPARE(stateText(TaskState::Unknown, u"<b>napping</b>"_s), u"<b>napping</b>"_s);
    QCOMPARE(stateText(TaskState::Queued, u"enqueued"_s), u"Queued"_s);
}

void TestStyle::everyIconDraws_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < kIconCount; ++i)
        QTest::addRow("%d", i) << i;
}

void TestStyle::everyIconDraws()
{
    QFETCH(int, number);
    const QIcon drawn = icon(static_cast<Icon>(number));
    for (const int side : {16, 24, 32}) {
        const QImage image = drawn.pixmap(QSize(side, side), 1.0).toImage();
        QCOMPARE(image.size(), QSize(side, side));
        QVERIFY(ink(image) > side);
    }
}

void TestStyle::iconsFollowThePalette()
{
    const QPalette before = QGuiApplication::palette();
    const QIcon refresh = icon(Icon::Refresh);
    const auto strongest = [&refresh](QIcon::Mode mode) {
        const QImage image = refresh.pixmap(QSize(32, 32), 1.0, mode).toImage();
        QColor best(Qt::transparent);
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 32; ++x)
                if (const QColor at = image.pixelColor(x, y); at.alpha() > best.alpha())
                    best = at;
        return best;
    };
    QPalette dark = paletteOf(0xff2a2e32, 0xfffcfcfc);
    dark.setColor(QPalette::HighlightedText, QColor(u"#00ff00"_s));
    QGuiApplication::setPalette(dark);
    QCOMPARE(strongest(QIcon::Normal).rgb(), QColor(u"#fcfcfc"_s).rgb());
    QCOMPARE(strongest(QIcon::Selected).rgb(), QColor(u"#00ff00"_s).rgb());
    QGuiApplication::setPalette(paletteOf(0xffffffff, 0xff102030));
    QCOMPARE(strongest(QIcon::Normal).rgb(), QColor(u"#102030"_s).rgb());
    QGuiApplication::setPalette(before);
}

void TestStyle::applicationIconIsThereAtSmallSizes()
{
    const QImage image = applicationIcon().pixmap(QSize(16, 16), 1.0).toImage();
    QCOMPARE(image.size(), QSize(16, 16));
    QVERIFY(ink(image) > 150);
}

QTEST_MAIN(TestStyle)
#include "test_style.moc"

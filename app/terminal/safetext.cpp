// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/safetext.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr char16_t kReplacement = 0xfffd;
constexpr char16_t kControlPictures = 0x2400;
constexpr char16_t kDeletePicture = 0x2421;

char16_t pictureOf(char16_t c)
{
    if (c < 0x20)
        return char16_t(kControlPictures + c);
    return c == 0x7f ? kDeletePicture : kReplacement;
}

/// Ranges that terminals draw two cells wide (the blocks that matter of Unicode's East Asian Width W and F, and emoji).
constexpr std::array<std::pair<char32_t, char32_t>, 14> kWide {{{0x1100, 0x115f},
                                                                {0x231a, 0x231b},
                                                                {0x2e80, 0x303e},
                                                                {0x3041, 0x4dbf},
                                                                {0x4e00, 0xa4cf},
                                                                {0xa960, 0xa97f},
                                                                {0xac00, 0xd7a3},
                                                                {0xf900, 0xfaff},
                                                                {0xfe30, 0xfe6f},
                                                                {0xff00, 0xff60},
                                                                {0xffe0, 0xffe6},
                                                                {0x1f300, 0x1f64f},
                                                                {0x1f680, 0x1faff},
                                                                {0x20000, 0x3fffd}}};

int widthOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control:
        return 0;
    case QChar::Mark_SpacingCombining: case QChar::Number_DecimalDigit: case QChar::Number_Letter: case QChar::Number_Other:
    case QChar::Separator_Space: case QChar::Separator_Line: case QChar::Separator_Paragraph: case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse: case QChar::Other_NotAssigned: case QChar::Letter_Uppercase: case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase: case QChar::Letter_Modifier: case QChar::Letter_Other: case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash: case QChar::Punctuation_Open: case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote: case QChar::Punctuation_FinalQuote: case QChar::Punctuation_Other:
    case QChar::Symbol_Math: case QChar::Symbol_Currency: case QChar::Symbol_Modifier: case QChar::Symbol_Other:
        break;
    }
    const bool wide = std::any_of(kWide.begin(), kWide.end(), [c](const auto &range) { return c >= range.first && c <= range.second; });
    return wide ? 2 : 1;
}

/// The longest head (or tail) of whole letters that fits \a cells.
QString fitting(const QString &text, int cells, bool fromEnd)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype best = fromEnd ? text.size() : 0;
    if (fromEnd)
        finder.toEnd();
    while (true) {
        const qsizetype next = fromEnd ? finder.toPreviousBoundary() : finder.toNextBoundary();
        if (next < 0 || displayWidth(fromEnd ? text.mid(next) : text.first(next)) > cells)
            break;
        best = next;
    }
    return fromEnd ? text.mid(best) : text.first(best);
}

} // namespace

bool isUnsafe(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

QString oneSafeLine(const QString &text)
{
    QString safe = text;
    for (QChar &c : safe) {
        if (isUnsafe(c.unicode()))
            c = QChar(pictureOf(c.unicode()));
    }
    return safe;
}

QString safeLines(const QString &text)
{
    QString safe = text;
    safe.replace("\r\n"_L1, "\n"_L1);
    for (QChar &c : safe) {
        if (c != u'\n' && c != u'\t' && isUnsafe(c.unicode()))
            c = QChar(pictureOf(c.unicode()));
    }
    return safe;
}

QByteArray safeJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    const auto harmless = [](QChar c) { return c == u'\n' || c == u'\t' || c == u'\r' || !isUnsafe(c.unicode()); };
    if (std::all_of(text.begin(), text.end(), harmless))
        return json;
    QString safe;
    safe.reserve(text.size() + 32);
    for (const QChar c : text) {
        if (harmless(c))
            safe.append(c);
        else
            safe.append(u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0')));
    }
    return safe.toUtf8();
}

int displayWidth(const QString &text)
{
    int width = 0;
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters)
        width += widthOf(letter);
    return width;
}

QString elided(const QString &text, int cells, Elide where)
{
    if (displayWidth(text) <= cells)
        return text;
    if (cells < 2)
        return cells < 1 ? QString() : u"…"_s;
    if (where == Elide::Right || cells < 5)
        return fitting(text, cells - 1, false) + u'…';
    const int tail = (cells - 1) / 2;
    const QString end = fitting(text, tail, true);
    return fitting(text, cells - 1 - displayWidth(end), false) + u'…' + end;
}

QString padded(const QString &text, int cells, bool alignRight)
{
    const QString blanks(std::max(0, cells - displayWidth(text)), u' ');
    return alignRight ? QString(blanks + text) : QString(text + blanks);
}

} // namespace taskglass

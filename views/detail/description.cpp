// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/description.h"

#include "views/detail/jsonscanner.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr qsizetype kLineLength = 400;
/// Braces that are tried as the beginning of JSON: scripts are full of others.
constexpr int kMostTries = 50;

/// Where the JSON object that begins at \a from ends; empty when there is none with a member.
std::optional<qsizetype> objectEnd(const QByteArray &text, qsizetype from)
{
    JsonScanner scanner(text, from, false);
    qsizetype end = from;
    bool hasMember = false;
    while (true) {
        const JsonToken token = scanner.next();
        if (token.kind == JsonToken::Kind::Fault)
            return std::nullopt;
        if (token.kind == JsonToken::Kind::End)
            return hasMember ? std::optional(end) : std::nullopt;
        hasMember = hasMember || token.kind == JsonToken::Kind::Key;
        end = token.end;
    }
}

} // namespace

QString readableDescription(const QString &description)
{
    const QByteArray text = description.toUtf8();
    qsizetype at = text.indexOf('{');
    for (int i = 0; at >= 0 && i < kMostTries; ++i) {
        if (const auto end = objectEnd(text, at)) {
            const QByteArray before = at > 0 ? QByteArray(text.first(at) + '\n') : QByteArray();
            const QByteArray after = *end < text.size() ? QByteArray('\n' + text.sliced(*end)) : QByteArray();
            return QString::fromUtf8(before + prettyJson(text.sliced(at, *end - at)).trimmed() + after);
        }
        at = text.indexOf('{', at + 1);
    }
    return description;
}

QString beginningOf(const QString &text, int lines)
{
    QStringList all = text.split(u'\n');
    const bool isLong = all.size() > lines;
    if (isLong)
        all = all.first(lines);
    for (QString &line : all) {
        if (line.size() > kLineLength)
            line = line.first(kLineLength) + u'…';
    }
    return all.join(u'\n') + (isLong ? u"\n…"_s : QString());
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/failurepattern.h"

#include "models/table/format.h"

#include <algorithm>

namespace taskglass {

namespace {

/// Where the quoted text that begins at \a start ends (behind its quote); \a start when none does.
qsizetype quoteEnd(QStringView text, qsizetype start)
{
    const QChar quote = text[start];
    const bool isQuote = quote == u'"' || quote == u'`' || quote == u'\'';
    if (!isQuote || (start > 0 && text[start - 1].isLetterOrNumber())) // don't
        return start;
    for (qsizetype end = start + 1; end < text.size(); ++end) {
        if (text[end] == u'\\' && quote != u'`')
            ++end;
        else if (text[end] == quote && (quote != u'\'' || end + 1 == text.size() || !text[end + 1].isLetterOrNumber()))
            return end + 1;
    }
    return start;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
}

/// A word with a digit in it is a number, an id, a version, a path segment: never what the failure is about.
bool varies(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

QString failurePattern(const QString &message)
{
    const QString line = oneLine(message, 2000);
    QString pattern;
    const auto append = [&pattern](QStringView piece) {
        if (piece == kVaries && pattern.endsWith(kVaries))
            return;
        pattern += piece;
    };
    const QStringView text(line);
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = quoteEnd(text, at);
        if (end > at) {
            append(QStringView(&kVaries, 1));
        } else if (isWordPart(text[at])) {
            end = at;
            while (end < text.size() && isWordPart(text[end]))
                ++end;
            while (end > at + 1 && text[end - 1] == u'.') // of a sentence
                --end;
            const QStringView word = text.sliced(at, end - at);
            append(varies(word) ? QStringView(&kVaries, 1) : word);
        } else {
            end = at + 1;
            append(text.sliced(at, 1));
        }
        at = end;
    }
    return pattern;
}

} // namespace taskglass

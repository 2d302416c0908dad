// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/engine/filtertokens.h"

namespace taskglass::localqueue {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"_-/.").contains(c);
}

} // namespace

FilterToken FilterTokens::next()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
    FilterToken token;
    token.at = m_at;
    if (m_at >= m_text.size())
        return token;
    const QChar c = m_text[m_at];
    if (c == u'"' || c == u'\'') {
        token.type = FilterToken::Type::Quoted;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != c; ++m_at) {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] == c)
                ++m_at;
            token.text += m_text[m_at];
        }
        if (m_at >= m_text.size())
            token.unclosed = c;
        ++m_at;
        return token;
    }
    if (isWordCharacter(c)) {
        token.type = FilterToken::Type::Word;
        while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
            token.text += m_text[m_at++];
        return token;
    }
    token.type = FilterToken::Type::Symbol;
    token.text = c;
    ++m_at;
    if (QStringView(u"<>!").contains(c) && m_at < m_text.size() && m_text[m_at] == u'=')
        token.text += m_text[m_at++];
    return token;
}

} // namespace taskglass::localqueue

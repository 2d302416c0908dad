// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/redact.h"

#include "views/detail/jsonscanner.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

using Kind = JsonToken::Kind;

bool namesASecret(const QString &name)
{
    // "tokens" and "maxTokens" are settings, "originalFilter" and "primaryKey" are no secrets either.
    static const QRegularExpression pattern(
        u"(api[-_]?key|master[-_]?key|secret|passw|authorization|bearer|credential|cookie|(^|[-_a-z])token$|private[-_]?key|access[-_]?key)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

} // namespace

QByteArray redactedJson(const QByteArray &json)
{
    JsonScanner scanner(json);
    QByteArray out;
    qsizetype copied = 0;
    int hiddenDepth = -1; // of a container under a secret name; -1: none
    bool secret = false;
    for (;;) {
        const JsonToken token = scanner.next();
        if (token.kind == Kind::Fault)
            return {};
        if (token.kind == Kind::End)
            break;
        const QByteArrayView literal = QByteArrayView(json).sliced(token.begin, token.end - token.begin);
        if (token.kind == Kind::Key) {
            secret = hiddenDepth < 0 && namesASecret(decodeJsonString(literal));
            continue;
        }
        const bool opens = token.kind == Kind::BeginObject || token.kind == Kind::BeginArray;
        const bool closes = token.kind == Kind::EndObject || token.kind == Kind::EndArray;
        if (secret && opens)
            hiddenDepth = token.depth;
        const bool hide = (secret || hiddenDepth >= 0) && (token.kind == Kind::String || token.kind == Kind::Number);
        if (hide) {
            out.append(json.constData() + copied, token.begin - copied).append("\"(removed)\"");
            copied = token.end;
        } else if (token.kind == Kind::String) {
            const QByteArray plain = literal.toByteArray();
            out.append(json.constData() + copied, token.begin - copied).append(withoutUserInfo(plain));
            copied = token.end;
        }
        if (closes && token.depth == hiddenDepth)
            hiddenDepth = -1;
        secret = false;
    }
    out.append(json.constData() + copied, json.size() - copied);
    return out;
}

QByteArray withoutUserInfo(const QByteArray &text)
{
    if (!text.contains("://") || !text.contains('@'))
        return text;
    static const QRegularExpression userInfo(u"://[^/?#\\s@\"]*@"_s);
    return QString::fromUtf8(text).replace(userInfo, u"://"_s).toUtf8();
}

QString publicUrl(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/titles.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace taskglass::rediscloud {

namespace {

using Pair = std::pair<QLatin1StringView, QLatin1StringView>;

/// Words of the service that people write otherwise.
constexpr std::array<Pair, 12> kWords {{
    {"acl"_L1, "ACL"_L1},
    {"aws"_L1, "AWS"_L1},
    {"cidr"_L1, "CIDR"_L1},
    {"cidrs"_L1, "CIDRs"_L1},
    {"crdb"_L1, "Active-Active database"_L1},
    {"fixed"_L1, "Essentials"_L1},
    {"gcp"_L1, "GCP"_L1},
    {"privatelink"_L1, "PrivateLink"_L1},
    {"psc"_L1, "Private Service Connect"_L1},
    {"redis"_L1, "Redis"_L1},
    {"tgw"_L1, "transit gateway"_L1},
    {"vpc"_L1, "VPC"_L1},
}};

/// Verbs that stand last in a type's name and first in a sentence.
constexpr std::array<Pair, 9> kLastVerbs {{
    {"create"_L1, "create"_L1},
    {"update"_L1, "update"_L1},
    {"delete"_L1, "delete"_L1},
    {"get"_L1, "read"_L1},
    {"list"_L1, "read"_L1},
    {"flush"_L1, "flush"_L1},
    {"backup"_L1, "back up"_L1},
    {"import"_L1, "import"_L1},
    {"disassociate"_L1, "disassociate"_L1},
}};

/// Verbs that may have their object behind them: "tgwAcceptInvitation".
constexpr std::array<QLatin1StringView, 4> kMiddleVerbs {"accept"_L1, "reject"_L1, "upgrade"_L1, "update"_L1};

constexpr QLatin1StringView kSuffix = "Request"_L1;

QStringView withoutSuffix(QStringView type)
{
    return type.endsWith(kSuffix, Qt::CaseInsensitive) ? type.chopped(kSuffix.size()) : type;
}

/// Whether a word ends between the characters before and at \a i: "tgw|Accept", "CMK|Update", but "C M K" stay together.
bool isBorder(QStringView text, qsizetype i)
{
    if (!text[i].isUpper())
        return false;
    return text[i - 1].isLower() || text[i - 1].isDigit() || (i + 1 < text.size() && text[i + 1].isLower());
}

/// In lower case, but for runs of capitals.
QStringList wordsOf(QStringView text)
{
    QStringList words;
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        if (i < text.size() && !isBorder(text, i))
            continue;
        const QString word = text.sliced(begin, i - begin).toString();
        const bool isRun = word.size() > 1 && std::all_of(word.begin(), word.end(), [](QChar c) { return !c.isLower(); });
        words << (isRun ? word : word.toLower());
        begin = i;
    }
    return words;
}

/// Two words that are one name.
void joinNames(QStringList &words)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const bool isPrivateLink = words[i] == "private"_L1 && words[i + 1] == "link"_L1;
        const bool isActiveActive = words[i] == "active"_L1 && words[i + 1] == "active"_L1;
        if (!isPrivateLink && !isActiveActive)
            continue;
        words[i] = isPrivateLink ? u"PrivateLink"_s : u"Active-Active"_s;
        words.removeAt(i + 1);
    }
}

template<std::size_t Size>
QString lookedUp(const std::array<Pair, Size> &table, const QString &word)
{
    const auto found = std::find_if(table.begin(), table.end(), [&word](const Pair &pair) { return pair.first == word; });
    return found == table.end() ? QString() : QString(found->second);
}

QString phrase(const QStringList &words)
{
    QStringList said;
    for (const QString &word : words) {
        const QString known = lookedUp(kWords, word);
        said << (known.isEmpty() ? word : known);
    }
    return said.join(u' ');
}

/// The words in the order in which people say them.
QString ordered(const QStringList &words)
{
    const QStringList object = words.first(words.size() - 1);
    if (const QString verb = lookedUp(kLastVerbs, words.last()); !verb.isEmpty())
        return object.isEmpty() ? verb : QString(verb + u' ' + phrase(object));
    if (words.last() == "status"_L1 && !object.isEmpty())
        return QString(u"check "_s + phrase(object) + u" status"_s);
    const auto isMiddleVerb = [](const QString &word) {
        return std::find(kMiddleVerbs.begin(), kMiddleVerbs.end(), word) != kMiddleVerbs.end();
    };
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        if (isMiddleVerb(words[i]))
            return QString(phrase(words.sliced(i)) + u" ("_s + phrase(words.first(i)) + u')');
    }
    return phrase(words);
}

} // namespace

QString titleFor(const QString &commandType)
{
    QStringList words = wordsOf(withoutSuffix(commandType));
    joinNames(words);
    words.removeAll(QString());
    if (words.isEmpty())
        return commandType;
    QString title = ordered(words);
    title[0] = title[0].toUpper();
    return title;
}

bool isReadOnlyQuery(const QString &commandType)
{
    constexpr std::array<QLatin1StringView, 3> kEnds {"GetRequest"_L1, "ListRequest"_L1, "StatusRequest"_L1};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&commandType](QLatin1StringView end) { return commandType.endsWith(end, Qt::CaseInsensitive); });
}

} // namespace taskglass::rediscloud

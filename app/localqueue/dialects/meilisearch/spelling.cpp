// SPDX-License-Identifier: GPL-3.0-or-later
// Names in messages: which there are, and which one was meant.
#include "app/localqueue/dialects/meilisearch/parameters.h"

#include "app/localqueue/dialects/meilisearch/apierror.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::meilisearch {

namespace {

/// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
qsizetype editDistance(QStringView a, QStringView b)
{
    const auto columns = static_cast<std::size_t>(b.size() + 1);
    std::vector<std::vector<qsizetype>> table(static_cast<std::size_t>(a.size() + 1), std::vector<qsizetype>(columns));
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = static_cast<qsizetype>(i + j);
                continue;
            }
            const QChar x = a[static_cast<qsizetype>(i - 1)];
            const QChar y = b[static_cast<qsizetype>(j - 1)];
            qsizetype best = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (x != y)});
            if (i > 1 && j > 1 && x == b[static_cast<qsizetype>(j - 2)] && a[static_cast<qsizetype>(i - 2)] == y)
                best = std::min(best, table[i - 2][j - 2] + 1);
            table[i][j] = best;
        }
    }
    return table.back().back();
}

qsizetype slipsAllowed(qsizetype length)
{
    if (length <= 3)
        return 0;
    if (length <= 7)
        return 1;
    if (length <= 12)
        return 2;
    if (length <= 17)
        return 3;
    return length <= 24 ? 4 : 5;
}

} // namespace

QString quotedList(const QStringList &names)
{
    QStringList quoted;
    quoted.reserve(names.size());
    for (const QString &name : names)
        quoted.append(QString(u'`' % name % u'`'));
    return quoted.join(", "_L1);
}

QString didYouMean(QStringView name, const QStringList &accepted)
{
    const qsizetype allowed = slipsAllowed(name.size());
    QString best;
    qsizetype bestDistance = allowed + 1;
    for (const QString &candidate : accepted) {
        if (allowed == 0 || std::abs(name.size() - candidate.size()) > allowed)
            continue;
        const qsizetype distance = editDistance(name, candidate);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best.isEmpty() ? QString() : u"did you mean `%1`? "_s.arg(best);
}

Error unknownParameter(const QString &name, const QStringList &accepted)
{
    return refusal(400, u"bad_request"_s,
                   u"Unknown parameter `%1`: %2expected one of %3"_s.arg(name, didYouMean(name, accepted),
                                                                        quotedList(accepted)));
}

} // namespace taskglass::localqueue::meilisearch

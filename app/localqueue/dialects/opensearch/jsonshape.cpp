// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/dialects/opensearch/jsonshape.h"

#include "app/localqueue/cluster/node.h"
#include "app/localqueue/engine/json.h"
#include "app/localqueue/jsontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::localqueue::opensearch {

namespace {

using Patterns = QList<QByteArrayList>; // each split at its dots

/// What is left to match below member \a name; an empty pattern among them has matched as a whole.
Patterns below(const Patterns &patterns, const QByteArray &name)
{
    Patterns left;
    for (const QByteArrayList &pattern : patterns) {
        if (pattern.isEmpty())
            continue;
        if (pattern.first() == "**") {
            left.append(pattern);
            // No name at all is a run of any length, too.
            left.append(below({pattern.mid(1)}, name));
        } else if (cluster::matchesPattern(pattern.first(), name)) {
            left.append(pattern.mid(1));
        }
    }
    return left;
}

bool isMatched(const Patterns &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(), [](const QByteArrayList &pattern) {
        return pattern.isEmpty() || pattern == QByteArrayList {"**"_ba};
    });
}

/// Empty when nothing is left.
QByteArray filtered(QByteArrayView value, const Patterns &wanted, const Patterns &unwanted, bool all)
{
    if (isMatched(unwanted))
        return {};
    const bool whole = all || isMatched(wanted);
    if (whole && unwanted.isEmpty())
        return value.toByteArray();
    if (value.startsWith('{')) {
        JsonObjectText object;
        bool any = false;
        for (const JsonMember &member : membersOf(value)) {
            const QByteArray name = member.key.toUtf8();
            const QByteArray inner = filtered(member.value, below(wanted, name), below(unwanted, name), whole);
            if (inner.isEmpty())
                continue;
            object.raw(name, inner);
            any = true;
        }
        return any ? object.text() : QByteArray();
    }
    if (value.startsWith('[')) { // arrays have no name of their own
        QByteArrayList kept;
        for (const QByteArrayView element : elementsOf(value)) {
            const QByteArray inner = filtered(element, wanted, unwanted, whole);
            if (!inner.isEmpty())
                kept.append(inner);
        }
        return kept.isEmpty() ? QByteArray() : jsonArray(kept);
    }
    return whole ? value.toByteArray() : QByteArray();
}

void writePretty(QByteArray &out, QByteArrayView value, int depth)
{
    const QByteArray indent = "\n"_ba + QByteArray(2 * (depth + 1), ' ');
    const QByteArray outdent = "\n"_ba + QByteArray(2 * depth, ' ');
    if (value.startsWith('{')) {
        const auto members = membersOf(value);
        out += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            out += (i > 0 ? ","_ba : ""_ba) + indent + jsonString(members[i].key) + " : "_ba;
            writePretty(out, members[i].value, depth + 1);
        }
        out += (members.empty() ? " "_ba : outdent) + '}';
    } else if (value.startsWith('[')) {
        const auto elements = elementsOf(value);
        out += '[';
        for (std::size_t i = 0; i < elements.size(); ++i) {
            out += (i > 0 ? ","_ba : ""_ba) + indent;
            writePretty(out, elements[i], depth + 1);
        }
        out += (elements.empty() ? " "_ba : outdent) + ']';
    } else {
        out.append(value.data(), value.size());
    }
}

} // namespace

QByteArray filteredJson(const QByteArray &json, const QByteArrayList &patterns)
{
    Patterns wanted;
    Patterns unwanted;
    for (const QByteArray &pattern : patterns) {
        if (pattern.startsWith('-'))
            unwanted.append(pattern.mid(1).split('.'));
        else
            wanted.append(pattern.split('.'));
    }
    const QByteArray left = filtered(json, wanted, unwanted, wanted.isEmpty());
    return left.isEmpty() ? "{}"_ba : left;
}

QByteArray prettyJson(const QByteArray &json)
{
    QByteArray out;
    writePretty(out, json, 0);
    return out + '\n';
}

} // namespace taskglass::localqueue::opensearch

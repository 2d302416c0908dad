// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/states/notices.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// A cluster that lost half of its nodes must not push the table out of the window.
constexpr qsizetype kNodesNamed = 4;

/// Context for translators; nothing else.
class Notices
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

} // namespace

std::optional<Notice> housekeepingNotice(const Capabilities &can, qint64 hidden, bool shown)
{
    if (hidden == 0 && !shown)
        return std::nullopt;
    const int count = int(hidden);
    QString sentence;
    switch (can.housekeeping) {
    case Housekeeping::None: return std::nullopt;
    case Housekeeping::InternalTasks:
        sentence = shown ? Notices::tr("Internal tasks are shown, too.") : Notices::tr("%Ln internal task(s) hidden.", nullptr, count);
        break;
    case Housekeeping::ReadOnlyQueries:
        sentence = shown ? Notices::tr("Read-only queries are shown, too.") : Notices::tr("%Ln read-only query(ies) hidden.", nullptr, count);
        break;
    }
    return Notice {Notice::Tone::Info, sentence, {}, {shown ? NoticeAction::HideHousekeeping : NoticeAction::ShowHousekeeping}};
}

std::optional<Notice> nodesNotice(const QList<NodeInfo> &nodes)
{
    QStringList lines;
    qsizetype silent = 0;
    for (const NodeInfo &node : nodes) {
        if (node.failure.isEmpty())
            continue;
        ++silent;
        const QString name = node.host.isEmpty() || node.host == node.label ? node.label : Notices::tr("%1 (%2)", "node, host").arg(node.label, node.host);
        if (silent <= kNodesNamed)
            lines.append(Notices::tr("%1: %2", "node, reason").arg(name, node.failure.simplified()));
    }
    if (silent == 0)
        return std::nullopt;
    if (silent > kNodesNamed)
        lines.append(Notices::tr("… and %Ln more", nullptr, int(silent - kNodesNamed)));
    const QString text = Notices::tr("%1 of %Ln node(s) did not answer. Their tasks stand dimmed, as they were last seen.", nullptr, int(nodes.size()))
                             .arg(QLocale().toString(silent));
    return Notice {Notice::Tone::Warning, text, lines.join(u'\n'), {}};
}

std::optional<Notice> joined(std::optional<Notice> first, const std::optional<Notice> &second)
{
    if (!first || !second)
        return first ? first : second;
    first->tone = std::max(first->tone, second->tone);
    first->text += u' ' + second->text;
    if (!first->detail.isEmpty() && !second->detail.isEmpty())
        first->detail += u'\n';
    first->detail += second->detail;
    first->actions += second->actions;
    return first;
}

} // namespace taskglass

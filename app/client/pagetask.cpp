// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pagetask.h"

namespace taskglass {

TaskId idOf(const TaskPage &page, const TaskRow &row)
{
    if (row.id == 0)
        return QString::number(row.idNumber);
    const std::string_view text = page.strings.at(row.id);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QByteArray rawOf(const TaskPage &page, const TaskRow &row)
{
    return row.rawBlock < page.rawBlocks.size() ? page.rawBlocks[row.rawBlock]->at(row.rawIndex) : QByteArray();
}

} // namespace taskglass

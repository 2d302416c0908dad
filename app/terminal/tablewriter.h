// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/taskwriter.h"

#include <vector>

namespace taskglass {

/// A table for people, fitted to the terminal: columns take what their first rows need, wide texts are cut with an
/// ellipsis, and columns that still do not fit are left off from the right and named by leftOff(). The widths stay once
/// chosen, so that `watch` can go on line by line.
class TableTaskWriter final : public TaskWriter
{
public:
    explicit TableTaskWriter(const WriterOptions &options);

    QByteArray task(const Task &task, TaskEvent event, EpochNs now) override;
    QByteArray settle() override;
    QList<QString> leftOff() const override { return m_leftOff; }

private:
    struct Row
    {
        QList<QString> cells;
        TaskState state = TaskState::Unknown;
    };
    void chooseWidths();
    [[nodiscard]] QByteArray line(const Row &row, bool header) const;

    WriterOptions m_options;
    std::vector<Row> m_waiting; ///< Until the widths are chosen.
    QList<int> m_widths;        ///< Of the columns that fit; empty until chosen.
    QList<QString> m_leftOff;
};

} // namespace taskglass

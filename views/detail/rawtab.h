// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/detail/detailtab.h"

class QLabel;
class QToolButton;

namespace taskglass {

class TextPane;

/// What the server sent for the task, byte for byte; "Indent" changes white space only, never a literal.
class RawTab : public DetailTab
{
    Q_OBJECT

public:
    explicit RawTab(QWidget *parent = nullptr);
    void setTask(const Task &task, WatchedServer &server) override;

private:
    void showText();

    QByteArray m_raw;
    TaskId m_id;
    TextPane *m_text;
    QToolButton *m_indent;
    QToolButton *m_copy;
    QLabel *m_note;
};

} // namespace taskglass

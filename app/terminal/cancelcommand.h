// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/textcommand.h"

namespace taskglass {

/// `taskglass cancel`: preview, ask, send one request, follow it, say what became of each task.
class CancelCommand final : public TextCommand
{
    Q_OBJECT

public:
    /// \a draft names ids or a filter, never nothing.
    CancelCommand(const Invocation &invocation, Console &console, ServerSession &session, const CommandDraft &draft);
    void interrupt() override;

private:
    enum class Step : quint8 { Previewing, Asking, Following };

    void begin() override;
    bool survives(const Error &error) override;
    void takePreview(const CommandPreview &preview);
    void ask();
    void takeAnswer(const QString &answer);
    void send();
    void takeReport(const CommandReport &report);
    void giveUp();
    void end(const CommandReport &report);
    [[nodiscard]] bool mustTypeNumber() const;

    CommandDraft m_draft;
    CommandPreview m_preview;
    CommandReport m_report;
    Step m_step = Step::Previewing;
};

} // namespace taskglass

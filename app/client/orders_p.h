// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/orders.h"
#include "app/client/protocol.h"

namespace taskglass {

/// One conversation under way. Exactly one of preview, run, lookup and linkFetch is set.
struct Orders::Job
{
    int token = 0;
    LookUp what = LookUp::Task;
    QString id;         ///< Of the task or batch that is looked up.
    std::shared_ptr<Protocol> protocol;
    std::unique_ptr<Preview> preview;
    std::unique_ptr<CommandRun> run;
    std::unique_ptr<Lookup> lookup;
    std::unique_ptr<LinkFetch> linkFetch;
    TaskLink link;      ///< Of linkFetch.
    CommandReport told; ///< As last emitted.
    std::unique_ptr<ConversationDriver> driver;

    [[nodiscard]] Conversation &conversation() const
    {
        if (preview)
            return *preview;
        if (run)
            return *run;
        if (linkFetch)
            return *linkFetch;
        return *lookup;
    }
};

} // namespace taskglass

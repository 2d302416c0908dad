// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/serverprofile.h"

#include <memory>

namespace taskglass {

/// The embedded queue as a server to try everything on: real work on this machine, in a temporary folder, over loopback
/// HTTP like any other server. Ends, and forgets all, with this object.
class Demo
{
public:
    Demo();
    ~Demo();
    Q_DISABLE_COPY_MOVE(Demo)

    /// Starts the queue, with a past and work to come. Blocks for some milliseconds.
    [[nodiscard]] Result<ServerProfile> start();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace taskglass

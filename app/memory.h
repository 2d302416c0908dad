// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace taskglass {

/// Makes the allocator give large buffers back when they are freed. glibc otherwise learns from the first pages of an
/// answer to keep all that are as large in its heaps: with 20,000 tasks loaded, 9 MB of 64 stood empty. To be called before
/// any thread is started; does nothing with other C libraries.
void returnLargeBuffersEarly();

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace taskglass {

void returnLargeBuffersEarly()
{
#ifdef __GLIBC__
    // Bodies of pages and what they are decoded with are larger than this; whatever lives long is smaller.
    constexpr int kLargeBytes = 512 * 1024;
    // Less would shrink and grow the heap at each slice of a page.
    constexpr int kSpareBytes = 1024 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, kLargeBytes);
    ::mallopt(M_TRIM_THRESHOLD, kSpareBytes);
#endif
}

} // namespace taskglass

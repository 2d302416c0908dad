// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/turns.h"

namespace taskglass {

bool Turns::take()
{
    if (m_limit > 0 && m_taken >= m_limit)
        return false;
    ++m_taken;
    return true;
}

void Turns::giveBack()
{
    --m_taken;
    if (m_limit > 0)
        emit freed();
}

} // namespace taskglass

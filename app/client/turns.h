// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace taskglass {

/// How many requests of one connection may be unanswered at a time, over all its conversations. Whoever finds no turn
/// free tries again at freed(), where those who wait go before the one that has just had its turn.
class Turns : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// 0: any number. A smaller limit than before takes effect as turns are given back.
    void setLimit(int limit) { m_limit = limit; }
    /// False when none is free.
    [[nodiscard]] bool take();
    void giveBack();

signals:
    void freed();

private:
    int m_limit = 0;
    int m_taken = 0;
};

} // namespace taskglass

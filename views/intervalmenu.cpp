// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/intervalmenu.h"

#include "views/states/situation.h"

#include <QActionGroup>

namespace taskglass {

namespace {
constexpr int kChoicesMs[] = {1'000, 2'000, 5'000, 10'000, 30'000, 60'000, 300'000, 900'000};
} // namespace

IntervalMenu::IntervalMenu(QWidget *parent)
    : QMenu(parent)
    , m_group(new QActionGroup(this))
{
    for (const int ms : kChoicesMs) {
        QAction *const action = addAction(QString());
        action->setCheckable(true);
        action->setData(ms);
        m_group->addAction(action);
    }
    connect(m_group, &QActionGroup::triggered, this, [this](const QAction *action) { emit chosen(action->data().toInt()); });
    retranslate();
}

std::span<const int> IntervalMenu::choices() { return kChoicesMs; }

void IntervalMenu::setInterval(int ms)
{
    for (QAction *const action : m_group->actions())
        action->setChecked(action->data().toInt() == ms);
}

void IntervalMenu::retranslate()
{
    setTitle(tr("&Interval"));
    setAccessibleName(tr("Interval"));
    for (QAction *const action : m_group->actions())
        action->setText(tr("Every %1").arg(intervalText(action->data().toInt())));
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/doorbell.h"

#include <QCoreApplication>

namespace taskglass {

namespace {
QEvent::Type bellEvent()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}
} // namespace

Doorbell::Doorbell(QObject *parent)
    : QObject(parent)
    , m_event(new QEvent(bellEvent()))
{
}

Doorbell::~Doorbell()
{
    delete m_event.load();
}

void Doorbell::ring()
{
    if (QEvent *const event = m_event.exchange(nullptr, std::memory_order_acq_rel))
        QCoreApplication::postEvent(this, event);
}

bool Doorbell::event(QEvent *event)
{
    if (event->type() != bellEvent())
        return QObject::event(event);
    // Before the answer: a call from now on must be heard again. Takes in what the caller wrote.
    m_event.exchange(new QEvent(bellEvent()), std::memory_order_acq_rel);
    emit rung();
    return true;
}

} // namespace taskglass

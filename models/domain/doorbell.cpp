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
    , m_event(std::make_unique<QEvent>(bellEvent()))
{
}

Doorbell::~Doorbell() = default;

void Doorbell::ring()
{
    if (!m_isRinging.exchange(true, std::memory_order_acq_rel))
        QCoreApplication::postEvent(this, m_event.release());
}

bool Doorbell::event(QEvent *event)
{
    if (event->type() != bellEvent())
        return QObject::event(event);
    m_event = std::make_unique<QEvent>(bellEvent());
    // Before the answer: a call from now on must be heard again. Takes in what the caller wrote.
    m_isRinging.exchange(false, std::memory_order_acq_rel);
    emit rung();
    return true;
}

} // namespace taskglass

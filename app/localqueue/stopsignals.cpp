// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/stopsignals.h"

#include <array>
#include <csignal>
#include <unistd.h>

namespace taskglass::localqueue {

namespace {

constexpr std::array kSignals {SIGTERM, SIGINT, SIGHUP};

// What a signal handler may touch is little: two file descriptors that outlive every handler.
int pipeEnds[2] = {-1, -1};

extern "C" void onStopSignal(int number)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    if (pipeEnds[0] < 0 && ::pipe(pipeEnds) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this]() {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1)
            emit received();
    });
    for (const int number : kSignals)
        std::signal(number, onStopSignal);
    std::signal(SIGPIPE, SIG_IGN); // a closed stdout is no reason to end
}

StopSignals::~StopSignals()
{
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
}

} // namespace taskglass::localqueue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localqueue/account/timing.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace taskglass::localqueue::account {

namespace {

/// Questions asked of one task; each has its own draw.
enum Question { Dispatch, SkipsInitialization, Initialization, Processing, Provisioning, IdHigh, IdLow, Digits };

constexpr qint64 kImportBytesPerSecond = 40 * 1024 * 1024;

/// SplitMix64's finisher: every bit of the answer depends on every bit of the question.
constexpr quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

} // namespace

quint64 Timing::draw(qint64 task, int question) const
{
    return mixed(mixed(mixed(m_seed + 0x9e3779b97f4a7c15ULL) + quint64(task)) + quint64(question));
}

DurationNs Timing::within(Range range, qint64 task, int question) const
{
    const quint64 span = quint64(range.maxMs - range.minMs) * kNsPerMs + 1;
    return range.minMs * kNsPerMs + qint64(draw(task, question) % span);
}

DurationNs Timing::processed(DurationNs real) const
{
    switch (m_pace) {
    case Pace::Instant: return real / 100;
    case Pace::Demo: return real / 4;
    case Pace::Real: return real;
    }
    return real;
}

DurationNs Timing::provisioned(DurationNs real) const
{
    // Minutes: at a pace for watching they must pass in seconds.
    switch (m_pace) {
    case Pace::Instant: return real / 1000;
    case Pace::Demo: return real / 20;
    case Pace::Real: return real;
    }
    return real;
}

DurationNs Timing::dispatch(qint64 task) const
{
    return processed(within({100, 600}, task, Dispatch));
}

DurationNs Timing::initialization(qint64 task) const
{
    return draw(task, SkipsInitialization) % 3 != 0 ? 0 : processed(within({200, 900}, task, Initialization));
}

DurationNs Timing::processing(qint64 task, Command command) const
{
    const auto range = [command]() -> Range {
        switch (command) {
        case Command::SubscriptionCreate:
        case Command::DatabaseCreate: return {19'000, 20'500};
        case Command::SubscriptionUpdate: return {1'400, 4'000};
        case Command::SubscriptionDelete:
        case Command::DatabaseUpdate:
        case Command::DatabaseDelete: return {5'000, 10'000};
        case Command::DatabaseImport: return {3'000, 6'000};
        case Command::DatabaseImportStatus: return {600, 3'000};
        case Command::RuleCreate:
        case Command::RuleUpdate:
        case Command::RuleDelete: return {200, 4'000};
        }
        return {0, 0};
    };
    return processed(within(range(), task, Processing));
}

DurationNs Timing::provisioning(qint64 task, Command command) const
{
    const auto range = [command]() -> Range {
        switch (command) {
        case Command::SubscriptionCreate: return {300'000, 600'000};
        case Command::SubscriptionDelete: return {60'000, 180'000};
        case Command::DatabaseCreate: return {60'000, 180'000};
        case Command::DatabaseUpdate: return {30'000, 120'000};
        case Command::DatabaseDelete: return {20'000, 60'000};
        case Command::RuleCreate:
        case Command::RuleUpdate:
        case Command::RuleDelete: return {2'000, 6'000};
        case Command::SubscriptionUpdate:
        case Command::DatabaseImport:
        case Command::DatabaseImportStatus: break;
        }
        return {0, 0};
    };
    return provisioned(within(range(), task, Provisioning));
}

DurationNs Timing::importing(qint64 bytes) const
{
    return processed(kNsPerSecond + qint64(double(bytes) / kImportBytesPerSecond * kNsPerSecond));
}

int Timing::stampDigits(qint64 task, Stage stage) const
{
    // Nine digits is what the service writes now; fewer come when zeros at the end were dropped, or from older parts.
    constexpr std::array kDigits {9, 9, 9, 9, 8, 6, 6, 5, 3, 2, 1, 0};
    return kDigits[draw(task, Digits + static_cast<int>(stage)) % kDigits.size()];
}

QString Timing::taskId(qint64 task) const
{
    quint64 bits[2] {draw(task, IdHigh), draw(task, IdLow)};
    std::array<quint8, 16> bytes {};
    std::copy_n(reinterpret_cast<const quint8 *>(bits), bytes.size(), bytes.begin());
    bytes[6] = quint8((bytes[6] & 0x0f) | 0x40); // version 4
    bytes[8] = quint8((bytes[8] & 0x3f) | 0x80); // variant of RFC 4122
    const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

} // namespace taskglass::localqueue::account

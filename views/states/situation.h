// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstatus.h"
#include "models/domain/serverprofile.h"

#include <QList>
#include <QString>

#include <optional>

namespace taskglass {

// What to say about a connection, as pure functions of its state and the time: no widget, no timer, every sentence is a
// table test. Server text in these values is plain text.

enum class NoticeAction : quint8 { Stop, Retry, EditServer, Trust, Resume, LoadMore, LoadAll, StopLoading, ShowHousekeeping, HideHousekeeping };

/// One bar above the table.
struct Notice
{
    enum class Tone : quint8 { Info, Warning, Problem };
    Tone tone = Tone::Info;
    QString text;     ///< Whole sentences.
    QString detail;   ///< The certificate, or the server's own words; shown under the text, empty for none.
    QList<NoticeAction> actions;
    std::optional<double> done = {}; ///< 0 … 1 of what the text tells of; drawn behind it.
    bool operator==(const Notice &) const = default;
};

/// The state of the connection when it is not simply live: connecting, paused, failing, refused.
[[nodiscard]] std::optional<Notice> connectionNotice(const ConnectionStatus &status, const ServerProfile &profile, EpochNs now);
/// "Showing the newest 20,000 of 830,112": while only a part is loaded.
[[nodiscard]] std::optional<Notice> partialNotice(const ConnectionStatus &status);
/// Clock skew above 5 s, a version that nobody tested, a raised interval.
[[nodiscard]] std::optional<Notice> remarkNotice(const ConnectionStatus &status);

/// Rows are dimmed when nothing was heard for two intervals (and at least 2 s): they are not "now" any more.
[[nodiscard]] bool isStale(const ConnectionStatus &status, EpochNs now);

/// The connection in a few words, for the list of servers and the status bar: "live", "no answer".
[[nodiscard]] QString stateWords(const ConnectionStatus &status);
/// "1 s", "5 min": an interval for people.
[[nodiscard]] QString intervalText(int ms);
/// "3 min 4 s" down to whole seconds, for ages and countdowns; never negative.
[[nodiscard]] QString ageText(DurationNs age);
/// A SHA-256 in pairs, as certificate viewers show it.
[[nodiscard]] QString fingerprintText(const QString &hex);
[[nodiscard]] QString environmentText(Environment environment);

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/result.h"

#include <optional>

namespace taskglass {

/// What is kept of a server's own words: enough for a sentence. A server that sends more has lost its mind.
inline constexpr qsizetype kServerWordsKept = 2000;
/// Larger bodies of error answers are not looked at.
inline constexpr qsizetype kLargestErrorBody = 1024 * 1024;

/// An error with nothing more to it than \a sentence, which is translated. \a httpStatus: 0 when none arrived.
[[nodiscard]] Error errorOf(Error::Kind kind, const QString &sentence, int httpStatus = 0);

/// A web page by its body or by its content type.
[[nodiscard]] bool isWebPage(const HttpAnswer &answer);

/// What a status outside 2xx means on its own.
[[nodiscard]] Error::Kind kindForStatus(int status);

/// The answer of another program, of a proxy for instance, in a sentence: a 2xx that is no JSON, a 404 that is a web
/// page. Empty when \a answer may well be the server's own.
[[nodiscard]] std::optional<Error> foreignAnswer(const HttpAnswer &answer);

/// What an answer with an error status means whatever kind of server gave it: translated, for the kinds that have no
/// better sentence of their own.
[[nodiscard]] QString generalSentence(const Error &error);

} // namespace taskglass

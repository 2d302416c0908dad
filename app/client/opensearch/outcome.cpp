// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/opensearch/outcome.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace taskglass::opensearch {

namespace {

/// What happened, and behind it what caused it in the end.
QString chainInWords(const Cause &cause)
{
    const QString outer = QString::fromStdString(cause.reason);
    const QString inner = QString::fromStdString(cause.innermostReason);
    if (inner.isEmpty() || outer.contains(inner))
        return outer;
    return outer.isEmpty() ? inner : QString(outer + u": "_s + inner);
}

Outcome failed(const Cause &cause)
{
    Outcome outcome;
    outcome.state = TaskState::Failed;
    outcome.message = chainInWords(cause);
    outcome.code = cause.type;
    if (cause.innermostType != cause.type)
        outcome.type = cause.innermostType;
    return outcome;
}

Outcome failedInPart(const ResultFacts &facts)
{
    Outcome outcome = failed(facts.firstFailure);
    if (facts.failures == 0) {
        outcome.message = QCoreApplication::translate("OpenSearch", "The searches of this task timed out, so that not all documents were reached.");
        outcome.code = "timed_out";
    }
    return outcome;
}

} // namespace

Outcome outcomeOf(const ResultFacts &facts)
{
    Outcome outcome;
    if (!facts.completed) {
        outcome.state = TaskState::Running;
        return outcome;
    }
    const bool isEnd = facts.hasError || facts.hasResponse;
    if ((isEnd && facts.cancelled) || facts.status.canceled || facts.response.canceled || facts.status.sliceCanceled
        || facts.response.sliceCanceled || (facts.hasError && facts.error.isCancel)) {
        outcome.state = TaskState::Canceled;
        return outcome;
    }
    if (facts.hasError)
        return failed(facts.error);
    if (facts.failures > 0 || facts.timedOut)
        return failedInPart(facts);
    outcome.state = facts.hasResponse ? TaskState::Succeeded : TaskState::Unknown;
    return outcome;
}

} // namespace taskglass::opensearch

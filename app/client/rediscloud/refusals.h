// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/protocol.h"

#include <memory>
#include <optional>
#include <utility>

namespace taskglass::rediscloud {

/// \file
/// What a service without commands makes of commands: over at once, with the reason and without a request. The client
/// asks Capabilities before; this is for whoever does not.

class RefusedPreview final : public Preview
{
public:
    explicit RefusedPreview(Error error) : m_error(std::move(error)) { }
    std::optional<HttpRequest> next(EpochNs) override { return {}; }
    void absorb(const HttpRequest &, EpochNs, const Result<DecodedPtr> &) override { }
    bool isOver() const override { return true; }
    std::shared_ptr<const Decoder> decoder() const override { return {}; }
    Result<CommandPreview> result() const override { return m_error; }

private:
    Error m_error;
};

class RefusedRun final : public CommandRun
{
public:
    RefusedRun(const Command &command, const Error &error, EpochNs now)
    {
        m_report.command = command;
        m_report.phase = CommandReport::Phase::Failed;
        m_report.error = error;
        m_report.doneAt = now;
    }
    std::optional<HttpRequest> next(EpochNs) override { return {}; }
    void absorb(const HttpRequest &, EpochNs, const Result<DecodedPtr> &) override { }
    bool isOver() const override { return true; }
    std::shared_ptr<const Decoder> decoder() const override { return {}; }
    const CommandReport &report() const override { return m_report; }
    QList<TaskId> takeAccepted() override { return {}; }
    QList<TaskId> takeNotTaken() override { return {}; }

private:
    CommandReport m_report;
};

} // namespace taskglass::rediscloud

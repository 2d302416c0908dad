// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/http.h"
#include "models/domain/time.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace taskglass {

/// What a conversation has yet to ask, in that order, and what it has asked and waits for. \a Ask is a value of the
/// conversation's own that a request can be made of.
template<typename Ask>
class AskQueue
{
public:
    void add(Ask ask) { m_asks.push_back(std::move(ask)); }
    void addFirst(Ask ask) { m_asks.push_front(std::move(ask)); }
    /// Nothing is asked before \a time.
    void waitUntil(EpochNs time) { m_notBefore = time; }
    /// kNoTime when nothing is in the way.
    [[nodiscard]] EpochNs notBefore() const { return m_notBefore; }
    /// Nothing is left to be asked.
    [[nodiscard]] bool isEmpty() const { return m_asks.empty(); }
    /// Nothing was asked that is not answered.
    [[nodiscard]] bool isAnswered() const { return m_asked.empty(); }

    /// The request that \a requestFor makes of the next question, numbered; empty when there is none, when it is too early,
    /// and while \a most questions are unanswered.
    template<typename RequestFor>
    [[nodiscard]] std::optional<HttpRequest> next(EpochNs now, RequestFor &&requestFor, std::size_t most = 1)
    {
        if (m_asks.empty() || m_asked.size() >= most || (m_notBefore != kNoTime && now < m_notBefore))
            return {};
        m_notBefore = kNoTime;
        const Ask &ask = m_asked[++m_serial] = std::move(m_asks.front());
        m_asks.pop_front();
        HttpRequest request = requestFor(ask);
        request.lane = Lane::Demand;
        request.serial = m_serial;
        return request;
    }

    /// The question behind \a request, which is answered now; empty when that is stale.
    [[nodiscard]] std::optional<Ask> takeAnswered(const HttpRequest &request)
    {
        const auto asked = m_asked.find(request.serial);
        if (asked == m_asked.end())
            return {};
        Ask ask = std::move(asked->second);
        m_asked.erase(asked);
        return ask;
    }

    /// Takes out those questions not yet asked for which \a isMeant(ask), in their order.
    template<typename IsMeant>
    [[nodiscard]] std::vector<Ask> takeWaiting(const IsMeant &isMeant)
    {
        std::vector<Ask> taken;
        std::copy_if(m_asks.begin(), m_asks.end(), std::back_inserter(taken), isMeant);
        std::erase_if(m_asks, isMeant);
        return taken;
    }

private:
    std::deque<Ask> m_asks;
    std::map<quint64, Ask> m_asked;
    quint64 m_serial = 0;
    EpochNs m_notBefore = kNoTime;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/rediscloud/ledger.h"

#include "app/client/json.h"
#include "app/client/pageslice.h"

#include <algorithm>
#include <utility>

namespace taskglass::rediscloud {

namespace {

/// The id without copying it: for looking up, while the page lives.
QByteArray idView(const TaskPage &page, const TaskRow &row)
{
    const std::string_view id = page.strings.at(row.id);
    return QByteArray::fromRawData(id.data(), qsizetype(id.size()));
}

} // namespace

bool Ledger::isStale(const Entry &entry, const TaskRow &row, const TaskFacts &facts)
{
    if (isFinal(row.state) || entry.firstSeenAt == kNoTime)
        return false;
    if (isFinal(entry.state)) // it does not begin anew, unless the service says so with a later time
        return facts.timestamp == kNoTime || entry.newest == kNoTime || facts.timestamp <= entry.newest;
    // Steps forward are believed whatever their time says: the clocks of the service's machines differ.
    return entry.state == TaskState::Running && row.state == TaskState::Queued && facts.timestamp != kNoTime && facts.timestamp < entry.newest;
}

bool Ledger::observe(Entry &entry, std::string_view status, const TaskRow &row, const TaskFacts &facts, EpochNs now)
{
    const QByteArray word = json::bytesOf(status);
    const bool isSameStatus = entry.firstSeenAt != kNoTime && entry.status == word;
    if (entry.firstSeenAt == kNoTime)
        entry.firstSeenAt = now;
    entry.lastSeenAt = now;
    if (!isSameStatus) {
        entry.status = word;
        entry.since = facts.timestamp;
    } else if (facts.timestamp != kNoTime) {
        entry.since = entry.since == kNoTime ? facts.timestamp : std::min(entry.since, facts.timestamp);
    }
    entry.newest = std::max(entry.newest, facts.timestamp); // kNoTime is the least of all
    entry.state = row.state;
    if (row.state != TaskState::Running)
        return false;
    if (entry.runningFrom == kNoTime)
        entry.runningFrom = now;
    const bool longer = now > entry.runningUntil && now > entry.runningFrom;
    entry.runningUntil = std::max(entry.runningUntil, now);
    return longer;
}

void Ledger::count(const Entry &entry, int by)
{
    if (entry.gone)
        m_gone += by;
    else if (entry.state == TaskState::Unknown)
        m_unclear += by;
    else if (!isFinal(entry.state))
        m_open += by;
}

/// Returns whether the store must be told.
bool Ledger::takeIn(Entry &entry, const TaskPage &page, const TaskRow &row, const TaskFacts &facts, EpochNs now)
{
    const bool wasSettled = entry.answered && isFinal(entry.state);
    const QByteArray status = entry.status;
    const EpochNs since = entry.since;
    const bool isOther = entry.digest != facts.digest;
    const bool longer = observe(entry, page.strings.at(row.serverState), row, facts, now);
    entry.digest = facts.digest;
    // Its own answer came first and says more than the list, which has caught up with it now.
    if (wasSettled && entry.status == status)
        return entry.since != since;
    if (isOther)
        entry.answered = false;
    return isOther || longer;
}

/// Returns whether the store must be told.
bool Ledger::absorbListed(const TaskList &list, std::size_t index, EpochNs now)
{
    const TaskPage &page = *list.page;
    const TaskRow &row = page.rows[index];
    const TaskFacts &facts = list.facts[index];
    auto found = m_entries.find(idView(page, row));
    if (found == m_entries.end())
        found = m_entries.insert(json::bytesOf(page.strings.at(row.id)), {});
    else
        count(*found, -1);
    Entry &entry = *found;
    const bool isBack = std::exchange(entry.gone, false);
    const bool stale = isStale(entry, row, facts);
    const bool isNews = !stale && (takeIn(entry, page, row, facts, now) || isBack);
    if (stale)
        entry.digest = 0; // what is current will come again, and must be told then
    else
        considerAsking(found.key(), entry, row, facts);
    entry.misses = 0;
    entry.lastSeenAt = now;
    count(entry, 1);
    return isNews;
}

/// Once for each change that the list shows.
void Ledger::considerAsking(const QByteArray &id, Entry &entry, const TaskRow &row, const TaskFacts &facts)
{
    if (std::exchange(entry.askedFor, facts.digest) == facts.digest || !facts.isThin || entry.answered)
        return;
    // What had ended before we came is asked for when somebody looks at it; but why something failed is seen in the list.
    if (m_hasList || (row.state == TaskState::Failed && row.errorCode == 0))
        want(id, entry);
}

TaskUpdate Ledger::absorbList(const TaskList &list, EpochNs now)
{
    TaskUpdate update;
    update.receivedAt = now;
    for (Entry &entry : m_entries)
        ++entry.misses;
    std::vector<std::size_t> news;
    for (std::size_t i = 0; i < list.page->rows.size(); ++i) {
        if (absorbListed(list, i, now))
            news.push_back(i);
    }
    m_hasList = true;
    noteMissing(update, now);
    if (!news.empty()) {
        // The oldest first: where times are missing, what arrives later counts as newer.
        std::stable_sort(news.begin(), news.end(), [&list](std::size_t a, std::size_t b) { return list.facts[a].timestamp < list.facts[b].timestamp; });
        update.page = pageFor(*list.page, news);
    }
    return update;
}

TaskUpdate Ledger::absorbTask(const TaskList &one, EpochNs now)
{
    TaskUpdate update;
    update.receivedAt = now;
    const TaskPage &page = *one.page;
    if (page.rows.empty())
        return update;
    const TaskRow &row = page.rows.front();
    const QByteArray id = json::bytesOf(page.strings.at(row.id));
    const auto known = m_entries.constFind(id);
    if (known != m_entries.cend() && (known->gone || isStale(*known, row, one.facts.front())))
        return update;
    if (known != m_entries.cend())
        count(*known, -1);
    Entry &entry = m_entries[id];
    (void)observe(entry, page.strings.at(row.serverState), row, one.facts.front(), now);
    entry.answered = true;
    count(entry, 1);
    update.page = pageFor(page, {0});
    return update;
}

/// Tasks that the list lacks; those that were looked up and never listed as well.
void Ledger::noteMissing(TaskUpdate &update, EpochNs now)
{
    for (auto each = m_entries.begin(); each != m_entries.end(); ++each) {
        Entry &entry = *each;
        if (entry.gone || entry.misses < kMissesUntilGone)
            continue;
        count(entry, -1);
        entry.gone = true;
        count(entry, 1);
        update.gone << QString::fromUtf8(each.key());
        update.goneSeenAt = update.goneSeenAt == kNoTime ? entry.lastSeenAt : std::min(update.goneSeenAt, entry.lastSeenAt);
    }
    Q_ASSERT(update.goneSeenAt == kNoTime || update.goneSeenAt <= now);
}

TaskPagePtr Ledger::pageFor(const TaskPage &page, const std::vector<std::size_t> &rows) const
{
    const auto picked = pick(page, rows);
    for (TaskRow &row : picked->rows) {
        const Entry &entry = *m_entries.constFind(idView(*picked, row));
        if (isFinal(row.state))
            row.finishedAt = entry.since;
        if (entry.runningUntil > entry.runningFrom) {
            row.ran = entry.runningUntil - entry.runningFrom;
            row.ranAtLeast = true;
        }
    }
    return picked;
}

void Ledger::want(const QByteArray &id, Entry &entry)
{
    if (!std::exchange(entry.wanted, true))
        m_wanted.push_back(id);
}

std::optional<QByteArray> Ledger::takeWanted()
{
    while (!m_wanted.empty()) {
        const QByteArray id = m_wanted.back();
        m_wanted.pop_back();
        Entry &entry = m_entries[id];
        entry.wanted = false;
        if (!entry.gone && !entry.answered)
            return id;
    }
    return {};
}

void Ledger::wantAgain(const QByteArray &id)
{
    const auto entry = m_entries.find(id);
    if (entry != m_entries.end())
        want(id, *entry);
}

bool Ledger::isSettled(const QByteArray &id) const
{
    const auto entry = m_entries.constFind(id);
    return entry != m_entries.cend() && entry->answered && isFinal(entry->state);
}

bool Ledger::isGone(const QByteArray &id) const
{
    const auto entry = m_entries.constFind(id);
    return entry != m_entries.cend() && entry->gone;
}

EpochNs Ledger::firstSeenAt(const QByteArray &id) const
{
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.cend() ? kNoTime : entry->firstSeenAt;
}

} // namespace taskglass::rediscloud

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/conversationdriver.h"
#include "models/domain/command.h"
#include "models/domain/serverprofile.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace taskglass {

/// What people order beside the polling: previews and commands, and look-ups for the detail pane and searches. Each is a
/// conversation of its own and goes side by side with the poll. A read-only profile's commands end here, before any
/// request is made.
class Orders : public QObject
{
    Q_OBJECT

public:
    using DriverFactory = std::function<std::unique_ptr<ConversationDriver>(Conversation &)>;

    Orders(DriverFactory makeDriver, const Clock &clock, QObject *parent = nullptr);
    ~Orders() override;

    /// From now on orders go to \a protocol; null: there is no connection, and orders are refused with a sentence.
    void setConnection(std::shared_ptr<Protocol> protocol, const ServerProfile &profile);
    /// Ends everything under way: previews fail, commands that were sent are reported as not known to have taken.
    void abandon();
    /// While paused look-ups are not started; previews and commands still are, since somebody waits for them.
    void setPaused(bool paused);

    /// Answered by previewReady() or previewFailed() with \a token; a refusal at once.
    void preview(int token, const CommandDraft &draft);
    /// Told by reportChanged(), as often as there is news; a refusal is a report, too.
    void send(const Command &command);
    /// Answered by taskFetched().
    void fetchTask(const TaskId &id);
    /// What is found comes by updated(); the end is not told.
    void fetchBatch(const QString &id);
    /// Answered by searchEnded(), unless another search takes its place before.
    void search(const TaskFilter &filter);
    /// Answered by linkFetched(). Goes to the server's own addresses only.
    void fetchLink(const TaskLink &link);

    static constexpr qint64 kMostFound = 10'000; ///< Tasks that one search brings at most.

signals:
    void updated(const taskglass::TaskUpdate &update);
    void previewReady(int token, const taskglass::CommandPreview &preview);
    void previewFailed(int token, const taskglass::Error &error);
    void reportChanged(const taskglass::CommandReport &report);
    void cancelAccepted(const QList<taskglass::TaskId> &ids, taskglass::EpochNs at);
    void cancelEnded(const QList<taskglass::TaskId> &ids);
    /// Something changed on the server by our doing: a poll would show it.
    void changedSomething();
    /// A look-up is over; what it found came through updated() before.
    void taskFetched(const taskglass::TaskId &id, const std::optional<taskglass::Error> &error);
    void searchEnded(const std::optional<taskglass::Error> &error);
    void linkFetched(const taskglass::TaskLink &link, const QByteArray &body, const std::optional<taskglass::Error> &error);

private:
    struct Job;
    [[nodiscard]] std::optional<Error> refusal(CommandKind kind, bool byFilter) const;
    Job &begin(std::unique_ptr<Job> job);
    void progress(Job &job);
    void finish(Job &job);
    enum class LookUp { Task, Batch, Search };
    void lookUp(LookUp what, const QString &id, std::unique_ptr<Lookup> lookup);
    [[nodiscard]] std::optional<Error> noLookups() const;
    void tellEnd(LookUp what, const QString &id, const std::optional<Error> &error);
    void startWaiting();
    void followRun(Job &job);

    DriverFactory m_makeDriver;
    const Clock &m_clock;
    std::shared_ptr<Protocol> m_protocol;
    ServerProfile m_profile;
    std::vector<std::unique_ptr<Job>> m_jobs;
    std::deque<std::unique_ptr<Job>> m_waiting; ///< Look-ups: only a few are under way at a time.
    bool m_paused = false;
};

} // namespace taskglass

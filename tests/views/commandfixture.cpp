// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/commandfixture.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace taskglass::test {

void CommandFixture::init()
{
    ServerProfile profile;
    profile.name = u"prod-eu"_s;
    profile.url = QUrl(u"http://user:hush@localhost:7700"_s);
    m_server = std::make_unique<WatchedServer>(profile, m_clock);
    ConnectionStatus status;
    status.capabilities.cancel = Ability::yes();
    status.capabilities.cancelByFilter = Ability::yes();
    status.capabilities.deleteTasks = Ability::yes();
    status.capabilities.cancelMeans = u"Queued tasks will not start."_s;
    m_server->setStatus(status);
    m_confirmed.clear();
    m_sent.clear();
    connect(m_server.get(), &WatchedServer::commandRequested, this, [this](const Command &command) { m_sent.append(command); });
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_window->show();
}

void CommandFixture::cleanup()
{
    delete m_dialog;
    m_window.reset();
    m_server.reset();
}

CommandDraft CommandFixture::draftOf(const QList<TaskId> &ids) const
{
    CommandDraft draft;
    draft.ids = ids;
    return draft;
}

CommandPreview CommandFixture::previewOf(const CommandDraft &draft, qint64 count) const
{
    CommandPreview preview;
    preview.command.id = u"c1"_s;
    preview.command.kind = draft.kind;
    preview.command.ids = draft.ids;
    preview.command.filter = draft.filter;
    preview.command.previewed = count;
    preview.count = count;
    preview.byState = {{TaskState::Queued, count}};
    preview.byType = {{kEvil, count}};
    preview.oldest = u"1"_s;
    preview.newest = u"9"_s;
    for (qint64 i = 0; i < std::min<qint64>(count, 1000); ++i)
        preview.tasks.append(makeTask(QString::number(i), TaskState::Queued, m_clock.now()));
    preview.curl = u"curl -X POST 'http://localhost:7700/tasks/cancel?uids=1'"_s;
    return preview;
}

void CommandFixture::setEnvironment(Environment environment, bool readOnly)
{
    ServerProfile profile = m_server->profile();
    profile.environment = environment;
    profile.readOnly = readOnly;
    m_server->setProfile(profile);
}

int CommandFixture::openDialog(const CommandDraft &draft, bool brief)
{
    QSignalSpy asked(m_server.get(), &WatchedServer::previewRequested);
    m_dialog = new CommandDialog(*m_server, draft, brief, m_window.get());
    connect(m_dialog, &CommandDialog::confirmed, this, [this](const Command &command) { m_confirmed.append(command); });
    m_dialog->open();
    return asked.isEmpty() ? 0 : asked.first().first().toInt();
}

} // namespace taskglass::test

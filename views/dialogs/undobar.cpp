// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/undobar.h"

#include "views/style/icons.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace taskglass {

namespace {

constexpr int kPaintMs = 50;

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString undoneText(CommandKind kind, int count)
{
    switch (kind) {
    case CommandKind::Cancel: return UndoBar::tr("The cancel of %Ln task(s) was undone; nothing was sent.", nullptr, count);
    case CommandKind::Delete: return UndoBar::tr("The deletion of %Ln record(s) was undone; nothing was sent.", nullptr, count);
    case CommandKind::Rethrottle: return UndoBar::tr("The new speed of %Ln task(s) was undone; nothing was sent.", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString waitingText(CommandKind kind, const QString &server, int count)
{
    switch (kind) {
    case CommandKind::Cancel: return HeldCommand::tr("%Ln task(s) on %1 wait for their cancel to be sent.", nullptr, count).arg(server);
    case CommandKind::Delete: return HeldCommand::tr("%Ln record(s) on %1 wait to be deleted.", nullptr, count).arg(server);
    case CommandKind::Rethrottle: return HeldCommand::tr("%Ln task(s) on %1 wait for their new speed to be sent.", nullptr, count).arg(server);
    }
    Q_UNREACHABLE();
}

QString countdownText(CommandKind kind, const QString &server, int count, int seconds)
{
    switch (kind) {
    case CommandKind::Cancel: return HeldCommand::tr("Canceling %Ln task(s) on %1 in %2 s.", nullptr, count).arg(server).arg(seconds);
    case CommandKind::Delete: return HeldCommand::tr("Deleting %Ln record(s) on %1 in %2 s.", nullptr, count).arg(server).arg(seconds);
    case CommandKind::Rethrottle: return HeldCommand::tr("Changing the speed of %Ln task(s) on %1 in %2 s.", nullptr, count).arg(server).arg(seconds);
    }
    Q_UNREACHABLE();
}

} // namespace

HeldCommand::HeldCommand(WatchedServer &server, Command command, int holdMs, QWidget *parent)
    : QWidget(parent)
    , m_server(&server)
    , m_serverName(server.profile().name)
    , m_command(std::move(command))
    , m_text(plainLabel({}, this))
    , m_left(new QProgressBar(this))
    , m_undo(new QPushButton(icon(Icon::Undo), tr("Undo"), this))
    , m_send(new QPushButton(icon(Icon::Send), tr("Send Now"), this))
{
    m_text->setWordWrap(false);
    m_undo->setToolTip(tr("Nothing is sent (Esc)"));
    m_undo->setAutoDefault(false);
    m_send->setAutoDefault(false);
    m_left->setTextVisible(false);
    m_left->setFixedSize(120, 6);
    m_left->setRange(0, std::max(1, holdMs));
    m_left->setVisible(holdMs > 0);
    m_left->setAccessibleName(tr("Time left to undo"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::kGroup, spacing::kInside, spacing::kGroup, spacing::kInside);
    row->setSpacing(spacing::kGroup);
    row->addWidget(m_text, 1);
    row->addWidget(m_left);
    row->addWidget(m_undo);
    row->addWidget(m_send);
    setFocusProxy(m_undo);

    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::PreciseTimer);
    connect(&m_end, &QTimer::timeout, this, &HeldCommand::sendNow);
    connect(&m_paint, &QTimer::timeout, this, &HeldCommand::updateText);
    connect(m_undo, &QPushButton::clicked, this, &HeldCommand::undo);
    connect(m_send, &QPushButton::clicked, this, &HeldCommand::sendNow);
    // Without its server there is nobody to send to.
    connect(&server, &QObject::destroyed, this, &HeldCommand::undo);
    if (holdMs >= 0) {
        m_end.start(holdMs);
        m_paint.start(kPaintMs);
    }
    updateText();
}

void HeldCommand::updateText()
{
    // The timer may say a little more than it was given.
    const int left = m_end.isActive() ? std::min(m_end.remainingTime(), m_left->maximum()) : -1;
    const int count = plural(m_command.previewed);
    QString text;
    if (left < 0) {
        text = waitingText(m_command.kind, m_serverName, count);
    } else {
        text = countdownText(m_command.kind, m_serverName, count, (left + 999) / 1000);
        m_left->setValue(left);
    }
    if (m_text->text() == text)
        return;
    m_text->setText(text);
    m_undo->setAccessibleName(tr("Undo. %1").arg(text));
    m_send->setAccessibleName(tr("Send now. %1").arg(text));
}

void HeldCommand::sendNow()
{
    if (!std::exchange(m_open, false))
        return;
    m_end.stop();
    m_paint.stop();
    if (!m_server) {
        emit undone(m_command);
        return;
    }
    m_server->send(m_command);
    emit sent(m_command);
}

void HeldCommand::undo()
{
    if (!std::exchange(m_open, false))
        return;
    m_end.stop();
    m_paint.stop();
    emit undone(m_command);
}

void HeldCommand::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        undo();
    else
        QWidget::keyPressEvent(event);
}

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Commands that can be undone"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

void UndoBar::hold(WatchedServer &server, const Command &command)
{
    if (!command.isPinned())
        return; // never to be sent, whoever asks
    if (m_holdMs == 0) {
        server.send(command);
        return;
    }
    auto *held = new HeldCommand(server, command, m_holdMs, this);
    m_column->addWidget(held);
    m_held.append(held);
    connect(held, &HeldCommand::sent, this, [this, held] { drop(held); });
    connect(held, &HeldCommand::undone, this, [this, held](const Command &undone) {
        emit noticed(undoneText(undone.kind, plural(undone.previewed)));
        drop(held);
    });
    show();
    emit pendingChanged(pending());
}

QList<HeldCommand *> UndoBar::open() const
{
    QList<HeldCommand *> list;
    for (const QPointer<HeldCommand> &held : m_held) {
        if (held && held->isOpen())
            list.append(held);
    }
    return list;
}

int UndoBar::pending() const
{
    return static_cast<int>(open().size());
}

bool UndoBar::undoLatest()
{
    const QList<HeldCommand *> list = open();
    if (list.isEmpty())
        return false;
    list.last()->undo();
    return true;
}

void UndoBar::sendAll()
{
    for (HeldCommand *held : open())
        held->sendNow();
}

void UndoBar::discardAll()
{
    for (HeldCommand *held : open())
        held->undo();
}

void UndoBar::drop(HeldCommand *held)
{
    m_held.removeAll(held);
    held->hide();
    held->deleteLater();
    setVisible(pending() > 0);
    emit pendingChanged(pending());
}

} // namespace taskglass

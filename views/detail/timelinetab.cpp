// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/timelinetab.h"

#include "models/table/format.h"
#include "views/detail/taskfacts.h"
#include "views/detail/timelinebar.h"
#include "views/style/plaintext.h"
#include "views/style/spacing.h"

#include <QLabel>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

namespace taskglass {

TimelineTab::TimelineTab(QWidget *parent)
    : DetailTab(parent)
    , m_bar(new TimelineBar)
    , m_moments(plainLabel())
    , m_evidence(plainLabel())
{
    m_moments->setAccessibleName(tr("Moments"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::kGroup, spacing::kSection, spacing::kGroup, spacing::kGroup);
    column->setSpacing(spacing::kGroup);
    column->addWidget(m_bar);
    column->addWidget(m_evidence);
    column->addWidget(m_moments);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void TimelineTab::setTask(const Task &task, WatchedServer &server)
{
    m_task = task;
    m_server = &server;
    tick();
}

void TimelineTab::tick()
{
    if (!m_server)
        return;
    const EpochNs now = serverNow(m_server->clock().now(), m_server->status());
    const DurationNs skew = m_server->status().clockSkew.value_or(0);
    const QList<TimelinePart> parts = timelineParts(m_task, now, skew);
    m_bar->setParts(parts, m_task.state, timelineSentence(m_task, parts));
    m_bar->setVisible(!parts.isEmpty());

    QStringList lines;
    const auto moment = [&lines, now](const QString &line, const std::optional<EpochNs> &time) {
        if (time)
            lines.append(line.arg(formatTimestamp(*time, now), QString::fromLatin1(formatRfc3339(*time))));
    };
    //: %1 local time, %2 exact stamp
    moment(tr("Enqueued %1  (%2)"), m_task.enqueuedAt);
    moment(tr("Seen running since %1  (%2)"), m_task.seenStartedAt);
    moment(tr("Started %1  (%2)"), m_task.startedAt);
    if (m_task.cancelRequestedAt)
        moment(tr("Cancel requested %1  (%2)"), *m_task.cancelRequestedAt + skew);
    moment(tr("Finished %1  (%2)"), m_task.finishedAt);
    if (!m_task.batch.isEmpty())
        lines.append(tr("Ran in batch %1").arg(m_task.batch));
    if (lines.isEmpty())
        lines.append(timelineSentence(m_task, parts));
    if (const QString text = lines.join(u'\n'); text != m_moments->text())
        m_moments->setText(text);
    m_evidence->setText(startEvidence(m_task, now));
    m_evidence->setVisible(!m_evidence->text().isEmpty());
}

} // namespace taskglass

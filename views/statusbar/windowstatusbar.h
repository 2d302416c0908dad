// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstatus.h"
#include "models/domain/serverprofile.h"

#include <QStatusBar>
#include <QTimer>

class QToolButton;

namespace taskglass {

class ElidedLabel;

/// What the status bar says beside the connection itself.
struct StatusNumbers
{
    qint64 shown = 0;      ///< Tasks that the filter lets through.
    qint64 total = 0;      ///< Tasks on the server where it says so, else loaded ones.
    qint64 selected = 0;
    bool allMatching = false;
    bool scanning = false;
};

/// State, interval, answer time, age, shown of total, selection, READ-ONLY, what the server still allows, load. A click on a part opens what sets it.
/// Where the window is narrow, parts are left out whole, the least important first: the bar never widens the window.
class WindowStatusBar : public QStatusBar
{
    Q_OBJECT

public:
    enum class Part : quint8 { State, Interval, Answer, Age, Shown, Selection, ReadOnly, Budget, Load };

    explicit WindowStatusBar(QWidget *parent = nullptr);
    /// Called on every change and each second: ages tick.
    void update(const ConnectionStatus &status, const ServerProfile &profile, const StatusNumbers &numbers, EpochNs now);
    void clearParts();
    [[nodiscard]] QToolButton *part(Part part) const { return m_parts[std::size_t(part)]; }
    /// Says \a text to screen readers and shows it for some seconds beside the parts, which stay. Repeats within a few
    /// seconds are dropped.
    void announce(const QString &text);

signals:
    void partClicked(taskglass::WindowStatusBar::Part part);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void setPart(Part part, const QString &text, const QString &tip, const QString &spoken = {});

    std::array<QToolButton *, 9> m_parts {};
    ElidedLabel *m_announcement;
    QTimer m_forget;
    QString m_lastAnnounced;
    qint64 m_lastAnnouncedMs = 0;
};

} // namespace taskglass

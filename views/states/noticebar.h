// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/states/situation.h"

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace taskglass {

/// A bar that shows a Notice: an icon, sentences, at most three buttons. Hidden without one. It is told again each second
/// (ages tick), so it changes only what differs: focus on a button stays.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// \a name: of the server, for "Trust this certificate for NAME".
    void setNotice(const std::optional<Notice> &notice, const QString &name = {});
    [[nodiscard]] QString text() const;

signals:
    void actionChosen(taskglass::NoticeAction action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void placeButtons();
    void setButtons(const QList<NoticeAction> &actions, const QString &name);

    Notice::Tone m_tone = Notice::Tone::Info;
    QList<NoticeAction> m_actions;
    std::optional<double> m_done;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_detail = nullptr;
    QWidget *m_buttons = nullptr;
    QGridLayout *m_grid = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace taskglass

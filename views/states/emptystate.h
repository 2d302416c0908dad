// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstatus.h"
#include "models/domain/serverprofile.h"
#include "models/domain/taskfilter.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace taskglass {

/// Why the table has no rows, in a sentence or two, and what to press.
struct Emptiness
{
    enum class Kind : quint8 { FirstAnswer, NoTasks, NothingOpen, NoMatch };
    Kind kind = Kind::NoTasks;
    QString text;
    QString primary;   ///< Label of the one primary button; empty for none.
    QString secondary;
    bool operator==(const Emptiness &) const = default;
};

/// \a loaded: tasks that the store has; \a lastFinishedAt: kNoTime when nothing is known to have ended.
[[nodiscard]] Emptiness emptinessOf(const ConnectionStatus &status, const ServerProfile &profile, const TaskFilter &filter,
                                    qint64 loaded, EpochNs lastFinishedAt, EpochNs now);

/// A 48 px glyph, one sentence, one primary button, over the empty table.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *table);
    void setEmptiness(const std::optional<Emptiness> &emptiness);
    [[nodiscard]] QString text() const;

signals:
    void clearFilterRequested();
    void searchOlderRequested();
    void showFinishedRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void press();
    void updateGlyph();

    Emptiness m_emptiness;
    QLabel *m_glyph = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_primary = nullptr;
    QPushButton *m_secondary = nullptr;
};

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/serverprofile.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableView;

namespace taskglass {

class FoldButton;
class PreviewModel;

/// What a command will hit and what becomes of it: the numbers, the list, the words, the request, the reason and, when it
/// is many or production, the number to type.
class CommandSummary : public QWidget
{
    Q_OBJECT

public:
    explicit CommandSummary(QWidget *parent = nullptr);
    /// \a means: what the command does on this server.
    void setPreview(const CommandPreview &preview, const ServerProfile &server, const QString &means, EpochNs now);
    /// What the server calls the columns of the list; before setPreview().
    void setColumnTitles(const QList<std::pair<QString, QString>> &titles);
    /// The number was typed, or need not be.
    [[nodiscard]] bool isConfirmed() const;
    [[nodiscard]] QString reason() const;

signals:
    void confirmedChanged();

private:
    QWidget *makeRequestFold();
    QWidget *makeTypedRow();

    PreviewModel *m_model;
    QLabel *m_states;
    QLabel *m_types;
    QLabel *m_range;
    QTableView *m_list;
    QLabel *m_cut;
    QLabel *m_means;
    QLabel *m_note;
    QLabel *m_pin;
    QLineEdit *m_reason;
    FoldButton *m_fold;
    QPlainTextEdit *m_curl;
    QWidget *m_typedRow;
    QLabel *m_typedLabel;
    QLineEdit *m_typed;
    bool m_mustType = false;
    qint64 m_count = 0;
};

} // namespace taskglass

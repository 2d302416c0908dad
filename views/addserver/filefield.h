// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace taskglass {

/// The path of a file to be read, typed or chosen. Empty means none.
class FileField : public QWidget
{
    Q_OBJECT

public:
    /// \a name is what the file is, for screen readers and the chooser's title: "Client key".
    explicit FileField(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    /// Something was typed, and it is no file that can be read now.
    [[nodiscard]] bool isUnreadable() const;

signals:
    void changed();

private:
    void browse();

    QString m_name;
    QLineEdit *m_path;
};

} // namespace taskglass

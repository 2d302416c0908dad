// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QSocketNotifier;

namespace taskglass {

/// The terminal, or the pipes, that the program talks through: data to stdout, everything else to stderr.
class Console : public QObject
{
    Q_OBJECT

public:
    explicit Console(QObject *parent = nullptr);
    ~Console() override;

    /// Writes all of \a bytes to stdout. False once its reader has gone; then a command ends quietly.
    bool write(const QByteArray &bytes);
    /// A sentence of the program's own, "taskglass: …", to stderr.
    void say(const QString &sentence);
    /// Text to stderr as it is: previews, questions.
    void tell(const QString &text);
    /// Puts a question to stderr; the line typed comes as answered(), the end of input as an empty line.
    void ask(const QString &question);

    [[nodiscard]] bool outputIsTerminal() const { return m_outputIsTerminal; }
    [[nodiscard]] bool inputIsTerminal() const { return m_inputIsTerminal; }
    /// Cells of a line of the terminal; 0 when stdout is none.
    [[nodiscard]] int width() const;
    /// A terminal that knows colours, and no NO_COLOR.
    [[nodiscard]] bool color() const { return m_color; }

signals:
    void answered(const QString &line);

private:
    void readAnswer();

    bool m_outputIsTerminal;
    bool m_inputIsTerminal;
    bool m_color;
    std::unique_ptr<QSocketNotifier> m_input;
};

} // namespace taskglass

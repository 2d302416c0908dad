// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/console.h"

#include <QSocketNotifier>

#include <cerrno>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

constexpr int kUsualWidth = 80;

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(fd, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return true;
}

} // namespace

Console::Console(QObject *parent)
    : QObject(parent)
    , m_outputIsTerminal(::isatty(STDOUT_FILENO) == 1)
    , m_inputIsTerminal(::isatty(STDIN_FILENO) == 1)
    , m_color(m_outputIsTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qEnvironmentVariable("TERM") != "dumb"_L1)
{
}

Console::~Console() = default;

bool Console::write(const QByteArray &bytes)
{
    return writeAll(STDOUT_FILENO, bytes);
}

void Console::say(const QString &sentence)
{
    tell("taskglass: "_L1 + sentence + u'\n');
}

void Console::tell(const QString &text)
{
    writeAll(STDERR_FILENO, text.toUtf8()); // nobody is left to hear of a failure here
}

int Console::width() const
{
    if (!m_outputIsTerminal)
        return 0;
    winsize size {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    const int columns = qEnvironmentVariableIntValue("COLUMNS");
    return columns > 0 ? columns : kUsualWidth;
}

void Console::ask(const QString &question)
{
    tell(question);
    if (!m_input) {
        m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        connect(m_input.get(), &QSocketNotifier::activated, this, &Console::readAnswer);
    }
    m_input->setEnabled(true);
}

void Console::readAnswer()
{
    // A terminal hands over whole lines, so one read is one answer.
    char line[1024];
    const ssize_t length = ::read(STDIN_FILENO, line, sizeof line);
    if (length < 0 && errno == EINTR)
        return;
    m_input->setEnabled(false);
    emit answered(QString::fromUtf8(line, std::max<ssize_t>(length, 0)).trimmed());
}

} // namespace taskglass

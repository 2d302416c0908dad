// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/auditlog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace taskglass {

namespace {

/// Closes what it holds.
class FileDescriptor
{
public:
    explicit FileDescriptor(int fd) : m_fd(fd) { }
    ~FileDescriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(FileDescriptor)
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

QString osUser()
{
    if (const passwd *entry = ::getpwuid(::geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
    return QString::number(::geteuid());
}

QString word(CommandKind kind)
{
    switch (kind) {
    case CommandKind::Cancel: return u"cancel"_s;
    case CommandKind::Delete: return u"delete"_s;
    case CommandKind::Rethrottle: return u"rethrottle"_s;
    }
    Q_UNREACHABLE();
}

QString word(CommandReport::Phase phase)
{
    switch (phase) {
    case CommandReport::Phase::Sending: return u"sending"_s;
    case CommandReport::Phase::Accepted: return u"accepted"_s;
    case CommandReport::Phase::Done: return u"done"_s;
    case CommandReport::Phase::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QString word(CommandOutcome::Kind kind)
{
    switch (kind) {
    case CommandOutcome::Kind::Pending: return u"pending"_s;
    case CommandOutcome::Kind::Canceled: return u"canceled"_s;
    case CommandOutcome::Kind::Deleted: return u"deleted"_s;
    case CommandOutcome::Kind::Rethrottled: return u"rethrottled"_s;
    case CommandOutcome::Kind::AlreadyFinished: return u"already-finished"_s;
    case CommandOutcome::Kind::Refused: return u"refused"_s;
    case CommandOutcome::Kind::NotConfirmed: return u"not-confirmed"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue stamp(EpochNs time)
{
    return orNull(QString::fromLatin1(formatRfc3339(time)));
}

QJsonObject common(const char *event, EpochNs now, const ServerProfile &server, const Command &command)
{
    return {{"event"_L1, QString::fromLatin1(event)},
            {"time"_L1, stamp(now)},
            {"user"_L1, osUser()},
            {"pid"_L1, QCoreApplication::applicationPid()},
            {"server"_L1, server.name},
            {"url"_L1, server.url.toDisplayString(QUrl::RemoveUserInfo)},
            {"environment"_L1, wordFor(server.environment)},
            {"command"_L1, command.id},
            {"kind"_L1, word(command.kind)}};
}

QJsonObject errorJson(const Error &error)
{
    return {{"message"_L1, error.message},
            {"httpStatus"_L1, error.httpStatus},
            {"serverCode"_L1, orNull(error.serverCode)},
            {"serverMessage"_L1, orNull(error.serverMessage)}};
}

/// Counts a kind, and the refused ones by name: a report of 1,000 tasks stays a readable line.
QJsonObject outcomesJson(const QList<CommandOutcome> &outcomes)
{
    QJsonObject counts;
    QJsonArray refused;
    for (const CommandOutcome &outcome : outcomes) {
        const QString kind = word(outcome.kind);
        counts.insert(kind, counts.value(kind).toInteger() + 1);
        if (outcome.kind == CommandOutcome::Kind::Refused)
            refused.append(QJsonObject {{"id"_L1, outcome.id}, {"reason"_L1, outcome.reason}});
    }
    return {{"counts"_L1, counts}, {"refused"_L1, refused}};
}

Error failed(const QString &path, int code)
{
    Error error;
    error.kind = Error::Kind::Local;
    error.message = QCoreApplication::translate("Audit", "The audit file %1 cannot be written (%2). Nothing that changes a server is sent without it.")
                        .arg(path, qt_error_string(code));
    return error;
}

/// All of \a line or nothing: what a full disk took of it is cut off again.
bool appendWhole(int fd, QByteArray line)
{
    struct stat before {};
    if (::fstat(fd, &before) != 0)
        return false;
    char last = '\n';
    if (S_ISREG(before.st_mode) && before.st_size > 0 && ::pread(fd, &last, 1, before.st_size - 1) == 1 && last != '\n')
        line.prepend('\n'); // a program that was killed half-way left a torn line: keep it, but apart
    const ssize_t written = ::write(fd, line.constData(), std::size_t(line.size()));
    if (written == line.size() && ::fsync(fd) == 0)
        return true;
    const int code = written >= 0 && written < line.size() ? ENOSPC : errno;
    if (S_ISREG(before.st_mode) && ::ftruncate(fd, before.st_size) != 0)
        qWarning("The audit file could not be cut back after a failed write.");
    errno = code;
    return false;
}

} // namespace

AuditLog::AuditLog(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_clock(clock)
{
}

std::optional<Error> AuditLog::appendSent(const ServerProfile &server, const Command &command, const QString &request)
{
    QJsonObject line = common("sent", m_clock.now(), server, command);
    line.insert("filter"_L1, command.filter.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(command.filter.text()));
    line.insert("enqueuedBefore"_L1, stamp(command.enqueuedBefore.value_or(kNoTime)));
    line.insert("ids"_L1, QJsonArray::fromStringList(command.ids));
    line.insert("previewed"_L1, command.previewed);
    line.insert("reason"_L1, orNull(command.reason));
    line.insert("request"_L1, orNull(request));
    return appendLine(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

std::optional<Error> AuditLog::appendReport(const ServerProfile &server, const CommandReport &report)
{
    QJsonObject line = common("report", m_clock.now(), server, report.command);
    line.insert("phase"_L1, word(report.phase));
    line.insert("serverTasks"_L1, QJsonArray::fromStringList(report.serverTasks));
    line.insert("matched"_L1, orNull(report.matched));
    line.insert("affected"_L1, orNull(report.affected));
    line.insert("outcomes"_L1, outcomesJson(report.outcomes));
    line.insert("difference"_L1, orNull(report.difference));
    line.insert("error"_L1, report.error ? QJsonValue(errorJson(*report.error)) : QJsonValue(QJsonValue::Null));
    return appendLine(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

std::optional<Error> AuditLog::appendLine(const QByteArray &line) const
{
    const QByteArray name = QFile::encodeName(m_path);
    const QString folder = QFileInfo(m_path).absolutePath();
    const bool existed = QFileInfo::exists(m_path);
    if (!existed && !QDir().exists(folder)) {
        if (!QDir().mkpath(folder))
            return failed(m_path, errno == 0 ? EACCES : errno);
        ::chmod(QFile::encodeName(folder).constData(), 0700);
    }
    const FileDescriptor file(::open(name.constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
    if (file.get() < 0)
        return failed(m_path, errno);
    if (::flock(file.get(), LOCK_EX) != 0)
        return failed(m_path, errno);
    if (!appendWhole(file.get(), line + '\n'))
        return failed(m_path, errno);
    if (!existed) { // the name itself must survive a power cut too
        const FileDescriptor directory(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (directory.get() >= 0)
            ::fsync(directory.get());
    }
    return std::nullopt;
}

} // namespace taskglass

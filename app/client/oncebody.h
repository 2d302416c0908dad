// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace taskglass {

/// A request body that can be read once and never again. Qt 6.4 sends any request again, POST and DELETE included, when
/// the connection dies before an answer; only a body that cannot be rewound stops it (ContentReSendError). So commands
/// carry one, even an empty one.
class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(const QByteArray &bytes, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return m_rest.isEmpty(); }
    bool seek(qint64) override { return false; } ///< Without QIODevice's warning.
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_rest;
};

} // namespace taskglass

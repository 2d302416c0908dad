// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/links.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace taskglass {

namespace {

/// Where the translations of this file are looked up.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Links)
};

} // namespace

std::optional<QUrl> safeLink(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool web = scheme == QLatin1StringView("https") || scheme == QLatin1StringView("http");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    return url;
}

void confirmAndOpen(const QUrl &url, QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("confirmLink"));
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(Words::tr("Open Address"));
    box->setText(Words::tr("Open this address from the server's answer in your browser?"));
    // Encoded, so that look-alike letters in the host show as what they are.
    box->setInformativeText(url.toString(QUrl::FullyEncoded));
    QPushButton *open = box->addButton(Words::tr("Open"), QMessageBox::AcceptRole);
    QPushButton *copy = box->addButton(Words::tr("Copy Address"), QMessageBox::ActionRole);
    QPushButton *stay = box->addButton(Words::tr("Stay Here"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    QObject::connect(box, &QMessageBox::buttonClicked, box, [open, copy, url](QAbstractButton *clicked) {
        if (clicked == open)
            QDesktopServices::openUrl(url);
        else if (clicked == copy)
            QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
    });
    box->open();
}

} // namespace taskglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addserver/filefield.h"

#include "views/style/icons.h"
#include "views/style/spacing.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace taskglass {

FileField::FileField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_path(new QLineEdit(this))
{
    m_path->setAccessibleName(name);
    m_path->setPlaceholderText(tr("none"));
    auto *const choose = new QToolButton(this);
    choose->setIcon(icon(Icon::Document));
    choose->setToolTip(tr("Choose a file"));
    choose->setAccessibleName(tr("Choose a file: %1").arg(name));
    choose->setFocusPolicy(Qt::TabFocus);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kInside);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    setFocusProxy(m_path);
    connect(choose, &QToolButton::clicked, this, &FileField::browse);
    connect(m_path, &QLineEdit::textChanged, this, &FileField::changed);
}

QString FileField::path() const { return m_path->text().trimmed(); }

void FileField::setPath(const QString &path) { m_path->setText(path); }

bool FileField::isUnreadable() const
{
    const QFileInfo file(path());
    return !path().isEmpty() && !(file.isFile() && file.isReadable());
}

void FileField::browse()
{
    auto *const chooser = new QFileDialog(this, m_name, QFileInfo(path()).absolutePath());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Certificates and keys (*.pem *.crt *.cer *.key)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &FileField::setPath);
    chooser->open();
}

} // namespace taskglass

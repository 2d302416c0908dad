// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/plaintext.h"

#include "views/style/spacing.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace taskglass {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setForegroundRole(QPalette::PlaceholderText);
    scaleFont(label, spacing::kSecondaryFont);
    return label;
}

void scaleFont(QWidget *widget, double factor, bool semiBold)
{
    QFont font = widget->font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    if (semiBold)
        font.setWeight(QFont::DemiBold);
    widget->setFont(font);
}

QString withoutMnemonics(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace taskglass
